"""Tell an event by the sentences nearest to what all its reports speak of.

The right one for long reports whose news is not in their opening (features, minutes, press releases). After Radev,
Jing, Stys and Tam, "Centroid-based summarization of multiple documents", Information Processing & Management 40
(2004): a sentence counts the centroid weights of its words; being early and being like its report's first sentence
count as much. Rarity is measured among the event's own sentences, so that no other event has a say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from generator.events.statements import Candidate, candidates_among, openings_of, repeats, statements_of
from generator.model import Report, Statement


def summarise(reports: Sequence[Report], *, statements: int = 4, opening: int = 12) -> tuple[Statement, ...]:
    """Give up to `statements` sentences out of the first `opening` of each report."""
    candidates = list(candidates_among(openings_of(reports, opening), reports))
    centroid = _centroid(candidates, len(reports))
    scores = _scores(candidates, centroid)
    chosen: list[Candidate] = []
    for at in sorted(range(len(candidates)), key=lambda at: -scores[at]):
        if len(chosen) < statements and not repeats(candidates[at], chosen):
            chosen.append(candidates[at])
    return statements_of(chosen, reports)


def _centroid(candidates: Sequence[Candidate], reports: int) -> dict[str, float]:
    uses = Counter(word for candidate in candidates for word in candidate.words)
    sentences = Counter(word for candidate in candidates for word in dict.fromkeys(candidate.words))
    return {word: uses[word] / reports * log(len(candidates) / sentences[word]) for word in uses}


def _scores(candidates: Sequence[Candidate], centroid: dict[str, float]) -> list[float]:
    """Add up the three features of the paper: centroid value, position, overlap with the report's first sentence."""
    values = [sum(centroid[word] for word in dict.fromkeys(candidate.words)) for candidate in candidates]
    highest = max(values, default=0.0)
    firsts: dict[str, set[str]] = {}
    for candidate in candidates:
        firsts.setdefault(candidate.report.article.stem, set(candidate.words))
    return [
        value + highest / (1 + candidate.place) + sum(centroid[word] for word in sorted(_shared(candidate, firsts)))
        for value, candidate in zip(values, candidates, strict=True)
    ]


def _shared(candidate: Candidate, firsts: dict[str, set[str]]) -> set[str]:
    return set(candidate.words) & firsts[candidate.report.article.stem]
