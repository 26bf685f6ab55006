"""How much of a text another one has, by their terms alone: without a collection, and without comparing all with all.

Two texts are looked at where they share one of the few words that a hash picks, after Broder, "On the resemblance and
containment of documents" (1997).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from zlib import crc32

from generator.model import Terms

# One word in so many is picked.
PICKED = 4
# Reports that an office writes by a form differ in figures and in whom they name, and in nothing else.
FEWEST_FIGURES = 2
FIGURES_TOO = 0.6
NAMED_TOO = 0.8


@dataclass(frozen=True, slots=True)
class Outline:
    """The words of a text, the figures among them, and the names that it says more than once."""

    words: frozenset[str]
    figures: tuple[str, ...]
    names: tuple[str, ...]


class Picks(dict[str, bool]):
    """Whether a hash picks a word: the same everywhere."""

    def __missing__(self, word: str) -> bool:
        picked = self[word] = crc32(word.encode("utf-8", "surrogatepass")) % PICKED == 0
        return picked


def outline_of(terms: Terms) -> Outline:
    """Give the outline of a text."""
    words = terms.words.split()
    repeated = [word for word, named in zip(words, terms.name_counts, strict=True) if named > "1"]
    return Outline(frozenset(words), tuple([word for word in words if word[0].isdigit()]), tuple(repeated))


def share_of(one: Outline, other: Outline) -> float:
    """Give the share of the shorter text's words that the longer one has; none where it names other things."""
    shorter, longer = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if _share(shorter.names, longer.words) < NAMED_TOO:
        return 0.0
    if len(shorter.figures) >= FEWEST_FIGURES and _share(shorter.figures, longer.words) < FIGURES_TOO:
        return 0.0
    return _share(shorter.words, longer.words)


def _share(words: Collection[str], others: frozenset[str]) -> float:
    return sum(map(others.__contains__, words)) / len(words) if words else 1.0
