"""Find which articles tell of the same event, by what they say and when.

How close two articles are counts how alike they are, and how far they are like the same others: friends in common join
the short report with the long one. Groups then grow by average linkage.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import sqrt

from generator.events.likeness import Row, days_of, likeness, within_reach
from generator.events.linkage import Pair, join
from generator.model import Article, Terms

# Swept 0.18 to 0.28 on ECB+: four draws of 70 articles score the same at 0.20 and 0.22, look-alikes are merged at 0.20.
THRESHOLD = 0.21
WINDOW_DAYS = 3  # days apart that cost nothing

OWN_LIKENESS = 0.5  # what an article is to itself among its neighbours; 0.3 and 1 score lower
MOST_NEIGHBOURS = 100
LEAST_CLOSENESS = 0.02


def group(
    articles: Sequence[Article],
    terms: Mapping[str, Terms],
    fixed: Mapping[str, str],
    *,
    threshold: float = THRESHOLD,
    window_days: int = WINDOW_DAYS,
) -> tuple[tuple[str, ...], ...]:
    """Give the stems of the articles of each event, the same whatever the order of the articles.

    `terms` are theirs, by stem; `fixed` names the event of articles that are placed already: they stay together, events
    with different names are never joined, and any other article may join one of them.
    """
    ordered = sorted(articles, key=lambda article: (days_of(article), article.stem))
    labels = [fixed.get(article.stem, "") for article in ordered]
    closeness = _closeness(ordered, [label != "" for label in labels], terms, window_days)
    groups = join(labels, closeness, threshold)
    return tuple(sorted(tuple(sorted(ordered[index].stem for index in members)) for members in groups))


def _closeness(
    articles: Sequence[Article], placed: Sequence[bool], terms: Mapping[str, Terms], window_days: int
) -> dict[Pair, float]:
    """Give how close articles are, by their places in the order, wherever one has yet to find its event.

    Where every article is placed already, as in most builds of a released digest, there is nothing to compare.
    """
    near = within_reach(articles, placed)
    if not near:
        return {}
    titles = Counter(article.title for article in articles)
    alike = likeness([articles[index] for index in near], [placed[index] for index in near], terms, titles, window_days)
    return {(near[one], near[other]): close for (one, other), close in _befriended(alike).items()}


def _befriended(likeness: Sequence[Row]) -> dict[Pair, float]:
    """Give the mean of how alike two articles are and how far they are like the same articles.

    The second is the cosine of their rows of squared likeness: squared, so that many weak likenesses, which any two
    articles of one beat have, do not weigh more than the few strong ones.
    """
    columns: dict[int, list[tuple[int, float]]] = defaultdict(list)
    closeness: dict[Pair, float] = {}
    for index, alike in enumerate(likeness):
        shared: dict[int, float] = defaultdict(float)
        row = _row(index, alike)
        for friend, weight in row.items():
            for other, theirs in columns[friend]:
                shared[other] += weight * theirs
            columns[friend].append((index, weight))
        for other, friends in shared.items():
            close = round((alike.get(other, 0.0) + friends) / 2, 9)
            if close >= LEAST_CLOSENESS:
                closeness[other, index] = close
    return closeness


def _row(index: int, alike: Row) -> Row:
    nearest = nlargest(MOST_NEIGHBOURS, alike.items(), key=lambda item: item[1])
    row = {other: score * score for other, score in [*nearest, (index, OWN_LIKENESS)]}
    length = sqrt(sum([weight * weight for weight in row.values()]))
    return {other: weight / length for other, weight in row.items()}
