"""How alike articles are: by the terms they share, softened by the days between them.

It is measured against how alike any two articles of the collection are. Articles are compared only where they stand
near each other in time and share weighty terms, so the cost grows with their number, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from math import exp

from generator.model import Article, Terms, When
from generator.text.vectors import Vector, Weights, cosine, likeness_of_any_two, without

# A title over more texts than this is the name of a column ("Morning briefing") and tells of no event.
MOST_OF_ONE_TITLE = 10

# How alike any two articles of a mixed collection are. Where they are more alike than that, as on one beat, likeness
# is measured with a longer rule; imagined articles steady it. It is never measured with a shorter one: 500 unrelated
# headlines would then join what they do not touch.
USUAL_LIKENESS = 0.03
USUAL_ARTICLES = 300

# So many articles, evenly drawn, tell what is rare in a collection, and so many what is usual.
SAMPLE = 1000
SCALED = 400

# A headline says little, so that less in common is enough: below `SHORT` words (small ones aside) likeness grows, up to
# `1 + EASE` fold.
SHORT = 40
EASE = 6.5

# What bounds the cost of an article: the stretch of the order in which it meets others (that and the one before), how
# many of its terms are looked up and how heavy they are, how many readers of them in all and of one term in a stretch
# (the nearest in time), and how many terms of other articles are compared.
STRETCH = 200
SPAN = 0
MOST_KEYS = 50
MOST_OF_ONE_TERM = 100
MOST_COMPARED = 12
MORE = 10
LEAST_SHARED = 0.1
LEAST_ASKED = 0.15
LEAST_LIKENESS = 0.08

# The share of likeness that is left however far apart two days are, and the days in which the rest fades. Dates are
# soft: of pages collected from the web many bear the date of a copy, and an event goes on being told.
DATED_APART = 0.85, 30
TOLD_APART = 0.4, 14  # the days that both tell of are stronger evidence than those of publication
# An undated article joins a dated one only on strong evidence. In ECB+ this also parts two collections, of which one
# has no dates: what it wins there (look-alikes merged: 0.07 to 0.001) is not what it will win elsewhere.
UNDATED_APART = 0.7
UNDATED = 10**7, 10**7  # behind all dates

# The articles that one is like, by their place in the order, and how much.
Row = dict[int, float]
Days = tuple[int, int]
Fading = tuple[float, int]
Readers = defaultdict[int, list[int]]


def likeness(
    articles: Sequence[Article],
    placed: Sequence[bool],
    terms: Mapping[str, Terms],
    titles: Mapping[str, int],
    window_days: int,
) -> list[Row]:
    """Give for each article the others that it is like. The articles are in the order of their days.

    Those that are `placed` already are compared only where they have to do with the others. `terms` are theirs, by
    stem; `titles` tells how many articles of the collection bear a title.
    """
    step = 1 + (len(articles) - 1) // SAMPLE
    sample = [_terms(article, terms, titles) for article in articles[::step]]
    weights = Weights(sample, complete=step == 1)
    scale = _scale([weights.vector(one) for one in sample[:: 1 + (len(sample) - 1) // SCALED]], len(articles))
    asked = _asked(articles, placed, terms)
    days = [days_of(article) for article in articles]
    start = 0
    here: Readers = defaultdict(list)
    before: Readers = defaultdict(list)
    known: dict[int, tuple[Vector, float]] = {}
    rows: list[Row] = [{} for _ in articles]
    for index, article in enumerate(articles):
        if index - start >= STRETCH and days[index][0] > days[start][0] + SPAN:
            known = {other: known[other] for other in range(start, index) if other in known}
            here, before, start = defaultdict(list), here, index
        its_terms = _terms(article, terms, titles)
        if placed[index] and _share(its_terms, asked) < LEAST_ASKED / scale:
            continue
        vector, brevity = weights.vector(its_terms), _brevity(its_terms)
        for other in _met(vector, index, scale, here, before)[: int(MOST_COMPARED * (1 + MORE * brevity))]:
            if _in_two_languages(article, articles[other]):
                continue
            their_vector, their_brevity = known[other]
            ease = 1 + EASE * min(brevity, their_brevity)
            apart = TOLD_APART if article.told and articles[other].told else DATED_APART
            alike = _rescaled(cosine(vector, their_vector), scale * ease)
            alike *= _nearness(days[index], days[other], window_days, apart)
            if alike >= LEAST_LIKENESS:
                rows[index][other] = rows[other][index] = alike
        known[index] = vector, brevity
    return rows


def within_reach(placed: Sequence[bool]) -> list[int]:
    """Give the places in the order, of which some are `placed`, from which one that is not can be met."""
    reach = 0
    near: list[int] = []
    for index, is_placed in enumerate(placed):
        if not is_placed:
            near += range(max(reach, index - STRETCH), min(len(placed), index + STRETCH + 1))
            reach = near[-1] + 1
    return near


def days_of(article: Article) -> Days:
    """Give the first and the last day that an article may tell of, as numbers."""
    when = article.told or article.published
    return _days(when) if when else UNDATED


@lru_cache(maxsize=10_000)  # a digest has many articles a day
def _days(when: When) -> Days:
    return when.first.toordinal(), when.last.toordinal()


def _terms(article: Article, terms: Mapping[str, Terms], titles: Mapping[str, int]) -> Terms:
    own = terms[article.stem]
    return without(own, article.title) if titles[article.title] > MOST_OF_ONE_TITLE else own


def _asked(articles: Sequence[Article], placed: Sequence[bool], terms: Mapping[str, Terms]) -> Container[str]:
    """Give all words of the articles that are not placed; none where all are, since then all are compared."""
    if not any(placed):
        return frozenset()
    unplaced = [terms[article.stem] for article, is_placed in zip(articles, placed, strict=True) if not is_placed]
    return frozenset(word for its_terms in unplaced for word in its_terms.words.split())


def _share(terms: Terms, asked: Container[str]) -> float:
    """Give the share of a text's words that are asked for; all of none."""
    words = terms.words.split()
    return sum(map(asked.__contains__, words)) / len(words) if words else 1.0


