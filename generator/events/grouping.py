"""Find which articles tell of the same event, by what they say and when.

How alike two articles are is the cosine of their terms, softened by the days between them and measured against how
alike any two articles of the collection are. How close they are also counts how far they are like the same others:
friends in common join the short report with the long one. Groups then grow by average linkage. Articles are compared
only where they share weighty terms, so the cost grows with their number, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from math import exp, sqrt

from generator.events.linkage import Pair, join
from generator.model import Article, Terms, When
from generator.text.vectors import Vector, cosine, likeness_of_any_two, vectors_of, without

# Swept 0.15 to 0.29 on four draws of 70 articles (ECB+): 0.19 and 0.21 are within 0.006 of each other.
THRESHOLD = 0.2
WINDOW_DAYS = 3  # days apart that cost nothing

# A title over more texts than this is the name of a column ("Morning briefing") and tells of no event.
MOST_OF_ONE_TITLE = 10

# How alike any two articles of a mixed collection are. Where they are more alike than that, as on one beat, likeness
# is measured with a longer rule; imagined articles steady it. It is never measured with a shorter one: 500 unrelated
# headlines would then join what they do not touch.
USUAL_LIKENESS = 0.03
USUAL_ARTICLES = 300

# A headline says little, so that less in common is enough: below `SHORT` words (small ones aside) likeness grows, up to
# `1 + EASE` fold.
SHORT = 40
EASE = 5

# What bounds the cost of an article: how many of its terms are looked up, how many readers of them in all and of one
# term (the nearest in time), how many terms of other articles are compared, and how many neighbours are kept.
MOST_KEYS = 50
MOST_READ = 800
MOST_OF_ONE_TERM = 100
MOST_COMPARED = 2000
MOST_NEIGHBOURS = 100
LEAST_LIKENESS = 0.04
LEAST_CLOSENESS = 0.02

# The share of likeness that is left however far apart two days are, and the days in which the rest fades. Dates are
# soft: of pages collected from the web many bear the date of a copy, and an event goes on being told.
DATED_APART = 0.85, 30
TOLD_APART = 0.4, 14  # the days that both tell of are stronger evidence than those of publication
# An undated article joins a dated one only on strong evidence. In ECB+ this also parts two collections, of which one
# has no dates: what it wins there (look-alikes merged: 0.07 to 0.001) is not what it will win elsewhere.
UNDATED_APART = 0.7
UNDATED = 10**7, 10**7  # behind all dates

OWN_LIKENESS = 0.5  # what an article is to itself among its neighbours; 0.3 and 1 score lower

Row = dict[int, float]
Days = tuple[int, int]
Fading = tuple[float, int]


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
    ordered = sorted(articles, key=lambda article: (_days(article.told or article.published) or UNDATED, article.stem))
    labels = [fixed.get(article.stem, "") for article in ordered]
    # Where every article is placed already, as in most builds of a released digest, there is nothing to compare.
    closeness = {} if all(labels) else _closeness(_likeness(ordered, terms, window_days))
    groups = join(labels, closeness, threshold)
    return tuple(sorted(tuple(sorted(ordered[index].stem for index in members)) for members in groups))


def _days(when: When | None) -> Days | None:
    return (when.first.toordinal(), when.last.toordinal()) if when else None


def _likeness(articles: Sequence[Article], terms: Mapping[str, Terms], window_days: int) -> list[Row]:
    """Give for each article the others that it is like, and how much."""
    titles = Counter(article.title for article in articles)
    vectors = vectors_of([_terms(article, terms[article.stem], titles) for article in articles])
    scale = _scale(vectors)
    told = [_days(article.told) for article in articles]
    dated = [days or _days(article.published) for days, article in zip(told, articles, strict=True)]
    brevity = [_brevity(terms[article.stem]) for article in articles]
    rows: list[Row] = [{} for _ in articles]
    for one, other in _meetings(
        vectors, _rescaled(LEAST_LIKENESS, 1 / (scale * (1 + EASE * max(brevity, default=0.0))))
    ):
        if articles[one].lang and articles[other].lang and articles[one].lang != articles[other].lang:
            continue
        ease = 1 + EASE * min(brevity[one], brevity[other])
        alike = _rescaled(cosine(vectors[one], vectors[other]), scale * ease)
        apart = TOLD_APART if told[one] and told[other] else DATED_APART
        rows[one][other] = rows[other][one] = alike * _nearness(dated[one], dated[other], window_days, apart)
    return rows


def _terms(article: Article, terms: Terms, titles: Mapping[str, int]) -> Terms:
    return without(terms, article.title) if titles[article.title] > MOST_OF_ONE_TITLE else terms


def _scale(vectors: Sequence[Vector]) -> float:
    others = len(vectors) - 1
    usual = (likeness_of_any_two(vectors) * others + USUAL_LIKENESS * USUAL_ARTICLES) / (others + USUAL_ARTICLES)
    return min(1.0, USUAL_LIKENESS / usual)


def _rescaled(alike: float, scale: float) -> float:
    """Stretch a likeness so that 0 stays 0 and 1 stays 1."""
    return alike * scale / (1 + alike * (scale - 1))


def _meetings(vectors: Sequence[Vector], least: float) -> Iterator[Pair]:
    """Give the pairs worth comparing: of each article, the earlier ones that share most of its weightiest terms."""
    readers: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        met: dict[int, float] = defaultdict(float)
        read = 0
        for number, weight in islice(vector.items(), MOST_KEYS):
            known = readers[number]
            if read < MOST_READ:
                near = known[-MOST_OF_ONE_TERM:]
                read += len(near)
                for other, theirs in near:
                    met[other] += weight * theirs
            known.append((index, weight))
        likely = [(score, other) for other, score in met.items() if score >= least]
        for _, other in nlargest(MOST_COMPARED // (len(vector) + 1) + 1, likely):
            yield other, index


def _nearness(here: Days | None, there: Days | None, window_days: int, apart: Fading) -> float:
    if here is None or there is None:
        return 1.0 if here is there else UNDATED_APART
    days = max(there[0] - here[1], here[0] - there[1]) - window_days
    return apart[0] + (1 - apart[0]) * exp(-days / apart[1]) if days > 0 else 1.0


def _brevity(terms: Terms) -> float:
    """Tell how far a text is only a headline: 0 from `SHORT` words on."""
    return max(0.0, 1 - sum([count for _, count in terms.words]) / SHORT)


def _closeness(likeness: Sequence[Row]) -> dict[Pair, float]:
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
