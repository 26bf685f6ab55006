"""Write the entry of each event: a headline, and a summary whose every statement is proven to stand in its source."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import itemgetter

from generator.errors import Fault
from generator.events.background import find_background, still_told
from generator.events.copies import count_origins, first_words, fold_copies, likely_copies, text_told, with_origins
from generator.events.dropping import drop_faults, next_in_line, without
from generator.events.excerpts import Excerpt, quotable, within_budget
from generator.events.grounds import OPENING, grounds_of
from generator.events.headlines import choose_headline
from generator.events.on_demand import OnDemand
from generator.events.outcomes import is_open_ended
from generator.events.relative_days import with_days
from generator.events.statements import has_words_of, shown
from generator.executors import Executor, at_hand, is_ours
from generator.model import (
    Article,
    BackgroundDay,
    Citation,
    Entry,
    Event,
    Fold,
    Grounds,
    Headline,
    Name,
    Paragraph,
    Report,
    Statement,
    travels,
)
from generator.text.datelines import split_dateline
from generator.text.names import names_of
from generator.text.sentences import split_sentences

# So many characters of so many articles tell whom an event is about: a real beat's least alike two events are alike by
# 0.45 with 800 and by 0.47 with 1,200, of their first six names 0.95 are the same, and it takes two thirds of the time.
NAMING = 800
NAMING_ARTICLES = 8

Texts = Callable[[Article], tuple[Paragraph, ...]]
Summariser = Callable[[Sequence[Report]], tuple[Statement, ...]]


@travels
@dataclass(frozen=True, slots=True)
class Written:
    """What is written of an event, the event itself apart; no headline where it cannot be told."""

    headline: Headline | None
    statements: tuple[Statement, ...] = ()
    outlets: int = 0
    origins: int = 0
    quoted: tuple[tuple[str, int], ...] = ()
    open_ended: bool = False
    names: tuple[Name, ...] = ()
    folds: tuple[Fold, ...] = ()
    grounds: Grounds | None = None
    background: tuple[BackgroundDay, ...] = ()
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
    return place, Entry(
        event,
        written.headline,
        written.statements,
        written.outlets,
        written.origins,
        written.quoted,
        open_ended=written.open_ended,
        names=written.names,
        folds=written.folds,
        grounds=written.grounds,
        background=written.background,
    )


def write_entry(
    texts: Texts, summarise: Summariser, excerpt: Excerpt, full_sources: tuple[str, ...], event: Event
) -> Written:
    """Write of one event. A statement that does not stand in its sources is a fault."""
    paragraphs = [texts(article) for article in event.articles]
    several = len(paragraphs) > 1
    told = {article.stem: text_told(text) for article, text in zip(event.articles, paragraphs, strict=True) if several}
    likely = likely_copies(event.articles, told) if several else ()
    folds = fold_copies(likely, {article.stem: first_words(told[article.stem]) for article in likely})
    openings = {stem: first_words(text, OPENING) for stem, text in told.items()}
    voices = with_origins(event.articles, folds)
    reports = [make_report(article, text) for article, text in zip(voices, paragraphs, strict=True)]
    free = _free(event, full_sources)
    word = event.editorial if event.editorial and event.editorial.drop else None
    try:
        left = quotable(reports, excerpt, free)
        left = without(left, word.drop) if word else left
        statements = _summarise(summarise, left)
        prove(statements, reports)
    except UnprovenError as error:
        return Written(None, faults=(Fault(event.id, 0, f"summary: {error}"),))
    stems = [article.stem for article in event.articles]
    days = find_background(event, left, dict(zip(stems, paragraphs, strict=True)))
    cited = {statement.citations[0] for statement in statements}
    looks = [day.statement for day in days if day.statement.citations[0] not in cited]
    prove(looks, reports)
    kept, quoted = within_budget((*sorted(statements, key=_depth), *looks), event.articles, excerpt, free)
    return Written(
        headline=choose_headline(event, reports),
        statements=tuple([with_days(statement, event) for statement in statements if statement in kept]),
        outlets=len({article.source for article in event.articles if article.source}),
        origins=count_origins(event.articles, folds),
        quoted=tuple(sorted(quoted.items())),
        folds=folds,
        grounds=grounds_of(event.articles, openings, folds) if several else None,
        background=still_told(days, kept),
        names=names_of([(report.article.title, _beginning(report)) for report in reports[:NAMING_ARTICLES]]),
        open_ended=is_open_ended(statements, reports),
        faults=tuple(drop_faults(word, reports)) if word else (),
    )


def _depth(statement: Statement) -> tuple[int, int]:
    """Give how far down its source a statement stands: where not all can be shown, what opens a report goes first."""
    cited = statement.citations[0]
    return cited.paragraph, cited.sentence


def stand_ins(
    texts: Texts, summarise: Summariser, excerpt: Excerpt, full_sources: tuple[str, ...], entry: Entry
) -> tuple[tuple[Statement, tuple[Statement, ...]], ...]:
    """Give, beside each statement of an entry, those that would come in if the editor dropped it."""
    event = entry.event
    reports = [make_report(article, texts(article)) for article in with_origins(event.articles, entry.folds)]
    drop = event.editorial.drop if event.editorial else ()
    left = without(quotable(reports, excerpt, _free(event, full_sources)), drop)
    return next_in_line(partial(_summarise, summarise), left, entry.statements)


def _free(event: Event, full_sources: Container[str]) -> frozenset[str]:
    return frozenset(article.stem for article in event.articles if article.full or article.source in full_sources)


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
    """Give an article's sentences by paragraph; a dateline at its head, or below its standfirst, is no part of one."""
    heads = tuple(islice((at for at, paragraph in enumerate(paragraphs) if paragraph.kind == "prose"), 2))

    def sentences_of(at: int) -> tuple[str, ...]:
        paragraph = paragraphs[at]
        if paragraph.kind != "prose":
            return ()
        text = split_dateline(paragraph.text, article.source).rest if at in heads else paragraph.text
        return split_sentences(text, article.lang)

    return Report(article, OnDemand(sentences_of, range(len(paragraphs))))


