"""The excerpt rule, counted anew over the whole site from what is shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Fault
from generator.events.excerpts import Excerpt
from generator.model import Digest
from generator.text.characters import count_words


def check(digest: Digest, rule: Excerpt, full_sources: frozenset[str]) -> Iterator[Fault]:
    """Give each article of which more words are shown than the rule allows."""
    for entry in digest.entries:
        for article in entry.event.articles:
            cited = {
                statement.verbatim
                for statement in (*entry.statements, *(day.statement for day in entry.background))
                if any(citation.article == article.stem for citation in statement.citations)
            }
            shown, budget = sum(map(count_words, cited)), rule.budget(article)
            if shown > budget and not article.full and article.source not in full_sources:
                yield Fault(
                    article.path, 0, f"{shown} words of it are shown, {budget} may be (see 'excerpt' in config.yaml)"
                )
