"""Expressions of time in a sentence, and the days that each may mean, as seen from the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.model import When
from generator.text.periods import Precision
from generator.text.time_forms import View, resolve
from generator.text.time_grammar import Reading, readings_of

# Words that point ahead in the clause before an expression, unless somebody says something in between: "will rule on
# Friday", "will be announced on Friday", but not "would rule, he said on Friday".
_AHEAD_BEFORE = re.compile(r"F(?:x?B)?[^BR,.;:()]*$|p[aq]*$")
# An expression that opens a clause has its verb behind it: "On Friday, the court will rule."
_OPENS = re.compile(r"(?:^|[,;:.(])[ipqo]?$")
_AHEAD_AFTER = re.compile(r",?[^BR,.;:()]*F")
_ABOUT_BEFORE = re.compile(r"A[aq]?$")


@dataclass(frozen=True, slots=True)
class Expression:
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
        day = self.first.isoformat()
        for value in (day, day[:7], day[:4]):
            if When(value, "stated in text").last == self.last and When(value, "stated in text").first == self.first:
                return value + "~" * self.about
        months = f"{day[:7]}/{self.last.isoformat()[:7]}"
        if When(months, "stated in text").last == self.last and self.first.day == 1:
            return months + "~" * self.about
        return f"{day}/{self.last.isoformat()}" + "~" * self.about


def find_expressions(sentence: str, written: date | None, *, lang: str = "en") -> tuple[Expression, ...]:
    """Give the expressions of time in a sentence of an article published on the day `written`, in order.

    Without that day only those are given that name their year. Rules over classes of words, as in HeidelTime (Strötgen
    and Gertz, 2010); what stays uncertain is given as a longer period, and what no calendar has is left out.
    """
    found: list[Expression] = []
    for reading in readings_of(sentence, lang):
        ahead = _looks_ahead(reading)
        period = resolve(reading, View(written, ahead, english=lang[:2] in {"", "en"}))
        if period is not None:
            lies_ahead = ahead if written is None else period.first > written
            about = period.about or bool(_ABOUT_BEFORE.search(reading.before))
            found.append(
                Expression(
                    reading.start,
                    reading.end,
                    sentence[reading.start : reading.end],
                    period.first,
                    period.last,
                    period.precision,
                    about,
                    period.explicit,
                    lies_ahead,
                    reading.form,
                )
            )
    return tuple(found)


def _looks_ahead(reading: Reading) -> bool:
    if _AHEAD_BEFORE.search(reading.before):
        return True
    return bool(_OPENS.search(reading.before) and _AHEAD_AFTER.match(reading.after))
