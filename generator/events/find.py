"""Find the events that articles tell of: what is known stays where it is, the rest is grouped by its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Fault
from generator.events.grouping import group
from generator.events.ledger import Ledger, Line
from generator.model import Article, Editorial, Event, Terms, When
from generator.text.slugs import slugify

_DAY_BEFORE = re.compile(r"\d{4}-\d\d-\d\d[-_ ]")
_NO_TERMS = Terms((), (), ())


@dataclass(frozen=True, slots=True)
class Found:
    """Events in the order of their ids, the ledger as a release would write it, and what is wrong."""

    events: tuple[Event, ...]
    ledger: Ledger
    faults: tuple[Fault, ...] = ()


def find_events(
    articles: Sequence[Article],
    editorials: Mapping[str, Editorial],
    ledger: Ledger,
    *,
    now: str,
    held: frozenset[str] = frozenset(),
    threshold: float,
    window_days: int,
) -> Found:
    """Give each article its event: the ledger's or the editor's word first, then likeness of text.

    `now` is the instant at which an event that is new or changed is published; `held` are articles that are only
    left out of this run for their faults and keep their place in the ledger.
    """
    bound = _bind(articles, editorials, ledger)
    by_stem = {article.stem: article for article in articles}
    groups = [
        [by_stem[stem] for stem in stems]
        for stems in group(articles, bound, threshold=threshold, window_days=window_days)
    ]
    named = _name(groups, bound, editorials, ledger)
    lines: dict[str, Line] = {}
    for event_id in ledger.lines.keys() | named.keys():
        lines[event_id] = _line_of(named.get(event_id, ()), ledger.lines.get(event_id), now, held)
    events = tuple(_event(event_id, named[event_id], lines[event_id], editorials) for event_id in sorted(named))
    return Found(
        events, replace(ledger, lines=dict(sorted(lines.items()))), tuple(_faults(editorials, lines, by_stem, held))
    )


def _bind(articles: Iterable[Article], editorials: Mapping[str, Editorial], ledger: Ledger) -> dict[str, str]:
    """Give the label of each article whose place is given: by an editor's pin, an editor's file, or the ledger."""
    articles = sorted(articles, key=lambda article: article.stem)
    known = ledger.binding()
    by_mark = {mark: event for event, line in ledger.lines.items() for mark in line.articles.values()}
    stems = {article.stem for article in articles}
    gone = {mark for line in ledger.lines.values() for stem, mark in line.articles.items() if stem not in stems}
    labels = {article.stem: known[article.stem] for article in articles if article.stem in known}
    for article in articles:
        if article.stem not in known and article.fingerprint in gone:
            labels[article.stem] = by_mark[article.fingerprint]  # the same text under a new file name
    pins: dict[str, list[str]] = {}
    for article in articles:
        if article.event:
            pins.setdefault(article.event, []).append(article.stem)
    for pin, pinned in pins.items():
        label = pin if pin in ledger.lines or pin in editorials else _usual(pinned, labels) or f"pin {pin}"
        labels.update(dict.fromkeys(pinned, label))
    for editorial in sorted(editorials.values(), key=lambda editorial: editorial.id):
        labels.update(
            {stem: f"apart {stem}" for stem in editorial.remove if labels.get(stem, editorial.id) == editorial.id}
        )
        labels.update(dict.fromkeys(editorial.add, editorial.id))
    return {stem: label for stem, label in labels.items() if stem in stems}


def _usual(stems: Iterable[str], labels: Mapping[str, str]) -> str:
    counts = Counter(labels[stem] for stem in stems if stem in labels)
    return min(counts, key=lambda label: (-counts[label], label), default="")


def _name(
    groups: Iterable[list[Article]], bound: Mapping[str, str], editorials: Mapping[str, Editorial], ledger: Ledger
) -> dict[str, tuple[Article, ...]]:
    """Give each group its event's id: the one it is bound to, else a new one that was never used."""
    named: dict[str, tuple[Article, ...]] = {}
    unnamed: list[tuple[Article, ...]] = []
    for members in groups:
        ordered = tuple(sorted(members, key=_earliest))
        ids = {bound[article.stem] for article in members if article.stem in bound} & (
            ledger.lines.keys() | editorials.keys()
        )
        if ids:
            named[min(ids)] = ordered
        else:
            unnamed.append(ordered)
    for unknown in sorted(unnamed, key=lambda told: told[0].stem):
        named[_mint(unknown, ledger.lines.keys() | named.keys())] = unknown
    return named


def _mint(members: Sequence[Article], taken: Iterable[str]) -> str:
    when = _when(members)
    base = f"{when.first.isoformat() if when else 'undated'}-{slugify(_DAY_BEFORE.sub('', members[0].stem, count=1))}"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def _line_of(members: Iterable[Article], line: Line | None, now: str, held: frozenset[str]) -> Line:
    """Give an event's line with its present members; it is updated where one joined or left."""
    if line is None:
        return Line({article.stem: article.fingerprint for article in members}, now, now)
    marks = {stem: mark for stem, mark in line.articles.items() if stem in held}
    for article in members:
        marks[article.stem] = line.articles.get(article.stem, article.fingerprint)
    renamed = sorted(marks.values()) == sorted(line.articles.values())
    return line if marks == line.articles else Line(marks, line.published, line.updated if renamed else now)


def _event(event_id: str, members: tuple[Article, ...], line: Line, editorials: Mapping[str, Editorial]) -> Event:
    editorial = editorials.get(event_id)
    places = Counter(article.place for article in members if article.place)
    return Event(
        id=event_id,
        articles=tuple(replace(article, terms=_NO_TERMS) for article in members),
        when=(editorial.date if editorial else None) or _when(members),
        place=(editorial.place if editorial else "") or max(places, key=lambda place: places[place], default=""),
        published=line.published,
        updated=line.updated,
        editorial=editorial,
    )


def _when(members: Iterable[Article]) -> When | None:
    """Give the day that most articles tell of; of equals the earliest."""
    days = [article.told for article in members if article.told]
    counts = Counter(day.value for day in days)
    return min(days, key=lambda day: (-counts[day.value], day.first, day.last, day.value), default=None)


def _earliest(article: Article) -> tuple[str, str]:
    day = article.published or article.told
    return (day.first.isoformat() if day else "9999", article.stem)


def _faults(
    editorials: Mapping[str, Editorial],
    lines: Mapping[str, Line],
    articles: Mapping[str, Article],
    held: frozenset[str],
) -> Iterable[Fault]:
    for editorial in editorials.values():
        if editorial.id not in lines:
            mend = "name the file like an event's id: 'dateline list events' shows them"
            yield Fault(editorial.path, 0, f"there is no event '{editorial.id}' ({mend})", "warning")
        for stem in (*editorial.add, *editorial.remove):
            if stem not in articles and stem not in held:
                mend = "write the article's file name without '.md'"
                yield Fault(editorial.path, 0, f"there is no article '{stem}' to add or remove ({mend})", "warning")
