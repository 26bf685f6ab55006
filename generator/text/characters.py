"""Characters that no page may carry, and the length of a text in any script."""

from __future__ import annotations

import re

from generator.text.words import letters_of

# Controls but tab and newline, lone surrogates, non-characters; then the marks that turn reading order around.
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Scripts written without blanks between words: Thai to Khmer, then the CJK blocks.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WORD = re.compile(r"\w[\w'’-]*")
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) not in "_'-")
_TO_BLANKS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))

# Chinese news translated into English has about 1.6 characters a word; Japanese and Thai lie near it.
CHARACTERS_A_WORD = 1.6


def harmless(text: str) -> str:
    """Give a text without control characters, surrogates and direction marks, every line end as a newline."""
    return text if _is_harmless(text.encode("utf-8", "surrogatepass")) else _without_harm(text)


def harmless_utf8(data: bytes) -> str:
    """Give UTF-8 as a harmless text. Raises `UnicodeDecodeError`."""
    text = data.decode()
    return text if _is_harmless(data) else _without_harm(text)


def _is_harmless(data: bytes) -> bool:
    # Nothing harmful is printable, nor is a line end: 2 µs an article instead of the 47 of two regexes.
    odd = data.translate(None, _PLAIN)
    return not odd or odd.decode("utf-8", "surrogatepass").replace("\xa0", "").isprintable()


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
    # The same count as below: 1.7 µs a paragraph instead of 6.
    plain = letters_of(text.replace("’", ""))
    if plain is not None:
        return len(plain.translate(_TO_BLANKS, b"'-").split())
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return len(_WORD.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + round(unspaced / CHARACTERS_A_WORD)


_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}


def direction(lang: str) -> str:
    """Give `rtl` for a language written from the right, else `ltr`."""
    return "rtl" if lang.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
