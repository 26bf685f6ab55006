"""Find the events that articles tell of: what is known stays where it is, the rest is grouped by its text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Fault
from generator.events.binding import bind
from generator.events.grouping import group
from generator.events.ledger import Ledger, Line
from generator.executors import Executor
from generator.model import Article, Editorial, Event, Terms, When
from generator.text.slugs import slugify

_DAY_BEFORE = re.compile(r"\d{4}-\d\d-\d\d[-_ ]")


@dataclass(frozen=True, slots=True)
class Found:
    """Events in the order of their ids, the ledger as a release would write it, and what is wrong."""

    events: tuple[Event, ...]
    ledger: Ledger
    faults: tuple[Fault, ...] = ()


def find_events(
    articles: Sequence[Article],
    terms: Mapping[str, Terms],
    editorials: Mapping[str, Editorial],
    ledger: Ledger,
    executor: Executor,
    *,
    now: str,
    held: frozenset[str] = frozenset(),
    threshold: float,
    window_days: int,
) -> Found:
    """Give each article its event: the ledger's or the editor's word first, then likeness of text.

    `terms` are theirs by stem. `now` is the instant at which an event that is new or changed is published; `held` are
    articles that are only left out of this run for their faults and keep their place in the ledger.
    """
    bound = bind(articles, editorials, ledger)
    groups = _group(articles, terms, bound, threshold, window_days)
    named = _name(groups, bound, editorials, ledger)
    drafts = {editorial.id for editorial in editorials.values() if editorial.draft}
    lines = {
        event_id: _line_of(named.get(event_id, ()), ledger.lines.get(event_id), now, held)
        for event_id in ledger.lines.keys() | (named.keys() - drafts)
    }
    told = [
        (event_id, tuple(named[event_id]), lines[event_id].published, lines[event_id].updated, editorials.get(event_id))
        for event_id in sorted(named.keys() - drafts)
    ]
    events = tuple(executor.map(make_event, told))
    written = replace(ledger, lines=dict(sorted(lines.items())))
    return Found(events, written, tuple(_faults(editorials, named, articles, held)))


def _group(
    articles: Sequence[Article], terms: Mapping[str, Terms], bound: Mapping[str, str], threshold: float, window: int
) -> Iterable[Sequence[Article]]:
    """Give the articles of each group; where every article is placed already, there is nothing to compare."""
    if len(bound) < len(articles):
        by_stem = {article.stem: article for article in articles}
        groups = group(articles, terms, bound, threshold=threshold, window_days=window)
        return [[by_stem[stem] for stem in stems] for stems in groups]
    placed: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        placed[bound[article.stem]].append(article)
    return placed.values()


def _name(
    groups: Iterable[Sequence[Article]],
    bound: Mapping[str, str],
    editorials: Mapping[str, Editorial],
    ledger: Ledger,
) -> dict[str, Sequence[Article]]:
    """Give each group its event's id: the one it is bound to, else a new one that was never used."""
    known = ledger.lines.keys() | editorials.keys()
    named: dict[str, Sequence[Article]] = {}
    unnamed: list[list[Article]] = []
    for members in groups:
        ids = [label for article in members if (label := bound.get(article.stem)) in known]
        if ids:
            named[min(filter(None, ids))] = members
        else:
            unnamed.append(sorted(members, key=_earliest))
    taken = {*ledger.lines, *named}
    for unknown in sorted(unnamed, key=lambda told: told[0].stem):
        event_id = _mint(unknown, taken)
        taken.add(event_id)
        named[event_id] = unknown
    return named


def _mint(members: Sequence[Article], taken: Container[str]) -> str:
    when = _when(members)
    base = f"{when.first.isoformat() if when else 'undated'}-{slugify(_DAY_BEFORE.sub('', members[0].stem, count=1))}"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def _line_of(members: Sequence[Article], line: Line | None, now: str, held: frozenset[str]) -> Line:
    """Give an event's line with its present members; it is updated where one joined or left.

    Who left stays known, so that an article that is away for a time comes back to its event.
    """
    if line is None:
        return Line({article.stem: article.mark for article in members}, now, now)
    if line.articles.keys() == {article.stem for article in members}:
        return line
    marks = {stem: mark for stem, mark in line.articles.items() if stem in held}
    known = {**line.left, **line.articles}
    marks.update({article.stem: known.get(article.stem, article.mark) for article in members})
    if marks == line.articles:
        return line
    if sorted(marks.values()) == sorted(line.articles.values()):  # files were renamed
        return Line(marks, line.published, line.updated, line.left)
    left = {stem: mark for stem, mark in known.items() if stem not in marks}
    return Line(marks, line.published, max(now, line.updated), left)


Told = tuple[str, tuple[Article, ...], str, str, Editorial | None]


def make_event(told: Told) -> Event:
    """Give an event of its id, its articles, the instants of its ledger's line, and the editor's word."""
    event_id, articles, published, updated, editorial = told
    members = tuple(sorted(articles, key=_earliest))
    places = Counter(article.place for article in members if article.place)
    return Event(
        id=event_id,
        articles=members,
        when=(editorial.date if editorial else None) or _when(members),
        place=(editorial.place if editorial else "") or max(places, key=lambda place: places[place], default=""),
        published=published,
        updated=updated,
        editorial=editorial,
    )


def _when(members: Iterable[Article]) -> When | None:
    """Give the day that most articles tell of; of equals the earliest."""
    days = [article.told for article in members if article.told]
    counts = Counter(day.value for day in days)
    return min(days, key=lambda day: (-counts[day.value], day.first, day.last, day.value), default=None)


def _earliest(article: Article) -> tuple[str, str]:
    day = article.published or article.told
    return (day.first_day if day else "9999", article.stem)


def _faults(
    editorials: Mapping[str, Editorial], events: Container[str], articles: Iterable[Article], held: frozenset[str]
) -> Iterable[Fault]:
    stems = {article.stem for article in articles} if editorials else set()
    for editorial in editorials.values():
        if editorial.id not in events and not held:
            mend = "name the file like an event's id: 'dateline list events' shows them"
            yield Fault(editorial.path, 0, f"there is no event '{editorial.id}' ({mend})", "warning")
        for stem in (*editorial.add, *editorial.remove):
            if stem not in stems and stem not in held:
                mend = "write the article's file name without '.md'"
                yield Fault(editorial.path, 0, f"there is no article '{stem}' to add or remove ({mend})", "warning")
