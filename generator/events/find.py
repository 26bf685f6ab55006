"""Find the events that articles tell of: what is known stays where it is, the rest is grouped by its text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter

from generator.errors import Fault
from generator.events.binding import Pin, bind
from generator.events.grouping import group
from generator.events.ledger import Ledger, Line
from generator.executors import Executor, at_hand
from generator.model import Article, Editorial, Event, Terms, When
from generator.text.slugs import slugify

# Articles whose pins are looked at together: after an edit, those of one batch.
BATCH = 256
Take = Callable[[Sequence[Article]], tuple[Article, ...]]

_DAY_BEFORE = re.compile(r"\d{4}-\d\d-\d\d[-_ ]")


@dataclass(frozen=True, slots=True)
class Found:
    """Events in the order of their ids, the ledger as a release would write it, and what is wrong."""

    events: tuple[Event, ...]
    ledger: Ledger
    faults: tuple[Fault, ...] = ()


def find_events(
    articles: Sequence[Article],
    terms: Callable[[], Mapping[str, Terms]],
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

    `terms` gives those of all articles by stem; it is asked only where an article has no place yet. `now` is the
    instant at which an event that is new or changed is published; `held` are articles that are only left out of this
    run for their faults and keep their place in the ledger.
    """
    batches = [tuple(articles[at : at + BATCH]) for at in range(0, len(articles), BATCH)]
    pins = tuple(executor.map(pins_of, batches))
    (places,) = executor.map(settle, [(pins, ledger, tuple(editorials.values()))])
    if places:
        named = {label: take(articles) for label, take in places.items()}
        if not places.keys() <= ledger.lines.keys():
            named = _name_placed(named, editorials, ledger)
    else:
        bound = bind(articles, editorials, ledger)
        found = group(articles, terms(), bound, threshold=threshold, window_days=window_days)
        named = _name(found, {article.stem: article for article in articles}, bound, editorials, ledger)
    drafts = {editorial.id for editorial in editorials.values() if editorial.draft}
    ids = sorted(ledger.lines.keys() | (named.keys() - drafts))
    members = [named.get(event_id, ()) for event_id in ids]
    known = list(zip(members, map(ledger.lines.get, ids), strict=True))
    lines = list(executor.map(partial(line_of, now, tuple(sorted(held))), known))
    rows = zip(ids, members, lines, map(editorials.get, ids), strict=True)
    told = [row for row in rows if row[1] and row[0] not in drafts]
    events = tuple(executor.map(make_event, told))
    written = replace(ledger, lines=dict(zip(ids, lines, strict=True)))
    return Found(events, written, tuple(_faults(editorials, named, articles, held)))


@at_hand
def pins_of(articles: tuple[Article, ...]) -> tuple[Pin, ...]:
    """Give of each article what decides on its place once the ledger knows it: most edits change nothing of it."""
    return tuple([Pin(article.stem, article.event) for article in articles])


@at_hand
def settle(told: tuple[tuple[tuple[Pin, ...], ...], Ledger, tuple[Editorial, ...]]) -> dict[str, Take]:
    """Give what takes the articles of each label out of all; nothing where one of them has no label yet."""
    batches, ledger, words = told
    pins = [pin for batch in batches for pin in batch]
    if not ledger.knows(pin.stem for pin in pins):
        return {}
    bound = bind(pins, {word.id: word for word in words}, ledger)
    places: dict[str, list[int]] = defaultdict(list)
    for at, pin in enumerate(pins):
        places[bound[pin.stem]].append(at)
    return {label: itemgetter(*at) if len(at) > 1 else partial(_take_one, at[0]) for label, at in places.items()}


def _take_one(at: int, articles: Sequence[Article]) -> tuple[Article, ...]:
    return (articles[at],)


def _name_placed(
    groups: Mapping[str, tuple[Article, ...]], editorials: Mapping[str, Editorial], ledger: Ledger
) -> dict[str, tuple[Article, ...]]:
    """Give each group its event's id where every article has a label: the label, or a new id for what is no id."""
    known = ledger.lines.keys() | editorials.keys()
    named = {label: members for label, members in groups.items() if label in known}
    return _with_minted(named, [members for label, members in groups.items() if label not in known], ledger)


def _name(
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


def _with_minted(
    named: dict[str, tuple[Article, ...]], unnamed: Iterable[tuple[Article, ...]], ledger: Ledger
) -> dict[str, tuple[Article, ...]]:
    taken = {*ledger.lines, *named}
    ordered = [tuple(sorted(members, key=_earliest)) for members in unnamed]
    for members in sorted(ordered, key=lambda members: members[0].stem):
        event_id = _mint(members, taken)
        taken.add(event_id)
        named[event_id] = members
    return named


def _mint(members: Sequence[Article], taken: Container[str]) -> str:
    when = _when(members)
    base = f"{when.first.isoformat() if when else 'undated'}-{slugify(_DAY_BEFORE.sub('', members[0].stem, count=1))}"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


@at_hand
def line_of(now: str, held: tuple[str, ...], told: tuple[Sequence[Article], Line | None]) -> Line:
    """Give an event's line with its present members, from its last line; it is updated where one joined or left.

    Who left stays known, so that an article that is away for a time comes back to its event.
    """
    members, line = told
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


@at_hand
def make_event(told: tuple[str, tuple[Article, ...], Line, Editorial | None]) -> Event:
    """Give an event of its id, its articles, its line in the ledger, and the editor's word."""
    event_id, articles, line, word = told
    members = tuple(sorted(articles, key=_earliest))
    places = Counter(article.place for article in members if article.place)
    return Event(
        id=event_id,
        articles=members,
        when=(word.date if word else None) or _when(members),
        place=(word.place if word else "") or max(places, key=lambda place: places[place], default=""),
        published=line.published,
        updated=line.updated,
        editorial=word,
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
