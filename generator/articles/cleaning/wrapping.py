"""Undo the line breaks of a text that was wrapped at a fixed width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

# No mail or wire is wrapped wider; a page of one line a paragraph always has a longer line.
_WIDEST, _NARROWEST = 100, 40
# A word that did not fit has at most this many letters.
_RAGGED = 18


def unwrapped(page: str) -> str:
    """Give a page with each wrapped paragraph on its first line, the others left blank, so that numbers still hold."""
    lines = page.splitlines()
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return page
    blocks = [list(block) for _, block in groupby(lines, key=lambda line: bool(line.strip()))]
    wrapped = [_is_wrapped(block, width) for block in blocks]
    said = sum(len(block) for block in blocks if block[0].strip())
    if 2 * sum(len(block) for block, is_one in zip(blocks, wrapped, strict=True) if is_one) < said:
        return page
    return "\n".join(
        line
        for block, is_one in zip(blocks, wrapped, strict=True)
        for line in ([" ".join(block), *[""] * (len(block) - 1)] if is_one else block)
    )


def _is_wrapped(block: Sequence[str], width: int) -> bool:
    """Tell whether every line of a block but the last is as full as a line can be."""
    return len(block) > 1 and all(width - _RAGGED <= len(line) for line in block[:-1])
