"""Tell a front page, or a list of search results, from an article: headline, a few words, and on to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.articles.cleaning.lines import Line

# A page with fewer paragraphs is no list worth the name.
_FEWEST = 6
_PARAGRAPH, _HEADLINE = 10, 3
# So many paragraphs stand alone below a headline of their own: on the development pages at most .44, mostly none;
# on 24 lists made of headlines and openings .67 to 1.
_ALONE = 0.6
# A list of ten plants is an article: every third paragraph at least says what it is about. The news of a day are many.
_COMMON = 0.34


def is_front_page(lines: Sequence[Line], kept: Sequence[Line]) -> bool:
    """Tell whether what would be kept of a page are the openings of many articles."""
    paragraphs = [line for line in kept if line.length >= _PARAGRAPH and line.whole]
    if len(paragraphs) < _FEWEST:
        return False
    said = Counter(line.text for line in lines)
    own = [line for line in lines if said[line.text] == 1 or line.whole]
    numbers = {line.number for line in paragraphs}
    alone = sum(
        line.number in numbers and _is_headline(above) and (below is None or below.number not in numbers)
        for above, line, below in zip([None, *own], own, [*own[1:], None], strict=False)
    )
    return alone >= _ALONE * len(paragraphs) and _most_shared(paragraphs) < _COMMON * len(paragraphs)


def _is_headline(line: Line | None) -> bool:
    return line is not None and not line.whole and line.length >= _HEADLINE


def _most_shared(paragraphs: Sequence[Line]) -> int:
    """Give in how many paragraphs the most widespread word that tells something stands."""
    bearers = Counter(word for line in paragraphs for word in {word[:6] for word in line.folded if len(word) > 4})
    return max(bearers.values(), default=0)
