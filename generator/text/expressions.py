"""Expressions of time in a sentence, and the days that each may mean, as seen from the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.text.eastern_times import EASTERN, eastern_readings
from generator.text.periods import Precision
from generator.text.time_forms import View, resolve
from generator.text.time_grammar import Reading, readings_of

# Words that point ahead in the clause before an expression, unless somebody says something in between: "will rule on
# Friday", "will be announced on Friday", but not "would rule, he said on Friday".
_AHEAD_BEFORE = re.compile(r"F(?:x?B)?[^BR,.;:()]*$")
# "By Friday" is to come, but not in "by Friday, six had come".
_BY = re.compile(r"p[aq]*$")
_HAD_BEFORE, _HAD_AFTER = re.compile(r"P[^BR,.;:()]*$"), re.compile(r"[^BR.;:()]*P")
# An expression that opens a clause has its verb behind it: "On Friday, the court will rule."
_OPENS = re.compile(r"(?:^|[,;:.(])[ipqo]?$")
_AHEAD_AFTER = re.compile(r",?[^BR,.;:()]*F")
_ABOUT_BEFORE = re.compile(r"A[aq]?$")


class Expression(NamedTuple):
    """Words that tell a time, and the days they may mean, both ends included.

    `precision` is how exactly the words tell it (the types of TIMEX3, and `range` where both ends are named). `about`:
    not to be taken to the day or year. `explicit`: it names its year itself. `ahead`: it lies after the article's day.
    `form`: the kind of words it is made of (`weekday`, `day_word`).
    """

    start: int
    end: int
    words: str
    first: date
    last: date
    precision: Precision
    about: bool
    explicit: bool
    ahead: bool
    form: str

    @property
    def edtf(self) -> str:
        """The days as front matter has them: `2015-12-15`, `2015-12`, `2015`, or a range, with `~` for about."""
        first, last = self.first.isoformat(), self.last.isoformat()
        if first == last:
            value = first
        elif self.first.day > 1 or self.last.day < monthrange(self.last.year, self.last.month)[1]:
            value = f"{first}/{last}"
        elif first[:7] == last[:7]:
            value = first[:7]
        elif first[:4] == last[:4] and first[5:7] == "01" and last[5:7] == "12":
            value = first[:4]
        else:
            value = f"{first[:7]}/{last[:7]}"
        return value + "~" * self.about


def find_expressions(
    sentence: str, written: date | None, *, lang: str = "en", leaving: frozenset[str] = frozenset()
) -> tuple[Expression, ...]:
    """Give the expressions of time in a sentence of an article published on the day `written`, in order.

    Without that day only those are given that name their year. Rules over classes of words, as in HeidelTime (Strötgen
    and Gertz, 2010); what stays uncertain is given as a longer period, and what no calendar has is left out.
    So is what is of a form in `leaving`.
    """
    found: list[Expression] = []
    english = lang[:2] in {"", "en"}
    for reading in _readings(sentence, lang, leaving):
        ahead = _looks_ahead(reading)
        period = resolve(reading, View(written, ahead, english))
        if period is not None:
            first, last, precision, about, explicit = period
            start, end = reading.start, reading.end
            found.append(
                Expression(
                    start,
                    end,
                    sentence[start:end],
                    first,
                    last,
                    precision,
                    about or _ABOUT_BEFORE.search(reading.before[-2:]) is not None,
                    explicit,
                    ahead if written is None else first > written,
                    reading.form,
                )
            )
    return tuple(found)


def _readings(sentence: str, lang: str, leaving: frozenset[str]) -> Iterable[Reading]:
    if lang[:2] in EASTERN:
        return [reading for reading in eastern_readings(sentence) if reading.form not in leaving]
    return readings_of(sentence, lang, leaving=leaving)


def _looks_ahead(reading: Reading) -> bool:
    before, after = reading.before, reading.after
    if "F" in before and _AHEAD_BEFORE.search(before):
        return True
    if "p" in before and _BY.search(before):
        return not ("P" in before and _HAD_BEFORE.search(before)) and not ("P" in after and _HAD_AFTER.match(after))
    return "F" in after and _OPENS.search(before) is not None and _AHEAD_AFTER.match(after) is not None
