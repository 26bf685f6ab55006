"""The statements of an event as its page tells them: what happened, then what was expected, our own words apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model import Article, Entry, Statement, When
from generator.pages.listed_sources import CITATIONS_SHOWN
from generator.pages.model import CitationView, StatementView
from generator.pages.phrasebook import Phrasebook
from generator.pages.wording import when_words


class Piece(NamedTuple):
    """A piece of a statement, and the day that its last words mean, which are ours."""

    words: str
    day: str = ""


class ToldView(NamedTuple):
    """A statement as its event's page shows it; `sources` counts them where there are several.

    Of many citations the first is `shown`, the `others` stand folded below it.
    """

    statement: StatementView
    pieces: tuple[Piece, ...]
    sources: str
    shown: tuple[CitationView, ...]
    others: tuple[CitationView, ...]


class ToldList(NamedTuple):
    """Statements under one title, none for those of what happened."""

    title: str
    statements: tuple[ToldView, ...]


def told_lists(phrases: Phrasebook, entry: Entry, views: Sequence[StatementView]) -> tuple[ToldList, ...]:
    """Give an entry's statements, of which these are the views, as they are listed."""
    happened: list[ToldView] = []
    ahead: list[ToldView] = []
    for statement, view in zip(entry.statements, views, strict=True):
        pieces = tuple(_pieces(phrases, statement)) if statement.days else (Piece(statement.text),)
        cited = view.citations
        shown = len(cited) if len(cited) <= CITATIONS_SHOWN else 1
        sources = _sources(phrases, statement, entry) if len(cited) > 1 else ""
        told = ToldView(view, pieces, sources, cited[:shown], cited[shown:])
        (ahead if statement.ahead else happened).append(told)
    lists = ("", happened), (phrases.say("expected"), ahead)
    return tuple(ToldList(title, tuple(each)) for title, each in lists if each)


def outcome_words(phrases: Phrasebook, entry: Entry) -> str:
    """Give the line that says how far the sources tell an event; empty where they tell more than its beginning."""
    if not entry.open_ended:
        return ""
    one = len(entry.event.articles) == 1
    return phrases.say("one_open_ended" if one else "all_open_ended")


def _pieces(phrases: Phrasebook, statement: Statement) -> Iterator[Piece]:
    """Cut a statement behind the words that tell a day."""
    at = 0
    for words, value in statement.days:
        found = statement.text.find(words, at)
        if found >= 0:
            end = found + len(words)
            yield Piece(statement.text[at:end], when_words(phrases, When(value, "stated in text")))
            at = end
    if at < len(statement.text):
        yield Piece(statement.text[at:])


def _sources(phrases: Phrasebook, statement: Statement, entry: Entry) -> str:
    cited = {citation.article for citation in statement.citations}
    origins = len(set(_origins([article for article in entry.event.articles if article.stem in cited], entry)))
    articles = phrases.count(len(cited), "articles")
    return phrases.say("articles_and_origins", articles=articles, origins=phrases.count(origins, "origins"))


def _origins(articles: Iterable[Article], entry: Entry) -> Iterator[str]:
    """Give who wrote each article: copies of one text have one origin."""
    heads = {stem: fold.origin or f"/{fold.articles[0]}" for fold in entry.folds for stem in fold.articles}
    for article in articles:
        yield heads.get(article.stem) or article.origin or article.source or f"/{article.stem}"