def prove(statements: Iterable[Statement], reports: Iterable[Report]) -> None:
    """Hold each statement against the sentences that it cites. Raises `UnprovenError` where one fails.

    The first citation holds its very words, the others the same words; what is shown is the sentence, or its end
    behind an ellipsis that stands for nothing but a tie to the sentence before.
    """
    by_stem = {report.article.stem: report for report in reports}
    for statement in statements:
        cited = [_cited(by_stem.get(citation.article), citation) for citation in statement.citations]
        same = all(has_words_of(sentence, statement.verbatim) for sentence in cited)
        if cited[0] != statement.verbatim or not same:
            first = statement.citations[0]
            place = f"{first.article}, paragraph {first.paragraph}, sentence {first.sentence}"
            raise UnprovenError(f"{place}, does not say: '{statement.verbatim}'")
        if statement.text.casefold() not in {statement.verbatim.casefold(), shown(statement.verbatim).casefold()}:
            raise UnprovenError(f"'{statement.text}' is shown for: '{statement.verbatim}'")


def _cited(report: Report | None, citation: Citation) -> str:
    paragraphs = report.sentences if report else ()
    sentences = paragraphs[citation.paragraph - 1] if 0 < citation.paragraph <= len(paragraphs) else ()
    return sentences[citation.sentence - 1] if 0 < citation.sentence <= len(sentences) else ""


def _beginning(report: Report) -> list[str]:
    """Give the sentences in which an article names who and what it is about."""
    sentences: list[str] = []
    length = 0
    for paragraph in report.sentences:
        if length >= NAMING:
            break
        sentences += paragraph
        length += sum(map(len, paragraph))
    return sentences
