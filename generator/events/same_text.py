"""Tell which articles carry a text that another has carried before, however it was retitled or trimmed.

This is seen in their terms alone, before anything is compared: two texts are looked at where they share one of the few
words that a hash picks, after Broder, "On the resemblance and containment of documents" (1997).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from zlib import crc32

from generator.model import Terms

# The share of the words of the shorter text that the longer one has. In ECB+ 112 pairs reach it, all of one event each.
CONTAINED = 0.6
# A text of fewer words is a headline or a flash, and is the same only if it has the very same words.
FEWEST_WORDS = 20
# Reports that an office writes by a form differ in figures and in whom they name, and in nothing else.
FEWEST_FIGURES = 2
NAMED_TOO = 0.8
# One word in so many is picked. What more texts share is no sign of any of them.
PICKED = 4
MOST_OF_ONE_WORD = 20
# A text of this many days later is another: the same words a year later are another election.
MOST_DAYS = 3


@dataclass(frozen=True, slots=True)
class _Outline:
    """The words of a text, the figures among them, and the names that it says more than once."""

    words: frozenset[str]
    figures: tuple[str, ...]
    names: tuple[str, ...]


class _Picks(dict[str, bool]):
    """Whether a hash picks a word: the same everywhere."""

    def __missing__(self, word: str) -> bool:
        picked = self[word] = crc32(word.encode("utf-8", "surrogatepass")) % PICKED == 0
        return picked


def first_with_its_text(kinds: Sequence[Hashable], days: Sequence[int], terms: Sequence[Terms]) -> list[int]:
    """Give, for each text, the place of the first that is the same; its own where there is none.

    Texts are in the order of their days, and only those of one kind are the same.
    """
    first = list(range(len(terms)))
    picks = _Picks()
    known: dict[tuple[Hashable, int, str], int] = {}
    outlines: dict[int, _Outline] = {}
    readers: defaultdict[tuple[Hashable, str], list[int]] = defaultdict(list)
    for at, (kind, day, its_terms) in enumerate(zip(kinds, days, terms, strict=True)):
        # A text without words is like no other.
        first[at] = known.setdefault((kind, day, its_terms.words), at) if its_terms.words else at
        listed = its_terms.words.split() if first[at] == at else ()
        if len(listed) < FEWEST_WORDS:
            continue
        own = _outline(its_terms, listed)
        picked = [readers[kind, word] for word in listed if picks[word]]
        met = dict.fromkeys([other for reading in picked if len(reading) <= MOST_OF_ONE_WORD for other in reading])
        shares = {other: _shared(own, outlines[other]) for other in met if day - days[other] <= MOST_DAYS}
        likest = max(shares, key=lambda other: (shares[other], -other), default=at)
        if shares.get(likest, 0.0) >= CONTAINED:
            first[at] = known[kind, day, its_terms.words] = likest
            continue
        outlines[at] = own
        for reading in picked:
            reading.append(at)
    return first


def _outline(terms: Terms, words: Sequence[str]) -> _Outline:
    repeated = [name for name, count in zip(terms.names.split(), terms.name_counts, strict=True) if count != "1"]
    return _Outline(frozenset(words), tuple([word for word in words if word[0].isdigit()]), tuple(repeated))


def _shared(one: _Outline, other: _Outline) -> float:
    """Give the share of the shorter text's words that the longer one has; none where it names other things."""
    shorter, longer = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if _share(shorter.names, longer.words) < NAMED_TOO:
        return 0.0
    if len(shorter.figures) >= FEWEST_FIGURES and _share(shorter.figures, longer.words) < CONTAINED:
        return 0.0
    return _share(shorter.words, longer.words)


def _share(words: Collection[str], others: frozenset[str]) -> float:
    return sum(map(others.__contains__, words)) / len(words) if words else 1.0
