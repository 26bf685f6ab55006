"""How much of an article a digest may show, and the one function that keeps the machine's own choices within it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator.events.on_demand import OnDemand
from generator.model import Article, Report, Statement
from generator.text.characters import count_words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rule: of each article at most `max_words` or `max_share`, whichever is less; never under `least` words."""

    max_words: int = 150
    max_share: float = 0.3
    least: int = 40

    def budget(self, article: Article) -> int:
        """Give the number of an article's words that may be shown."""
        return max(self.least, min(self.max_words, int(self.max_share * article.words)))


def quotable(reports: Iterable[Report], rule: Excerpt, free: frozenset[str] = frozenset()) -> tuple[Report, ...]:
    """Give the reports as a summary may quote them: none that was retracted, and no sentence beyond reach.

    `free` names articles that are published in full anyway.
    """
    sound = (report for report in reports if report.article.status != "retracted")
    return tuple(report if report.article.stem in free else within_reach(report, rule) for report in sound)


def within_reach(report: Report, rule: Excerpt) -> Report:
    """Give a report without the sentences that alone would overdraw its article; their places stay, empty."""
    budget = rule.budget(report.article)
    return Report(report.article, OnDemand(partial(_kept, budget), report.sentences))


def _kept(budget: int, sentences: tuple[str, ...]) -> tuple[str, ...]:
    if max(map(len, sentences), default=0) <= budget:
        return sentences
    return tuple([sentence if _fits(sentence, budget) else "" for sentence in sentences])


def _fits(sentence: str, budget: int) -> bool:
    # No script has more words than characters, and between two words of ASCII stands a sign.
    sure = 2 * budget if sentence.isascii() else budget
    return len(sentence) <= sure or count_words(sentence) <= budget


def within_budget(
    statements: Iterable[Statement], articles: Iterable[Article], rule: Excerpt, free: frozenset[str] = frozenset()
) -> tuple[tuple[Statement, ...], Mapping[str, int]]:
    """Give the statements that keep every article within its budget, and the words shown of each article.

    A statement that would overdraw one of its sources is left out whole. `free` names articles that are published
    in full anyway.
    """
    left = {article.stem: rule.budget(article) for article in articles}
    shown: dict[str, int] = {}
    kept: list[Statement] = []
    for statement in statements:
        words = count_words(statement.verbatim)
        sources = {citation.article for citation in statement.citations}
        if all(words <= left[stem] or stem in free for stem in sources):
            kept.append(statement)
            for stem in sorted(sources):
                left[stem] -= words
                shown[stem] = shown.get(stem, 0) + words
    return tuple(kept), shown
