"""Tell a front page, or a list of search results, from an article: headline, a few words, and on to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.articles.cleaning.lines import Line, stems_of
from generator.text.language import guess_language
from generator.text.stop_words import STOP_WORDS

# A page with fewer openings of articles is no list; of more than so many the first tell.
_FEWEST, _MOST = 3, 40
_PARAGRAPH, _HEADLINE = 10, 3
# So many paragraphs stand alone below a headline of their own: on the development pages at most .44, mostly none;
# on lists made of headlines and openings .67 to 1.
_ALONE = 0.6
# A list of ten plants is an article: what is said of most of them shares two words at least with what is said of
# another. Of the paragraphs of 79 of 80 articles more than two thirds hang together so, of 50 lists half at the most.
_SHARED, _TOGETHER = 2, 0.5
# Or every third says what it is about; that takes more than a few.
_MANY, _COMMON = 6, 0.34


def is_front_page(lines: Sequence[Line], kept: Sequence[Line]) -> bool:
    """Tell whether what would be kept of a page are the openings of many articles."""
    paragraphs = {line.number for line in kept if _is_paragraph(line)}
    said = Counter([line.text for line in lines])
    openings = list(_openings([line for line in lines if said[line.text] == 1 or line.whole]))
    alone = sum(line.number in paragraphs for line in openings)
    if len(openings) < _FEWEST or alone < _ALONE * len(paragraphs) or not alone:
        return False
    return not _hang_together(openings[:_MOST])


def _openings(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the paragraphs that stand alone below a headline of their own."""
    for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if _is_paragraph(line) and _is_headline(above) and not (below and _is_paragraph(below)):
            yield line


def _is_paragraph(line: Line) -> bool:
    return line.length >= _PARAGRAPH and line.whole


def _is_headline(line: Line | None) -> bool:
    return line is not None and not line.whole and line.length >= _HEADLINE


def _hang_together(paragraphs: Sequence[Line]) -> bool:
    """Tell whether paragraphs are about one thing: chained by words that they share, or by one in many of them."""
    small = STOP_WORDS.get(guess_language(" ".join(line.text for line in paragraphs)), frozenset())
    common = frozenset(word[:6] for word in small)
    stems = [stems_of([line]) - common for line in paragraphs]
    bearers = Counter(stem for each in stems for stem in each)
    if len(stems) >= _MANY and max(bearers.values(), default=0) >= _COMMON * len(stems):
        return True
    return _longest_chain(stems) > _TOGETHER * len(stems)


def _longest_chain(stems: Sequence[frozenset[str]]) -> int:
    """Give how many texts are chained at most, each to another by the words that they share."""
    chains: list[set[int]] = []
    for place, own in enumerate(stems):
        linked = [chain for chain in chains if any(len(own & stems[other]) >= _SHARED for other in chain)]
        chains = [chain for chain in chains if chain not in linked]
        chains.append({place}.union(*linked))
    return max(map(len, chains), default=0)
