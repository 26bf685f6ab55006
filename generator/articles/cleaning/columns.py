"""Tell the columns of a page apart that a text browser has laid out side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.text.characters import count_words

# So many blanks inside a line part two columns; the same column begins there in so many lines.
_BLANKS = " " * 8
_GAP = re.compile(r"(?<=\S) {8,}(?=\S)")
_FEWEST_LINES = 3
# Beside prose there are at least two paragraphs or lines of so many words: else it is a table of figures.
_PROSE, _FEWEST_PROSE = 8, 2


def main_column(page: str) -> tuple[str, dict[int, str]]:
    """Give a page with the richest of two columns alone, and what stood beside it by the number of its line."""
    if _BLANKS not in page:
        return page, {}
    lines = page.split("\n")
    starts = {place: gap.end() for place, line in enumerate(lines) for gap in [_GAP.search(line)] if gap}
    counts = Counter(starts.values())
    start = max(counts, key=lambda start: (counts[start], -start), default=0)
    rows = [place for place, other in starts.items() if other == start]
    if len(rows) < _FEWEST_LINES:
        return page, {}
    # Between two such lines another may fill its column up to the next one.
    between = range(rows[0], rows[-1] + 1)
    parted = [
        place for place in between if lines[place][start:].strip() and not lines[place][start - 2 : start].strip()
    ]
    left, right = [lines[place][:start].rstrip() for place in parted], [lines[place][start:] for place in parted]
    main, beside = (left, right) if _words(left) >= _words(right) else (right, left)
    if sum(count_words(cell) >= _PROSE for cell in main) < _FEWEST_PROSE:
        return page, {}
    for place, cell in zip(parted, main, strict=True):
        lines[place] = cell
    told = {place + 1: " ".join(cell.split()) for place, cell in zip(parted, beside, strict=True)}
    return "\n".join(lines), {number: cell for number, cell in told.items() if cell}


def _words(cells: Sequence[str]) -> int:
    return sum(map(count_words, cells))
