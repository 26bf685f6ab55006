"""Fold the copies of one text: what an agency wrote and several outlets carry, however trimmed or retitled.

They are told by their words, not by a label. After Broder, "On the resemblance and containment of documents" (1997): a
text is the set of its runs of words, and is a copy of a longer one that contains most of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import Article, Fold, Paragraph
from generator.text.words import words_of

# The share of the runs of the shorter text. In ECB+ pairs of one event have 0.0 to 0.3 in common, copies 0.7 to 1;
# the fewest lie around 0.6. With runs of 3 or 5 words they part no better than with 4.
CONTAINED = 0.6
RUN = 4
# Two texts of fewer words are copies only if they are the very same.
FEWEST_WORDS = 12
# What an outlet cuts, it cuts at the end: the first words tell.
MOST_WORDS = 400
MOST_LETTERS = 12  # a word of German with the blank behind it has 7

Words = tuple[str, ...]


def words_told(paragraphs: Iterable[Paragraph]) -> Words:
    """Give the first words of a text, without its capitals."""
    text = "\n".join([paragraph.text for paragraph in paragraphs])
    return tuple(words_of(text[: MOST_LETTERS * MOST_WORDS].casefold())[:MOST_WORDS])


def fold_copies(articles: Sequence[Article], words: Mapping[str, Words]) -> tuple[Fold, ...]:
    """Give the texts that several of an event's articles carry, in the order of the articles.

    `words` are those of each article, by stem. A text that contains two others folds all three: an event seems to have
    fewer origins then, never more.
    """
    by_words: dict[Words, list[int]] = defaultdict(list)
    for at, article in enumerate(articles):
        if words[article.stem]:
            by_words[words[article.stem]].append(at)
    home = list(range(len(articles)))
    for same in by_words.values():
        for at in same:
            _put_together(same[0], at, home)
    texts = {same[0]: runs_of(text) for text, same in by_words.items() if len(text) >= FEWEST_WORDS}
    for one, other in _contained(texts):
        _put_together(one, other, home)
    folds: dict[int, list[Article]] = defaultdict(list)
    for at, article in enumerate(articles):
        folds[_root(at, home)].append(article)
    return tuple([_fold(members, words) for members in folds.values() if len(members) > 1])


def _contained(texts: Mapping[int, set[Words]]) -> Iterator[tuple[int, int]]:
    """Give each text with the longer one that contains it; a run counts for the longest text that has it."""
    longest: dict[Words, int] = {}
    for at in sorted(texts, key=lambda at: (-len(texts[at]), at)):
        shared = Counter(map(longest.get, texts[at]))
        yield from [
            (at, other) for other in shared if other is not None and shared[other] >= CONTAINED * len(texts[at])
        ]
        longest.update(dict.fromkeys(texts[at].difference(longest), at))


def runs_of(words: Words) -> set[Words]:
    """Give the runs of words of a text; one that is shorter than a run is one itself."""
    return set(zip(*[words[at:] for at in range(RUN)], strict=False)) or {words}


def count_origins(articles: Iterable[Article], folds: Iterable[Fold] = ()) -> int:
    """Count who wrote: an agency named, else the outlet; each article that names neither counts for itself.

    A text that several carry counts once: for the agency that one of them names, else the outlet that had it first.
    """
    first: dict[str, Article] = {article.stem: article for article in articles}
    for fold in folds:
        head = replace(first[fold.articles[0]], origin=fold.origin)
        first.update(dict.fromkeys(fold.articles, head))
    return len({article.origin or article.source or f"/{article.stem}" for article in first.values()})


def with_origins(articles: Iterable[Article], folds: Collection[Fold]) -> list[Article]:
    """Give articles with the origin of the text that they carry: copies are one voice."""
    articles = list(articles)
    if not folds:
        return articles
    sources = {article.stem: article.source for article in articles}
    origins = {stem: fold.origin or sources[fold.articles[0]] for fold in folds for stem in fold.articles}
    return [
        replace(article, origin=origins[article.stem]) if origins.get(article.stem) else article for article in articles
    ]


def _fold(members: Sequence[Article], words: Mapping[str, Words]) -> Fold:
    """Give a fold: at its head who had the text first; of one day, who names its origin, then who has most of it."""

    def precedence(article: Article) -> tuple[str, bool, int, str]:
        day = article.published.first_day if article.published else "9999"
        return day, not article.origin, -len(words[article.stem]), article.stem

    head = min(members, key=precedence)
    named = Counter(article.origin for article in members if article.origin)
    origin = min(named, key=lambda name: (-named[name], name), default="")
    return Fold(origin, (head.stem, *[article.stem for article in members if article is not head]))


def _put_together(one: int, other: int, home: list[int]) -> None:
    here, there = _root(one, home), _root(other, home)
    home[max(here, there)] = min(here, there)


def _root(at: int, home: list[int]) -> int:
    while home[at] != at:
        home[at] = at = home[home[at]]
    return at
