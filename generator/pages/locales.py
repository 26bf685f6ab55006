"""What Babel knows of a language: how it words dates, tells numbers apart, and writes digits (CLDR).

Babel's own `Locale` is not asked: where a language says nothing and CLDR has an alias, it gives the names of whatever
language the process asked for first (2.18). So its files are read here, each by itself, nearest language first.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from babel.core import get_global
from babel.dates import parse_pattern, split_interval_pattern
from babel.localedata import Alias, resolve_locale_filename

from generator.errors import nearest
from generator.pages.calendars import Calendar
from generator.pages.plurals import Rules

_TAG = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*").fullmatch
# The zero of each system of digits that some language of CLDR has as its own.
_ZEROS = {
    "adlm": 0x1E950,
    "arab": 0x660,
    "arabext": 0x6F0,
    "beng": 0x9E6,
    "cakm": 0x11136,
    "deva": 0x966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "rohg": 0x10D30,
    "tibt": 0xF20,
}
_NAMES = {"MMMM": ("format", "wide"), "MMM": ("format", "abbreviated"), "MMMMM": ("format", "narrow")}
_NAMES |= {"LLLL": ("stand-alone", "wide"), "LLL": ("stand-alone", "abbreviated")}
# What a pattern may ask for: of a year, of a month, of a day.
_YEAR = {"y", "Y", "G"}
_MONTH = {*_YEAR, *_NAMES, "M", "MM"}
_DAY = {*_MONTH, "d", "dd"}
_FIELDS = {"year": _YEAR, "years": _YEAR, "month": _MONTH, "short_month": _MONTH}
_FIELDS |= {"months": _MONTH, "months_of_years": _MONTH}
# Which of CLDR's skeletons words a date, and which part of an interval's says where its two ends differ.
_SKELETONS = {"month": "yMMMM", "year": "y", "short_day": "MMMd", "short_month": "yMMM"}
_INTERVALS = {
    "days": ("yMMMd", "d"),
    "days_of_months": ("yMMMd", "M"),
    "days_of_years": ("yMMMd", "y"),
    "months": ("yMMMM", "M"),
    "months_of_years": ("yMMMM", "y"),
    "years": ("y", "y"),
}
_PATTERNS = ("day", *_SKELETONS, *_INTERVALS)
# An interval's pattern for days has short names of months, and a span in a text has room for long ones.
_SHORT = re.compile(r"(?<![ML])(MMM|LLL)(?![ML])")


class Customs(NamedTuple):
    """What a language does with dates and numbers."""

    calendar: Calendar
    rules: Rules
    digits: str
    thousands: str


def customs_of(language: str, patterns: Mapping[str, str]) -> Customs:
    """Give the customs of a language (a BCP 47 tag); `patterns` for dates take the place of CLDR's.

    Raises `ValueError` for a pattern that words no date.
    """
    for name in patterns.keys() - set(_PATTERNS):
        raise ValueError(f"{name}: is no pattern{nearest(name, _PATTERNS)}")
    chain = [*_chain(language), _read("root")]
    system = _find(chain, "default_numbering_system")
    zero = _ZEROS.get(system)
    return Customs(
        calendar=_calendar(chain, patterns),
        rules=rules_of(language),
        digits="".join(chr(zero + at) for at in range(10)) if zero else "",
        thousands=_find(chain, "number_symbols", "latn", "group"),
    )


def rules_of(language: str) -> Rules:
    """Give the rules by which a language tells numbers apart."""
    plural = _find([*_chain(language), _read("root")], "plural_form")
    return tuple(sorted(plural.rules.items()))


def name_of_language(tag: str, language: str) -> str:
    """Give the name of a language (a BCP 47 tag) in another; one that nobody knows stands as it is written."""
    chain = [*_chain(language), _read("root")]
    return str(_find(chain, "languages", tag.replace("-", "_")) or _find(chain, "languages", tag.lower()) or tag)


def _chain(language: str) -> Iterator[dict[str, Any]]:
    """Give the data of a language, then of those that it takes over what it does not say itself; none if unknown."""
    name = language.replace("-", "_") if _TAG(language) else ""
    while name and name != "root":
        if Path(resolve_locale_filename(name)).is_file():
            yield _read(name)
        name = get_global("parent_exceptions").get(name) or name.rpartition("_")[0]


@lru_cache(8)
def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = pickle.loads(Path(resolve_locale_filename(name)).read_bytes())  # noqa: S301 - Babel's own
    return data


def _find(chain: list[dict[str, Any]], *path: str | int | None) -> Any:
    """Give the nearest value at a path."""
    return next((value for data in chain if (value := _at(data, path)) is not None), None)


def _at(data: Any, path: tuple[str | int | None, ...]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return None if isinstance(data, Alias) else data


def _calendar(chain: list[dict[str, Any]], own: Mapping[str, str]) -> Calendar:
    patterns = {"day": _pattern("day", own.get("day") or str(_find(chain, "date_formats", "long").pattern))}
    for name, skeleton in _SKELETONS.items():
        patterns[name] = _pattern(name, own.get(name) or str(_find(chain, "datetime_skeletons", skeleton).pattern))
    spans = {}
    for name, (skeleton, differing) in _INTERVALS.items():
        parts = split_interval_pattern(own[name]) if name in own else _interval(chain, skeleton, differing)
        if len(parts) != 2:
            raise ValueError(f"{name}: '{own.get(name)}' words no span (write for example 'd MMMM – d MMMM y')")
        spans[name] = (_pattern(name, parts[0]), _pattern(name, parts[1]))
    names = {form: _names(chain, *place) for form, place in _NAMES.items()}
    return Calendar(names, _find(chain, "eras", "abbreviated", 1) or "", patterns, spans)


def _interval(chain: list[dict[str, Any]], skeleton: str, differing: str) -> list[str]:
    parts = _find(chain, "interval_formats", skeleton, differing) or []
    if len(parts) != 2:  # a language that words this interval by one pattern, or not at all
        whole = str(_find(chain, "datetime_skeletons", skeleton).pattern)
        parts = _find(chain, "interval_formats", None).replace("{0}", whole).split("{1}")[:1]
        parts.append(whole)
    return [_SHORT.sub(lambda found: found[0] + found[0][0], part) for part in parts]


def _pattern(name: str, pattern: str) -> str:
    made = str(parse_pattern(pattern).format)
    odd = set(re.findall(r"%\((\w+)\)s", made)) - _FIELDS.get(name, _DAY)
    if odd:
        mend = "of a day there are d, MMMM, MMM and y; a month has no d, a year no month"
        raise ValueError(f"{name}: '{pattern}' asks for {', '.join(sorted(odd))} ({mend})")
    return made


def _names(chain: list[dict[str, Any]], form: str, width: str) -> tuple[str, ...]:
    """Give the names of months: one that stands alone is like one in a date, a short one like a long, if unknown."""
    names: dict[int, str] = {}
    for place in ((form, width), ("format", width), ("format", "wide")):
        for data in chain:
            names = {**(_at(data, ("months", *place)) or {}), **names}
        if len(names) == 12 and place[1] == width:
            break
    return tuple(names[month] for month in range(1, 13))
