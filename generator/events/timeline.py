"""Arrange entries by year and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from generator.model import Entry, Month, Year


def make_timeline(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """Give the years that have entries; `entries` are oldest first. Entries without a date come last, as year 0."""
    months: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        when = entry.event.when
        months[when.month if when else ""].append(entry)
    places = sorted(months, key=lambda month: (month == "", month[:4], len(month) == 4, month))
    return tuple(
        Year(int(year or 0), tuple(Month(int(month[5:] or 0), tuple(months[month])) for month in group))
        for year, group in groupby(places, key=lambda month: month[:4])
    )
