"""Find the headline among the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.articles.cleaning.captions import is_caption
from generator.articles.cleaning.dates import days_in
from generator.articles.cleaning.lines import Line, stems_of

# Shortest and longest headline in words.
_SHORTEST, _LONGEST = 2, 32
# A headline is made of the words of its story, and the opening tells most of them again.
_OPENING = 6
# Where a day, a time or a byline is looked for behind a headline, in lines.
_REACH = 5
# A day, a time or a byline has fewer words.
_STAMP = 12
# A line as long as a paragraph this near the article is its standfirst or a caption.
_NEAR = 6
# The weights below are those of a conditional logit over all lines above the article, rounded; validated site by
# site it names the headline of 75 pages of 80. Under this sum a line is a section name that happens to fit.
_ENOUGH = 0.8
_NEVER = -99.0
# The lines of a deck may tell more of the story than the headline right above them, which has as many words at least
# and this share of their rank. With 3 words a kicker is taken for it.
_DECK = 4, 1 / 2
_QUESTION = 20

_STAMP_OR_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s|\d:\d\d|^[\d\W]+$", re.IGNORECASE)


def find_title(
    lines: Sequence[Line], body: Sequence[Line], headings: frozenset[tuple[str, ...]] = frozenset()
) -> Line | None:
    """Give the line that is the headline of an article, or None where none is like one.

    `headings` are lines, as their words in lower case, that the page sets as its first headings: one of them that is
    like a headline is it.
    """
    head = [line for line in lines if line.number < body[0].number]
    head += filter(_may_be_headline, body[:1])
    opening = stems_of(body[:_OPENING])
    story = opening | stems_of(body[_OPENING:])
    stamps = [_is_stamp(line) for line in head]
    ranks = [
        _rank(line, opening, story) + _standing(line, place, stamps, near=len(head) - place <= _NEAR)
        if _SHORTEST <= line.length <= _LONGEST and not stamps[place]
        else _NEVER
        for place, line in enumerate(head)
    ]
    ranks = [_NEVER if rank > 0 and is_caption(line) else rank for rank, line in zip(ranks, head, strict=True)]
    set_so = [place for place, line in enumerate(head) if line.folded in headings and ranks[place] > _ENOUGH]
    if set_so:
        return _best_form(head[max(set_so, key=ranks.__getitem__)], head)
    best = max(range(len(head)), key=ranks.__getitem__, default=None)
    if best is None or ranks[best] <= _ENOUGH:
        return None
    while best and head[best - 1].length >= _DECK[0] and ranks[best - 1] > max(_ENOUGH, _DECK[1] * ranks[best]):
        best -= 1
    return _best_form(head[best], head)


def _may_be_headline(line: Line) -> bool:
    """Tell whether the first line held for the article may be its headline: no sentence, or a short question."""
    return not line.whole or (line.length <= _QUESTION and line.text[-1] in "?？؟")


def _is_stamp(line: Line) -> bool:
    if line.length >= _STAMP:
        return False
    if line.plain:  # a byline at most
        return _STAMP_OR_BYLINE.match(line.text) is not None
    return bool(_STAMP_OR_BYLINE.search(line.text) or days_in(line.text))


def _rank(line: Line, opening: frozenset[str], story: frozenset[str]) -> float:
    """Rank a line by its words."""
    stems = stems_of([line])
    in_story = len(stems & story)
    if not in_story:
        return -9.0
    in_opening = len(stems & opening)
    rank = 2 * in_opening / len(stems) + min(in_opening, 5) / 2 + min(in_story, 6) / 3
    if line.length < 6:
        rank -= 2
    return rank - 2 if line.text[-1] in ".:;,([" else rank


def _standing(line: Line, place: int, stamps: Sequence[bool], *, near: bool) -> float:
    """Rank a line by where it stands: first of the page, before a day or byline; a long one not next to the article."""
    rank = 1.5 if any(stamps[place + 1 : place + 1 + _REACH]) else 0.0
    if line.length > 15:
        rank -= 3 if near else 1.5
    return rank + 2.5 if place == 0 else rank


def _best_form(title: Line, head: Sequence[Line]) -> Line:
    """Of the lines that say a headline, take the last with a capital: the first may be the slug of its address.

    A line that says it without a site's name behind a bar or dash is better still.
    """
    same = [line for line in head if line.folded == title.folded]
    short = [line for line in head if _is_title_of(line, title)]
    return max(short or [title, *same], key=lambda line: (not line.text.islower(), line.number))


def _is_title_of(line: Line, longer: Line) -> bool:
    rest = longer.text[len(line.text) :].lstrip()
    return line.length > 3 and longer.text.startswith(line.text) and rest[:1] in tuple("|–—-·")
