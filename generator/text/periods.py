"""Stretches of the calendar: days, weeks, months, and the nearest of a few."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "range"]
_Found = TypeVar("_Found")

# A day without its year is more likely past: one to come must be ten times as near. Reports that look farther ahead say
# so, by "will" or "next".
_PAST_FIRST = 10
# "The rise planned for 15 October", written in November, was a plan.
_AHEAD_FIRST = 6
# The units of time, as the calendars of languages count them up.
DAY, WEEK, WEEKEND, MONTH, QUARTER, HALF, YEAR, DECADE, NIGHT, DAYTIME = range(1, 11)


class Period(NamedTuple):
    """The days from `first` to `last`, and how the words tell them."""

    first: date
    last: date
    precision: Precision
    about: bool = False
    explicit: bool = False


def one_day(day: date, *, explicit: bool = False) -> Period:
    """Give a day by itself."""
    return Period(day, day, "day", explicit=explicit)


@lru_cache(maxsize=1024)
def whole_month(year: int, month: int) -> Period:
    """Give a month from its first day to its last."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def whole_year(year: int) -> Period:
    """Give a year from its first day to its last."""
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def stretch(year: int, place: int, months: int) -> Period:
    """Give the stretch of so many months that is the `place`-th of a year, from 0."""
    last = months * (place + 1)
    return Period(date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1]), "quarter")


def whole_season(year: int, season: int) -> Period:
    """Give a season of the northern half of the earth; a winter begins in its year or ends in it."""
    if season == 4:
        return Period(date(year, 1, 1), date(year + 1, 2, 28), "season", about=True)
    first = 3 * season
    return Period(date(year, first, 1), date(year, first + 2, monthrange(year, first + 2)[1]), "season", about=True)


def around(written: date, unit: int, step: int) -> Period | None:
    """Give the week, month, quarter or year that a day lies in, or the one so many steps on; weeks begin on Monday."""
    if unit in {WEEK, WEEKEND}:
        monday = written + timedelta(days=7 * step - written.weekday())
        return Period(monday + timedelta(days=5 * (unit == WEEKEND)), monday + timedelta(days=6), "week")
    if unit == MONTH:
        months = written.year * 12 + written.month - 1 + step
        return whole_month(months // 12, months % 12 + 1)
    if unit == QUARTER:
        quarters = written.year * 4 + (written.month - 1) // 3 + step
        return stretch(quarters // 4, quarters % 4, 3)
    return whole_year(written.year + step) if unit == YEAR else None


def nearest(periods: Iterable[Period], written: date, *, ahead: bool) -> Period | None:
    """Give the one of a few that words of the day `written` most likely mean, the past one unless they look ahead."""
    today = written.toordinal()
    back, forth = (_AHEAD_FIRST, 1) if ahead else (1, _PAST_FIRST)

    def distance(period: Period) -> tuple[int, date]:
        passed, to_come = today - period.last.toordinal(), period.first.toordinal() - today
        return max(0, passed * back, to_come * forth), period.first

    return min(periods, key=distance, default=None)


def each_year(written: date, make: Callable[[int], _Found]) -> Iterator[_Found]:
    """Give what is made of the year before, the same and the next, as far as the calendar has it."""
    for year in (written.year - 1, written.year, written.year + 1):
        try:
            yield make(year)
        except ValueError:  # 29 February
            continue
