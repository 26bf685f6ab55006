"""Guess which of many names was meant by one that is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from heapq import nlargest

# How like the beginning of a name what was typed of it must be: two slips in ten letters.
BEGINS_LIKE = 0.8
# difflib takes 100 µs a name: it looks at those alone that share most words, so that 10,000 names cost 30 ms.
LOOKED_AT = 100
TOLD = 3
# So often a `Guesser` guesses: where 10,000 names are all amiss, something else is.
MOST_GUESSES = 5
_PARTS = re.compile(r"[\W_]+")


def guess(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Give the names that may have been meant, the nearest first.

    They are those that begin so, else those that are like it, else those of which a beginning is.
    """
    names = sorted(names)
    if begun := [each for each in names if name and each.startswith(name)]:
        return tuple(begun[:TOLD])
    words = {word for word in _PARTS.split(name) if word}

    def nearness(other: str) -> tuple[int, int]:
        return len(words.intersection(_PARTS.split(other))), _alike(name, other)

    near = nlargest(LOOKED_AT, names, key=nearness)
    if alike := get_close_matches(name, near, n=TOLD):
        return tuple(alike)
    begins = {other[: len(name)] for other in near} - {""}
    likely = get_close_matches(name, sorted(begins), n=TOLD, cutoff=BEGINS_LIKE)
    return tuple(other for begin in likely for other in near if other.startswith(begin))[:TOLD]


def _alike(one: str, other: str) -> int:
    """Count the letters with which both begin."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Give `did you mean 'one' or 'another'?`; nothing where no name comes near."""
    near = [f"'{each}'" for each in guess(name, names)]
    if not near:
        return ""
    told = f"{', '.join(near[:-1])} or {near[-1]}" if len(near) > 1 else near[0]
    return f"did you mean {told}?"


class Guesser:
    """Asks whether other names were meant by the first few that it is asked about, and leaves the rest alone."""

    def __init__(self) -> None:
        self._left = MOST_GUESSES

    def __call__(self, name: str, names: Iterable[str]) -> str:
        """Give what `did_you_mean` gives."""
        self._left -= 1
        return did_you_mean(name, names) if self._left >= 0 else ""
