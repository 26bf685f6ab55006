"""Read a page as plain text (`.txt`), as a scraper or a text browser leaves it."""

from __future__ import annotations

from dataclasses import replace

from generator.articles.cleaning.clean import clean
from generator.articles.cleaning.columns import main_column
from generator.articles.cleaning.wrapping import unwrapped
from generator.articles.formats.charsets import decode
from generator.articles.receipts import Cleaned, Cut


def read_text(data: bytes) -> Cleaned:
    """Give the article of a page of plain text. Raises `Refused` for a page that holds none."""
    text, note = decode(data)
    page, beside = main_column(text)
    cleaned = clean(unwrapped(page))
    if not beside and not note:
        return cleaned
    cuts = [*cleaned.cuts, *(Cut(number, cell, "another column") for number, cell in beside.items())]
    return replace(cleaned, cuts=tuple(sorted(cuts, key=lambda cut: cut.line)), notes=(note,) if note else ())
