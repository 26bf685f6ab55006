"""The index of all events by year, newest first: a line an event, where the timeline tells them oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Digest, Month, When
from generator.pages.addresses import EVENTS, event_address, year_address
from generator.pages.model import DateView, Link, Masthead, Page, Section, Words
from generator.pages.phrasebook import Phrasebook
from generator.pages.views import LONG, months_of
from generator.pages.wording import date_view, words_in, year_words

# Of a long digest as many stand in the index itself; the others are one more link away, in their years.
NEWEST = 50


class Told(NamedTuple):
    """What the index shows of an event, and no more: other edits leave the page as it is."""

    id: str
    headline: str
    lang: str
    quoted: bool
    when: When | None


class IndexLine(NamedTuple):
    """An event in the index; `quoted` if the headline is a source's own."""

    address: str
    headline: Words
    quoted: bool
    date: DateView


class IndexYear(NamedTuple):
    """A year of the index with its events; of a long digest with a link to where they are."""

    name: str
    size: str
    link: Link | None
    lines: tuple[IndexLine, ...]


class IndexView(NamedTuple):
    """The years, newest first, what has no date last; of a long digest its `newest` events too."""

    size: str
    newest: tuple[IndexLine, ...]
    years: tuple[IndexYear, ...]


def sections(digest: Digest, _masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the index."""
    told = iter(list(executor.map(lines_in, months_of(digest))))
    months = {year.year: tuple([next(told) for _ in year.months]) for year in digest.timeline}
    sizes = tuple((year, sum(map(len, lines))) for year, lines in months.items())
    if len(digest.entries) <= LONG:
        yield Section(index_page, (sizes, *months.values()), listed=(EVENTS,))
    else:
        newest = _newest([month for year, lines in months.items() if year for month in lines])
        yield Section(long_index_page, (sizes, *newest), listed=(EVENTS,))


@at_hand
def lines_in(month: Month) -> tuple[Told, ...]:
    """Give what the index shows of a month's events, oldest first."""
    return tuple(
        [
            Told(each.event.id, each.headline.text, each.headline.lang, bool(each.headline.article), each.event.when)
            for each in month.entries
        ]
    )


def _newest(months: Sequence[tuple[Told, ...]]) -> tuple[Told, ...]:
    """Give the newest events, newest first."""
    newest: list[Told] = []
    for month in reversed(months):
        newest += reversed(month)
        if len(newest) >= NEWEST:
            break
    return tuple(newest[:NEWEST])


def index_page(
    masthead: Masthead, sizes: tuple[tuple[int, int], ...], *years: tuple[tuple[Told, ...], ...]
) -> Iterator[Page]:
    """Make the index of all events."""
    phrases = masthead.phrases
    shown = [
        (year, IndexYear(year_words(phrases, year), phrases.count(size, "events"), None, _lines(masthead, months)))
        for (year, size), months in zip(sizes, years, strict=True)
    ]
    yield _page(phrases, (), sizes, [view for _, view in sorted(shown, key=lambda named: -named[0])])


def long_index_page(masthead: Masthead, sizes: tuple[tuple[int, int], ...], *newest: Told) -> Iterator[Page]:
    """Make the index of a long digest, which leads to its years."""
    phrases = masthead.phrases
    years = [
        IndexYear(
            year_words(phrases, year),
            phrases.count(size, "events"),
            Link(year_address(year), year_words(phrases, year)),
            (),
        )
        for year, size in sorted(sizes, reverse=True)
    ]
    yield _page(phrases, tuple([_line(masthead, told) for told in newest]), sizes, years)


def _page(
    phrases: Phrasebook, newest: tuple[IndexLine, ...], sizes: tuple[tuple[int, int], ...], years: Sequence[IndexYear]
) -> Page:
    size = phrases.count(sum(size for _, size in sizes), "events")
    return Page(EVENTS, "events.html", IndexView(size, newest, tuple(years)))


def _lines(masthead: Masthead, months: Sequence[tuple[Told, ...]]) -> tuple[IndexLine, ...]:
    return tuple([_line(masthead, told) for month in reversed(months) for told in reversed(month)])


def _line(masthead: Masthead, told: Told) -> IndexLine:
    headline = words_in(told.headline, told.lang, masthead.language)
    return IndexLine(event_address(told.id), headline, told.quoted, date_view(masthead.phrases, told.when))
