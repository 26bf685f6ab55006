"""Write the entry of each event: a headline, and a summary whose every statement is proven to stand in its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from generator.errors import DigestError, Fault
from generator.events.excerpts import Excerpt, within_budget, within_reach
from generator.executors import Executor
from generator.model import Article, Entry, Event, Headline, Paragraph, Report, Statement
from generator.text.datelines import split_dateline
from generator.text.sentences import split_sentences
from generator.text.words import words_of

Texts = Callable[[Article], tuple[Paragraph, ...]]
Summariser = Callable[[Sequence[Report]], tuple[Statement, ...]]


def write_entries(
    events: Iterable[Event],
    texts: Texts,
    summarise: Summariser,
    executor: Executor,
    *,
    excerpt: Excerpt,
    full_sources: frozenset[str] = frozenset(),
) -> tuple[Entry, ...]:
    """Give the entries of all events, oldest first; `texts` gives the paragraphs of an article."""
    work = partial(write_entry, texts, summarise, excerpt, tuple(sorted(full_sources)))
    published = [event for event in events if not (event.editorial and event.editorial.draft)]
    return tuple(sorted(executor.map(work, published), key=_oldest_first))


def write_entry(
    texts: Texts, summarise: Summariser, excerpt: Excerpt, full_sources: tuple[str, ...], event: Event
) -> Entry:
    """Give the entry of one event."""
    paragraphs = {article.stem: texts(article) for article in event.articles}
    reports = [make_report(article, paragraphs[article.stem]) for article in event.articles]
    free = frozenset(article.stem for article in event.articles if article.full or article.source in full_sources)
    quotable = [report if report.article.stem in free else within_reach(report, excerpt) for report in reports]
    statements, quoted = within_budget(summarise(quotable), event.articles, excerpt, free)
    prove(statements, paragraphs)
    return Entry(
        event=event,
        headline=choose_headline(event, reports),
        statements=statements,
        outlets=len({article.source for article in event.articles if article.source}),
        origins=count_origins(event.articles),
        quoted=tuple(sorted(quoted.items())),
    )


def make_report(article: Article, paragraphs: Sequence[Paragraph]) -> Report:
    """Give an article's sentences by paragraph; a dateline at its head is no part of a sentence."""
    sentences: list[tuple[str, ...]] = []
    head = True
    for paragraph in paragraphs:
        if paragraph.kind != "prose":
            sentences.append(())
            continue
        text = split_dateline(paragraph.text).rest if head else paragraph.text
        head = False
        sentences.append(split_sentences(text, article.lang))
    return Report(article, tuple(sentences))


def prove(statements: Iterable[Statement], paragraphs: Mapping[str, Sequence[Paragraph]]) -> None:
    """Hold each statement against the paragraphs (by article) that it cites. Raises `DigestError` where one fails."""
    for statement in statements:
        places = [(citation, paragraphs.get(citation.article, ())) for citation in statement.citations]
        cited = [
            texts[place.paragraph - 1].text if 0 < place.paragraph <= len(texts) else "" for place, texts in places
        ]
        if not any(statement.verbatim in text for text in cited) or not all(cited):
            where = ", ".join(f"{place.article} paragraph {place.paragraph}" for place, _ in places) or "no article"
            mend = "a summariser may only quote what stands in its reports"
            raise DigestError(Fault(where, 0, f"does not say: '{statement.verbatim}' ({mend})"))


def choose_headline(event: Event, reports: Sequence[Report]) -> Headline:
    """Give the editor's headline, else the article's whose words the others' titles and openings share most."""
    if event.editorial and event.editorial.title:
        return Headline(event.editorial.title, "")
    words = {report.article.stem: _opening_words(report) for report in reports}

    def shared(article: Article) -> float:
        own = set(words_of(article.title))
        others = [own & words[other.stem] for other in event.articles if other.stem != article.stem]
        return sum(len(found) for found in others) / (len(own) or 1)

    # A question or a cry is no headline of record; it is taken only where there is nothing else.
    best = min(
        event.articles, key=lambda article: (article.title.rstrip().endswith(("?", "!", "؟", "？")), -shared(article))
    )
    return Headline(best.title, best.stem, best.lang)


def _opening_words(report: Report) -> frozenset[str]:
    opening = [sentence for sentences in report.sentences[:3] for sentence in sentences]
    return frozenset(words_of(" ".join([report.article.title, *opening[:3]])))


def count_origins(articles: Iterable[Article]) -> int:
    """Count who wrote: an agency named, else the outlet; each article that names neither counts for itself."""
    return len({article.origin or article.source or f"/{article.stem}" for article in articles})


def _oldest_first(entry: Entry) -> tuple[str, str]:
    when = entry.event.when
    return (when.first.isoformat() if when else "9999", entry.event.id)
