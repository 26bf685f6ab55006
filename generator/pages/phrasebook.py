"""The words of a digest's pages, in its language: phrases, counted things, numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar

from generator.pages.calendars import Calendar
from generator.pages.plurals import Rules, category


@dataclass(frozen=True, slots=True, eq=False)
class Phrasebook:
    """All words that the pages of a digest have besides its own; `mark` is a fingerprint by which two are the same.

    `counted` are phrases with a form for each category of numbers, which `rules` tell apart (CLDR). `digits` are empty
    where they are those of ASCII, `thousands` stands between groups of three.
    """

    language: str = "en"
    phrases: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rules: Rules = ()
    digits: str = ""
    thousands: str = ","
    calendar: Calendar = field(default_factory=Calendar)
    mark: str = ""
    known_by: ClassVar[str] = "mark"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrasebook) and self.mark == other.mark

    def __hash__(self) -> int:
        return hash(self.mark)

    def say(self, key: str, /, **values: object) -> str:
        """Give a phrase, with values in the places that have their names."""
        phrase = self.phrases[key]
        return phrase.format_map(values) if values else phrase

    def count(self, number: int, key: str, /, **values: object) -> str:
        """Give a phrase in the form that goes with a number, which stands at `{number}`."""
        if values:
            return self.form(number, key).format_map({"number": self.number(number), **values})
        return _counted(self, number, key)

    def form(self, number: int, key: str) -> str:
        """Give the form of a phrase that goes with a number."""
        return _form(self, number, key)

    def number(self, number: int) -> str:
        """Give a number in the digits of the language, in groups of three."""
        if 0 <= number < 1000:
            return self.in_digits(str(number))
        return self.in_digits(f"{number:,}".replace(",", self.thousands))

    def in_digits(self, text: str) -> str:
        """Give a text with the digits of the language."""
        return text.translate(_table(self.digits)) if self.digits else text

    def listed(self, parts: Sequence[str]) -> str:
        """Give parts in a row: `A, B, C`."""
        return self.phrases["comma"].join(parts)

    def month(self, number: int) -> str:
        """Give the name of a month as it stands alone."""
        return self.calendar.names["LLLL"][number - 1]

    def date(self, pattern: str, value: str) -> str:
        """Give a date (ISO 8601, as much of it as is known) by one of the calendar's patterns."""
        return _dated(self, self.calendar.patterns[pattern], value)

    def span(self, name: str, first: str, last: str) -> str:
        """Give the time from one date to another, nothing said twice, by one of the calendar's patterns."""
        one, other = self.calendar.spans[name]
        return _dated(self, one, first) + _dated(self, other, last)


# The same counts stand on page after page.
@lru_cache(4096)
def _form(phrases: Phrasebook, number: int, key: str) -> str:
    forms = phrases.counted[key]
    return forms.get(category(phrases.rules, number)) or forms["other"]


@lru_cache(4096)
def _counted(phrases: Phrasebook, number: int, key: str) -> str:
    return phrases.form(number, key).format_map({"number": phrases.number(number)})


@lru_cache(8)
def _table(digits: str) -> dict[int, str]:
    return {ord("0") + at: digit for at, digit in enumerate(digits)}


def _dated(phrases: Phrasebook, pattern: str, value: str) -> str:
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    number = year.lstrip("0")
    parts = {"y": number, "Y": number, "G": phrases.calendar.era}
    if month:
        at = int(month)
        parts |= {"M": str(at), "MM": month, **{form: names[at - 1] for form, names in phrases.calendar.names.items()}}
    if day:
        parts |= {"d": day.lstrip("0"), "dd": day}
    return phrases.in_digits(pattern % parts)
