"""Shorten a text to the room there is for it."""

from __future__ import annotations

from itertools import accumulate
from unicodedata import east_asian_width


def shortened(text: str, most: int) -> str:
    """Cut a text at a word, so that it is no wider than so many letters; letters of East Asia are twice as wide."""
    letters = text[: most + 1]
    fitting = min(len(letters), most) if letters.isascii() else _fitting(letters, most)
    if fitting >= len(text):
        return text
    kept = text[: max(0, fitting - 1)]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:')}…"


def _fitting(letters: str, most: int) -> int:
    """Count the letters for which there is room."""
    return sum(width <= most for width in accumulate(1 + (east_asian_width(letter) in "WF") for letter in letters))
