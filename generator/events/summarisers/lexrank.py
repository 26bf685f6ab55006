"""Tell an event by the sentences that most other sentences are like.

The right one where reports disagree about what comes first but keep repeating the same facts (live blogs, rolling
coverage). After Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", JAIR 22
(2004): sentences vote for sentences that resemble them, and votes of sentences with many votes weigh more. Rarity is
measured among the event's own sentences, so that no other event has a say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from math import log, sqrt

from generator.events.statements import Candidate, candidates_among, openings_of, repeats, statements_of
from generator.model import Report, Statement

# Both from the paper: two sentences resemble each other from 0.1 on; 0.85 of a vote follows the links.
THRESHOLD = 0.1
DAMPING = 0.85
ROUNDS = 30
# Every sentence is held against every other: of a very large event, the earliest openings are enough.
MOST_SENTENCES = 150


def summarise(reports: Sequence[Report], *, statements: int = 4, opening: int = 6) -> tuple[Statement, ...]:
    """Give up to `statements` sentences out of the first `opening` of each report."""
    candidates = list(islice(candidates_among(openings_of(reports, opening), reports), MOST_SENTENCES))
    ranks = _ranks(_links(candidates))
    chosen: list[Candidate] = []
    for at in sorted(range(len(candidates)), key=lambda at: -ranks[at]):
        if len(chosen) < statements and not repeats(candidates[at], chosen):
            chosen.append(candidates[at])
    return statements_of(chosen, reports)


def _links(candidates: Sequence[Candidate]) -> list[list[int]]:
    """Give, for each sentence, the sentences that it resembles (itself among them)."""
    sentences = Counter(word for candidate in candidates for word in candidate.vocabulary)
    rarity = {word: log(1 + len(candidates) / count) for word, count in sentences.items()}
    vectors = [_unit(candidate.words, rarity) for candidate in candidates]
    return [[at for at, other in enumerate(vectors) if _cosine(vector, other) >= THRESHOLD] for vector in vectors]


def _unit(words: Sequence[str], rarity: Mapping[str, float]) -> dict[str, float]:
    vector = {word: count * rarity[word] for word, count in Counter(words).items()}
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _cosine(vector: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in vector.items())


def _ranks(links: Sequence[Sequence[int]]) -> list[float]:
    ranks = [1.0] * len(links)
    for _ in range(ROUNDS):
        votes = [0.0] * len(links)
        for at, linked in enumerate(links):
            for other in linked:
                votes[other] += ranks[at] / len(linked)
        ranks = [1 - DAMPING + DAMPING * vote for vote in votes]
    return [round(rank, 9) for rank in ranks]
