"""Expressions of time in a sentence, and the days that each may mean, as seen from the day of publication."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.text.eastern_times import EASTERN, eastern_readings
from generator.text.periods import Precision
from generator.text.time_cues import may_tell
from generator.text.time_forms import resolve
from generator.text.time_grammar import Reading, readings_of


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
    if lang[:2] not in EASTERN and not may_tell(sentence, lang):
        return ()
    return expressions_in(sentence, written, lang=lang, leaving=leaving)


def expressions_in(
    sentence: str, written: date | None, *, lang: str = "en", leaving: frozenset[str] = frozenset()
) -> tuple[Expression, ...]:
    """Give what `find_expressions` gives, of a sentence that is known to have words for a time."""
    found: list[Expression] = []
    english = lang[:2] in {"", "en"}
    for reading in _readings(sentence, lang, leaving):
        period = resolve(reading, written, english=english)
        if period is not None:
            start, end, form, *_, ahead = reading
            first, last, precision, about, explicit = period
            to_come = ahead if written is None else first > written
            words = sentence[start:end]
            found.append(Expression(start, end, words, first, last, precision, about, explicit, to_come, form))
    return tuple(found)


def _readings(sentence: str, lang: str, leaving: frozenset[str]) -> Iterable[Reading]:
    if lang[:2] in EASTERN:
        return [reading for reading in eastern_readings(sentence) if reading.form not in leaving]
    return readings_of(sentence, lang, leaving=leaving)
