"""Write the entry of each event: a headline, and a summary whose every statement is proven to stand in its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from operator import itemgetter

from generator.errors import Fault
from generator.events.excerpts import Excerpt, within_budget, within_reach
from generator.events.on_demand import OnDemand
from generator.events.statements import has_words_of
from generator.executors import Executor, at_hand, is_ours
from generator.model import Article, Citation, Entry, Event, Headline, Paragraph, Report, Statement
from generator.text.datelines import split_dateline
from generator.text.sentences import split_sentences
from generator.text.words import words_of

Texts = Callable[[Article], tuple[Paragraph, ...]]
Summariser = Callable[[Sequence[Report]], tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Written:
    """What is written of an event, the event itself apart; no headline where it cannot be told."""

    headline: Headline | None
    statements: tuple[Statement, ...] = ()
    outlets: int = 0
    origins: int = 0
    quoted: tuple[tuple[str, int], ...] = ()
    faults: tuple[Fault, ...] = ()


def write_entries(
    events: Sequence[Event],
    texts: Texts,
    summarise: Summariser,
    executor: Executor,
    *,
    excerpt: Excerpt,
    full_sources: frozenset[str] = frozenset(),
) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """Give the entries of all events, oldest first, and what is wrong; `texts` gives the paragraphs of an article."""
    work = partial(write_entry, texts, summarise, excerpt, tuple(sorted(full_sources)))
    written = list(executor.map(work, events))
    placed = sorted(executor.map(put_together, list(zip(events, written, strict=True))), key=itemgetter(0))
    faults = tuple(fault for each in written for fault in each.faults)
    return tuple([entry for _, entry in placed if entry]), faults


@at_hand
def put_together(told: tuple[Event, Written]) -> tuple[tuple[str, str], Entry | None]:
    """Give an event's entry, and by what entries are sorted, oldest first."""
    event, written = told
    place = (event.when.first_day if event.when else "9999", event.id)
    if written.headline is None:
        return place, None
    return place, Entry(event, written.headline, written.statements, written.outlets, written.origins, written.quoted)


def write_entry(
    texts: Texts, summarise: Summariser, excerpt: Excerpt, full_sources: tuple[str, ...], event: Event
) -> Written:
    """Write of one event. A statement that does not stand in its sources is a fault."""
    reports = [make_report(article, texts(article)) for article in event.articles]
    free = frozenset(article.stem for article in event.articles if article.full or article.source in full_sources)
    quotable = [report if report.article.stem in free else within_reach(report, excerpt) for report in reports]
    try:
        statements = _summarise(summarise, quotable)
        prove(statements, reports)
    except UnprovenError as error:
        return Written(None, faults=(Fault(event.id, 0, f"summary: {error}"),))
    kept, quoted = within_budget(statements, event.articles, excerpt, free)
    return Written(
        headline=choose_headline(event, reports),
        statements=kept,
        outlets=len({article.source for article in event.articles if article.source}),
        origins=count_origins(event.articles),
        quoted=tuple(sorted(quoted.items())),
    )


class UnprovenError(ValueError):
    """A summary that cannot be published: a statement does not stand in its source, or there is no summary at all."""


def _summarise(summarise: Summariser, reports: Sequence[Report]) -> tuple[Statement, ...]:
    """Ask the summariser; one of the editor's own may fail in any way, and is told as a fault."""
    if is_ours(summarise):
        return summarise(reports)
    try:
        statements = tuple(summarise(reports))
    except Exception as error:
        raise UnprovenError(f"the summariser failed: {type(error).__name__}: {error}") from error
    if not all(isinstance(statement, Statement) and statement.citations for statement in statements):
        raise UnprovenError("the summariser gave something else than cited statements")
    return statements


def make_report(article: Article, paragraphs: Sequence[Paragraph]) -> Report:
    """Give an article's sentences by paragraph; a dateline at its head is no part of a sentence."""
    head = next((at for at, paragraph in enumerate(paragraphs) if paragraph.kind == "prose"), None)

    def sentences_of(at: int) -> tuple[str, ...]:
        paragraph = paragraphs[at]
        if paragraph.kind != "prose":
            return ()
        return split_sentences(split_dateline(paragraph.text).rest if at == head else paragraph.text, article.lang)

    return Report(article, OnDemand(sentences_of, range(len(paragraphs))))


def prove(statements: Iterable[Statement], reports: Iterable[Report]) -> None:
    """Hold each statement against the sentences that it cites. Raises `UnprovenError` where one fails.

    The first citation holds its very words, the others the same words; what is shown is the sentence, or its end
    behind an ellipsis.
    """
    by_stem = {report.article.stem: report for report in reports}
    for statement in statements:
        cited = [_cited(by_stem.get(citation.article), citation) for citation in statement.citations]
        same = all(has_words_of(sentence, statement.verbatim) for sentence in cited)
        if cited[0] != statement.verbatim or not same:
            first = statement.citations[0]
            place = f"{first.article}, paragraph {first.paragraph}, sentence {first.sentence}"
            raise UnprovenError(f"{place}, does not say: '{statement.verbatim}'")
        begun = statement.text.removeprefix("… ")
        if statement.text != statement.verbatim and not (
            begun != statement.text and statement.verbatim.casefold().endswith(begun.casefold())
        ):
            raise UnprovenError(f"'{statement.text}' is shown for: '{statement.verbatim}'")


def _cited(report: Report | None, citation: Citation) -> str:
    paragraphs = report.sentences if report else ()
    sentences = paragraphs[citation.paragraph - 1] if 0 < citation.paragraph <= len(paragraphs) else ()
    return sentences[citation.sentence - 1] if 0 < citation.sentence <= len(sentences) else ""


def choose_headline(event: Event, reports: Sequence[Report]) -> Headline:
    """Give the editor's headline, else the article's whose words the others' titles and openings share most."""
    if event.editorial and event.editorial.title:
        return Headline(event.editorial.title, "")
    if len(reports) == 1:
        return _headline_of(reports[0].article)
    titles = {article.stem: frozenset(words_of(article.title)) for article in event.articles}
    words = frozenset().union(*titles.values())
    tellers = Counter(chain.from_iterable(words.intersection(_opening_words(report)) for report in reports))

    def shared(article: Article) -> float:
        own = titles[article.stem]
        return (sum([tellers[word] for word in own]) - len(own)) / (len(own) or 1)

    # A question or a cry is no headline of record; it is taken only where there is nothing else.
    return _headline_of(
        min(
            event.articles,
            key=lambda article: (article.title.rstrip().endswith(("?", "!", "؟", "？")), -shared(article)),
        )
    )


def _headline_of(article: Article) -> Headline:
    return Headline(article.title, article.stem, article.lang)


def _opening_words(report: Report) -> list[str]:
    opening = islice(chain.from_iterable(report.sentences[:3]), 3)
    return words_of(" ".join([report.article.title, *opening]))


def count_origins(articles: Iterable[Article]) -> int:
    """Count who wrote: an agency named, else the outlet; each article that names neither counts for itself."""
    return len({article.origin or article.source or f"/{article.stem}" for article in articles})
