"""Name events: the id that their articles are bound to, or a new one that was never used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from generator.events.ledger import Ledger
from generator.model import Article, Editorial, When
from generator.text.slugs import slugify

_DAY_BEFORE = re.compile(r"\d{4}-\d\d-\d\d[-_ ]")


def name_placed(
    groups: Mapping[str, tuple[Article, ...]], editorials: Mapping[str, Editorial], ledger: Ledger
) -> dict[str, tuple[Article, ...]]:
    """Give each group its event's id where every article has a label: the label, or a new id for what is no id."""
    known = ledger.lines.keys() | editorials.keys()
    named = {label: members for label, members in groups.items() if label in known}
    return _with_minted(named, [members for label, members in groups.items() if label not in known], ledger)


def name_groups(
    groups: Iterable[Sequence[str]],
    articles: Mapping[str, Article],
    bound: Mapping[str, str],
    editorials: Mapping[str, Editorial],
    ledger: Ledger,
) -> dict[str, tuple[Article, ...]]:
    """Give each group of stems its event's id: the one it is bound to, else a new one that was never used."""
    known = ledger.lines.keys() | editorials.keys()
    named: dict[str, tuple[Article, ...]] = {}
    unnamed: list[tuple[Article, ...]] = []
    for stems in groups:
        members = tuple([articles[stem] for stem in stems])
        ids = [label for stem in stems if (label := bound.get(stem, "")) in known]
        if ids:
            named[min(ids)] = members
        else:
            unnamed.append(members)
    return _with_minted(named, unnamed, ledger)


def held_together(
    groups: Iterable[Sequence[str]], bound: Mapping[str, str], ledger: Ledger, editorials: Mapping[str, Editorial]
) -> dict[str, str]:
    """Give the labels of articles that were grouped anew: the id of the event that held most of the group.

    The largest shares come first, an id names one group, and what the editor has named keeps its name.
    """
    labels = dict(bound)
    known = ledger.lines.keys() | editorials.keys()
    taken = {label for label in bound.values() if label in known}
    homes = ledger.binding()
    shares = [
        (-count, event, stems)
        for stems in groups
        if not any(bound.get(stem, "") in known for stem in stems)
        for event, count in Counter(homes[stem] for stem in stems if stem in homes).items()
    ]
    for _, event, stems in sorted(shares):
        if event not in taken and labels.get(stems[0], "") not in known:
            taken.add(event)
            labels.update(dict.fromkeys(stems, event))
    return labels


def _with_minted(
    named: dict[str, tuple[Article, ...]], unnamed: Iterable[tuple[Article, ...]], ledger: Ledger
) -> dict[str, tuple[Article, ...]]:
    taken = {*ledger.lines, *ledger.merged(), *named}
    ordered = [tuple(sorted(members, key=earliest)) for members in unnamed]
    for members in sorted(ordered, key=lambda members: members[0].stem):
        event_id = _mint(members, taken)
        taken.add(event_id)
        named[event_id] = members
    return named


def _mint(members: Sequence[Article], taken: Container[str]) -> str:
    when = when_of(members)
    base = f"{when.first.isoformat() if when else 'undated'}-{slugify(_DAY_BEFORE.sub('', members[0].stem, count=1))}"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def when_of(members: Iterable[Article]) -> When | None:
    """Give the day that most articles tell of; of equals the earliest."""
    days = [article.told for article in members if article.told]
    counts = Counter(day.value for day in days)
    return min(days, key=lambda day: (-counts[day.value], day.first, day.last, day.value), default=None)


def earliest(article: Article) -> tuple[str, str]:
    """Give by what articles of an event are sorted: when they came out, then their file names.

    An article whose day was inferred from another's came out nobody knows when: it comes last.
    """
    day = article.published or article.told
    return (day.first_day if day and (article.published or day.basis != "inferred") else "9999", article.stem)
