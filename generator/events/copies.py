"""Fold the copies of one text: what an agency wrote and several outlets carry, however trimmed or retitled.

They are told by their words, not by a label. After Broder, "On the resemblance and containment of documents" (1997): a
text is the set of its runs of words, and is a copy of a longer one that contains most of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from typing import TypeVar

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
MOST_LETTERS = 12
# A single figure may have been worded anew.
FEWEST_FIGURES = 2
USUAL_LETTERS = 7  # a word of German with the blank behind it

# What two texts have in common shows in a few places of each, if these are chosen by what stands there: one word in
# five (of most languages with Latin letters), 20 letters of each place. Of 400 words that are 60 places, which takes
# 16 µs; all runs of them take 120. An estimate this far below what makes a copy (in standard deviations) is believed.
_PLACES = re.compile(rb" [acps].{18}", re.DOTALL)
FEWEST_PLACES = 5
DOUBT = 2
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(code for code in _ASCII if not chr(code).isalnum() and not chr(code).isspace())
_UNREAD = _NO_LETTERS + bytes(range(0x80, 0xC0)) + b"\xe2"  # also quotes and dashes beyond ASCII
_TO_LOWER = bytes.maketrans(_ASCII, b"".join(b" " if chr(code).isspace() else bytes([code]).lower() for code in _ASCII))

Words = tuple[str, ...]
Part = TypeVar("Part", Words, bytes)


def text_told(paragraphs: Iterable[Paragraph]) -> str:
    """Give the beginning of a text: what its first words can be taken from."""
    return "\n".join([paragraph.text for paragraph in paragraphs])[: MOST_LETTERS * MOST_WORDS]


def first_words(text: str, most: int = MOST_WORDS) -> Words:
    """Give the first words of a text, without its capitals."""
    for letters in (USUAL_LETTERS * most, MOST_LETTERS * MOST_WORDS):
        words = words_of(text[:letters].casefold())
        if len(words) > most or letters >= len(text):
            break
    return tuple(words[:most])


def likely_copies(articles: Sequence[Article], texts: Mapping[str, str]) -> list[Article]:
    """Give the articles among which `fold_copies` may find copies; `texts` are those of each, by stem.

    A text in another script, or one of a few words, has too few places to tell.
    """
    told = [article for article in articles if texts[article.stem]]
    places = {at: _places(texts[article.stem]) for at, article in enumerate(told)}
    if any(len(each) < FEWEST_PLACES for each in places.values()):
        return told
    likely = {at for pair in _contained(places, DOUBT) for at in pair}
    return [told[at] for at in sorted(likely)]


def _places(text: str) -> set[bytes]:
    data = text[: USUAL_LETTERS * MOST_WORDS].encode("utf-8", "surrogatepass")
    return set(_PLACES.findall(b" " + data.translate(_TO_LOWER, _UNREAD)))


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
        if _has_figures_of(words[articles[one].stem], words[articles[other].stem]):
            _put_together(one, other, home)
    folds: dict[int, list[Article]] = defaultdict(list)
    for at, article in enumerate(articles):
        folds[_root(at, home)].append(article)
    return tuple([_fold(members, words) for members in folds.values() if len(members) > 1])


def _has_figures_of(one: Words, other: Words) -> bool:
    """Tell whether most figures of a text stand in another: reports of two earthquakes may differ in nothing else."""
    figures = {word for word in one if word[0].isdigit()}
    return len(figures) < FEWEST_FIGURES or len(figures.intersection(other)) >= CONTAINED * len(figures)


def _contained(texts: Mapping[int, set[Part]], doubt: float = 0) -> Iterator[tuple[int, int]]:
    """Give each text with the longer one that contains it; a run counts for the longest text that has it.

    Where the runs are only some of a text's, `doubt` lets pass what may contain it.
    """
    longest: dict[Part, int] = {}
    for at in sorted(texts, key=lambda at: (-len(texts[at]), at)):
        runs = texts[at]
        enough = CONTAINED * len(runs) - doubt * sqrt(CONTAINED * (1 - CONTAINED) * len(runs))
        shared = Counter(map(longest.get, runs))
        yield from [(at, other) for other in shared if other is not None and shared[other] >= enough]
        longest.update(dict.fromkeys(runs.difference(longest), at))


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
