"""The timeline: every event by year and month; a page a year where there are many, a page a month in a crowded year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from generator.executors import Executor
from generator.model import BackgroundMonth, Digest, Look, Month, When, Year
from generator.pages.addresses import TIMELINE, month_address, year_address
from generator.pages.background import LookView, look_view
from generator.pages.lanes import Lanes, by_lane, lanes_of, lanes_of_all
from generator.pages.model import Card, Link, Masthead, Page, Section
from generator.pages.phrasebook import Phrasebook
from generator.pages.picture import Picture, draw
from generator.pages.views import LONG, card, is_crowded, year_links
from generator.pages.wording import first_day, month_words, span_words, year_words

# What events look back on, by the year where it lies.
Background = Mapping[int, tuple[BackgroundMonth, ...]]


class MonthLine(NamedTuple):
    """A month that has a page of its own, and how many events stand there."""

    anchor: str
    link: Link
    size: str


class Item(NamedTuple):
    """What stands in a month: an event, or a day that events look back on."""

    card: Card | None
    look: LookView | None


class MonthView(NamedTuple):
    """A month and what stands in it, oldest first; `name` is empty for events known by the year alone."""

    name: str
    anchor: str
    items: tuple[Item, ...]


class YearView(NamedTuple):
    """A year and its months; `gap` says in words what lies between it and the year before in this list.

    `data` are links to the same as tables, none where the year has no events. Of a year whose `months` have pages of
    their own, `lines` lead there.
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
    picture: Picture | None


class Head(NamedTuple):
    """What stands above the events of a page: its title, how many they are, and the ways to other pages."""

    address: str
    title: str
    lead: str
    years: tuple[Link, ...] = ()
    months: tuple[Link, ...] = ()


