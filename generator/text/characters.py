"""Characters that no page may carry, and the length of a text in any script."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text.tags import primary
from generator.text.words import letters_of

# Controls but tab and newline, lone surrogates, non-characters; then the marks that turn reading order around.
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
# Lone surrogates go through the bytes and back.
_LONE = "surrogatepass"
_ASCII = bytes(range(128))
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Scripts written without blanks between words: Thai to Khmer, then the CJK blocks.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WORD = re.compile(r"\w[\w'’-]*")
# What stands between words as a blank, all else as a letter.
_SIGNS = {code for code in range(128) if not chr(code).isalnum() and chr(code) not in "_'-"}
_WORD_OR_NOT = bytes([ord(" ") if code in _SIGNS else ord("a") for code in range(256)])
# Each is replaced in a pass of its own.
_MOST_SIGNS = 20

# Chinese news translated into English has about 1.6 characters a word; Japanese and Thai lie near it.
CHARACTERS_A_WORD = 1.6


def harmless(text: str) -> str:
    """Give a text without control characters, surrogates and direction marks, every line end as a newline."""
    return text if _is_harmless(text.encode("utf-8", _LONE)) else _without_harm(text)


def harmless_utf8(data: bytes) -> str:
    """Give UTF-8 as a harmless text. Raises `UnicodeDecodeError`."""
    text = data.decode()
    return text if _is_harmless(data) else _without_harm(text)


def _is_harmless(data: bytes) -> bool:
    # Nothing harmful is printable, nor is a line end: 2 µs an article instead of the 47 of two regexes.
    odd = data.translate(None, _PLAIN)
    return not odd or odd.decode("utf-8", _LONE).replace("\xa0", "").isprintable()


def _without_harm(text: str) -> str:
    return _HARMFUL.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Give a text as one line: harmless, white space folded."""
    # What most values are: nothing harmful is printable, nor is white space but the blank.
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(harmless(text).split())


def count_words(text: str) -> int:
    """Give the length of a text in words; a script without blanks counts `CHARACTERS_A_WORD`."""
    plain = _plain_words(text)
    if plain is not None:
        return plain
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return len(_WORD.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + round(unspaced / CHARACTERS_A_WORD)


def count_words_in(texts: Sequence[str]) -> int:
    """Give the length of several texts in words."""
    plain = _plain_words("\n".join(texts))
    return sum(map(count_words, texts)) if plain is None else plain


def _plain_words(text: str) -> int | None:
    """Count words where they begin: 10 µs an article, two regexes take 100.

    None for a script without blanks, and for a text with signs of more kinds than any report has.
    """
    plain = letters_of(text.replace("’", ""))
    if plain is None:
        beyond = "".join(set(text.encode("utf-8", _LONE).translate(None, _ASCII).decode("utf-8", _LONE)))
        signs = [character for character in beyond if not character.isalnum()]
        if len(signs) > _MOST_SIGNS or _UNSPACED.search(beyond):
            return None
        for sign in signs:
            text = text.replace(sign, "" if sign == "’" else " ")
        plain = text.encode("utf-8", _LONE)
    return (b" " + plain.translate(_WORD_OR_NOT, b"'-")).count(b" a")


_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}


def direction(lang: str) -> str:
    """Give `rtl` for a language written from the right, else `ltr`."""
    return "rtl" if primary(lang) in _RIGHT_TO_LEFT else "ltr"
