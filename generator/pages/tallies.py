"""What the articles of a source add up to; no score comes of it, and nobody is ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.executors import at_hand
from generator.model import Article, Entry, Month, When


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
    carried: Counter[str] = Counter()
    first: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    retrieved: dict[str, str] = {}
    for entry in month.entries:
        articles = entry.event.articles
        agencies = _agencies(entry) if entry.folds else {}
        for article in articles:
            if agencies.get(article.stem, article.origin) not in {"", article.source}:
                carried[article.source] += 1
            if article.retrieved > retrieved.get(article.source, ""):
                retrieved[article.source] = article.retrieved
        if len(articles) > 1:
            outlets, earliest = _first_to_tell(articles)
            shared.update(outlets)
            first.update(earliest)
    names = sorted(carried.keys() | shared.keys() | retrieved.keys())
    return tuple([(name, Tally(carried[name], first[name], shared[name], retrieved.get(name, ""))) for name in names])


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
        if article.source and article.published and _is_sure(article.published)
    ]
    outlets = {source for _, source in days}
    if len(outlets) < 2:
        return set(), set()
    first = min(days)[0]
    return outlets, {source for day, source in days if day == first}


def _is_sure(published: When) -> bool:
    return published.precision == "day" and published.basis != "inferred"
