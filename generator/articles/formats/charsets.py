"""Bytes of a raw page as text, by its own word first."""

from __future__ import annotations

import codecs
import re

from generator.articles.receipts import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)


def decode(data: bytes) -> tuple[str, str]:
    """Give a page as text, with a note where its encoding had to be supposed. Raises `Refused` for what is no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ""
    if b"\0" in data:
        raise Refused("no text but binary data (save the page as .txt or .html)")
    declared = _DECLARED.search(data[:4096])
    for name in ("utf-8", declared[1].decode("ascii") if declared else ""):
        text = _try(data, name)
        if text is not None:
            return text, "" if name == "utf-8" else f"read as {name}, as the page declares"
    # Every byte means something in Latin-1; cp1252 is what such pages are, where it knows the byte.
    text = _try(data, "cp1252")
    return (text if text is not None else data.decode("latin-1")), "read as Windows-1252: it is not UTF-8"


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
