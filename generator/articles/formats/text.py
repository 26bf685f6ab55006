"""Read a page as plain text (`.txt`), as a scraper or a text browser leaves it."""

from __future__ import annotations

from dataclasses import replace

from generator.articles.cleaning.clean import clean
from generator.articles.cleaning.wrapping import unwrapped
from generator.articles.formats.charsets import decode
from generator.articles.receipts import Cleaned


def read_text(data: bytes) -> Cleaned:
    """Give the article of a page of plain text. Raises `Refused` for a page that holds none."""
    text, note = decode(data)
    return replace(clean(unwrapped(text)), notes=(note,) if note else ())
