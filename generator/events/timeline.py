"""Arrange entries by year and month."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.model import Entry, Month, Year


def make_timeline(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """Give the years that have entries, oldest first; entries without a date come last, as year 0."""
    dated = sorted(entries, key=_place)
    return tuple(
        Year(year, tuple(Month(month, tuple(told)) for month, told in groupby(group, key=_month)))
        for year, group in groupby(dated, key=_year)
    )


def _place(entry: Entry) -> tuple[bool, int, bool, int, str, str]:
    when = entry.event.when
    day = when.first.isoformat() if when else ""
    return (when is None, _year(entry), _month(entry) == 0, _month(entry), day, entry.event.id)


def _year(entry: Entry) -> int:
    return entry.event.when.first.year if entry.event.when else 0


def _month(entry: Entry) -> int:
    when = entry.event.when
    return when.first.month if when and len(when.value.rstrip("~")) > 4 else 0