def sections(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the timeline as one page; or as a page a year, or a month of a crowded year, the newest first to be met."""
    years, phrases = digest.timeline, masthead.phrases
    told = {year: tuple(months) for year, months in groupby(digest.background, key=lambda month: month.year)}
    if len(digest.entries) <= LONG:
        head = Head(TIMELINE, phrases.say("timeline"), _lead(phrases, years))
        yield _section(
            years_page, head, digest.background if years else (), lanes_of_all(digest.stories, executor), *years
        )
        return
    lanes = lanes_of(digest.stories, executor)
    links = year_links(phrases, [(year.year, year_address(year.year)) for year in years])
    yield _newest(phrases, years, links, told, lanes)
    for year in years:
        size = _size(phrases, [year])
        named = phrases.say("timeline_of", when=year_words(phrases, year.year))
        title = named if year.year else phrases.say("events_undated")
        if is_crowded(year):
            counts = tuple((month.month, len(month.entries)) for month in year.months)
            yield _section(
                full_year_page,
                Head(
                    year_address(year.year),
                    title,
                    _sentence(phrases, size, phrases.say("month_by_month")),
                    links if len(links) > 1 else (),
                ),
                year.year,
                *counts,
            )
            yield from _months(phrases, year, links, told, lanes)
        else:
            lead = _sentence(phrases, size, phrases.say("oldest_first") if year.year else "")
            head = Head(year_address(year.year), title, lead, links)
            yield _section(years_page, head, told.get(year.year, ()), lanes.get(f"{year.year:04}", ()), year)


def _newest(
    phrases: Phrasebook,
    years: Sequence[Year],
    links: tuple[Link, ...],
    told: Background,
    lanes: Mapping[str, Lanes],
) -> Section:
    """Give the page that the site calls its timeline: the newest year, or the newest month of a crowded one."""
    year = next((year for year in reversed(years) if year.year), years[-1])
    if not is_crowded(year):
        lead = _lead(phrases, years, of=year_words(phrases, year.year) if year.year else "", ordered=year.year != 0)
        head = Head(TIMELINE, phrases.say("timeline"), lead, links)
        return _section(years_page, head, told.get(year.year, ()), lanes.get(f"{year.year:04}", ()), year)
    month = next(month for month in reversed(year.months) if month.month)
    lead = _lead(phrases, years, of=phrases.date("month", f"{year.year:04}-{month.month:02}"))
    head = Head(TIMELINE, phrases.say("timeline"), lead, links, _month_links(phrases, year))
    return _month_section(head, year.year, month, told, lanes)


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


def _section(make: Callable[..., Iterator[Page]], head: Head, *parts: Any) -> Section:
    return Section(make, (head, *parts), listed=(head.address,))


def years_page(
    masthead: Masthead, head: Head, told: tuple[BackgroundMonth, ...], lanes: Lanes, *shown: Year
) -> Iterator[Page]:
    """Make a page of whole years; `told` are the months of what events look back on, in years without events too."""
    phrases = masthead.phrases
    known = {year.year: year for year in shown}
    looks = {(month.year, month.month): month.looks for month in told}
    names = sorted(known.keys() | {year for year, _ in looks}, key=lambda year: (year == 0, year))
    years = []
    for earlier, name in zip([0, *names], names, strict=False):
        events = {month.month: month for month in known[name].months} if name in known else {}
        numbers = sorted(events.keys() | {month for year, month in looks if year == name}, key=lambda at: (at == 0, at))
        months = [_month_view(name, at, events.get(at), looks.get((name, at), ()), masthead) for at in numbers]
        size = _size(phrases, [known[name]]) if name in known else ""
        years.append(
            _year_view(
                phrases,
                name,
                _gap(phrases, earlier, name),
                size,
                _tables(name) if name in known else (),
                months=tuple(months),
            )
        )
    places = years if len(years) > 1 else [month for year in years for month in year.months if month.name]
    jumps = tuple(Link(f"{head.address}#{place.anchor}", place.name) for place in places)
    entries = [entry for year in shown for month in year.months for entry in month.entries]
    yield _page(head, tuple(years), jumps if len(jumps) > 1 else (), draw(phrases, by_lane(lanes, entries)))


def full_year_page(masthead: Masthead, head: Head, year: int, *counts: tuple[int, int]) -> Iterator[Page]:
    """Make the page of a year whose months have pages of their own; `counts` are their events."""
    phrases = masthead.phrases
    lines = tuple(
        MonthLine(
            _anchor(year, month),
            Link(month_address(year, month), month_words(phrases, month)),
            phrases.count(count, "events"),
        )
        for month, count in counts
    )
    size = phrases.count(sum(count for _, count in counts), "events")
    yield _page(head, (_year_view(phrases, year, "", size, _tables(year), lines=lines),))


def month_page(
    masthead: Masthead, head: Head, year: int, month: Month, looks: tuple[Look, ...], lanes: Lanes
) -> Iterator[Page]:
    """Make the page of a month in a crowded year."""
    view = _month_view(year, month.month, month, looks, masthead)
    picture = draw(masthead.phrases, by_lane(lanes, month.entries))
    yield _page(head, (_year_view(masthead.phrases, year, "", "", _tables(year), months=(view,)),), picture=picture)


def _page(
    head: Head, years: tuple[YearView, ...], jumps: tuple[Link, ...] = (), picture: Picture | None = None
) -> Page:
    view = TimelineView(head.title, head.lead, years, head.years, head.months, jumps, picture)
    return Page(head.address, "timeline.html", view)


def _year_view(
    phrases: Phrasebook,
    year: int,
    gap: str,
    size: str,
    data: tuple[Link, ...],
    *,
    months: tuple[MonthView, ...] = (),
    lines: tuple[MonthLine, ...] = (),
) -> YearView:
    return YearView(
        name=year_words(phrases, year),
        anchor=f"y{year}",
        gap=gap,
        size=size,
        data=data,
        months=months,
        lines=lines,
    )


def _tables(year: int) -> tuple[Link, ...]:
    forms = {"csv": "CSV", "json": "JSON", "timelinejs.json": "TimelineJS"} if year else {"csv": "CSV", "json": "JSON"}
    return tuple(Link(f"{year_address(year).rstrip('/')}.{end}", name) for end, name in forms.items())


def _month_view(year: int, number: int, month: Month | None, looks: tuple[Look, ...], masthead: Masthead) -> MonthView:
    entries = month.entries if month else ()
    items = [(first_day(entry.event.when), Item(card(entry, masthead), None)) for entry in entries]
    items += [(look.day.when.first_day, Item(None, look_view(look, masthead))) for look in looks]
    items.sort(key=itemgetter(0))
    name = month_words(masthead.phrases, number) if number else ""
    return MonthView(name, _anchor(year, number), tuple([item for _, item in items]))


def _anchor(year: int, month: int) -> str:
    return f"y{year}-{month:02}"


def _month_links(phrases: Phrasebook, year: Year) -> tuple[Link, ...]:
    return tuple(Link(month_address(year.year, each.month), month_words(phrases, each.month)) for each in year.months)


def _lead(phrases: Phrasebook, years: Sequence[Year], *, of: str = "", ordered: bool = True) -> str:
    """Tell how much there is, of which time, and `of` which part the events stand here, `ordered` if they have days."""
    if not years:
        return ""
    here = phrases.say("here_those_of", when=of) if of else ""
    order = phrases.say("oldest_first") if ordered else ""
    return _sentence(phrases, _size(phrases, years), _span(phrases, years), here, order)


def _sentence(phrases: Phrasebook, *parts: str) -> str:
    return phrases.say("sentence", told=phrases.listed([part for part in parts if part]))


def _size(phrases: Phrasebook, years: Iterable[Year]) -> str:
    return phrases.count(sum(len(month.entries) for year in years for month in year.months), "events")


def _span(phrases: Phrasebook, years: Iterable[Year]) -> str:
    known = [year.year for year in years if year.year]
    return span_words(phrases, _year(known[0]), _year(known[-1])) if known else ""


def _year(year: int) -> When:
    return When(f"{year:04}", "editor")


def _gap(phrases: Phrasebook, earlier: int, year: int) -> str:
    if not earlier or year - earlier < 2:
        return ""
    return phrases.say("nothing_between", when=span_words(phrases, _year(earlier + 1), _year(year - 1)))
