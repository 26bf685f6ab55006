"""Find the days that an event's articles look back on, or ahead to, each with the sentence that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.events.statements import shown
from generator.model import Article, BackgroundDay, Citation, Event, Paragraph, Report, Statement, When
from generator.text.expressions import Expression, expressions_in
from generator.text.outlook import tells_past
from generator.text.standing import is_whole, leans
from generator.text.time_cues import may_name_month

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


# Forms that no background day has: they are told from the article's own day, and mostly lie near it.
_FROM_TODAY = frozenset({"weekday", "weekdays", "day_word", "ago"})


class _Mention(NamedTuple):
    """Where an article tells of a time."""

    article: Article
    expression: Expression
    sentence: str
    citation: Citation


def find_background(
    event: Event, reports: Sequence[Report], texts: Mapping[str, Sequence[Paragraph]]
) -> list[BackgroundDay]:
    """Give a few times other than its own that an event's articles name, those first that most articles tell of.

    Only those named by a month or a part of a year. The reports are as a summary may quote them; `texts` are the
    paragraphs of articles by stem, and only where such a name stands are they split into sentences.
    """
    told: dict[tuple[date, date], list[_Mention]] = {}
    own = _own_days(event)
    for report in reports:
        for mention in _mentions(report, texts[report.article.stem], own):
            told.setdefault((mention.expression.first, mention.expression.last), []).append(mention)
    days: dict[Citation, BackgroundDay] = {}
    for mentions in sorted(told.values(), key=_weight):
        best = min(mentions, key=_exactness)
        if best.citation not in days:
            days[best.citation] = _day(best, mentions)
            if len(days) == MOST:
                break
    return list(days.values())


def still_told(days: Iterable[BackgroundDay], kept: Iterable[Statement]) -> tuple[BackgroundDay, ...]:
    """Give the days whose sentences may be shown, in the order of time."""
    shown_from = {statement.citations[0] for statement in kept}
    told = [day for day in days if day.statement.citations[0] in shown_from]
    return tuple(sorted(told, key=lambda day: (day.when.first, day.when.last)))


def _own_days(event: Event) -> tuple[date, date] | None:
    """Give the first and the last of the days on which an event happened and was told, if any is known."""
    own = {when.value: when for article in event.articles for when in (article.published, article.told) if when}
    own |= {event.when.value: event.when} if event.when else {}
    return (min([when.first for when in own.values()]), max([when.last for when in own.values()])) if own else None


def _mentions(report: Report, paragraphs: Sequence[Paragraph], own: tuple[date, date] | None) -> Iterator[_Mention]:
    """Give each time that an article tells of once: where it tells it most exactly, and most briefly."""
    article = report.article
    written = article.published.first if article.published and article.published.precision == "day" else None
    found: dict[tuple[date, date], list[tuple[bool, int, int, int, Expression, str]]] = {}
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind != "prose" or not may_name_month(paragraph.text, article.lang):
            continue
        for number, sentence in enumerate(report.sentences[at], 1):
            if not sentence or sentence.count(" ") >= _MOST_WORDS or not may_name_month(sentence, article.lang):
                continue
            for each in expressions_in(sentence, written, lang=article.lang, leaving=_FROM_TODAY):
                if _is_exact(each) and _is_apart(each, own) and not _is_in_doubt(each, sentence, article.lang):
                    place = (each.about, len(sentence) // 80, at + 1, number, each, sentence)
                    found.setdefault((each.first, each.last), []).append(place)
    for places in found.values():
        for *_, paragraph_number, number, each, sentence in sorted(places):
            if is_whole(sentence) and not leans(sentence, article.lang):
                yield _Mention(article, each, sentence, Citation(article.stem, paragraph_number, number))
                break


def _is_exact(found: Expression) -> bool:
    if found.last - found.first > _LONGEST:
        return False
    return found.precision in _EXACT or (found.precision == "year" and found.about and found.explicit)


def _is_apart(found: Expression, own: tuple[date, date] | None) -> bool:
    """Tell whether a time is over before an event begins, or begins when all has been said of it."""
    if own is None:
        return found.explicit
    if found.ahead:
        return found.first > own[1]
    return found.last.toordinal() < own[0].toordinal() - _NEAR.days


def _is_in_doubt(found: Expression, sentence: str, lang: str) -> bool:
    """Tell whether a time without its year lies ahead for being nearer there, while its sentence tells of the past.

    "She began in January", read in December: it may be the January before, and nobody expected it.
    """
    return found.ahead and not found.explicit and tells_past(sentence[: found.start], lang)


def _weight(mentions: Sequence[_Mention]) -> tuple[int, int, bool, str]:
    value = min(mentions, key=_exactness).expression.edtf
    return -len(mentions), -_origins(mentions), len(value.rstrip("~")) != 10, value


def _exactness(mention: _Mention) -> tuple[bool, int, str, str]:
    published = mention.article.published
    return (
        mention.expression.about,
        len(mention.sentence) // 80,
        published.first_day if published else "9999",
        mention.article.stem,
    )


def _origins(mentions: Sequence[_Mention]) -> int:
    articles = [mention.article for mention in mentions]
    return len({article.origin or article.source or f"/{article.stem}" for article in articles})


def _day(best: _Mention, mentions: Sequence[_Mention]) -> BackgroundDay:
    return BackgroundDay(
        when=When(best.expression.edtf, "stated in text", best.expression.words),
        statement=Statement(best.sentence, shown(best.sentence), (best.citation,)),
        articles=len(mentions),
        origins=_origins(mentions),
        ahead=best.expression.ahead,
    )
