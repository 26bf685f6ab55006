"""What can be counted of each line of a page, by name; the weights beside this file are for these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

from generator.articles.cleaning.lines import Line
from generator.text.language import guess_language
from generator.text.stop_words import STOP_WORDS

# Name of a measure -> its value for each line of a page.
Columns = dict[str, list[float]]

# Lengths in words at which a line begins to look like a headline, a short sentence, a paragraph.
_STEPS = (3, 6, 16, 25, 45)
_HEADLINE, _PARAGRAPH = 10, 16
# Share of small words in prose, taken where the language has no list.
_USUAL_SHARE = 0.4
# The longest lines tell a page's language; its menus may be in several.
_LONGEST = 20

# Menus, stamps and links give themselves away in so many last characters; a whole paragraph costs time to search.
_TAIL = 80
_MARKS = "©®|→›»@"
_ADDRESS_OR_TIME = re.compile(r"https?:|www\.|\.com\b|\d{1,2}:\d\d")
_YEAR, _YEAR_TAIL = re.compile(r"\b\d{4}\b.{0,12}$"), 17


def measure(lines: Sequence[Line]) -> Columns:
    """Give the measures of each line on its own and against the whole page."""
    small = _small_words(lines)
    telling = [_telling(line, small) for line in lines]
    lengths = [line.length for line in lines]
    paragraphs = [line.whole and line.length >= _PARAGRAPH for line in lines]
    columns = {f"words from {step}": [1.0 if length >= step else 0.0 for length in lengths] for step in _STEPS}
    return columns | {
        "whole sentence": [1.0 if line.whole else 0.0 for line in lines],
        "whole and long": [1.0 if prose else 0.0 for prose in paragraphs],
        "small words": [_share(line, small) for line in lines],
        "capitals": [_capitals(line) for line in lines],
        "furniture": [float(not line.plain and _is_furniture(line.text[-_TAIL:])) for line in lines],
        "speech": [float(not line.plain and _is_speech(line.text)) for line in lines],
        "indent": [1.0 if line.indent > 1 else 0.0 for line in lines],
        "gap": [1.0 if line.gap else 0.0 for line in lines],
        "said again": _said_again(lines),
        "refrain": _refrains(lines),
        "kinship": _kinship(paragraphs, telling),
    }


def _small_words(lines: Sequence[Line]) -> frozenset[str]:
    longest = sorted(lines, key=attrgetter("length"), reverse=True)[:_LONGEST]
    return STOP_WORDS.get(guess_language(" ".join(line.text for line in longest)), frozenset())


def _telling(line: Line, small: frozenset[str]) -> set[str]:
    """Give the words that tell what a line is about: more than four bytes long, so two Chinese characters do."""
    return {word for word in line.folded if len(word) > 4 or (not word.isascii() and len(word.encode()) > 4)} - small


def _is_furniture(tail: str) -> bool:
    if tail[-1] in ":>" or any(map(tail.__contains__, _MARKS)):
        return True
    if (":" in tail or "www" in tail or ".com" in tail) and _ADDRESS_OR_TIME.search(tail):
        return True
    return bool(_YEAR.search(tail[-_YEAR_TAIL:]))


def _is_speech(text: str) -> bool:
    return text[0] in "„«‘'" or '"' in text or "”" in text or "“" in text or "»" in text


def _share(line: Line, small: frozenset[str]) -> float:
    if not small:
        return _USUAL_SHARE
    return sum(map(small.__contains__, line.folded)) / len(line.folded) if line.folded else 0.0


def _capitals(line: Line) -> float:
    inner = line.words[1:]
    return sum([word[0].isupper() for word in inner]) / len(inner) if inner else 0.5


def _said_again(lines: Sequence[Line]) -> list[float]:
    said = Counter([line.text for line in lines])
    return [float(said[line.text] > 1) for line in lines]


def _refrains(lines: Sequence[Line]) -> list[float]:
    """Mark lines that run on to a word on which others end too: teasers cut short before 'Source' or 'more'."""
    last = [line.words[-1] if line.words and not line.whole else "" for line in lines]
    ends = Counter(word for word, line in zip(last, lines, strict=True) if word and line.length >= _HEADLINE)
    return [float(ends[word] >= 3) if word else 0.0 for word in last]


def _kinship(paragraphs: Sequence[bool], telling: Sequence[set[str]]) -> list[float]:
    """Give the share of each line's telling words that another of the `paragraphs` has too."""
    borne: set[str] = set()
    again: set[str] = set()  # borne by two of them
    for words in compress(telling, paragraphs):
        again |= borne & words
        borne |= words
    return [
        len(words & (again if own else borne)) / len(words) if words else 0.0
        for words, own in zip(telling, paragraphs, strict=True)
    ]
