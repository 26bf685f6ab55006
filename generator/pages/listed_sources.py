"""Where an event's sources are listed: on its page, or, where there are many, on pages of their own.

Then the event's page lists the sources that it quotes first: what leads to these from elsewhere stays right, however
many articles join. Who says the same as they do is found by number on the other pages.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Entry
from generator.pages.addresses import anchor_of, event_address, event_sources_address

# An event of more articles has pages of sources: each costs its page a kilobyte, or two where four statements cite it.
MOST_LISTED = 12
PER_PAGE = 32
# Of a statement's citations more than these are folded, so that they do not tear the sentences apart.
CITATIONS_SHOWN = 2
# More are counted: hundreds may carry one sentence, and the data file has them all.
MOST_CITED = 3


def source_anchor(stem: str) -> str:
    """Give the id of an article's entry in a list of its event's sources."""
    return f"source-{anchor_of(stem)}"


def source_numbers(entry: Entry) -> dict[str, int]:
    """Give each article's number among the sources, by its stem: earliest first, copies behind their first."""
    copies = {stem: fold.articles for fold in entry.folds for stem in fold.articles}
    listed = dict.fromkeys(
        [stem for article in entry.event.articles for stem in copies.get(article.stem, (article.stem,))]
    )
    return {stem: number for number, stem in enumerate(listed, 1)}


def source_places(entry: Entry, numbers: Mapping[str, int]) -> Mapping[str, str]:
    """Give the address of each source's entry, by the article's stem."""
    event = entry.event.id
    listed = listed_here(entry)
    return {
        stem: f"{event_address(event) if stem in listed else event_sources_address(event, page_of(number))}"
        f"#{source_anchor(stem)}"
        for stem, number in numbers.items()
    }


def page_of(number: int) -> int:
    """Give the page of sources on which a source of that number stands."""
    return (number - 1) // PER_PAGE + 1


def listed_here(entry: Entry) -> frozenset[str]:
    """Give the stems of the articles that the event's own page lists."""
    articles = entry.event.articles
    if len(articles) <= MOST_LISTED:
        return frozenset([article.stem for article in articles])
    cited = [citation.article for each in entry.statements for citation in each.citations[:CITATIONS_SHOWN]]
    cited += [day.statement.citations[0].article for day in entry.background]
    return frozenset([articles[0].stem, *filter(None, [entry.headline.article]), *cited])
