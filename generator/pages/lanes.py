"""Lanes of the picture of time, one a story: of each page only what it shows, so that other edits leave it alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Entry, Story
from generator.pages.picture import MOST_LANES

# A story that has but one event on a page is no line there.
LEAST_EVENTS = 2


class StoryPart(NamedTuple):
    """The events of a story, by their ids, that happened in one month."""

    title: str
    month: str
    events: tuple[str, ...]


Lanes = tuple[StoryPart, ...]


def lanes_of(stories: Sequence[Story], executor: Executor) -> Mapping[str, Lanes]:
    """Give the stories with most events in each year (`2015`) and in each month (`2015-12`)."""
    years: dict[str, list[Lanes]] = defaultdict(list)
    for story in executor.map(parts_of_story, stories):
        for year, parts in story:
            years[year].append(parts)
    places = executor.map(lanes_of_year, [(year, tuple(parts)) for year, parts in years.items()])
    return dict(chain.from_iterable(places))


def lanes_of_all(stories: Sequence[Story], executor: Executor) -> Lanes:
    """Give the stories with most events."""
    return _most([part for story in executor.map(parts_of_story, stories) for _, parts in story for part in parts])


@at_hand
def parts_of_story(story: Story) -> tuple[tuple[str, Lanes], ...]:
    """Give the dated events of a story by month, its months by year."""
    years: dict[str, dict[str, list[str]]] = {}
    for entry in story.entries:
        if entry.event.when:
            month = entry.event.when.month
            years.setdefault(month[:4], {}).setdefault(month, []).append(entry.event.id)
    return tuple(
        [
            (year, tuple([StoryPart(story.title, month, tuple(events)) for month, events in months.items()]))
            for year, months in years.items()
        ]
    )


@at_hand
def lanes_of_year(told: tuple[str, tuple[Lanes, ...]]) -> tuple[tuple[str, Lanes], ...]:
    """Give the stories with most events in a year and in each of its months."""
    year, stories = told
    places: dict[str, list[StoryPart]] = {year: [part for parts in stories for part in parts]}
    for part in list(places[year]):
        if part.month != year:
            places.setdefault(part.month, []).append(part)
    return tuple([(place, _most(parts)) for place, parts in places.items()])


def by_lane(lanes: Lanes, entries: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    """Give the entries of each lane by its title; those that are in none have the title that is empty."""
    titles = {event: part.title for part in lanes for event in part.events}
    told: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        told[titles.get(entry.event.id, "")].append(entry)
    return told


def _most(parts: Sequence[StoryPart]) -> Lanes:
    events: Counter[str] = Counter()
    for part in parts:
        events[part.title] += len(part.events)
    ranked = sorted(events, key=lambda title: (-events[title], title))
    kept = {title for title in ranked[: MOST_LANES - 1] if events[title] >= LEAST_EVENTS}
    return tuple([part for part in parts if part.title in kept])
