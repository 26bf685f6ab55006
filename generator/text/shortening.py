"""Shorten a text to the room there is for it."""

from __future__ import annotations

from unicodedata import east_asian_width


def shortened(text: str, most: int) -> str:
    """Cut a text at a word, so that it is no wider than so many letters; letters of East Asia are twice as wide."""
    widths = [2 if east_asian_width(letter) in "WF" else 1 for letter in text[: most + 1]]
    fitting = next((at for at in range(len(widths), 0, -1) if sum(widths[:at]) <= most), 0)
    if fitting >= len(text):
        return text
    kept = text[: max(0, fitting - 1)]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:')}…"
