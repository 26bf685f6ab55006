"""Find which articles tell of the same event, by what they say and when.

How close two articles are counts how alike they are, and how far they are like the same others: friends in common join
the short report with the long one. Groups then grow by average linkage.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from heapq import nlargest
from math import sqrt
from operator import itemgetter

from generator.events.likeness import UNDATED, Row, days_of, likeness, within_reach
from generator.events.linkage import Pair, join
from generator.events.same_text import first_with_its_text
from generator.model import Article, Terms
from generator.text.tags import primary

# Swept 0.19 to 0.25 on ECB+: four draws of 70 articles score the same up to 0.22, look-alikes are merged at 0.20.
THRESHOLD = 0.21
WINDOW_DAYS = 3  # days apart that cost nothing

OWN_LIKENESS = 0.5  # what an article is to itself among its neighbours; 0.3 and 1 score lower
MOST_NEIGHBOURS = 100
LEAST_CLOSENESS = 0.02
# So many copies of one text are compared one by one; 1 costs headlines, of which many are the same, 0.025 B-cubed F1.
MOST_COPIES = 10


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
    copies = _copies(articles, fixed, terms)
    heads = [same[0] for same in copies]
    labels = [fixed.get(article.stem, "") for article in heads]
    closeness = _closeness(heads, [label != "" for label in labels], terms, window_days)
    groups = join(labels, closeness, threshold)
    return tuple(sorted(tuple(sorted(each.stem for index in members for each in copies[index])) for members in groups))


def closeness_of(
    asked: Container[str], articles: Sequence[Article], terms: Mapping[str, Terms], *, window_days: int = WINDOW_DAYS
) -> dict[tuple[str, str], float]:
    """Give how close the articles asked for (by stem) are to each other and to others, as if they had no event yet.

    Each pair stands once, in the order of the stems; what is not close at all is not in it.
    """
    labels = {article.stem: "" if article.stem in asked else "placed" for article in articles}
    copies = _copies(articles, labels, terms)
    heads = [same[0] for same in copies]
    closeness = _closeness(heads, [labels[article.stem] != "" for article in heads], terms, window_days)
    alike = {(at, at): 1.0 for at, head in enumerate(heads) if head.stem in asked} | closeness
    return {
        (one.stem, other.stem): close
        for (here, there), close in alike.items()
        for first in copies[here]
        for second in copies[there]
        for one, other in [sorted((first, second), key=lambda article: article.stem)]
        if one is not other and (one.stem in asked or other.stem in asked)
    }


def _copies(articles: Iterable[Article], fixed: Mapping[str, str], terms: Mapping[str, Terms]) -> list[list[Article]]:
    """Give the articles in the order of their days, each with those that go where it goes.

    These are copies of one text beyond the first few: of hundreds of copies each would be compared with some of the
    others only, and they would be torn into several events. Only what may be compared at all is looked at.
    """
    ordered = sorted(articles, key=lambda article: (days_of(article), article.stem))
    labels = [fixed.get(article.stem, "") for article in ordered]
    near = within_reach(ordered, [label != "" for label in labels])
    texts = first_with_its_text(
        [(labels[at], primary(ordered[at].lang), days_of(ordered[at]) == UNDATED) for at in near],
        [days_of(ordered[at])[0] for at in near],
        [terms[ordered[at].stem] for at in near],
    )
    heads: dict[int, list[list[Article]]] = defaultdict(list)
    origin = {at: near[first] for at, first in zip(near, texts, strict=True)}
    told: list[list[Article]] = []
    for at, article in enumerate(ordered):
        same = heads[origin.get(at, at)]
        if len(same) < MOST_COPIES:
            same.append([])
            told.append(same[-1])
            same[-1].append(article)
        else:
            same[0].append(article)
    return told


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
            close = (alike.get(other, 0.0) + friends) / 2
            if close >= LEAST_CLOSENESS:
                closeness[other, index] = round(close, 9)
    return closeness


def _row(index: int, alike: Row) -> Row:
    many = len(alike) > MOST_NEIGHBOURS
    nearest = nlargest(MOST_NEIGHBOURS, alike.items(), key=itemgetter(1)) if many else alike.items()
    row = {other: score * score for other, score in [*nearest, (index, OWN_LIKENESS)]}
    length = sqrt(sum([weight * weight for weight in row.values()]))
    return {other: weight / length for other, weight in row.items()}
