"""Cut a text into words, in any script."""

from __future__ import annotations

import re
import unicodedata

# `\w` leaves out the vowel signs of Indic scripts, the points of Arabic and Hebrew and other combining marks, and so
# would cut words in pieces. U+0964 and U+0965 end sentences.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
# Scripts written without blanks: Thai, Lao, Tibetan, Myanmar, Khmer, kana, Han.
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_WORD = re.compile(rf"[\w{_MARKS}{_UNSPACED}]+")
_RUN = re.compile(rf"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")


# Quotes, dashes and dots of typography. They join nothing to a word, nor does what they are normalised to.
_TYPOGRAPHY = "“”‘’—–…"
_ASCII = bytes(range(128))
_BELOW_0800 = bytes(range(0xE0))
_SIGNS = bytes(code for code in _ASCII if not chr(code).isalnum())
# What turns each sign in the bytes of `letters_of` into a blank.
TO_BLANKS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))


def words_of(text: str) -> list[str]:
    """Give the words of a text, in order and as written; where a script has no blanks, each pair of neighbours."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    # 2,500 characters of English in 36 µs instead of 59, of French in 47 instead of 98.
    plain = letters_of(text)
    if plain is not None:
        return plain.translate(TO_BLANKS).decode().split()
    found = _WORD.findall(text.replace("_", " "))
    if not _IS_UNSPACED.search(text):
        return found
    return [piece for word in found for run in _RUN.findall(word) for piece in _pieces(run)]


def letters_of(text: str) -> bytes | None:
    """Give the UTF-8 of a text, blanks for its typography, if every byte beyond ASCII is part of a letter.

    None where it has other signs beyond ASCII, or letters from U+0800 on, among which are the scripts without blanks.
    """
    if text.isascii():
        return text.encode()
    for mark in _TYPOGRAPHY:
        text = text.replace(mark, " ")
    data = text.encode("utf-8", "surrogatepass")
    beyond = data.translate(None, _ASCII)
    if beyond and (beyond.translate(None, _BELOW_0800) or not beyond.decode().isalpha()):
        return None
    return data


def _pieces(run: str) -> list[str]:
    if len(run) == 1 or not _IS_UNSPACED.match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run) - 1)]
