"""What the articles of a source add up to; no score comes of it, and nobody is ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from generator.executors import at_hand
from generator.model import Article, Entry, Month


class Tally(NamedTuple):
    """How many articles of a source carry the text of an agency that is named, and when one was last retrieved.

    Of the events that it `shared` with other outlets it told on the `first` day.
    """

    carried: int = 0
    first: int = 0
    shared: int = 0
    retrieved: str = ""

    def and_(self, other: Tally) -> Tally:
        """Give what both add up to."""
        retrieved = max(self.retrieved, other.retrieved)
        return Tally(self.carried + other.carried, self.first + other.first, self.shared + other.shared, retrieved)


@at_hand
def tallies_in(month: Month) -> tuple[tuple[str, Tally], ...]:
    """Give what the articles of each source on the events of a month add up to."""
    found: dict[str, Tally] = defaultdict(Tally)
    for entry in month.entries:
        articles = entry.event.articles
        if entry.folds or any(article.origin or article.retrieved for article in articles):
            agencies = _agencies(entry)
            for article in articles:
                carried = agencies.get(article.stem, article.origin) not in {"", article.source}
                if carried or article.retrieved:
                    found[article.source] = found[article.source].and_(Tally(carried, 0, 0, article.retrieved))
        if len(articles) > 1:
            shared, first = _first_to_tell(articles)
            for source in shared:
                found[source] = found[source].and_(Tally(0, source in first, 1))
    return tuple(found.items())


def _agencies(entry: Entry) -> dict[str, str]:
    """Give who wrote what articles carry, by their stems: of copies of one text, the agency that any of them names."""
    return {stem: fold.origin for fold in entry.folds if fold.origin for stem in fold.articles}


def _first_to_tell(articles: Sequence[Article]) -> tuple[set[str], set[str]]:
    """Give the outlets that came out on days which are known, and those of them on the first of these days.

    A day that is inferred or not exact is none to have been first on; one outlet alone was not before anybody.
    """
    days = [
        (article.published.value, article.source)
        for article in articles
        if article.source
        and article.published
        and article.published.precision == "day"
        and article.published.basis != "inferred"
    ]
    outlets = {source for _, source in days}
    if len(outlets) < 2:
        return set(), set()
    first = min(days)[0]
    return outlets, {source for day, source in days if day == first}
