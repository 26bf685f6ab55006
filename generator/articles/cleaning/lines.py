"""The lines of a page as text: what each says and how it stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import NamedTuple

from generator.text.characters import count_words, harmless, one_line

_BULLETS = "•◦▪●○■□►▶▸‣⁃∙·*+»›❯"
_DASHES = "-–—"
# What a text browser leaves of tables and rules at both ends of a line.
_BARS = " \t\u00a0|_=~#<>"
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔][\"'”’»›“)\]」』]*$")
# Arabic, Persian and Urdu often do without a full stop behind a paragraph, Thai and Lao always: a line of so many words
# is none of their headlines.
_ARABIC, _ARABIC_PARAGRAPH = re.compile("[\u0600-\u06ff]"), 15
_THAI, _THAI_PARAGRAPH = re.compile("[\u0e00-\u0eff]"), 40
_TOKEN = re.compile(r"\w[\w'’-]*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


class Line(NamedTuple):
    """One line of a page that says something. `number` counts from 1, `gap` tells of blank lines before it.

    (A named tuple, for there are hundreds a page: a frozen dataclass takes 2 µs more to make.)
    """

    number: int
    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]  # the words in lower case
    length: int
    indent: int
    bullet: bool
    gap: bool
    whole: bool  # ends as a sentence does, or is long enough for one where nothing ends it
    plain: bool  # letters and blanks alone, as most menus are: no sign or number to look for


def split_lines(page: str) -> tuple[Line, ...]:
    """Give the lines of a page that have a word in them, bullets and table bars taken off."""
    lines: list[Line] = []
    gap = False
    for number, raw in enumerate(harmless(page).split("\n"), start=1):
        line = _line(number, raw, gap=gap) if raw else None
        if line:
            lines.append(line)
        gap = line is None
    return tuple(lines)


def stems_of(lines: Iterable[Line]) -> frozenset[str]:
    """Give the beginnings of the words that tell something, so that inflections meet."""
    # More than three bytes: two Chinese characters.
    return frozenset(
        {
            word[:6]
            for line in lines
            for word in line.folded
            if len(word) > 3 or (not word.isascii() and len(word.encode()) > 3)
        }
    )


def _line(number: int, raw: str, *, gap: bool) -> Line | None:
    bare = raw.strip(_BARS)
    item = bare if bare[:1].isalnum() else _without_bullet(bare)
    text = one_line(item)
    plain = text[-1:].isalpha() and text.replace(" ", "").isalpha()
    words, length = _words(text, text.split() if plain else _TOKEN.findall(text), plain=plain)
    if not length:
        return None
    indent = min(8, len(raw) - len(raw.lstrip())) if raw[0].isspace() else 0
    whole = (not text[-1].isalnum() and bool(_SENTENCE_END.search(text[-12:]))) or _needs_no_stop(text, length)
    folded = words if text.islower() else tuple([word.lower() for word in words])
    return Line(number, text, words, folded, length, indent, item != bare, gap, whole, plain)


def _needs_no_stop(text: str, length: int) -> bool:
    if length < _ARABIC_PARAGRAPH or text.isascii() or text[-1] in ":،,؛;":
        return False
    return _ARABIC.search(text) is not None or (length >= _THAI_PARAGRAPH and _THAI.search(text) is not None)


def _without_bullet(text: str) -> str:
    """Take the mark of a list item off: a bullet, or a dash with a blank behind it and none at the end of the line.

    (An agency sets its sub-headings as -'Urgent need to cooperate'-.)
    """
    if text[:1] and text[0] in _BULLETS:
        return text.lstrip(_BULLETS + " \t")
    if text[:1] and text[0] in _DASHES and text[1:2].isspace() and text[-1] not in _DASHES:
        return text[2:]
    return text


def _words(text: str, tokens: list[str], *, plain: bool) -> tuple[tuple[str, ...], int]:
    """Give the words among the tokens of a line, numbers left out, and its length with them.

    In scripts without blanks every two neighbours are a word.
    """
    words = tuple(tokens if plain else [token for token in tokens if not token[0].isdigit()])
    if text.isascii() or not _UNSPACED.search(text):
        return words, len(tokens)
    pairs = (map("".join, pairwise(word)) if len(word) > 1 and _UNSPACED.match(word) else (word,) for word in words)
    return tuple(chain.from_iterable(pairs)), count_words(text)
