"""The timeline: every event by year and month; a page a year where there are many, a page a month in a crowded year.

The first of its pages is there newest first too; years without events have pages of what reports tell of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.executors import Executor
from generator.model import BackgroundMonth, Digest, Month, Year
from generator.pages.addresses import NEWEST_FIRST, OTHER_YEARS, TIMELINE, month_address, year_address
from generator.pages.lanes import Lanes, lanes_of, lanes_of_all
from generator.pages.model import File, Link, Masthead, Page, Section
from generator.pages.phrasebook import Phrasebook
from generator.pages.timeline_pages import (
    Head,
    count_events,
    full_year_page,
    month_page,
    other_years_page,
    whole_year,
    years_page,
)
from generator.pages.views import LONG, is_crowded, year_links
from generator.pages.wording import month_words, span_words, year_words

# What events look back on, by the year where it lies.
Background = Mapping[int, tuple[BackgroundMonth, ...]]


def sections(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the timeline as one page; or as a page a year, or a month of a crowded year, the newest first to be met."""
    years, phrases = digest.timeline, masthead.phrases
    told = {year: tuple(months) for year, months in groupby(digest.background, key=lambda month: month.year)}
    if len(digest.entries) <= LONG:
        lanes = lanes_of_all(digest.stories, executor)
        head = Head(TIMELINE, phrases.say("timeline"), "")
        section = _section(years_page, head, digest.background if years else (), lanes, *years)
        yield from _both_ways(phrases, years, "", section)
        return
    by_month = lanes_of(digest.stories, executor)
    links = year_links(phrases, [(year.year, year_address(year.year)) for year in years])
    others = sorted(told.keys() - {year.year for year in years})
    links += (Link(OTHER_YEARS, phrases.say("other_years")),) if others else ()
    yield from _newest(phrases, years, links, told, by_month)
    for year in years:
        size = count_events(phrases, [year])
        named = phrases.say("timeline_of", when=year_words(phrases, year.year))
        title = named if year.year else phrases.say("events_undated")
        if is_crowded(year):
            counts = tuple((month.month, len(month.entries)) for month in year.months)
            apart = tuple(month for month in told.get(year.year, ()) if month.month not in dict(counts))
            yield _section(
                full_year_page,
                Head(
                    year_address(year.year),
                    title,
                    _sentence(phrases, size, phrases.say("month_by_month")),
                    links if len(links) > 1 else (),
                ),
                year.year,
                apart,
                *counts,
            )
            yield from _months(phrases, year, links, told, by_month)
        else:
            lead = _sentence(phrases, size, phrases.say("oldest_first") if year.year else "")
            head = Head(year_address(year.year), title, lead, links)
            yield _section(years_page, head, told.get(year.year, ()), by_month.get(f"{year.year:04}", ()), year)
    if others:
        yield from _other_years(phrases, {year: told[year] for year in others}, links)


def _newest(
    phrases: Phrasebook,
    years: Sequence[Year],
    links: tuple[Link, ...],
    told: Background,
    lanes: Mapping[str, Lanes],
) -> Iterator[Section]:
    """Give the page that the site calls its timeline: the newest year, or the newest month of a crowded one."""
    year = next((year for year in reversed(years) if year.year), years[-1])
    head = Head(TIMELINE, phrases.say("timeline"), "", links)
    if not is_crowded(year):
        section = _section(years_page, head, told.get(year.year, ()), lanes.get(f"{year.year:04}", ()), year)
        shown = phrases.say("here_those_of", when=year_words(phrases, year.year)) if year.year else ""
        yield from _both_ways(phrases, years, shown, section)
        return
    month = next(month for month in reversed(year.months) if month.month)
    section = _month_section(head._replace(months=_month_links(phrases, year)), year.year, month, told, lanes)
    when = phrases.date("month", f"{year.year:04}-{month.month:02}")
    yield from _both_ways(phrases, years, phrases.say("here_those_of", when=when), section)


