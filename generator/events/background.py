"""Find the days that an event's articles look back on, or ahead to, each with the sentence that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.events.statements import shown
from generator.model import Article, BackgroundDay, Citation, Event, Paragraph, Report, Statement, When
from generator.text.expressions import Expression, find_expressions
from generator.text.standing import is_whole, leans
from generator.text.time_signs import calendar_of, may_name_month

# So many days an event has at most.
MOST = 5
# What lies within a week of an event belongs to it: the arrival, the statement before, the talks that follow.
_NEAR = timedelta(days=6)
# A longer time is no day of a timeline: "the 2011-13 drought".
_LONGEST = timedelta(days=366)
# A sentence of more words tells of more than its day.
_MOST_WORDS = 60
# What is exact enough for a timeline. Of years only their parts ("early 2014"): a year alone mostly stands for a
# comparison, or is part of a name ("the 2016 election"), as did 17 of 28 in the development texts.
_EXACT = frozenset({"day", "month", "season", "range"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where an article tells of a time."""

    article: Article
    expression: Expression
    sentence: str
    citation: Citation


def find_background(
    event: Event, reports: Sequence[Report], texts: Sequence[Sequence[Paragraph]]
) -> list[BackgroundDay]:
    """Give a few times other than its own that an event's articles name, those first that most articles tell of.

    Only those named by a month or a part of a year; `texts` are the paragraphs of the reports, which are split into
    sentences only where such a name stands.
    """
    told: dict[tuple[date, date], list[_Mention]] = {}
    for report, paragraphs in zip(reports, texts, strict=True):
        for mention in _mentions(report, paragraphs):
            if _is_apart(mention, event):
                told.setdefault((mention.expression.first, mention.expression.last), []).append(mention)
    days = [_day(mentions) for mentions in told.values()]
    days.sort(key=lambda day: (-day.articles, -day.origins, len(day.when.value.rstrip("~")) != 10, day.when.value))
    sentences: dict[Citation, BackgroundDay] = {}
    for day in days:
        sentences.setdefault(day.statement.citations[0], day)
    return list(sentences.values())[:MOST]


def still_told(days: Iterable[BackgroundDay], kept: Iterable[Statement]) -> tuple[BackgroundDay, ...]:
    """Give the days whose sentences may be shown, in the order of time."""
    shown_from = {statement.citations[0] for statement in kept}
    told = [day for day in days if day.statement.citations[0] in shown_from]
    return tuple(sorted(told, key=lambda day: (day.when.first, day.when.last)))


def _mentions(report: Report, paragraphs: Sequence[Paragraph]) -> Iterator[_Mention]:
    article = report.article
    calendar = calendar_of(article.lang)
    written = article.published.first if article.published and article.published.precision == "day" else None
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind != "prose" or not may_name_month(paragraph.text, calendar):
            continue
        for number, sentence in enumerate(report.sentences[at], 1):
            if not sentence or sentence.count(" ") >= _MOST_WORDS or not may_name_month(sentence, calendar):
                continue
            for found in find_expressions(sentence, written, lang=article.lang):
                if _is_exact(found) and is_whole(sentence) and not leans(sentence, article.lang):
                    yield _Mention(article, found, sentence, Citation(article.stem, at + 1, number))


def _is_exact(found: Expression) -> bool:
    if found.form in {"weekday", "weekdays", "day_word", "ago"} or found.last - found.first > _LONGEST:
        return False
    return found.precision in _EXACT or (found.precision == "year" and found.about and found.explicit)


def _is_apart(mention: _Mention, event: Event) -> bool:
    """Tell whether a time is over before an event begins, or begins when all has been said of it."""
    own = [when for article in event.articles for when in (article.published, article.told) if when]
    own += [event.when] if event.when else []
    if not own:
        return mention.expression.explicit
    first, last = min(when.first for when in own), max(when.last for when in own)
    found = mention.expression
    if found.ahead:
        return found.first > last
    return found.last.toordinal() < first.toordinal() - _NEAR.days


def _day(mentions: Sequence[_Mention]) -> BackgroundDay:
    """Give a day with the sentence that tells it most exactly, and most briefly, of those that most articles have."""
    best = min(
        mentions,
        key=lambda mention: (
            mention.expression.about,
            len(mention.sentence) // 80,
            mention.article.published.first_day if mention.article.published else "9999",
            mention.article.stem,
            mention.citation.paragraph,
            mention.citation.sentence,
        ),
    )
    articles = {mention.article.stem: mention.article for mention in mentions}
    return BackgroundDay(
        when=When(best.expression.edtf, "stated in text", best.expression.words),
        statement=Statement(best.sentence, shown(best.sentence), (best.citation,)),
        articles=len(articles),
        origins=len({article.origin or article.source or f"/{stem}" for stem, article in articles.items()}),
        ahead=best.expression.ahead,
    )
