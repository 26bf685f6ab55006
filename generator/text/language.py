"""The language of a text, by a vote of its small words, or of its script where one script is one language."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from generator.text.stop_words import STOP_WORDS
from generator.text.tags import primary
from generator.text.words import letters_of

# So many characters settle it: more changed no vote on the development pages.
_ENOUGH = 3000
# Below five small words, or with less than a quarter more than the next language, nobody knows.
_QUORUM, _LEAD = 5, 1.25
# An opening that votes as clearly as this is believed: 9 µs instead of 70, and the same vote on all development texts.
_OPENING = 300
_CLEAR_QUORUM, _CLEAR_LEAD = 10, 2

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = bytes(code for code in range(128) if not chr(code).isalpha())
_TO_BLANKS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
# The languages that each small word votes for; bytes, since a text need not be decoded to be counted.
_VOTES: dict[bytes, list[str]] = {}
for _lang, _small in STOP_WORDS.items():
    for _word in _small:
        _VOTES.setdefault(_word.encode(), []).append(_lang)
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "zh": re.compile("[\u3400-\u9fff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
}
_ANY_SCRIPT = re.compile("[\u0530-\u058f\u0e00-\u0e7f\u10a0-\u10ff\u3040-\u9fff\uac00-\ud7af]")


def guess_language(text: str) -> str:
    """Give the language of a text (`en`, `de`, ...), empty when its words don't say."""
    opening = text[:_OPENING]
    script = _by_script(opening)
    if script:
        return script
    votes = _votes_of(opening)
    lang = _winner(votes, _CLEAR_QUORUM, _CLEAR_LEAD)
    if lang or len(text) <= _OPENING:
        return lang or _winner(votes, _QUORUM, _LEAD)
    return _by_script(text[:_ENOUGH]) or _winner(_votes_of(text[:_ENOUGH]), _QUORUM, _LEAD)


def in_two_languages(one: str, other: str) -> bool:
    """Tell whether two tags name two languages; nobody knows where one is missing, and "en" and "en-US" are one."""
    if one == other or not one or not other:
        return False
    return primary(one) != primary(other)


def likeliest_language(text: str) -> str:
    """Give the language that most small words of a text speak for, however few they are; empty where it has none."""
    return guess_language(text) or _winner(_votes_of(text[:_ENOUGH]), 1, 1)


def _votes_of(text: str) -> dict[str, int]:
    voting = filter(_VOTES.__contains__, _words_of(text.lower()))
    return Counter(chain.from_iterable(map(_VOTES.__getitem__, voting)))


def _winner(votes: dict[str, int], quorum: int, lead: float) -> str:
    """Give the language of most votes, of equals the first by name, if they are enough."""
    *_, next_most, most = sorted([0, 0, *votes.values()])
    if most < max(quorum, lead * next_most):
        return ""
    return min([lang for lang, count in votes.items() if count == most])


def _words_of(text: str) -> list[bytes]:
    plain = letters_of(text)
    if plain is not None:
        return plain.translate(_TO_BLANKS).split()
    return [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text)]


def _by_script(text: str) -> str:
    if text.isascii() or not _ANY_SCRIPT.search(text):
        return ""
    letters = len(_LETTER.findall(text))
    for lang, script in _SCRIPTS.items():
        # Japanese mixes kana with Chinese characters, so a tenth of kana tells it; a name or two tells nothing.
        share = 0.1 if lang == "ja" else 0.3
        if len(script.findall(text)) > max(4, share * letters):
            return lang
    return ""
