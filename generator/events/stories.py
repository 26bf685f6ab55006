"""Find the stories of a digest: the editor's word and the ledger's first, then the names that new events share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from generator.events.ledger import Ledger
from generator.events.likely_stories import place_in_stories, title_of
from generator.executors import Executor, at_hand
from generator.model import Editorial, Entry, Name, Story
from generator.text.slugs import slugify

NONE = "none"  # what an editor writes, and the ledger holds, of an event that is in no story

Take = Callable[[Sequence[Entry]], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What the editor and the ledger say: the titles of stories, as minted, by event id.

    `shown` are the titles of the editor's own, by the story's id; `fresh` the places of events that nobody has placed.
    """

    titles: Mapping[str, str]
    shown: Mapping[str, str]
    fresh: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """What takes the entries of each story out of all, by its title, and what the ledger has yet to hold."""

    places: Mapping[str, Take]
    moved: Mapping[str, str]


def find_stories(
    entries: Sequence[Entry],
    editorials: Mapping[str, Editorial],
    old: Ledger,
    executor: Executor,
    *,
    regroup: bool = False,
) -> tuple[tuple[Story, ...], Mapping[str, str]]:
    """Give the stories in the order of their ids, and of events that come into one its title, for the ledger.

    An event that the ledger knows stays where it is: in its story, or in none until a new event makes one with it. With
    `regroup` only the editor's word counts, and a story keeps the title that most of its events had.
    """
    ids = tuple(executor.map(id_of, entries))
    (settled,) = executor.map(partial(settle_stories, regroup), [(ids, old, tuple(editorials.values()))])
    titles = settled.titles
    if settled.fresh:
        names = tuple(executor.map(names_in, entries))
        (titles,) = executor.map(place_fresh, [(names, old, settled)])
    (arranged,) = executor.map(arrange, [(ids, titles, old)])
    told = [(title, settled.shown.get(_id(title), ""), take(entries)) for title, take in arranged.places.items()]
    return tuple(executor.map(make_story, told)), arranged.moved


def with_stories(ledger: Ledger, moved: Mapping[str, str]) -> Ledger:
    """Give the ledger with the stories into which events have come."""
    if not moved:
        return ledger
    lines = {event: replace(ledger.lines[event], story=title) for event, title in moved.items()}
    return replace(ledger, lines={**ledger.lines, **lines})


@at_hand
def id_of(entry: Entry) -> str:
    """Give the id of an entry's event."""
    return entry.event.id


@at_hand
def names_in(entry: Entry) -> tuple[str, tuple[Name, ...]]:
    """Give the id of an entry's event and the names it rests on."""
    return entry.event.id, entry.names


@at_hand
def settle_stories(regroup: bool, told: tuple[tuple[str, ...], Ledger, tuple[Editorial, ...]]) -> Settled:  # noqa: FBT001 (an executor passes options by place)
    """Give the story of each event for which the editor or the ledger has one."""
    ids, old, words = told
    minted = {NONE: NONE} | {_id(line.story): line.story for line in old.lines.values() if line.story}
    filed = {word.id: word.story for word in words if word.story}
    called: dict[str, str] = {}
    shown: dict[str, str] = {}
    for event in sorted(filed):
        story = _id(filed[event].story)
        if minted.setdefault(story, filed[event].story) == filed[event].story:
            shown[story] = minted[story]
        if filed[event].title:
            called.setdefault(story, filed[event].title)
    titles: dict[str, str] = {}
    fresh: list[int] = []
    for at, event in enumerate(ids):
        line = old.lines.get(event)
        if event in filed:
            titles[event] = minted[_id(filed[event].story)]
        elif line and line.story and not regroup:
            titles[event] = line.story
        elif line is None or regroup:
            fresh.append(at)
    return Settled(titles, shown | called, tuple(fresh))


@at_hand
def place_fresh(
    told: tuple[tuple[tuple[str, tuple[Name, ...]], ...], Ledger, Settled],
) -> dict[str, str]:
    """Give the title of each event's story once those that nobody has looked at before have found theirs."""
    events, old, settled = told
    open_to = [at for at, (event, _) in enumerate(events) if settled.titles.get(event) != NONE]
    renumbered = {at: number for number, at in enumerate(open_to)}
    joined, begun = place_in_stories(
        [events[at] for at in open_to], settled.titles, [renumbered[at] for at in settled.fresh]
    )
    titles = {**settled.titles, **joined}
    names = dict(events)
    taken = {_id(title) for title in (*settled.titles.values(), *settled.shown, NONE)}
    known = {_id(line.story) for line in old.lines.values() if line.story}
    for members in sorted(begun, key=len, reverse=True):
        title = _kept(members, old, taken) or _minted([names[event] for event in members], taken | known)
        taken.add(_id(title))
        titles.update(dict.fromkeys(members, title))
    return titles


@at_hand
def arrange(told: tuple[tuple[str, ...], Mapping[str, str], Ledger]) -> Arranged:
    """Give what takes the entries of each story out of all, in the order of the stories' ids."""
    ids, titles, old = told
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, event in enumerate(ids):
        if titles.get(event, NONE) != NONE:
            found[titles[event]].append(at)
    places = {title: partial(_taken, tuple(found[title])) for title in sorted(found, key=_id)}
    moved = {
        event: title for event, title in titles.items() if event not in old.lines or old.lines[event].story != title
    }
    return Arranged(places, moved)


def _taken(places: Sequence[int], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple([entries[at] for at in places])


@at_hand
def make_story(told: tuple[str, str, tuple[Entry, ...]]) -> Story:
    """Give a story of its title as minted, the title that the editor wants shown, and its entries."""
    title, shown, entries = told
    return Story(_id(title), shown or title, bool(shown), entries)


def _kept(members: Iterable[str], old: Ledger, taken: set[str]) -> str:
    """Give the title that most of some events had, where they are grouped anew and it is free."""
    had = Counter(old.lines[event].story for event in members if event in old.lines)
    free = [title for title in had if title and _id(title) not in taken]
    return min(free, key=lambda title: (-had[title], title), default="")


def _minted(members: Sequence[tuple[Name, ...]], taken: Iterable[str]) -> str:
    base = title = title_of(members)
    number = 1
    while _id(title) in taken:
        number += 1
        title = f"{base} ({number})"
    return title


# A story's title stands at each of its events.
@lru_cache(maxsize=10_000)
def _id(title: str) -> str:
    """Give the id of a story: it is part of its address."""
    return slugify(title)
