"""Tell whether a text has words that dates are made of, before it is cut into signs: most have none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.text.calendar_words import forms_of, language_of, other_digits
from generator.text.periods import MONTH
from generator.text.words import TO_BLANKS, letters_of

# In every expression is a word of the first of these, or a year, or a word of the second and one of the third.
_HEADS = ("months", "weekdays", "day before", "same day", "day after")
_UNITS = ("units", "decades", "seasons")
_TURNS = ("last", "next", "this", "last after", "next after", "ago", "ago before", "early", "late", "decades")
# A month is told by its name, by the part beside a year, or as the last one; so near stand the words of an expression.
_BESIDE, _NEAR = ("early", "mid", "late", "seasons", "last", "last after"), 40
_UNSPACED_MONTHS = ("月", "월")
FIRST_YEAR, LAST_YEAR = 1000, 2199
_OURS = "0123456789"

_PARTING = re.compile(r"\W")
# Letters by script, those first that texts have few of; of capitals and accents they have fewer still.
_RARE_FIRST = "qjxzkvygmwfpbchludsrnitoae ёъфщэґїєцюшхжйчбыьзгяупмдквлртсиніеао ظغضذثءؤئإآطخزشصحجكقدفسعبهتأنرموىةيلا"
_LETTER = r"[^\W\d_]"


class _Heads(NamedTuple):
    """The words of times, as they stand between signs and blanks."""

    heads: frozenset[bytes]
    units: frozenset[bytes]
    turns: frozenset[bytes]


class _Months(NamedTuple):
    """What finds the name of a month, or else, with a group, what needs a word `beside` it to tell one."""

    cue: re.Pattern[str]
    beside: re.Pattern[str]


def may_tell(sentence: str, lang: str) -> bool:
    """Tell whether a sentence has a word that dates are made of. Most have none, which is told in 2 µs."""
    plain = letters_of(sentence)
    if plain is None or "/" in sentence:
        return True
    heads, units, turns = _heads_of(lang)
    words = plain.translate(TO_BLANKS).split()
    if not heads.isdisjoint(words):
        return True
    return not units.isdisjoint(words) and not turns.isdisjoint(words)


def may_name_month(text: str, lang: str) -> bool:
    """Tell whether a text has words for a month or a part of a year: "May", "last month", "early 2014"."""
    cue, beside = _months_of(lang)
    found = cue.search(text)
    while found and found.lastindex:
        if beside.search(text, max(0, found.start() - _NEAR), found.end() + _NEAR):
            return True
        found = cue.search(text, found.end())
    return found is not None


@lru_cache(maxsize=64)
def _heads_of(lang: str) -> _Heads:
    language = language_of(lang)
    heads, units, turns = (
        frozenset(_PARTING.split(form)[0].encode() for name in names for form, _ in forms_of(language, name))
        for names in (_HEADS, _UNITS, _TURNS)
    )
    return _Heads(heads | frozenset(each.encode() for each in _years(language)), units, turns)


def _years(language: str) -> Iterator[str]:
    for number in range(FIRST_YEAR, LAST_YEAR + 1):
        for year in (f"{number}", f"{number}s", f"{number}er")[: 1 if number % 10 else 3]:
            yield year
            yield year.translate(other_digits(language))


@lru_cache(maxsize=64)
def _months_of(lang: str) -> _Months:
    language = language_of(lang)
    named = _patterns(form for form, _ in forms_of(language, "months")) or [*_UNSPACED_MONTHS]
    months = _patterns(form for form, unit in forms_of(language, "units") if unit.place == MONTH)
    theirs = _OURS.translate(other_digits(language))
    years = [f"{digits[first]}[{digits}]{{3}}" for digits in dict.fromkeys((_OURS, theirs)) for first in (1, 2)]
    beside = _patterns(form for name in _BESIDE for form, _ in forms_of(language, name))
    return _Months(_any_of([*named, *[f"{each}()" for each in (*years, *months)]]), _any_of(beside))


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or "(?!)")


def _patterns(words: Iterable[str]) -> list[str]:
    """Give patterns of whole words, one for all that have the same rarest letter.

    Only at such letters is anything tried: 15 µs an article, where each limit of a word takes 300.
    """
    tried: dict[str, dict[str, list[str]]] = {}
    for word in words:
        at = min(range(len(word)), key=lambda place: _RARE_FIRST.find(word[place]))
        tried.setdefault(word[at], {}).setdefault(word[: at + 1], []).append(re.escape(word[at + 1 :]))
    return [f"{re.escape(letter)}(?:{'|'.join(map(_rest, begun.items()))})" for letter, begun in tried.items()]


def _rest(begun: tuple[str, list[str]]) -> str:
    beginning, rests = begun
    return rf"(?<=(?<!{_LETTER}){re.escape(beginning)})(?:{'|'.join(rests)})(?!{_LETTER})"
