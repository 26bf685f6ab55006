"""The sign of each word that dates are made of, by language: months are `m`, weekdays `w`, other words `x`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.text.calendar_words import CALENDARS, forms_of, language_of, other_digits
from generator.text.time_cues import FIRST_YEAR, LAST_YEAR

# The sign of each class of words. A number is its own class: `d` day of a month, `y` year, `Y` decade, `z` other.
_SIGNS = {
    "months": "m",
    "weekdays": "w",
    "short weekdays": "v",
    "day before": "D",
    "same day": "D",
    "day after": "D",
    "seasons": "s",
    "units": "u",
    "ordinals": "O",
    "articles": "a",
    "last": "L",
    "next": "N",
    "this": "T",
    "last after": "l",
    "next after": "r",
    "earlier": "h",
    "later": "j",
    "early": "e",
    "mid": "e",
    "late": "e",
    "ago": "g",
    "ago before": "G",
    "of": "o",
    "in": "i",
    "on": "q",
    "by": "p",
    "from": "f",
    "between": "b",
    "to": "t",
    "and": "&",
    "about": "A",
    "decades": "E",
    "ahead": "F",
    "said": "B",
    "names": "C",
    "every": "C",
    "numbers": "n",
    "clause": "R",
    "decade ending": "Z",
    "since": "S",
    "had": "P",
}
# Classes whose words are of one meaning each have that meaning's number.
_VALUES = {"day before": -1, "same day": 0, "day after": 1, "early": 1, "mid": 2, "late": 3, "decades": 7}
# What becomes of a sign where the word has a star.
_COMMON = {"m": "k", "w": "v", "u": "U"}

_CLOCK = ("gmt", "utc", "est", "edt", "cet", "hours", "hrs", "uhr", "h")
_MARKS = {
    **{mark: mark for mark in ",.-/:'()"},
    **dict.fromkeys("–", "-"),
    **dict.fromkeys("’", "'"),
    **dict.fromkeys("$€£¥#+№§", "$"),
    **dict.fromkeys(";!?…—", ";"),
    **dict.fromkeys("%°", "%"),
}


class Calendar(NamedTuple):
    """What a language calls the times, made ready: the sign and the number of each word, and what is a word."""

    signs: _Signs
    values: dict[str, int]
    token: re.Pattern[str]
    pieces: _Pieces
    cut: _Cut
    phrases: re.Pattern[str]


# So many words of no more than so many characters are looked up rather than looked at; a text has a few hundred.
_REMEMBERED, LONGEST = 40_000, 30
# The sign of a blank that may be part of a phrase: "end of".
AT_BLANK = "\0"
# Languages in which a large letter tells a noun, and no name.
_LARGE_NOUNS = frozenset({"de"})
# Endings of the future tense, where few other words have them, and these few.
_FUTURE = {
    "fr": ("ront", "era", "ira", "dra"),
    "es": ("rá", "rán"),
    "it": ("rà", "ranno"),
    "pt": ("rá",),
}
_NO_FUTURE = frozenset({"front", "affront", "camera", "hydra"})


class _Signs(dict[str, str]):
    """The signs of tokens; of a word that is in no class, whether it is written large or ends as the future does."""

    large = "X"
    future: tuple[str, ...] = ()

    def __missing__(self, token: str) -> str:
        word = token.rstrip()
        first = word[:1]
        small = "F" if word.endswith(self.future) and word not in _NO_FUTURE else "x"
        letter = self.large if first.isupper() else small
        sign = self.get(word) or (letter if first.isalpha() else "z" if first.isdigit() else "*")
        if len(self) < _REMEMBERED and len(token) <= LONGEST:
            self[token] = sign
        return sign


class _Pieces(dict[str, str]):
    """The signs of all that stands between two blanks; with `AT_BLANK` where a phrase may go on or it is long."""

    def __init__(self, signs: _Signs, token: re.Pattern[str], phrases: list[str]) -> None:
        self._signs, self._token = signs, token
        self._begun = tuple([phrase.partition(" ")[0] for phrase in phrases])

    def __missing__(self, piece: str) -> str:
        signs = "".join(map(self._signs.__getitem__, self._token.findall(piece)))
        if piece.endswith(self._begun) or piece[:1].isspace() or len(piece) > LONGEST:
            signs += AT_BLANK
        if len(self) < _REMEMBERED and len(piece) <= LONGEST:
            self[piece] = signs
        return signs


class _Cut(dict[tuple[tuple[str, ...], int, int], tuple[int, int, tuple[int, ...]]]):
    """What some tokens are among those of a few pieces: the characters before and behind them, the numbers they tell.

    Which they are is told by how many tokens stand before them, and how many they are.
    """

    def __init__(self, values: dict[str, int], token: re.Pattern[str]) -> None:
        self._values, self._token = values, token

    def __missing__(self, place: tuple[tuple[str, ...], int, int]) -> tuple[int, int, tuple[int, ...]]:
        pieces, skipped, count = place
        tokens = [token for piece in pieces for token in self._token.findall(piece)]
        words = tokens[skipped : skipped + count]
        before = len("".join(tokens[:skipped]))
        behind = len("".join(tokens[skipped + count :])) + len(words[-1]) - len(words[-1].rstrip())
        found = before, behind, tuple([self._values.get(word.rstrip(), 0) for word in words])
        if len(self) < _REMEMBERED and sum(map(len, pieces)) <= LONGEST:
            self[place] = found
        return found


@lru_cache(maxsize=64)
def calendar_of(lang: str) -> Calendar:
    """Give the calendar of a language (`en`, `de-AT`; none is English); of one not in the tables, numbers alone."""
    language = language_of(lang)
    signs, values = _Signs(_MARKS), dict[str, int]()
    signs.large = "x" if language in _LARGE_NOUNS else "X"
    signs.future = _FUTURE.get(language, ())
    for number, sign, value in _numbers():
        for written in (number, number.translate(other_digits(language))):
            signs[written], values[written] = sign, value
    phrases = set[str]()
    for name in filter(_SIGNS.__contains__, CALENDARS.get(language, {})):
        for form, (_, place, common) in forms_of(language, name):
            phrases |= {form} if not form.isalpha() else set()
            # A word of two classes is the one that stands first in the list.
            if form not in signs:
                signs[form] = _COMMON.get(_SIGNS[name], _SIGNS[name]) if common else _SIGNS[name]
                values[form] = _VALUES.get(name, place)
    token = _token(phrases)
    spaced = sorted(phrase for phrase in phrases if " " in phrase)
    return Calendar(
        signs,
        values,
        token,
        _Pieces(signs, token, spaced),
        _Cut(values, token),
        _any_of([(" ", r"[^\S ]"), *((phrase, "") for phrase in spaced)]),
    )


def _any_of(words: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """Give the pattern of any of some words, each with what is behind it.

    Branches that begin with a letter each are tried at these letters alone: 12 µs an article instead of 300.
    """
    rests: dict[str, list[str]] = {}
    for word, behind in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + behind)
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


def _token(phrases: set[str]) -> re.Pattern[str]:
    """Give the pattern that parts a text into words and signs, each with the blanks behind it, so that none is lost."""
    by_length = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    longest_first = "".join(rf"{re.escape(phrase)}(?!\w)|" for phrase in by_length)
    number = r"1°(?!\s*[^\W\d_](?![^\W\d_]))|\d++(?:st|nd|rd|th|er|º|s)?+(?![^\W\d_])|\d++"
    return re.compile(rf"(?:{longest_first}{number}|[^\W\d_]+|.)\s*", re.DOTALL)


def _numbers() -> Iterator[tuple[str, str, int]]:
    yield from (("1er", "d", 1), ("1º", "d", 1), ("1°", "d", 1))
    for number in range(1, 32):
        for token in (f"{number}", f"{number:02}", f"{number}st", f"{number}nd", f"{number}rd", f"{number}th"):
            yield token, "d", number
    for number in range(FIRST_YEAR, LAST_YEAR + 1):
        yield f"{number}", "y", number
        if number % 10 == 0:
            yield f"{number}s", "Y", number
            yield f"{number}er", "Y", number
    for number in range(32, 1000):
        yield f"{number}", "z", number
    for word in _CLOCK:
        yield word, "H", 0
        yield word.upper(), "H", 0
