"""The timeline: every event by year and month; a page a year where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Digest, When, Year
from generator.pages.addresses import TIMELINE, year_address
from generator.pages.model import Card, Link, Masthead, Page
from generator.pages.views import LONG, card, year_links
from generator.pages.wording import MONTHS, counted, span_words


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month and its events, oldest first; `name` is empty for events known by the year alone."""

    name: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year and its months; `gap` says in words what lies between it and the year before in this list.

    `data` are links to the same as CSV and JSON.
    """

    name: str
    anchor: str
    gap: str
    size: str
    data: tuple[Link, ...]
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The years shown, oldest first; links to the years on pages of their own, and to places on this page."""

    title: str
    lead: str
    years: tuple[YearView, ...]
    other_years: tuple[Link, ...]
    jumps: tuple[Link, ...]


def pages(digest: Digest, _masthead: Masthead) -> Iterator[Page]:
    """Give the timeline as one page, or as one page a year with the newest year first to be met."""
    years = digest.timeline
    if len(digest.entries) <= LONG:
        yield _page(TIMELINE, years, "Timeline", _lead(years, "oldest first"), ())
        return
    newest = [year for year in years if year.year][-1:] or list(years)
    links = year_links((year.year for year in years), {year.year: year_address(year.year) for year in years})
    lead = _lead(years, f"here those of {newest[0].year}, oldest first" if newest[0].year else "")
    yield _page(TIMELINE, newest, "Timeline", lead, links)
    for year in years:
        title = f"Timeline of {year.year}" if year.year else "Events without a date"
        lead = f"{_size([year])}, oldest first." if year.year else f"{_size([year])}."
        yield _page(year_address(year.year), [year], title, lead, links)


def _page(address: str, shown: Sequence[Year], title: str, lead: str, links: tuple[Link, ...]) -> Page:
    return Page(address, "timeline.html", timeline_view, (address, title, lead, links, tuple(shown)))


def timeline_view(
    masthead: Masthead, address: str, title: str, lead: str, links: tuple[Link, ...], shown: Sequence[Year]
) -> TimelineView:
    """Give what a page of the timeline shows."""
    years = _years(shown, masthead)
    places = years if len(years) > 1 else [month for year in years for month in year.months if month.name]
    jumps = tuple(Link(f"{address}#{place.anchor}", place.name) for place in places)
    return TimelineView(title, lead, years, links, jumps if len(jumps) > 1 else ())


def _lead(years: Sequence[Year], order: str) -> str:
    return ", ".join(filter(None, [_size(years), _span(years), order])) + "." if years else ""


def _size(years: Iterable[Year]) -> str:
    return counted(sum(len(month.entries) for year in years for month in year.months), "event")


def _span(years: Iterable[Year]) -> str:
    known = [year.year for year in years if year.year]
    return span_words(_year(known[0]), _year(known[-1])) if known else ""


def _year(year: int) -> When:
    return When(f"{year:04}", "editor")


def _years(years: Sequence[Year], masthead: Masthead) -> tuple[YearView, ...]:
    before = [0, *(year.year for year in years)]
    return tuple(
        YearView(
            name=str(year.year) if year.year else "Date unknown",
            anchor=f"y{year.year}",
            gap=_gap(earlier, year.year),
            size=_size([year]),
            data=tuple(Link(year_address(year.year).rstrip("/") + end, end[1:].upper()) for end in (".csv", ".json")),
            months=tuple(
                MonthView(
                    name=MONTHS[month.month - 1] if month.month else "",
                    anchor=f"y{year.year}-{month.month:02}",
                    cards=tuple(card(entry, masthead) for entry in month.entries),
                )
                for month in year.months
            ),
        )
        for earlier, year in zip(before, years, strict=False)
    )


def _gap(earlier: int, year: int) -> str:
    if not earlier or year - earlier < 2:
        return ""
    return f"This collection holds nothing of {span_words(_year(earlier + 1), _year(year - 1))}."
