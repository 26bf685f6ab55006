"""Find the words of a sentence that tell a time: each word becomes one sign, and patterns of signs are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.text.time_signs import calendar_of, may_tell

# A month, the year behind it, the weekday before a day; "early", "mid-", "the end of".
_M, _Y, _W, _PART = (
    r"(?:m|k(?:\.(?=[,oady&t-]))?)",
    r"(?:,?o{0,2}y(?![.,]z|-[dy]))?",
    r"(?:T?[wv]\.?,?q?a?)?",
    r"e[-oai]{0,3}",
)
# A day before its month, and one behind it; `_FREE` of them are pieces of a longer number, of a time or of a sum.
_DM, _MD, _FREE = rf"d\.?o{{0,2}}{_M}", rf"{_M}a?d(?![:%/]|[.,]?z|\.d)", r"(?<![:.$dz/-])"
# "In May 12 people died" names no day. Of forms that begin alike the longest stands first.
_PATTERNS = {
    "stamp": r"(?<![dyz./-])(?:y-d-d|y/d/d|y\.d\.d)(?![dyz/-])",
    "numeric": r"(?<![./-])(?:d/d/[ydz]|d\.d\.y|d-d-y)(?![/-])",
    "two_days": rf"{_W}(?:{_MD}{_Y}[-t]{_MD}|{_FREE}{_DM}{_Y}[-t]{_DM}|(?<=b)(?:{_MD}&{_MD}|{_DM}&{_DM})){_Y}",
    "days": rf"{_W}(?:{_M}d[-t&]a?d(?![:%/d]|[.,]?z|\.d)|{_FREE}d\.?[-t&]a?{_DM}){_Y}",
    "day": rf"{_W}(?:{_FREE}{_DM}{_Y}|(?<!i){_MD}{_Y}|{_MD},?y)",
    "months": rf"{_M}[-t&]{_M},?o{{0,2}}y(?!-[dy])|(?<=f){_M}t{_M}|(?<=b){_M}&{_M}|m-m",
    "month": rf"(?:{_PART})?{_M},?o{{0,2}}y(?![.,]z|-[dy])|(?:{_PART}|[LlNrT])[mk]|[mk][lr]|m|(?<=[iabfS])k",
    "weekdays": r"(?<=[fo])wtw|(?<=b)w&w|w-w",
    "weekday": r"[LlNrT][wv]|[wv][lr]|(?<!C)w|(?<=i)v",
    "day_word": r"D",
    "ago": r"[nadz][uUE]g|G[nadz][uUE]",
    "quarter": r"Ouo{0,2}a?y",
    "season": rf"(?:{_PART})?so{{0,2}},?y|[LlNrT]s|s[lr]",
    "unit": rf"[hj]Tu|(?:{_PART})?(?<!a)[LN]u|(?:{_PART})?[lrT]u|(?:{_PART})?u[lr]|eo?au(?!o)",
    "years": r"(?<![dyz./:$-])(?:y[-t]y|(?<=b)y&y|y[-/][dz])(?![dz/-])",
    "decade": r"(?:e[-oai]{0,3})?(?:Y|y-Z)|Eo?[yz]",
    "year": r"(?:e[-oai]{0,3}|(?<![Xdyz./:$AF%-]))y(?!y|[-/.][dyz]|,z|-Z|H|%)",
}
# The look ahead spares most words the trial of every pattern.
_ANY = "|".join(f"(?P<{form}>{pattern})" for form, pattern in _PATTERNS.items())
_TIME = re.compile(rf"(?=[^xX,.:*'BFRo&q;()])(?:{_ANY})")


class Reading(NamedTuple):
    """Tokens that tell a time: where they stand, their form, their signs, and the number behind each sign.

    `before` and `after` are the signs around them.
    """

    start: int
    end: int
    form: str
    signs: str
    values: tuple[int, ...]
    before: str
    after: str


def readings_of(sentence: str, lang: str) -> Iterator[Reading]:
    """Give what tells a time in a sentence, in order, none of it overlapping."""
    calendar = calendar_of(lang)
    if not may_tell(sentence, calendar):
        return
    tokens = calendar.token.findall(sentence)
    signs = "".join(map(calendar.signs.__getitem__, tokens))
    start, seen = 0, 0
    for found in _TIME.finditer(signs):
        first, last = found.span()
        start, seen = start + len("".join(tokens[seen:first])), first
        words = tokens[first:last]
        yield Reading(
            start,
            start + len("".join(words).rstrip()),
            str(found.lastgroup),
            found[0],
            tuple([calendar.values.get(word.rstrip(), 0) for word in words]),
            signs[max(0, first - 20) : first],
            signs[last : last + 12],
        )
