"""Find the events that articles tell of: what is known stays where it is, the rest is grouped by its text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from operator import itemgetter

from generator.errors import Fault
from generator.events.binding import Pin, bind, merges
from generator.events.contradictions import faults_of, mispinned_faults, renamed_faults
from generator.events.grouping import group
from generator.events.ledger import Ledger, Line
from generator.events.naming import earliest, held_together, name_groups, name_placed, when_of
from generator.executors import Executor, at_hand
from generator.model import Article, Editorial, Event, Terms

# Articles whose pins are looked at together: after an edit, those of one batch.
BATCH = 256
_DATED = re.compile(r"([0-9]{4}(-[0-9]{2}){0,2}|undated)-").match
Take = Callable[[Sequence[Article]], tuple[Article, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """Events in the order of their ids, the ledger as a release would write it, and what is wrong.

    `held_back` are events that the editor does not want told: drafts, withdrawn ones, those that nobody has read yet.
    """

    events: tuple[Event, ...]
    ledger: Ledger
    faults: tuple[Fault, ...] = ()
    held_back: tuple[Event, ...] = ()


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
    regroup: bool = False,
    only_reviewed: bool = False,
) -> Found:
    """Give each article its event: the ledger's or the editor's word first, then likeness of text.

    `terms` gives those of all articles by stem; it is asked only where an article has no place yet. `now` is the
    instant at which an event that is new or changed is published; `held` are articles that are only left out of this
    run for their faults and keep their place in the ledger. With `regroup` the ledger places nobody: articles are
    grouped anew, and each event keeps the id that most of its articles had. With `only_reviewed` events that no editor
    has read are held back.
    """
    batches = [tuple(articles[at : at + BATCH]) for at in range(0, len(articles), BATCH)]
    pins = tuple(executor.map(pins_of, batches))
    (places,) = executor.map(settle, [(pins, ledger, tuple(editorials.values()))])
    if regroup:
        bound = bind(articles, editorials, ledger, regroup=True)
        found = group(articles, terms(), bound, threshold=threshold, window_days=window_days)
        bound = held_together(found, bound, ledger, editorials)
        named = name_groups(found, {article.stem: article for article in articles}, bound, editorials, ledger)
    elif places:
        named = {label: take(articles) for label, take in places.items()}
        if not places.keys() <= ledger.lines.keys():
            named = name_placed(named, editorials, ledger)
    else:
        bound = bind(articles, editorials, ledger)
        found = group(articles, terms(), bound, threshold=threshold, window_days=window_days)
        named = name_groups(found, {article.stem: article for article in articles}, bound, editorials, ledger)
    drafts = {word.id for word in editorials.values() if word.draft or word.status == "withdrawn"}
    if only_reviewed:
        drafts |= named.keys() - {word.id for word in editorials.values() if word.reviewed}
    merged = {
        event: into for event, into in merges(editorials, ledger).items() if into not in drafts - ledger.lines.keys()
    }
    old = _with_merged(ledger.lines, merged) if merged else ledger.lines
    ids = sorted(old.keys() | (named.keys() - drafts))
    members = [named.get(event_id, ()) for event_id in ids]
    updates = [_updates(editorials[event]) if event in editorials else 0 for event in ids]
    known = list(zip(members, map(old.get, ids), updates, strict=True))
    lines = list(executor.map(partial(line_of, now, tuple(sorted(held))), known))
    rows = zip(ids, members, lines, map(editorials.get, ids), strict=True)
    told = [row for row in rows if row[1] and row[0] not in drafts]
    events = tuple(executor.map(make_event, told))
    written = replace(ledger, lines=dict(zip(ids, lines, strict=True)))
    faults = tuple(faults_of(editorials, named, articles, held, ledger))
    faults += tuple(mispinned_faults(chain.from_iterable(executor.map(dated_pins, batches)), named.keys(), ledger))
    if not places and not regroup:
        faults += tuple(renamed_faults(articles, ledger))
    hidden = [(event, named[event], editorials.get(event)) for event in sorted(drafts & named.keys())]
    unborn = Line({}, now, now)
    held_back = [make_event((event, its, old.get(event, unborn), word)) for event, its, word in hidden]
    return Found(events, written, faults, tuple(held_back))


@at_hand
def pins_of(articles: tuple[Article, ...]) -> tuple[Pin, ...]:
    """Give of each article what decides on its place once the ledger knows it: most edits change nothing of it."""
    return tuple([Pin(article.stem, article.event) for article in articles])


@at_hand
def dated_pins(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Give the articles that name an event as its ids are named: with a day first."""
    return tuple([article for article in articles if article.event and _DATED(article.event)])


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


def _with_merged(lines: Mapping[str, Line], merged: Mapping[str, str]) -> Mapping[str, Line]:
    """Give the lines as if each merged event had always been the one that it went into.

    Who was in it has left: its articles join the other, or are away and will come back to it.
    """
    told = dict(lines)
    for event in sorted(merged.keys() & lines.keys()):
        gone = told.pop(event)
        line = told.get(merged[event], replace(gone, articles={}))
        left = {**gone.left, **gone.articles, **line.left}
        left = {stem: mark for stem, mark in left.items() if stem not in line.articles}
        aliases = tuple(sorted({event, *gone.aliases, *line.aliases}))
        told[merged[event]] = replace(line, left=left, aliases=aliases)
    return told


@at_hand
def line_of(now: str, held: tuple[str, ...], told: tuple[Sequence[Article], Line | None, int]) -> Line:
    """Give an event's line with its present members, from its last line; it is updated where one joined or left.

    So it is where the editor has told of more updates than the line knows.

    Who left stays known, so that an article that is away for a time comes back to its event.
    """
    members, line, updates = told
    if line is None:
        return Line({article.stem: article.mark for article in members}, now, now, changes=updates)
    if updates != line.changes:
        line = replace(
            line, changes=updates, updated=max(now, line.updated) if updates > line.changes else line.updated
        )
    if line.articles.keys() == {article.stem for article in members}:
        return line
    marks = {stem: mark for stem, mark in line.articles.items() if stem in held}
    known = {**line.left, **line.articles}
    marks.update({article.stem: known.get(article.stem, article.mark) for article in members})
    if marks == line.articles:
        return line
    if sorted(marks.values()) == sorted(line.articles.values()):  # files were renamed
        return replace(line, articles=marks)
    left = {stem: mark for stem, mark in known.items() if stem not in marks}
    return replace(line, articles=marks, updated=max(now, line.updated), left=left)


def _updates(word: Editorial) -> int:
    return sum(change.kind == "update" for change in word.changes)


@at_hand
def make_event(told: tuple[str, tuple[Article, ...], Line, Editorial | None]) -> Event:
    """Give an event of its id, its articles, its line in the ledger, and the editor's word."""
    event_id, articles, line, word = told
    members = tuple(sorted(articles, key=earliest))
    places = Counter(article.place for article in members if article.place)
    return Event(
        id=event_id,
        articles=members,
        when=(word.date if word else None) or when_of(members),
        place=(word.place if word else "") or max(places, key=lambda place: places[place], default=""),
        published=line.published,
        updated=line.updated,
        editorial=word,
    )
