"""The timeline: every event by year and month; a page a year where there are many, a page a month in a crowded year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.executors import Executor
from generator.model import Digest, Month, When, Year
from generator.pages.addresses import TIMELINE, month_address, year_address
from generator.pages.model import Card, Link, Masthead, Page, Section
from generator.pages.views import LONG, card, is_crowded, year_links
from generator.pages.wording import MONTHS, counted, span_words


class MonthLine(NamedTuple):
    """A month that has a page of its own, and how many events stand there."""

    anchor: str
    link: Link
    size: str


class MonthView(NamedTuple):
    """A month and its events, oldest first; `name` is empty for events known by the year alone."""

    name: str
    anchor: str
    cards: tuple[Card, ...]


class YearView(NamedTuple):
    """A year and its months; `gap` says in words what lies between it and the year before in this list.

    `data` are links to the same as CSV and JSON. Of a year whose `months` have pages of their own, `lines` lead there.
    """

    name: str
    anchor: str
    gap: str
    size: str
    data: tuple[Link, ...]
    months: tuple[MonthView, ...]
    lines: tuple[MonthLine, ...]


class TimelineView(NamedTuple):
    """The years shown, oldest first; links to years and months on pages of their own, and to places on this page."""

    title: str
    lead: str
    years: tuple[YearView, ...]
    other_years: tuple[Link, ...]
    other_months: tuple[Link, ...]
    jumps: tuple[Link, ...]


class Head(NamedTuple):
    """What stands above the events of a page: its title, how many they are, and the ways to other pages."""

    address: str
    title: str
    lead: str
    years: tuple[Link, ...] = ()
    months: tuple[Link, ...] = ()


def sections(digest: Digest, _masthead: Masthead, _executor: Executor) -> Iterator[Section]:
    """Give the timeline as one page; or as a page a year, or a month of a crowded year, the newest first to be met."""
    years = digest.timeline
    if len(digest.entries) <= LONG:
        yield _section(years_page, Head(TIMELINE, "Timeline", _lead(years, "oldest first")), *years)
        return
    links = year_links((year.year for year in years), {year.year: year_address(year.year) for year in years})
    yield _newest(years, links)
    for year in years:
        title, size = f"Timeline of {year.year}" if year.year else "Events without a date", _size([year])
        if is_crowded(year):
            counts = tuple((month.month, len(month.entries)) for month in year.months)
            yield _section(
                full_year_page,
                Head(year_address(year.year), title, f"{size}, month by month.", links),
                year.year,
                *counts,
            )
            yield from _months(year, links)
        else:
            lead = f"{size}, oldest first." if year.year else f"{size}."
            yield _section(years_page, Head(year_address(year.year), title, lead, links), year)


def _newest(years: Sequence[Year], links: tuple[Link, ...]) -> Section:
    """Give the page that the site calls its timeline: the newest year, or the newest month of a crowded one."""
    year = next((year for year in reversed(years) if year.year), years[-1])
    if not is_crowded(year):
        lead = _lead(years, f"here those of {year.year}, oldest first" if year.year else "")
        return _section(years_page, Head(TIMELINE, "Timeline", lead, links), year)
    month = next(month for month in reversed(year.months) if month.month)
    lead = _lead(years, f"here those of {_month_name(month.month)} {year.year}, oldest first")
    return _section(month_page, Head(TIMELINE, "Timeline", lead, links, _month_links(year)), year.year, month)


def _months(year: Year, links: tuple[Link, ...]) -> Iterator[Section]:
    others = _month_links(year)
    for month in year.months:
        name, size = _month_name(month.month), counted(len(month.entries), "event")
        title = f"Timeline of {name} {year.year}" if month.month else f"Events of {year.year} without a month"
        head = Head(month_address(year.year, month.month), title, f"{size}, oldest first.", links, others)
        yield _section(month_page, head, year.year, month)


def _section(make: Callable[..., Iterator[Page]], head: Head, *parts: Any) -> Section:
    return Section(make, (head, *parts), listed=(head.address,))


def years_page(masthead: Masthead, head: Head, *shown: Year) -> Iterator[Page]:
    """Make a page of whole years."""
    gaps = [_gap(earlier, year.year) for earlier, year in zip([0, *(year.year for year in shown)], shown, strict=False)]
    years = tuple(
        _year_view(
            year.year, gap, _size([year]), months=tuple(_month_view(year.year, each, masthead) for each in year.months)
        )
        for year, gap in zip(shown, gaps, strict=True)
    )
    places = years if len(years) > 1 else [month for year in years for month in year.months if month.name]
    jumps = tuple(Link(f"{head.address}#{place.anchor}", place.name) for place in places)
    yield _page(head, years, jumps if len(jumps) > 1 else ())


def full_year_page(_masthead: Masthead, head: Head, year: int, *counts: tuple[int, int]) -> Iterator[Page]:
    """Make the page of a year whose months have pages of their own; `counts` are their events."""
    lines = tuple(
        MonthLine(_anchor(year, month), Link(month_address(year, month), _month_name(month)), counted(count, "event"))
        for month, count in counts
    )
    size = counted(sum(count for _, count in counts), "event")
    yield _page(head, (_year_view(year, "", size, lines=lines),))


def month_page(masthead: Masthead, head: Head, year: int, month: Month) -> Iterator[Page]:
    """Make the page of a month in a crowded year."""
    yield _page(head, (_year_view(year, "", "", months=(_month_view(year, month, masthead),)),))


def _page(head: Head, years: tuple[YearView, ...], jumps: tuple[Link, ...] = ()) -> Page:
    view = TimelineView(head.title, head.lead, years, head.years, head.months, jumps)
    return Page(head.address, "timeline.html", view)


def _year_view(
    year: int, gap: str, size: str, *, months: tuple[MonthView, ...] = (), lines: tuple[MonthLine, ...] = ()
) -> YearView:
    return YearView(
        name=str(year) if year else "Date unknown",
        anchor=f"y{year}",
        gap=gap,
        size=size,
        data=tuple(Link(year_address(year).rstrip("/") + end, end[1:].upper()) for end in (".csv", ".json")),
        months=months,
        lines=lines,
    )


def _month_view(year: int, month: Month, masthead: Masthead) -> MonthView:
    name = _month_name(month.month) if month.month else ""
    return MonthView(name, _anchor(year, month.month), tuple([card(entry, masthead) for entry in month.entries]))


def _anchor(year: int, month: int) -> str:
    return f"y{year}-{month:02}"


def _month_links(year: Year) -> tuple[Link, ...]:
    return tuple(Link(month_address(year.year, each.month), _month_name(each.month)) for each in year.months)


def _month_name(month: int) -> str:
    return MONTHS[month - 1] if month else "Month unknown"


def _lead(years: Sequence[Year], order: str) -> str:
    return ", ".join(filter(None, [_size(years), _span(years), order])) + "." if years else ""


def _size(years: Iterable[Year]) -> str:
    return counted(sum(len(month.entries) for year in years for month in year.months), "event")


def _span(years: Iterable[Year]) -> str:
    known = [year.year for year in years if year.year]
    return span_words(_year(known[0]), _year(known[-1])) if known else ""


def _year(year: int) -> When:
    return When(f"{year:04}", "editor")


def _gap(earlier: int, year: int) -> str:
    if not earlier or year - earlier < 2:
        return ""
    return f"This collection holds nothing of {span_words(_year(earlier + 1), _year(year - 1))}."
