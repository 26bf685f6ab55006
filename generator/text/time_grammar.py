"""Find the words of a sentence that tell a time: each word becomes one sign, and patterns of signs are looked for."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.text.time_signs import AT_BLANK, LONGEST, calendar_of

# "Last year", "of this year", "de l'année dernière".
_TURNED = r"o{0,2}'?a?(?:[LlNrT]u|u[lrT])"
# A month, the year behind it, the weekday before a day; "early", "mid-", "the end of".
_M, _Y, _W, _PART = (
    r"(?:m|k(?:\.(?=[,oady&t-]))?)",
    rf"(?:,?o{{0,2}}y(?![.,]z|-[dy])|{_TURNED})?",
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
    "days": rf"{_W}(?:{_M}d[-t&][ao]?d(?![:%/d]|[.,]?z|\.d)|{_FREE}d\.?[-t&][ao]?{_DM}){_Y}",
    "day": rf"{_W}(?:{_FREE}{_DM}{_Y}|(?<!i){_MD}{_Y}|{_MD},?y)",
    "months": rf"{_M}[-t&]{_M},?o{{0,2}}y(?!-[dy])|(?:{_M}o?yt|(?<=b){_M}o?y&){_M}o?y(?!-[dy])|"
    rf"(?<=f){_M}t{_M}|(?<=b){_M}&{_M}|m-m",
    "month": rf"(?:{_PART})?{_M}(?:,?o{{0,2}}y(?![.,]z|-[dy])|{_TURNED})|"
    rf"(?:{_PART}|[LlNrT])[mk]|[mk][lr]|(?<!C)m|(?<=[iabfS])k|(?<=p)k(?!X)",
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
# So many signs around a time tell whether it looks ahead, and so many what it means.
_FAR, _NEAR = (20, 12), (2, 1)
# Words that point ahead in the clause before an expression, unless somebody says something in between: "will rule on
# Friday", "will be announced on Friday", but not "would rule, he said on Friday".
_AHEAD_BEFORE = re.compile(r"F(?:x?B)?[^BR,.;:()]*$")
# "By Friday" is to come, but not in "by Friday, six had come".
_BY = re.compile(r"p[aq]*$")
_HAD_BEFORE, _HAD_AFTER = re.compile(r"P[^BR,.;:()]*$"), re.compile(r"[^BR.;:()]*P")
# An expression that opens a clause has its verb behind it: "On Friday, the court will rule."
_OPENS = re.compile(r"(?:^|[,;:.(])[ipqo]?$")
_AHEAD_AFTER = re.compile(r",?[^BR,.;:()]*F")
# A language has some hundreds of runs.
_REMEMBERED = 20_000


class Reading(NamedTuple):
    """Tokens that tell a time: where they stand, their form, their signs, and the number behind each sign.

    `before` and `after` are the next signs around them; `ahead` tells whether their clause looks ahead to them.
    """

    start: int
    end: int
    form: str
    signs: str
    values: tuple[int, ...]
    before: str
    after: str
    ahead: bool


class _Spans(dict[str, tuple[tuple[int, int, str, str], ...]]):
    """Where in a run of signs each form stands, and its signs; blanks between the signs are none of them."""

    def __missing__(self, run: str) -> tuple[tuple[int, int, str, str], ...]:
        at = [place for place, sign in enumerate(run) if sign != " "]
        found = _TIME.finditer(run.replace(" ", ""))
        spans = tuple([(at[one.start()], at[one.end() - 1] + 1, str(one.lastgroup), one[0]) for one in found])
        if len(self) < _REMEMBERED and len(run) <= LONGEST:
            self[run] = spans
        return spans


_SPANS = _Spans()


def readings_of(sentence: str, lang: str, *, leaving: frozenset[str] = frozenset()) -> list[Reading]:
    """Give what tells a time in a sentence, in order, none of it overlapping; but nothing of the forms in `leaving`."""
    calendar = calendar_of(lang)
    # What stands between blanks is looked up in one go, and only what tells a time is cut into words. A long piece is
    # cut up with its sentence, or each of its times would cut it anew.
    pieces, blank = sentence.split(" "), " "
    # The blanks stay among the signs, to count the pieces by.
    signs = " ".join(map(calendar.pieces.__getitem__, pieces))
    if AT_BLANK in signs or not pieces[0]:
        if sentence[:1].isspace() or max(map(len, pieces)) > LONGEST or calendar.phrases.search(sentence):
            pieces, blank = calendar.token.findall(sentence), ""
            signs = " ".join(map(calendar.signs.__getitem__, pieces))
        else:
            signs = signs.replace(AT_BLANK, "")
    # Most sentences have no word that points ahead. Beside each sign may stand a blank.
    reach_back, reach_on = _FAR if "F" in signs or "p" in signs else _NEAR
    found: list[Reading] = []
    ended = counted = at = start = 0
    for head in _HEAD.finditer(signs):
        # From behind the word before, or from it where it is written large. To begin at the heads, of which a sentence
        # has few, takes half the time of trying each sign.
        begun = max(signs.rfind("x", ended, head.start()) + 1, signs.rfind("X", ended, head.start()), ended)
        ended = head.end()
        for begins, ends, form, told in _SPANS[signs[begun:ended]]:
            if form in leaving:
                continue
            first, last = begun + begins, begun + ends
            passed, at = at, at + signs.count(" ", counted, first)
            counted = first
            start += len(blank.join(pieces[passed:at])) + len(blank) * (at > passed)
            its = (*pieces[at : at + 1 + signs.count(" ", first, last)],)
            skipped, left, values = calendar.cut[its, first - signs.rfind(" ", 0, first) - 1, len(told)]
            end = start + len(blank.join(its)) - left
            before = signs[max(0, first - 2 * reach_back) : first].replace(" ", "")[-reach_back:]
            after = signs[last : last + 2 * reach_on].replace(" ", "")[:reach_on]
            found.append(Reading(start + skipped, end, form, told, values, before, after, _looks_ahead(before, after)))
    return found


def _looks_ahead(before: str, after: str) -> bool:
    if "F" in before and _AHEAD_BEFORE.search(before):
        return True
    if "p" in before and _BY.search(before):
        return not ("P" in before and _HAD_BEFORE.search(before)) and not ("P" in after and _HAD_AFTER.match(after))
    return "F" in after and _OPENS.search(before) is not None and _AHEAD_AFTER.match(after) is not None
