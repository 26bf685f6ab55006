"""Arrange entries by year and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from generator.executors import Executor, at_hand
from generator.model import Entry, Month, Year


def make_timeline(entries: Sequence[Entry], executor: Executor) -> tuple[Year, ...]:
    """Give the years that have entries; `entries` are oldest first. Entries without a date come last, as year 0."""
    told: dict[str, list[Entry]] = defaultdict(list)
    for entry, place in zip(entries, executor.map(place_of, entries), strict=True):
        told[place].append(entry)
    places = sorted(told, key=lambda place: (place == "", place[:4], len(place) == 4, place))
    months = executor.map(make_month, [(int(place[5:] or 0), tuple(told[place])) for place in places])
    return tuple(
        Year(int(year or 0), tuple(month for _, month in group))
        for year, group in groupby(zip(places, months, strict=True), key=lambda placed: placed[0][:4])
    )


@at_hand
def place_of(entry: Entry) -> str:
    """Give the year and month of an entry (`2015-12`), the year where no more is known, nothing where not even that."""
    return entry.event.when.month if entry.event.when else ""


@at_hand
def make_month(told: tuple[int, tuple[Entry, ...]]) -> Month:
    """Give a month of its number and its entries: the very month of the last build where these are the same."""
    return Month(*told)
