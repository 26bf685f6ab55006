"""Find the words of a sentence that tell a time: each word becomes one sign, and patterns of signs are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from generator.text.time_signs import AT_BLANK, LONGEST, calendar_of, may_tell

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
    "stamp": r"(?<![dyz./-])(?:y-d-d|y/d/d|y\.d\.d)(?![y/-]|[dz](?!:))",
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
# One of these signs is in each form, and two other words, which are in none, part one run of signs from the next.
_HEAD = re.compile(r"[mkwvDuUsyYE/][^xX]*+")
# So many signs around a time tell whether it looks ahead.
_BEFORE, _AFTER = 20, 12
# A language has some hundreds of runs.
_REMEMBERED = 20_000


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


class _Spans(dict[str, tuple[tuple[int, int, str], ...]]):
    """Where in a run of signs each form stands."""

    def __missing__(self, run: str) -> tuple[tuple[int, int, str], ...]:
        spans = tuple([(*found.span(), str(found.lastgroup)) for found in _TIME.finditer(run)])
        if len(self) < _REMEMBERED and len(run) <= LONGEST:
            self[run] = spans
        return spans


_SPANS = _Spans()


def readings_of(sentence: str, lang: str, *, leaving: frozenset[str] = frozenset()) -> list[Reading]:
    """Give what tells a time in a sentence, in order, none of it overlapping; but nothing of the forms in `leaving`."""
    calendar = calendar_of(lang)
    if not may_tell(sentence, calendar):
        return []
    # What stands between blanks is looked up in one go, and only what tells a time is cut into words: 8 µs a sentence
    # instead of 18. A long piece is cut up with its sentence, or each of its times would cut it anew.
    pieces, gap = sentence.split(" "), 1
    signs_of = list(map(calendar.pieces.__getitem__, pieces))
    signs = "".join(signs_of)
    if AT_BLANK in signs or not pieces[0]:
        if sentence[:1].isspace() or max(map(len, pieces)) > LONGEST or calendar.phrases.search(sentence):
            pieces, gap = calendar.token.findall(sentence), 0
            signs_of = list(map(calendar.signs.__getitem__, pieces))
        else:
            signs_of = [each.rstrip(AT_BLANK) for each in signs_of]
        signs = "".join(signs_of)
    found: list[Reading] = []
    first_signs: list[int] = []
    ended = at = start = 0
    for head in _HEAD.finditer(signs):
        # From behind the word before, or from it where it is written large. To begin at the heads, of which a sentence
        # has few, takes half the time of trying each sign.
        begun = max(signs.rfind("x", ended, head.start()) + 1, signs.rfind("X", ended, head.start()), ended)
        ended = head.end()
        for begins, ends, form in _SPANS[signs[begun:ended]]:
            if form in leaving:
                continue
            first, last = begun + begins, begun + ends
            first_signs = first_signs or [*accumulate(map(len, signs_of), initial=0)]
            before, at = at, bisect_right(first_signs, first) - 1
            to = bisect_right(first_signs, last - 1, at) - 1
            start += sum(map(len, pieces[before:at])) + gap * (at - before)
            skipped, left, values = calendar.cut[(*pieces[at : to + 1],), first - first_signs[at], last - first]
            end = start + sum(map(len, pieces[at : to + 1])) + gap * (to - at) - left
            around = signs[max(0, first - _BEFORE) : first], signs[last : last + _AFTER]
            found.append(Reading(start + skipped, end, form, signs[first:last], values, *around))
    return found
