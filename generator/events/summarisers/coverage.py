"""Tell an event by the few sentences that together say what most of its reports open with.

The right one where several outlets tell the same event, each in its own words; the default. It is a budgeted greedy
cover (Lin and Bilmes, "A Class of Submodular Functions for Document Summarization", ACL 2011) of the words in the
openings, valued as an F-measure is: what is covered, over the length of the summary and of an opening together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.events.statements import Candidate, candidates_among, openings_of, repeats, same_words, statements_of
from generator.model import Report, Statement

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
    voices = {report.article.stem: _voice(report) for report in reports}
    if len(set(voices.values())) > 1:
        openings = openings_of(reports, opening)
        candidates = candidates_among(openings, reports)
        chosen = _cover(candidates, _worths(candidates, openings, voices), statements)
    else:
        candidates = candidates_among(openings_of(reports, 2 * opening), reports)
        chosen = _first(candidates, min(statements, opening))
    return statements_of(chosen, reports)


def _voice(report: Report) -> str:
    """Tell copies of one text by their origin, or by their first sentence: told five times over, it counts once."""
    sentences = (text for texts in report.sentences for text in texts)
    return report.article.origin or same_words(next(sentences, ""))


def _worths(
    candidates: Iterable[Candidate], openings: Iterable[Sequence[Candidate]], voices: Mapping[str, str]
) -> list[dict[str, int]]:
    """Give, for each candidate, its words with the number of other voices that open with them."""
    tellers: dict[str, set[str]] = {}
    for sentences in openings:
        words = [word for sentence in sentences for word in sentence.words]
        for word in words[:OPENING_WORDS]:
            tellers.setdefault(word, set()).add(voices[sentences[0].report.article.stem])
    return [_worth(candidate, tellers, voices[candidate.report.article.stem]) for candidate in candidates]


def _worth(candidate: Candidate, tellers: Mapping[str, set[str]], own: str) -> dict[str, int]:
    known = [word for word in candidate.words if word in tellers]
    return {word: len(tellers[word]) - (own in tellers[word]) for word in known}


def _cover(candidates: Sequence[Candidate], worths: Sequence[Mapping[str, int]], statements: int) -> list[Candidate]:
    chosen: list[Candidate] = []
    covered: set[str] = set()
    total, length, value = 0, 0, 0.0
    while len(chosen) < statements:
        left = [at for at, candidate in enumerate(candidates) if not repeats(candidate, chosen)]
        gains = {at: sum(worth for word, worth in worths[at].items() if word not in covered) for at in left}
        values = {at: (total + gains[at]) / (length + len(candidates[at].words) + PATIENCE) for at in left}
        best = max(left, key=lambda at: values[at], default=None)
        if best is None or (values[best] <= value and len(chosen) >= FEWEST):
            break
        chosen.append(candidates[best])
        covered |= candidates[best].vocabulary
        total, length, value = total + gains[best], length + len(candidates[best].words), values[best]
    return chosen


def _first(candidates: Sequence[Candidate], statements: int) -> list[Candidate]:
    chosen: list[Candidate] = []
    for candidate in candidates:
        if len(chosen) < statements and not repeats(candidate, chosen):
            chosen.append(candidate)
    return chosen
