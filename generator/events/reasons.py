"""Why articles are one event: what they share, how close they are, who fixed it, and what nearly belongs to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, NamedTuple

from generator.events.copies import Words, first_words, fold_copies, likely_copies, text_told
from generator.events.grounds import Text, days_apart, grounds_of, phrase_text, phrases_shared_with, shared_phrases
from generator.events.grouping import closeness_of
from generator.events.ledger import Line
from generator.model import Article, Event, Fold, Grounds, Paragraph, Terms
from generator.text.words import words_of

# Near misses are told, the nearest, if they have come this far on the way to the threshold.
MOST_NEAR = 3
NEAR = 0.25

Texts = Callable[[Article], tuple[Paragraph, ...]]
Hand = Literal["pin", "added", "ledger", ""]


@dataclass(frozen=True, slots=True)
class Shared:
    """What texts share: names, those of most texts first, phrases, the longest first, and the days between them."""

    names: tuple[str, ...]
    phrases: tuple[str, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class Tie:
    """How an article stands to an event: how close it is to the others, on average, and what it shares with them.

    `event` is where it is now, `by` who put it there: a pin in its own file, the editor's file on the event, the
    ledger, or nobody but its words.
    """

    article: Article
    event: str
    close: float
    shared: Shared
    by: Hand


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why an event is one: what its articles share, each of them, and the articles nearest to it that are not in it.

    `close` is how close its articles are on average; from `threshold` on articles are one event. `line` is the
    ledger's. Of one article there is nothing to explain: `grounds` are None.
    """

    event: Event
    grounds: Grounds | None
    close: float
    threshold: float
    shared: Shared
    folds: tuple[Fold, ...]
    members: tuple[Tie, ...]
    near: tuple[Tie, ...]
    line: Line | None


def reasons_of(
    event: Event,
    homes: Mapping[str, str],
    articles: Sequence[Article],
    terms: Mapping[str, Terms],
    texts: Texts,
    line: Line | None,
    *,
    threshold: float,
    window_days: int,
) -> Reasons:
    """Give why an event is one; `homes` names the event of each of the `articles`, `line` is its line of the ledger.

    Closeness is measured as if the event's articles were new today. `texts` gives the paragraphs of an article; it is
    asked for those that are told of.
    """
    stems = [article.stem for article in event.articles]
    closeness = closeness_of(frozenset(stems), articles, terms, window_days=window_days)
    outside = _outside(stems, closeness)
    nearest = sorted(outside, key=lambda stem: (-outside[stem], stem))[:MOST_NEAR]
    by_stem = {article.stem: article for article in articles}
    near = [by_stem[stem] for stem in nearest if outside[stem] >= NEAR * threshold]
    read = {article.stem: (Paragraph(article.title), *texts(article)) for article in (*event.articles, *near)}
    bodies = {stem: text_told(paragraphs[1:]) for stem, paragraphs in read.items()}
    words = {stem: first_words(body) for stem, body in bodies.items()}
    folds = fold_copies(likely_copies(event.articles, bodies), words)
    told = _Told(terms, words, {stem: fold for fold in folds for stem in fold.articles}, _forms(read.values()))

    def tie(article: Article) -> Tie:
        others = [other for other in event.articles if other is not article]
        close = _mean([_between(article.stem, other.stem, closeness) for other in others])
        return Tie(
            article, homes.get(article.stem, ""), close, _with_others(article, others, told), _by(article, event, line)
        )

    pairs = [_between(one, other, closeness) for at, one in enumerate(stems) for other in stems[:at]]
    return Reasons(
        event=event,
        grounds=grounds_of(event.articles, words, folds) if len(stems) > 1 else None,
        close=_mean(pairs),
        threshold=threshold,
        shared=_among(event.articles, told),
        folds=folds,
        members=tuple(map(tie, event.articles)),
        near=tuple(map(tie, near)),
        line=line,
    )


class _Told(NamedTuple):
    """What is known of the articles told of, by stem: terms, words, and the fold of each copy; and names as written."""

    terms: Mapping[str, Terms]
    words: Mapping[str, Words]
    folds: Mapping[str, Fold]
    forms: Mapping[str, str]

    def text(self, article: Article) -> Text:
        return article.lang, self.words[article.stem]

    def names(self, article: Article) -> list[str]:
        terms = self.terms[article.stem]
        counted = zip(terms.words.split(), terms.name_counts, strict=True)
        return [word for word, named in counted if named != "0" and len(word) > 1]


def _outside(stems: Sequence[str], closeness: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Give how close each article that is not in an event is to those that are, on average."""
    inside = frozenset(stems)
    sums: defaultdict[str, float] = defaultdict(float)
    for (one, other), close in closeness.items():
        if (one in inside) != (other in inside):
            sums[other if one in inside else one] += close
    return {stem: total / len(stems) for stem, total in sums.items()}


def _between(one: str, other: str, closeness: Mapping[tuple[str, str], float]) -> float:
    return closeness.get((min(one, other), max(one, other)), 0.0)


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _among(articles: Sequence[Article], told: _Told) -> Shared:
    """Give what articles share with each other; copies of one text are one."""
    texts = [article for article in articles if _is_head(article, told)]
    tellers = Counter([name for article in texts for name in told.names(article)])
    names = [name for name in tellers if tellers[name] > 1]
    return _shared(names, tellers, shared_phrases(map(told.text, texts)), days_apart(articles), told)


def _is_head(article: Article, told: _Told) -> bool:
    return article.stem not in told.folds or told.folds[article.stem].articles[0] == article.stem


def _with_others(article: Article, others: Sequence[Article], told: _Told) -> Shared:
    """Give what an article shares with others; what it shares with its own copies tells nothing."""
    fold = told.folds.get(article.stem)
    texts = [other for other in others if not fold or other.stem not in fold.articles]
    tellers = Counter([name for other in texts for name in told.names(other)])
    names = [name for name in told.names(article) if name in tellers]
    phrases = phrases_shared_with(told.text(article), map(told.text, texts))
    return _shared(names, tellers, phrases, days_apart([article, *others]), told)


def _shared(
    names: Iterable[str], tellers: Mapping[str, int], phrases: Iterable[Words], days: int | None, told: _Told
) -> Shared:
    ordered = sorted(names, key=lambda name: (-tellers[name], name))
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return Shared(tuple([told.forms.get(name, name) for name in ordered]), tuple(map(phrase_text, longest)), days)


def _forms(texts: Iterable[Iterable[Paragraph]]) -> dict[str, str]:
    """Give names as they are written, by their form in lower case."""
    forms: dict[str, str] = {}
    for paragraph in chain.from_iterable(texts):
        for word in words_of(paragraph.text):
            lowered = word.lower()
            if lowered != word:
                forms.setdefault(lowered, word)
    return forms


def _by(article: Article, event: Event, line: Line | None) -> Hand:
    if article.event:
        return "pin"
    if event.editorial and article.stem in event.editorial.add:
        return "added"
    return "ledger" if line and article.stem in line.articles else ""
