"""Find all of a short report: sentences that follow one another, below a headline that tells the same.

The scores of lines are learned on articles of hundreds of words, whose paragraphs speak for each other; in a report of
a few sentences the last one has next to nobody around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.articles.cleaning.captions import is_caption
from generator.articles.cleaning.lines import Line, stems_of
from generator.articles.cleaning.notices import notice_rule

# A report of more words speaks for itself. On development pages with all but 2, 3 or 4 of their paragraphs taken out F
# is .814, .870 and .893, without this rule .777, .865 and .891; 60 or 150 words give hardly less.
SHORT = 100
# The shortest sentence, and the shortest report: 'The harbour bridge is shut, the port said.'
_SENTENCE, _REPORT = 3, 8
# A paragraph of so many words need not end as a sentence does.
_UNENDED = 40
# How far above a report its headline stands, how long it is, and how many words they share.
_REACH, _HEADLINE, _SHARED = 8, (2, 32), 2


def short_report(lines: Sequence[Line], kept: Sequence[Line]) -> list[Line]:
    """Give the lines of a short report: those `kept` of it with the sentences right before, between and behind them.

    Where none are, the sentences below a headline that shares words with them, if the page has one such place.
    """
    told = [_is_sentence(line) for line in lines]
    numbers = {line.number for line in kept}
    places = [place for place, line in enumerate(lines) if line.number in numbers] or [*_headed(lines, told)]
    if not places:
        return []
    start, end = places[0], places[-1] + 1
    while start and told[start - 1]:
        start -= 1
    while end < len(lines) and told[end]:
        end += 1
    return [lines[place] for place in range(start, end) if told[place] or lines[place].number in numbers]


def is_headed(lines: Sequence[Line], start: int, report: Sequence[Line]) -> bool:
    """Tell whether a line above the place at which a report starts is no sentence and shares words with it."""
    stems = stems_of(report)
    return sum(line.length for line in report) >= _REPORT and any(
        not line.whole and _HEADLINE[0] <= line.length <= _HEADLINE[1] and len(stems_of([line]) & stems) >= _SHARED
        for line in lines[max(0, start - _REACH) : start]
    )


def _headed(lines: Sequence[Line], told: Sequence[bool]) -> range:
    """Give the places of the one run of sentences on a page that stands below its headline."""
    runs = (list(run) for is_told, run in groupby(range(len(lines)), key=told.__getitem__) if is_told)
    headed = (range(run[0], run[-1] + 1) for run in runs if is_headed(lines, run[0], [lines[at] for at in run]))
    first, second = next(headed, range(0)), next(headed, range(0))
    return range(0) if second else first


def _is_sentence(line: Line) -> bool:
    """Tell whether a line may be a paragraph: no teaser that was cut short, no word of the site."""
    if line.length < _SENTENCE or not (line.whole or line.length >= _UNENDED):
        return False
    return not line.text.endswith(("...", "…")) and not is_caption(line) and not notice_rule(line, frozenset())
