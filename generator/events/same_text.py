"""Tell which articles carry a text that another has carried before, however it was retitled or trimmed.

This is seen in their terms alone, before anything is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from generator.model import Terms
from generator.text.outlines import Outline, Picks, outline_of, share_of

# The share of the words of the shorter text that the longer one has. In ECB+ 112 pairs reach it, all of one event each.
CONTAINED = 0.6
# A text of fewer words is a headline or a flash, and is the same only if it has the very same words.
FEWEST_WORDS = 20
# What more texts share is no sign of any of them.
MOST_OF_ONE_WORD = 20
# A text of this many days later is another: the same words a year later are another election.
MOST_DAYS = 3


def first_with_its_text(kinds: Sequence[Hashable], days: Sequence[int], terms: Sequence[Terms]) -> list[int]:
    """Give, for each text, the place of the first that is the same; its own where there is none.

    Texts are in the order of their days, and only those of one kind are the same.
    """
    first = list(range(len(terms)))
    picks = Picks()
    known: dict[tuple[Hashable, int, str], int] = {}
    outlines = _Outlines(terms)
    readers: defaultdict[Hashable, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, (kind, day, its_terms) in enumerate(zip(kinds, days, terms, strict=True)):
        # A text without words is like no other.
        first[at] = known.setdefault((kind, day, its_terms.words), at) if its_terms.words else at
        if first[at] != at or len(its_terms.word_counts) < FEWEST_WORDS:
            continue
        picked = list(map(readers[kind].__getitem__, filter(picks.__getitem__, its_terms.words.split())))
        met = {other for reading in picked if len(reading) <= MOST_OF_ONE_WORD for other in reading}
        near = [other for other in met if day - days[other] <= MOST_DAYS]
        shares = {other: share_of(outlines[at], outlines[other]) for other in near}
        likest = max(shares, key=lambda other: (shares[other], -other), default=at)
        if shares.get(likest, 0.0) >= CONTAINED:
            first[at] = known[kind, day, its_terms.words] = likest
            continue
        for reading in picked:
            reading.append(at)
    return first


class _Outlines(dict[int, Outline]):
    """The outlines of those texts that are looked at beside another."""

    def __init__(self, terms: Sequence[Terms]) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, at: int) -> Outline:
        outline = self[at] = outline_of(self._terms[at])
        return outline
