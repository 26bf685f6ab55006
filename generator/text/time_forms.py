"""The days that each form of words may mean, as seen from the day of writing."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from generator.text.periods import (
    DAY,
    DAYTIME,
    HALF,
    MONTH,
    NIGHT,
    QUARTER,
    WEEK,
    YEAR,
    Period,
    around,
    each_year,
    nearest,
    one_day,
    stretch,
    whole_month,
    whole_season,
    whole_year,
)
from generator.text.time_grammar import Reading

# "about 12 May", "around the 12th"
_ABOUT_BEFORE = re.compile(r"A[aq]?$")
# "2,500 years ago", "one or two years ago"
_LONG_NUMBER = re.compile(r"[dzny][.,&-]?$")
# A weekday six days back is tomorrow's name: a report may mean either.
_FARTHEST_BACK = 5
# A four-digit number of another century is more likely no year; nor is a round one without "in" or "since".
_YEARS = range(1800, 2051)
_SHORT_YEARS = 100


class View(NamedTuple):
    """Where words are read from: the day of writing, if known, and whether they look ahead of it."""

    written: date | None
    ahead: bool
    english: bool


def resolve(reading: Reading, written: date | None, *, english: bool) -> Period | None:
    """Give the days that a reading may mean; none where it depends on a day of writing that is not known."""
    _, _, form, signs, values, before, after, ahead = reading
    # Of what stands around it only the nearest signs count, and reports of one day name the same days.
    return _resolved(form, signs, values, before[-2:], after[:1], ahead, written, english)


@lru_cache(maxsize=4096)
def _resolved(  # noqa: PLR0917 - a tuple of these would be made for each call
    form: str,
    signs: str,
    values: tuple[int, ...],
    before: str,
    after: str,
    ahead: bool,  # noqa: FBT001 - as above
    written: date | None,
    english: bool,  # noqa: FBT001 - as above
) -> Period | None:
    try:
        period = _FORMS[form](Reading(0, 0, form, signs, values, before, after, ahead), View(written, ahead, english))
    except (ValueError, OverflowError):  # what no calendar has: 30 February, the year 0
        return None
    if period is None or period.first > period.last:
        return None
    return period._replace(about=True) if _ABOUT_BEFORE.search(before) else period


def _stamp(reading: Reading, _view: View) -> Period:
    (year,), (month, day) = _all(reading, "y"), _all(reading, "d")
    return one_day(date(year, month, day), explicit=True)


def _numeric(reading: Reading, view: View) -> Period:
    first, second, year = _all(reading, "ydz")
    year += 0 if year >= _SHORT_YEARS else 2000 if year < 70 else 1900
    if first > 12 or first == second or "." in reading.signs or (second <= 12 and not view.english):
        return one_day(date(year, second, first), explicit=True)
    if second > 12:
        return one_day(date(year, first, second), explicit=True)
    either = sorted((date(year, first, second), date(year, second, first)))
    return Period(either[0], either[1], "year", about=True, explicit=True)


def _day_of_month(reading: Reading, view: View) -> Period | None:
    (month,), (day,), years = _all(reading, "mk"), _all(reading, "d"), _all(reading, "y")
    if years:
        return one_day(date(years[0], month, day), explicit=True)
    if view.written is None:
        return None
    turned = _turned_year(reading, view.written)
    if turned:
        return one_day(date(turned, month, day))
    days = tuple(each_year(view.written, lambda year: date(year, month, day)))
    weekdays = _all(reading, "wv")
    fitting = [day for day in days if day.weekday() + 1 in weekdays]
    return nearest([one_day(day) for day in fitting or days], view.written, ahead=view.ahead)


def _named_range(reading: Reading, view: View) -> Period | None:
    """Give the days between two that are named; day 0 is the last of its month."""
    months, years = _all(reading, "mk"), _all(reading, "y")
    days = _all(reading, "d") or [1, 0]
    if len(months) == 1:
        months *= 2

    def ending(year: int) -> Period:
        last = date(year, months[1], days[1] or monthrange(year, months[1])[1])
        begins = years[0] if len(years) > 1 else year - ((months[0], days[0]) > (months[1], days[1] or 31))
        return Period(date(begins, months[0], days[0]), last, "range", explicit=bool(years))

    if months[0] == months[1] and len(years) < 2 and days[0] >= days[1] > 0:
        return None
    if years:
        return ending(years[-1])
    if view.written is None:
        return None
    turned = _turned_year(reading, view.written)
    return ending(turned) if turned else nearest(each_year(view.written, ending), view.written, ahead=view.ahead)


def _month(reading: Reading, view: View) -> Period | None:
    (month,), years = _all(reading, "mk"), _all(reading, "y")
    if years:
        return _part(whole_month(years[0], month)._replace(explicit=True), reading)
    if view.written is None:
        return None
    turned = _turned_year(reading, view.written)
    if turned:
        return _part(whole_month(turned, month), reading)
    months = list(each_year(view.written, lambda year: whole_month(year, month)))
    return _part(_turned(months, reading, view.written, ahead=view.ahead), reading)


def _turned_year(reading: Reading, written: date) -> int:
    """Give the year of "March last year"; 0 where none is told so."""
    return written.year + _step(reading) if YEAR in _all(reading, "u") else 0


def _step(reading: Reading) -> int:
    return -1 if _has(reading, "Ll") else 1 if _has(reading, "Nr") else 0


def _season(reading: Reading, view: View) -> Period | None:
    (season,), years = _all(reading, "s"), _all(reading, "y")
    if years:
        return _part(whole_season(years[0], season)._replace(explicit=True), reading)
    if view.written is None:
        return None
    seasons = list(each_year(view.written, lambda year: whole_season(year, season)))
    return _turned(seasons, reading, view.written, ahead=view.ahead)


def _turned(periods: list[Period], reading: Reading, written: date, *, ahead: bool) -> Period | None:
    """Give the one of a few that "last", "this" or "next" before or after it means."""
    if _has(reading, "Ll"):
        return max((period for period in periods if period.last < written), default=None)
    if _has(reading, "Nr"):
        return min((period for period in periods if period.first > written), default=None)
    if _has(reading, "T"):
        return min(
            (period for period in periods if written.year in (period.first.year, period.last.year)), default=None
        )
    if reading.before.endswith("S"):
        return max((period for period in periods if period.first <= written), default=None)
    return nearest(periods, written, ahead=ahead)


def _weekday(reading: Reading, view: View) -> Period | None:
    (number,), written = _all(reading, "wv"), view.written
    if written is None or (reading.before.endswith("a") and reading.after.startswith("X")):
        return None  # a newspaper of that name
    back = (written.weekday() - number + 1) % 7
    day, forth = written - timedelta(days=back), written + timedelta(days=(7 - back) % 7)
    if _has(reading, "Ll"):
        if view.english and 0 < back <= written.weekday():  # "last Monday", on a Thursday
            return Period(day - timedelta(days=7), day, "week", about=True)
        return one_day(day if back else day - timedelta(days=7))
    if _has(reading, "Nr"):
        return one_day(forth if back else forth + timedelta(days=7))
    if (view.ahead and reading.before[-1:] not in {"h", "j", "e"}) or _has(reading, "T"):
        return one_day(forth)
    return one_day(day) if back <= _FARTHEST_BACK else Period(day, forth, "week", about=True)


def _weekdays(reading: Reading, view: View) -> Period | None:
    numbers = _all(reading, "wv")
    first = _weekday(reading._replace(signs="w", values=(numbers[0],)), view)
    if first is None:
        return None
    return Period(first.first, first.first + timedelta(days=(numbers[1] - numbers[0]) % 7), "range", first.about)


def _day_word(reading: Reading, view: View) -> Period | None:
    if view.written is None or reading.before.endswith("X"):
        return None
    return one_day(view.written + timedelta(days=reading.values[0]))


def _ago(reading: Reading, view: View) -> Period | None:
    (unit,), number, written = _all(reading, "uUE"), _all(reading, "nadz")[0], view.written
    if written is None or not number or (reading.signs[0] != "a" and _LONG_NUMBER.search(reading.before)):
        return None
    if unit == DAY:
        return one_day(written - timedelta(days=number))
    if unit == WEEK:
        middle = written - timedelta(days=7 * number)
        return Period(middle - timedelta(days=3), middle + timedelta(days=3), "week", about=True)
    if unit == MONTH:
        months = written.year * 12 + written.month - 1 - number
        return whole_month(months // 12, months % 12 + 1)._replace(about=True)
    return whole_year(written.year - number)._replace(about=True) if unit == YEAR else None


def _unit(reading: Reading, view: View) -> Period | None:
    (unit,), written = _all(reading, "u"), view.written
    if written is None:
        return None
    step = _step(reading)
    if unit in {NIGHT, DAYTIME}:
        return one_day(written + timedelta(days=step)) if step <= 0 else None
    period = around(written, unit, step)
    if period and reading.signs[0] == "h":
        return period._replace(last=written, about=True)
    if period and reading.signs[0] == "j":
        return period._replace(first=written, about=True)
    return _part(period, reading)


def _quarter(reading: Reading, _view: View) -> Period | None:
    (year,), (number,), (unit,) = _all(reading, "y"), _all(reading, "O"), _all(reading, "u")
    if unit not in {QUARTER, HALF} or number > (4 if unit == QUARTER else 2):
        return None
    if unit == HALF:
        return stretch(year, number - 1, 6)._replace(precision="range", explicit=True)
    return stretch(year, number - 1, 3)._replace(explicit=True)


def _year_range(reading: Reading, _view: View) -> Period | None:
    years, ends = _all(reading, "y"), _all(reading, "dz")
    if not ends:
        plausible = years[0] < years[1] and years[0] in _YEARS and years[1] in _YEARS
    else:
        years.append(years[0] // 100 * 100 + ends[0])
        if years[1] <= years[0] and 1 <= ends[0] <= 12 and "-" in reading.signs:
            return whole_month(years[0], ends[0])._replace(explicit=True)
        plausible = years[0] < years[1] and years[0] in _YEARS
    return Period(date(years[0], 1, 1), date(years[1], 12, 31), "range", explicit=True) if plausible else None


def _decade(reading: Reading, _view: View) -> Period | None:
    (year,) = _all(reading, "yYz")
    year += 1900 * (year < 100)
    if year not in _YEARS or year % 10:
        return None
    part = next(iter(_all(reading, "e")), 0)
    first, last = ((0, 9), (0, 3), (4, 6), (7, 9))[part]
    return Period(date(year + first, 1, 1), date(year + last, 12, 31), "decade", about=bool(part), explicit=True)


def _year(reading: Reading, _view: View) -> Period | None:
    (year,) = _all(reading, "y")
    company = reading.before[-1:] in {"i", "f", "S"} or reading.signs[0] == "e"
    if year not in _YEARS or (year % 100 == 0 and not company):
        return None
    return _part(whole_year(year)._replace(explicit=True), reading)


_FORMS: dict[str, Callable[[Reading, View], Period | None]] = {
    "stamp": _stamp,
    "numeric": _numeric,
    "two_days": _named_range,
    "days": _named_range,
    "day": _day_of_month,
    "months": _named_range,
    "month": _month,
    "weekdays": _weekdays,
    "weekday": _weekday,
    "day_word": _day_word,
    "ago": _ago,
    "quarter": _quarter,
    "season": _season,
    "unit": _unit,
    "years": _year_range,
    "decade": _decade,
    "year": _year,
}


def _part(period: Period | None, reading: Reading) -> Period | None:
    """Give the early, middle or late third of a period, as far as the words say so."""
    parts = _all(reading, "e")
    if period is None or not parts:
        return period
    if period.precision == "month":
        first = period.first.replace(day=1 + 10 * (parts[0] - 1))
        last = period.last if parts[0] == 3 else first.replace(day=10 * parts[0])
        return period._replace(first=first, last=last, about=True)
    if period.precision == "year":
        third = stretch(period.first.year, parts[0] - 1, 4)
        return period._replace(first=third.first, last=third.last, about=True)
    return period._replace(about=True)


def _all(reading: Reading, signs: str) -> list[int]:
    return [value for sign, value in zip(reading.signs, reading.values, strict=True) if sign in signs]


def _has(reading: Reading, signs: str) -> bool:
    return any(sign in reading.signs for sign in signs)
