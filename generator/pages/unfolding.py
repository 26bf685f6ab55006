"""How an event unfolded, as its page shows it: what its sources look back on, its own days, what was yet to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.model import Entry, When
from generator.pages.background import LookView
from generator.pages.model import DateView, Link, Masthead, StatementView, Words
from generator.pages.wording import date_view, who_wrote, words_in
from generator.text.shortening import shortened

# Two days are told by the head of the page.
LEAST_DAYS = 3
# A sentence that stands in full above: so much of it as fits on a line, in letters.
LINE = 76


class Sentence(NamedTuple):
    """The beginning of a sentence of the summary, which tells of the day, and the id of where it stands in full."""

    anchor: str
    words: Words


class Report(NamedTuple):
    """Who told of the event first, or `latest`, and where that is listed among the sources."""

    source: Link
    latest: bool


class Day(NamedTuple):
    """A day of an event's own timeline; `headline` is that of the event, on the day on which it happened.

    `expected`: it was still to come when it was told.
    """

    date: DateView
    headline: Words | None
    sentences: tuple[Sentence, ...]
    report: Report | None
    look: LookView | None
    expected: bool


def unfold(
    entry: Entry,
    statements: Sequence[StatementView],
    looks: Sequence[LookView],
    places: Mapping[str, str],
    masthead: Masthead,
) -> tuple[Day, ...]:
    """Give the days of an event in their order; none where they tell no more than the head of its page.

    `statements` are the views of its statements, `looks` those of its background; `places` are the addresses of its
    sources by the stems of their articles.
    """
    own = entry.event.when.value if entry.event.when else ""
    sentences, reports = _sentences(entry, statements), _reports(entry, places, masthead)
    told = {day.when.value: look for day, look in zip(entry.background, looks, strict=True)}
    values = {own, *sentences, *reports, *told} - {""}
    if not told and len(values) < LEAST_DAYS:
        return ()
    headline = words_in(entry.headline.text, entry.headline.lang, masthead.language)
    return tuple(
        [
            Day(
                date=date_view(masthead.phrases, When(value, "stated in text")),
                headline=headline if value == own else None,
                sentences=tuple([sentence for sentence, _ in sentences.get(value, ())]),
                report=reports.get(value),
                look=told.get(value),
                expected=value not in reports
                and ((value in told and told[value].ahead) or any(ahead for _, ahead in sentences.get(value, ()))),
            )
            for value in sorted(values, key=lambda value: _place(value, own))
        ]
    )


def _place(value: str, own: str) -> tuple[date, bool, str]:
    """Give the place of a time among others: where it ends, but where it begins for the event's own."""
    when = When(value, "stated in text")
    return (when.first, False, value) if value == own else (when.last, True, value)


def _sentences(entry: Entry, views: Iterable[StatementView]) -> Mapping[str, Sequence[tuple[Sentence, bool]]]:
    """Give the sentences that tell of a day other than the event's own, by that day; and whether it was yet to come.

    What tells of a day as its background does not stand there once more.
    """
    background = {(day.when.value, day.statement.verbatim) for day in entry.background}
    told: dict[str, list[tuple[Sentence, bool]]] = defaultdict(list)
    for statement, view in zip(entry.statements, views, strict=True):
        words = view.words._replace(text=shortened(view.words.text, LINE))
        for value in dict.fromkeys([value for _, value in statement.days]):
            if (value, statement.verbatim) not in background:
                told[value].append((Sentence(view.anchor, words), statement.ahead))
    return told


def _reports(entry: Entry, places: Mapping[str, str], masthead: Masthead) -> Mapping[str, Report]:
    """Give the first and the last report, by the days on which they came out; one where they share the day."""
    dated = [(article, article.published) for article in entry.event.articles if article.published]
    ends = {published.value: article for article, published in reversed(dated[:1] + dated[1:][-1:])}
    first = dated[0][0] if dated else None
    return {
        value: Report(Link(places[article.stem], who_wrote(masthead.phrases, article)), article is not first)
        for value, article in ends.items()
    }
