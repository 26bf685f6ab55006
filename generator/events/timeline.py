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
    month = _month(entry)
    return (when is None, _year(entry), month == 0, month, when.first_day if when else "", entry.event.id)


def _year(entry: Entry) -> int:
    return int(entry.event.when.value[:4]) if entry.event.when else 0


def _month(entry: Entry) -> int:
    """Give the month of an entry's first day, 0 where only the year is known."""
    when = entry.event.when
    return int(when.value[5:7]) if when and len(when.value.rstrip("~")) > 4 else 0