def _both_ways(phrases: Phrasebook, years: Sequence[Year], shown: str, section: Section) -> Iterator[Section]:
    """Give the first page of the timeline oldest first, and newest first on a page of its own.

    No other page is there twice: the order of the years is the reader's own, by the links above them.
    """
    head, *parts = section.parts
    if sum(len(month.entries) for year in years for month in year.months) < 2:
        yield _section(section.make, head._replace(lead=_lead(phrases, years, shown)), *parts)
        return
    turned = Link(NEWEST_FIRST, phrases.say("to_newest_first"))
    lead = _lead(phrases, years, shown, phrases.say("oldest_first"))
    yield _section(section.make, head._replace(lead=lead, turned=turned), *parts)
    turned = Link(TIMELINE, phrases.say("to_oldest_first"))
    lead = _lead(phrases, years, shown, phrases.say("newest_first"))
    title = phrases.say("timeline_newest_first")
    head = head._replace(address=NEWEST_FIRST, title=title, lead=lead, turned=turned, newest_first=True)
    # Search engines and the sitemap have it once.
    yield Section(section.make, (head, *parts))


def _other_years(phrases: Phrasebook, told: Background, links: tuple[Link, ...]) -> Iterator[Section]:
    """Give pages of years without events, which the reports of others tell of, and the list of them."""
    days = {year: sum(len(month.looks) for month in months) for year, months in told.items()}
    lead = _sentence(phrases, phrases.count(sum(days.values()), "days_of_other_years"))
    yield _section(other_years_page, Head(OTHER_YEARS, phrases.say("other_years"), lead, links), *days.items())
    for year, months in told.items():
        lead = _sentence(
            phrases, phrases.count(days[year], "days_told"), phrases.say("oldest_first") if days[year] > 1 else ""
        )
        title = phrases.say("timeline_of", when=year_words(phrases, year))
        yield _section(years_page, Head(year_address(year), title, lead, links), months, ())


def _month_section(head: Head, year: int, month: Month, told: Background, lanes: Mapping[str, Lanes]) -> Section:
    looks = next((each.looks for each in told.get(year, ()) if each.month == month.month), ())
    return _section(month_page, head, year, month, looks, lanes.get(f"{year:04}-{month.month:02}", ()))


def _months(
    phrases: Phrasebook, year: Year, links: tuple[Link, ...], told: Background, lanes: Mapping[str, Lanes]
) -> Iterator[Section]:
    others = _month_links(phrases, year)
    for month in year.months:
        if month.month:
            title = phrases.say("timeline_of", when=phrases.date("month", f"{year.year:04}-{month.month:02}"))
        else:
            title = phrases.say("events_of_year", year=year_words(phrases, year.year))
        lead = _sentence(phrases, phrases.count(len(month.entries), "events"), phrases.say("oldest_first"))
        head = Head(month_address(year.year, month.month), title, lead, links, others)
        yield _month_section(head, year.year, month, told, lanes)


def _section(make: Callable[..., Iterator[Page | File]], head: Head, *parts: Any) -> Section:
    return Section(make, (head, *parts), listed=(head.address,))


def _month_links(phrases: Phrasebook, year: Year) -> tuple[Link, ...]:
    return tuple(Link(month_address(year.year, each.month), month_words(phrases, each.month)) for each in year.months)


def _lead(phrases: Phrasebook, years: Sequence[Year], *more: str) -> str:
    return _sentence(phrases, count_events(phrases, years), _span(phrases, years), *more) if years else ""


def _sentence(phrases: Phrasebook, *parts: str) -> str:
    return phrases.say("sentence", told=phrases.listed([part for part in parts if part]))


def _span(phrases: Phrasebook, years: Iterable[Year]) -> str:
    known = [year.year for year in years if year.year]
    return span_words(phrases, whole_year(known[0]), whole_year(known[-1])) if known else ""