def _scale(vectors: Sequence[Vector], articles: int) -> float:
    others = articles - 1
    usual = (likeness_of_any_two(vectors) * others + USUAL_LIKENESS * USUAL_ARTICLES) / (others + USUAL_ARTICLES)
    return min(1.0, USUAL_LIKENESS / usual)


def _rescaled(alike: float, scale: float) -> float:
    """Stretch a likeness so that 0 stays 0 and 1 stays 1."""
    return alike * scale / (1 + alike * (scale - 1))


def _met(vector: Vector, index: int, scale: float, here: Readers, before: Readers) -> list[int]:
    """Give the earlier articles worth comparing: those that share most of the weightiest terms. Be met by later ones.

    How many are shared tells more than how much they weigh (of the pairs of one event, 99.7 % and 99.1 % are met).
    """
    keys = sorted(vector, key=vector.__getitem__, reverse=True)[:MOST_KEYS]
    met: list[int] = []
    for key in keys:
        near = here[key]
        met += near[-MOST_OF_ONE_TERM:]
        if key in before:
            met += before[key][-MOST_OF_ONE_TERM:]
        near.append(index)
    shared = Counter(met)
    least = len(keys) * LEAST_SHARED / scale
    likely = [other for other, terms in shared.items() if terms >= least]
    likely.sort(key=shared.__getitem__, reverse=True)
    return likely


def _brevity(terms: Terms) -> float:
    """Tell how far a text is only a headline: 0 from `SHORT` words on."""
    return 0.0 if len(terms.word_counts) >= SHORT else max(0.0, 1 - sum(map(int, terms.word_counts)) / SHORT)


def _in_two_languages(one: Article, other: Article) -> bool:
    return bool(one.lang and other.lang and one.lang != other.lang)


def _nearness(here: Days, there: Days, window_days: int, apart: Fading) -> float:
    if UNDATED in (here, there):
        return 1.0 if here == there else UNDATED_APART
    days = max(there[0] - here[1], here[0] - there[1]) - window_days
    return apart[0] + (1 - apart[0]) * exp(-days / apart[1]) if days > 0 else 1.0
