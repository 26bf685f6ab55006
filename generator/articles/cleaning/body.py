"""Find the article on a page: one stretch of lines, and the lines in it that belong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from generator.articles.cleaning.endings import ends_at
from generator.articles.cleaning.lines import Line, stems_of
from generator.articles.cleaning.measures import measure
from generator.articles.cleaning.notices import notice_rule
from generator.articles.cleaning.scores import Weights, learned_weights, score_lines, score_stretch
from generator.articles.cleaning.short_reports import SHORT, short_report

# A line said three times is the page's furniture; two may be a headline and its echo.
_FURNITURE = 3
# Swept by site-wise validation on the development pages, all on a plateau (F .955 to .958): gain -1.5 to -1,
# bound 2 to 3, power .5 to .75. The gain lets a stretch run on over short interruptions.
_GAIN, _BOUND, _POWER = 1.25, 2.0, 0.5
_LONGEST = 60
_POWERS = [float(length**_POWER) for length in range(_LONGEST + 1)]
# An article says in so many sentences what it is about.
_OPENING = 3
# A report of one paragraph has this many words; one that does not end as a sentence does has more than any headline.
_REPORT, _UNENDED = 15, 40
# What the word of another reader counts, in log-odds: F .965 without it, .974 at 1, .973 at 2 on pages as HTML.
_VOUCHED = 1.0
# A sub-heading has few words, and this share of them recurs; 'See Full Article' has half.
_HEADING, _SHARE = 6, 0.75
_LIST_MARK = re.compile(r"[,;:|()\[\]©]")


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of an article, and where its stretch begins and ends on the page (line numbers from 1)."""

    kept: tuple[Line, ...]
    first: int
    last: int
    rules: Mapping[int, str] = field(default_factory=dict)  # what was cut out of it by a rule of its own


def find_body(
    lines: Sequence[Line], vouched: frozenset[tuple[str, ...]] = frozenset(), *, weights: Weights | None = None
) -> Body:
    """Give the article's lines: the stretch with the largest sum of scores, less what does not belong in it.

    Lines that another reader vouches for, by their words, gain in score, and the others lose. `weights` are those
    that were learned, unless others are to be tried.
    """
    said = Counter([line.text for line in lines])
    lines = [line for line in lines if said[line.text] < _FURNITURE]
    if not lines:
        return Body((), 0, 0)
    measures, weights = measure(lines), weights or learned_weights()
    scores = score_lines(measures, lines, weights)
    trust = _trust(lines, vouched)
    gains = [gain(value + word, line) for value, word, line in zip(scores, trust, lines, strict=True)]
    start, end = best_stretch(gains)
    end = start + ends_at(lines[start:end], [value > 0 for value in gains[start:end]])
    gains = [value if place < end else -_BOUND for place, value in enumerate(gains)] if end else gains
    rules = _notices(lines[start:end])
    start, end = best_stretch([value * (line.number not in rules) for value, line in zip(gains, lines, strict=True)])
    stretch = lines[start:end]
    inside = score_stretch(measures, scores, lines, slice(start, end), weights)
    believed = zip(inside, trust[start:end], stretch, strict=True)
    kept = [value + word > 0 and line.number not in rules for value, word, line in believed]
    if not any(kept):
        return _bare(lines) or _whole_of(lines, Body((), 0, 0, rules))
    headed = zip(kept, _headings(stretch, kept), stretch, strict=True)
    kept = [keep or (heading and line.number not in rules) for keep, heading, line in headed]
    found = Body(tuple(compress(stretch, kept)), stretch[0].number, stretch[-1].number, rules)
    return found if sum(line.length for line in found.kept) >= SHORT else _whole_of(lines, found)


def _whole_of(lines: Sequence[Line], found: Body) -> Body:
    """Give all of a report of a few sentences."""
    report = short_report(lines, found.kept)
    return Body(tuple(report), report[0].number, report[-1].number, found.rules) if report else found


def _notices(stretch: Sequence[Line]) -> dict[int, str]:
    """Give the lines that speak for the site, by number, each with its rule."""
    told = [notice_rule(line, frozenset()) for line in stretch]
    if not any(told):
        return {}
    opening = [line for line, rule in zip(stretch, told, strict=True) if line.whole and not rule][:_OPENING]
    about = stems_of(opening)
    noticed = ((line.number, notice_rule(line, about)) for line in compress(stretch, told))
    return {number: rule for number, rule in noticed if rule}


def _bare(lines: Sequence[Line]) -> Body | None:
    """Give a short report that stands almost alone on its page, where no neighbours speak for it."""
    prose = tuple(line for line in lines if is_report(line))
    if not prose or 2 * sum(line.length for line in prose) < sum(line.length for line in lines):
        return None
    return Body(prose, prose[0].number, prose[-1].number)


def is_report(line: Line) -> bool:
    """Tell whether a line could be a report by itself."""
    return line.length >= (_REPORT if line.whole else _UNENDED)


def _trust(lines: Sequence[Line], vouched: frozenset[tuple[str, ...]]) -> list[float]:
    """Give what another reader's word adds to each score; nothing if it says next to nothing of this page."""
    words = [_VOUCHED if line.folded in vouched else -_VOUCHED for line in lines]
    return words if sum(word > 0 for word in words) > 1 else [0.0] * len(lines)


def gain(score: float, line: Line) -> float:
    """Give what a line adds to a stretch: bounded, and more for a longer line."""
    return max(-_BOUND, min(_BOUND, score + _GAIN)) * _POWERS[min(line.length, _LONGEST)]


def best_stretch(gains: Sequence[float]) -> tuple[int, int]:
    """Give start and end of the contiguous stretch with the largest sum (Bentley 1984)."""
    best, best_start, best_end = 0.0, 0, 0
    current, start = 0.0, 0
    for place, value in enumerate(gains):
        if current <= 0:
            current, start = 0.0, place
        current += value
        if current > best:
            best, best_start, best_end = current, start, place + 1
    return best_start, best_end


def _headings(stretch: Sequence[Line], kept: Sequence[bool]) -> list[bool]:
    """Mark the sub-headings: short lines between two paragraphs, made of words that the article has too."""
    between = [False, *(before and behind for before, behind in zip(kept, kept[2:], strict=False)), False]
    likely = [
        amid and line.length <= _HEADING and not line.whole and not line.bullet
        for amid, line in zip(between, stretch, strict=False)
    ]
    if not any(likely):
        return likely
    story = stems_of(compress(stretch, kept))
    return [is_likely and _is_of(line, story) for is_likely, line in zip(likely, stretch, strict=False)]


def _is_of(line: Line, story: frozenset[str]) -> bool:
    """Tell whether a line is made of words of the story, and is no name or caption."""
    if _LIST_MARK.search(line.text) or all(word[0].isupper() for word in line.words):
        return False
    stems = stems_of([line])
    return len(stems) > 1 and len(stems & story) >= _SHARE * len(stems)
