"""Cut a text into words, in any script."""

from __future__ import annotations

import re
import unicodedata

# `\w` leaves out the vowel signs of Indic scripts, the points of Arabic and Hebrew and other combining marks, and so
# would cut words in pieces. U+0964 and U+0965 end sentences.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
# Scripts written without blanks: Thai, Lao, Tibetan, Myanmar, Khmer, kana, Han.
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_ASCII_WORD = re.compile("[0-9A-Za-z]+")
_WORD = re.compile(rf"[\w{_MARKS}{_UNSPACED}]+")
_RUN = re.compile(rf"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")


def words_of(text: str) -> list[str]:
    """Give the words of a text, in order and as written; where a script has no blanks, each pair of neighbours."""
    if text.isascii():
        return _ASCII_WORD.findall(text)
    text = unicodedata.normalize("NFKC", text).replace("_", " ")
    found = _WORD.findall(text)
    if not _IS_UNSPACED.search(text):
        return found
    return [piece for word in found for run in _RUN.findall(word) for piece in _pieces(run)]


def _pieces(run: str) -> list[str]:
    if len(run) == 1 or not _IS_UNSPACED.match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]
