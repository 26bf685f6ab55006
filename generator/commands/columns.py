"""Rows in columns, as a terminal shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from unicodedata import combining, east_asian_width

# A longer cell (a headline mostly) pushes what stands behind it, not the whole column. Ids are copied, so never pushed.
_WIDEST = 60


def in_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give each row as a line, its cells below those of the row before; a column that is empty is left out.

    The first column, the ids, is as wide as its longest.
    """
    widths = [max(map(_width, column)) for column in zip_longest(*rows, fillvalue="")]
    shown = [place for place, width in enumerate(widths) if width]
    widest = [*widths[:1], *[min(width, _WIDEST) for width in widths[1:]]]
    for row in rows:
        cells = [row[place] if place < len(row) else "" for place in shown]
        wide = [widest[place] for place in shown]
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(cells, wide, strict=True)]
        yield "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """Give how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
