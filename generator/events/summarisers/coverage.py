"""Tell an event by the few sentences that together say what most of its reports open with.

The right one where several outlets tell the same event, each in its own words; the default. It is a budgeted greedy
cover (Lin and Bilmes, "A Class of Submodular Functions for Document Summarization", ACL 2011) of the words in the
openings, valued as an F-measure is: what is covered, over the length of the summary and of an opening together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, islice

from generator.events.statements import (
    Candidate,
    alike,
    candidates_among,
    openings_of,
    pools_of,
    repeats,
    same_words,
    statements_of,
    tells_the_same,
)
from generator.model import Report, Statement
from generator.text.standing import introduced

# How many times other voices than a candidate's open with words of it.
Worth = Callable[[Candidate, AbstractSet[str]], int]

# The first sixty words of a report tell the event; 60 to 80 measure alike on quality/summarise, 50 a little worse.
OPENING_WORDS = 60
# Added to a summary's length: less prefers one short sentence, more several long ones. 60 to 90 lie within 0.01 on
# quality/summarise, 70 is best; it gives summaries of about 55 words.
PATIENCE = 70
# One sentence is no summary where there is more to tell.
FEWEST = 2


def summarise(reports: Sequence[Report], *, statements: int = 4, opening: int = 3) -> tuple[Statement, ...]:
    """Give up to `statements` sentences out of the first `opening` of each report.

    Of a single voice there is nothing to compare: then its first `opening` sentences that stand alone.
    """
    voices = {report.article.stem: _voice(report) for report in reports} if len(reports) > 1 else {}
    if len(set(voices.values())) > 1:
        openings = list(map(tuple, openings_of(reports, opening)))
        worth = _valued(openings, voices)
        covers = (_cover(pool, fits, worth, statements) for pool, fits in pools_of(openings, reports))
        chosen = next(filter(None, covers), [])
    else:
        candidates = candidates_among(openings_of(reports, 2 * opening), reports)
        chosen = _first(candidates, min(statements, opening))
    return statements_of(chosen, reports)


def _voice(report: Report) -> str:
    """Tell copies of one text by their origin, or by their first sentence: told five times over, it counts once."""
    sentences = (text for texts in report.sentences for text in texts)
    return report.article.origin or same_words(next(sentences, ""))


def _valued(openings: Iterable[Sequence[Candidate]], voices: Mapping[str, str]) -> Worth:
    """Give what tells, for words of a candidate, how many times other voices open with them."""
    opened: dict[str, set[str]] = {voice: set() for voice in voices.values()}
    for sentences in openings:
        words = chain.from_iterable([sentence.words for sentence in sentences])
        for first in sentences[:1]:
            opened[voices[first.report.article.stem]].update(islice(words, OPENING_WORDS))
    tellers = Counter(chain.from_iterable(opened.values()))

    def worth(candidate: Candidate, words: AbstractSet[str]) -> int:
        own = opened[voices[candidate.report.article.stem]]
        return sum(map(tellers.__getitem__, words)) - len(words & own)

    return worth


def _cover(
    candidates: Iterable[Candidate], fits: Callable[[Candidate], object], worth: Worth, statements: int
) -> list[Candidate]:
    """Give the cover. To tell whether a sentence fits takes a while, and is asked only of those about to be taken.

    Who was introduced once is not introduced again, unless nothing else is left to say: a report that would do so is
    heard by another of its sentences.
    """
    chosen: list[Candidate] = []
    spare: list[Candidate] = []
    covered: set[str] = set()
    left = [(candidate, worth(candidate, candidate.vocabulary)) for candidate in candidates]
    total, length, value = 0, 0, 0.0
    heard: Report | None = None
    while left and len(chosen) < statements:
        values = [
            (heard is None or candidate.report is heard, (total + gain) / (length + len(candidate.words) + PATIENCE))
            for candidate, gain in left
        ]
        highest = max(values)
        if highest[1] <= value and len(chosen) >= FEWEST:
            break
        best, gain = left.pop(values.index(highest))
        if not fits(best) or any(tells_the_same(best, each) for each in chosen):
            continue
        if _introduces_again(best, chosen):
            spare.append(best)
            heard = None if any(each.report is best.report for each in chosen) else best.report
            continue
        heard = None
        chosen.append(best)
        total, length, value = total + gain, length + len(best.words), highest[1]
        fresh = best.vocabulary - covered
        covered |= fresh
        left = [(each, gain - worth(each, each.vocabulary & fresh)) for each, gain in left if not alike(each, best)]
    return [*chosen, *spare[: max(0, min(FEWEST, statements) - len(chosen))]]


def _introduces_again(candidate: Candidate, chosen: Iterable[Candidate]) -> bool:
    people = introduced(candidate.text)
    return bool(people) and any(not people.isdisjoint(introduced(each.text)) for each in chosen)


def _first(candidates: Iterable[Candidate], statements: int) -> list[Candidate]:
    chosen: list[Candidate] = []
    for candidate in candidates:
        if len(chosen) >= statements:
            break
        if not repeats(candidate, chosen):
            chosen.append(candidate)
    return chosen
