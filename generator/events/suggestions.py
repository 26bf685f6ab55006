"""What the machine would do with events that are settled, if it were asked: never done by itself, always shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.events.binding import bind
from generator.events.grouping import group
from generator.events.ledger import Ledger
from generator.model import Article, Editorial, Terms

# Of an event that is to be merged as a whole, more than this share reads like the other.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be put right in an event: `merge` other events into it, or `remove` articles that read like another."""

    event: str
    kind: Literal["merge", "remove"]
    names: tuple[str, ...]


def suggest(
    articles: Sequence[Article],
    terms: Mapping[str, Terms],
    editorials: Mapping[str, Editorial],
    ledger: Ledger,
    *,
    threshold: float,
    window_days: int,
) -> tuple[Suggestion, ...]:
    """Give where the events of the ledger are not those that its articles would be grouped into today.

    What the editor has put together or apart is never questioned. In the order of the events' ids.
    """
    homes = {stem: event for stem, event in bind(articles, editorials, ledger).items() if event in ledger.lines}
    free = bind(articles, editorials, ledger, regroup=True)
    groups = group(articles, terms, free, threshold=threshold, window_days=window_days)
    sizes = Counter(homes[article.stem] for article in articles if article.stem in homes)
    found = [*_merges(groups, homes, sizes), *_removals(groups, homes, free)]
    return tuple(sorted(found, key=lambda each: (each.event, each.kind, each.names)))


def _merges(
    groups: Sequence[Sequence[str]], homes: Mapping[str, str], sizes: Mapping[str, int]
) -> Iterator[Suggestion]:
    """Give the events that read like one: most of each is in one group. The largest takes the others in."""
    for stems in groups:
        shares = Counter(homes[stem] for stem in stems if stem in homes)
        whole = [event for event, count in shares.items() if count > _MOST * sizes[event]]
        if len(whole) > 1:
            first, *others = sorted(whole, key=lambda event: (-sizes[event], event))
            yield Suggestion(first, "merge", tuple(sorted(others)))


def _removals(
    groups: Sequence[Sequence[str]], homes: Mapping[str, str], free: Mapping[str, str]
) -> Iterator[Suggestion]:
    """Give the articles that do not read like the rest of their event: all but its largest part."""
    parts: dict[str, list[list[str]]] = defaultdict(list)
    for stems in groups:
        mine: dict[str, list[str]] = defaultdict(list)
        for stem in stems:
            if stem in homes:
                mine[homes[stem]].append(stem)
        for event, part in mine.items():
            parts[event].append(part)
    for event, torn in parts.items():
        torn.sort(key=lambda part: (-len(part), part))
        away = tuple(sorted(stem for part in torn[1:] for stem in part if stem not in free))
        if away:
            yield Suggestion(event, "remove", away)
