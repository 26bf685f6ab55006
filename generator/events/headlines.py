"""The headline of an event: the editor's, or that of the article whose words the others share most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, islice

from generator.model import Article, Event, Headline, Report
from generator.text.stop_words import STOP_WORDS
from generator.text.tags import primary
from generator.text.words import words_of

# A headline of a word or two that all others have says little: so much is added to the length of each.
BARE = 2
# No longer word in capitals is taken for a name of its own, as US is.
_SHORT_NAME = 4


def choose_headline(event: Event, reports: Sequence[Report]) -> Headline:
    """Give the editor's headline, else the article's whose words the others' titles and openings share most."""
    if event.editorial and event.editorial.title:
        return Headline(event.editorial.title, "")
    # What was retracted heads an event only where there is nothing else.
    reports = [report for report in reports if report.article.status != "retracted"] or reports
    if len(reports) == 1:
        return _headline_of(reports[0].article)
    titles = {report.article.stem: _telling_words(report.article) for report in reports}
    words = frozenset().union(*titles.values())
    tellers = Counter(chain.from_iterable(words.intersection(_opening_words(report)) for report in reports))

    def shared(article: Article) -> float:
        own = titles[article.stem]
        return (sum([tellers[word] for word in own]) - len(own)) / (len(own) + BARE)

    # A question or a cry is no headline of record; it is taken only where there is nothing else.
    return _headline_of(
        min(
            [report.article for report in reports],
            key=lambda article: (article.title.rstrip().endswith(("?", "!", "؟", "？")), -shared(article)),
        )
    )


def _headline_of(article: Article) -> Headline:
    return Headline(article.title, article.stem, article.lang)


def _telling_words(article: Article) -> frozenset[str]:
    """Give the words of a title, small ones left out, unless it has no others."""
    words = frozenset(_plain_words(article.title))
    return words - STOP_WORDS.get(primary(article.lang), frozenset()) or words


def _opening_words(report: Report) -> list[str]:
    opening = islice(chain.from_iterable(report.sentences[:3]), 3)
    return _plain_words(" ".join([report.article.title, *opening]))


def _plain_words(text: str) -> list[str]:
    """Give the words of a text in lower case, but for what is short and all capitals: the US are not us."""
    return [word if word.isupper() and 1 < len(word) <= _SHORT_NAME else word.lower() for word in words_of(text)]
