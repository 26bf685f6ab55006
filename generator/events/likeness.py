"""How alike articles are: by the terms they share, softened by the days between them.

It is measured against how alike any two articles of the collection are. Articles are compared only where they stand
near each other in time and share weighty terms, so the cost grows with their number, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from math import exp

from generator.model import Article, Terms, When
from generator.text.language import in_two_languages
from generator.text.vectors import Vector, Weights, likeness_of_any_two, without

# A title over more texts than this is the name of a column ("Morning briefing") and tells of no event.
MOST_OF_ONE_TITLE = 10

# How alike any two articles of a mixed collection are. Where they are more alike than that, as on one beat, likeness
# is measured with a longer rule; imagined articles steady it. It is never measured with a shorter one: 500 unrelated
# headlines would then join what they do not touch.
USUAL_LIKENESS = 0.03
USUAL_ARTICLES = 300

# So many articles, evenly drawn, tell what is rare in a collection, and so many how alike any two are.
SAMPLE = 1000
SCALE_SAMPLE = 200

# A headline says little, so that less in common is enough: below `SHORT` words (small ones aside) likeness grows, up to
# `1 + EASE` fold where the days are near.
SHORT = 40
EASE = 5
# But who says more than a headline has more to share: with less than this part of the words beyond one in common, as
# two items of one town and weekday, likeness grows so much less. ECB+ cut to the first 25 words of each text: B-cubed
# F1 .849 to .919; to 40: .935 to .933; headlines and whole texts as before. 1/2 to 1 and 10 to 15 words measure alike.
HEADLINE = 12
PART_OF_MORE = 2 / 3

# An article is compared with those of its stretch of the order and of the one before. A stretch has at least so many
# articles and takes at least so many days: so one of thirty a day meets those of the last 7 to 14 days.
STRETCH = 200
STRETCH_DAYS = 7

# Of an article so many terms are looked up, the weightiest, and of each so many readers in a stretch, the nearest.
# The small draws score the same with 30 to 80; with 30 events are torn where all articles are alike.
# With 100 readers of a term, 10,000 articles of one day score 0.73 instead of 0.95.
MOST_KEYS = 40
MOST_OF_ONE_TERM = 300
# Whoever shares this part of them, more where all are alike, is compared, but no more than so many, or so many times as
# many where the text is a headline. With half more or less of each, look-alikes are merged or events are torn.
LEAST_SHARED = 0.1
MOST_COMPARED = 12
MORE_OF_HEADLINES = 20

# What is placed has to do with what is not if it shares this part of its words.
LEAST_IN_COMMON = 0.15

LEAST_LIKENESS = 0.1  # what is less alike is not alike; no score is 0.002 higher at 0.08, and grouping is dearer

# The share of likeness that is left however far apart two days are, and the days in which the rest fades. Dates are
# soft: of pages collected from the web many bear the date of a copy, and an event goes on being told.
DATED_APART = 0.85, 30
# Days that are known by more than a page's stamp are stronger evidence: the same words a year later are another
# election, festival, budget.
TOLD_APART = 0.0, 45
# An undated article joins a dated one only on strong evidence. In ECB+ this also parts two collections, of which one
# has no dates: what it wins there (look-alikes merged: 0.07 to 0.001) is not what it will win elsewhere.
UNDATED_APART = 0.7
UNDATED = 10**7, 10**7  # behind all dates

Row = dict[int, float]  # the articles that one is like, by their place in the order, and how much
Days = tuple[int, int]
Fading = tuple[float, int]
Readers = defaultdict[int, list[int]]  # the articles in which a term weighs much, by its number


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
    scale = _scale([weights.vector(one) for one in sample[:: 1 + (len(sample) - 1) // SCALE_SAMPLE]], len(articles))
    asked = _asked(articles, placed, terms)
    days = [days_of(article) for article in articles]
    firm = [article.told is not None and article.told.basis != "page stamp" for article in articles]
    rows: list[Row] = [{} for _ in articles]
    known: dict[int, tuple[Vector, int]] = {}
    here: Readers = defaultdict(list)
    before: Readers = defaultdict(list)
    start = 0
    for index, article in enumerate(articles):
        if index - start >= STRETCH and days[index][0] - days[start][0] >= STRETCH_DAYS:
            known = {other: of_it for other, of_it in known.items() if other >= start}
            here, before, start = defaultdict(list), here, index
        its_terms = _terms(article, terms, titles)
        if placed[index] and _in_common(its_terms, asked) < LEAST_IN_COMMON / scale:
            continue
        vector, length = weights.vector(its_terms), _length(its_terms)
        known[index] = vector, length
        met = _met(vector, index, LEAST_SHARED / scale, here, before)
        most = int(MOST_COMPARED * (1 + MORE_OF_HEADLINES * _brevity(length)))
        others = [other for other in islice(met, most) if not in_two_languages(article.lang, articles[other].lang)]
        cosines = weights.cosines(vector, [known[other][0] for other in others]) if others else []
        for other, cosine in zip(others, cosines, strict=True):
            apart = TOLD_APART if firm[index] and firm[other] else DATED_APART
            near = _nearness(days[index], days[other], window_days, apart)
            ease = EASE * _ease(max(length, known[other][1]), met[other]) * near
            alike = _rescaled(cosine, scale * (1 + ease)) * near
            if alike >= LEAST_LIKENESS:
                rows[index][other] = rows[other][index] = alike
    return rows


def within_reach(articles: Sequence[Article], placed: Sequence[bool]) -> list[int]:
    """Give the places, in the order of their days, of the articles that one which is not `placed` may meet."""
    if not any(placed):
        return list(range(len(articles)))
    first_days = [days_of(article)[0] for article in articles]
    reach = 0
    near: list[int] = []
    for index, day in enumerate(first_days):
        if not placed[index]:
            begin = min(index - STRETCH, bisect_left(first_days, day - STRETCH_DAYS))
            end = max(index + STRETCH + 1, bisect_right(first_days, day + STRETCH_DAYS))
            near += range(max(reach, begin), min(len(articles), end))
            reach = max(reach, min(len(articles), end))
    return near


def days_of(article: Article) -> Days:
    """Give the first and the last day that an article may tell of, as numbers; behind all dates where none is known."""
    when = article.told or article.published
    return _days(when) if when else UNDATED


@lru_cache(maxsize=10_000)  # many articles share a day
def _days(when: When) -> Days:
    return when.first.toordinal(), when.last.toordinal()


def _terms(article: Article, terms: Mapping[str, Terms], titles: Mapping[str, int]) -> Terms:
    own = terms[article.stem]
    return without(own, article.title) if titles[article.title] > MOST_OF_ONE_TITLE else own


def _asked(articles: Sequence[Article], placed: Sequence[bool], terms: Mapping[str, Terms]) -> Container[str]:
    """Give all words of the articles that have yet to be placed, if some are placed."""
    if not any(placed):
        return frozenset()
    unplaced = [terms[article.stem] for article, is_placed in zip(articles, placed, strict=True) if not is_placed]
    return frozenset(word for its_terms in unplaced for word in its_terms.words.split())


def _in_common(terms: Terms, asked: Container[str]) -> float:
    words = terms.words.split()
    return sum(map(asked.__contains__, words)) / len(words) if words else 0.0


def _scale(vectors: Sequence[Vector], articles: int) -> float:
    others = articles - 1
    usual = (likeness_of_any_two(vectors) * others + USUAL_LIKENESS * USUAL_ARTICLES) / (others + USUAL_ARTICLES)
    return min(1.0, USUAL_LIKENESS / usual)


def _rescaled(alike: float, scale: float) -> float:
    """Stretch a likeness so that 0 stays 0 and 1 stays 1."""
    return alike * scale / (1 + alike * (scale - 1))


def _met(vector: Vector, index: int, least: float, here: Readers, before: Readers) -> dict[int, int]:
    """Give the earlier articles that share at least a part of the weightiest terms, and how many; be met by later ones.

    Those that share most come first: how many are shared tells more than how much they weigh (of the pairs of one
    event, 99.7 % and 99.1 % are met).
    """
    heaviest = sorted(range(len(vector.weights)), key=vector.weights.__getitem__, reverse=True)
    keys = [vector.numbers[at] for at in heaviest[:MOST_KEYS]]
    readers: list[int] = []
    for key in keys:
        near = here[key]
        readers += near
        readers += before.get(key, ())
        near.append(index)
        if len(near) > MOST_OF_ONE_TERM:
            del near[0]
    shared = Counter(readers)
    enough = least * len(keys)
    likely = [other for other, number in shared.items() if number >= enough]
    return {other: shared[other] for other in sorted(likely, key=shared.__getitem__, reverse=True)}


def _length(terms: Terms) -> int:
    """Give how many words a text has, at most `SHORT`."""
    return SHORT if len(terms.word_counts) >= SHORT else min(SHORT, sum(map(int, terms.word_counts)))


def _brevity(length: int) -> float:
    """Tell how far a text is only a headline: 0 from `SHORT` words on."""
    return 1 - length / SHORT


def _ease(length: int, shared: int) -> float:
    """Tell how far so much in common is enough because two texts are short; `length` is that of the longer."""
    asked = PART_OF_MORE * (length - HEADLINE)
    return _brevity(length) * (min(1.0, shared / asked) if asked > 0 else 1.0)


def _nearness(here: Days, there: Days, window_days: int, apart: Fading) -> float:
    if UNDATED in (here, there):
        return 1.0 if here == there else UNDATED_APART
    days = max(there[0] - here[1], here[0] - there[1]) - window_days
    return apart[0] + (1 - apart[0]) * exp(-days / apart[1]) if days > 0 else 1.0
