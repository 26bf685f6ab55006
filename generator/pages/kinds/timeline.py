"""The timeline: every event by year and month; a page a year where there are many, a page a month in a crowded year.

The first of its pages is there newest first too; years without events have pages of what reports tell of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from generator.executors import Executor
from generator.model import BackgroundMonth, Digest, Look, Month, When, Year
from generator.pages.addresses import NEWEST_FIRST, OTHER_YEARS, TIMELINE, month_address, year_address
from generator.pages.background import LookView, look_view
from generator.pages.lanes import Lanes, by_lane, lanes_of, lanes_of_all
from generator.pages.model import Card, File, Link, Masthead, Page, Section
from generator.pages.phrasebook import Phrasebook
from generator.pages.picture import Picture, draw
from generator.pages.views import LONG, card, is_crowded, year_links
from generator.pages.wording import first_day, month_words, span_words, year_words

# What events look back on, by the year where it lies.
Background = Mapping[int, tuple[BackgroundMonth, ...]]
# A month; and whether it is a longer time that ends in it.
Place = tuple[int, bool]


class TimeLine(NamedTuple):
    """A year or a month that has a page of its own, and how much stands there."""

    anchor: str
    link: Link
    size: str


class Item(NamedTuple):
    """What stands in a month: an event, or a day that events look back on."""

    card: Card | None
    look: LookView | None


class MonthView(NamedTuple):
    """A month and what stands in it, in order; `name` is empty for events known by the year alone."""

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
    lines: tuple[TimeLine, ...]


class TimelineView(NamedTuple):
    """The years shown, in order; links to years and months on pages of their own, and to places on this page.

    `turned` leads to the same in the other order, if it is there.
    """

    title: str
    lead: str
    turned: Link | None
    years: tuple[YearView, ...]
    other_years: tuple[Link, ...]
    other_months: tuple[Link, ...]
    jumps: tuple[Link, ...]
    picture: Picture | None


class Head(NamedTuple):
    """What stands above the events of a page: its title, how many they are, and the ways to other pages.

    `turned` leads to the page in the other order; `newest_first` is that of this one.
    """

    address: str
    title: str
    lead: str
    years: tuple[Link, ...] = ()
    months: tuple[Link, ...] = ()
    turned: Link | None = None
    newest_first: bool = False


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
        size = _size(phrases, [year])
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


def years_page(
    masthead: Masthead, head: Head, told: tuple[BackgroundMonth, ...], lanes: Lanes, *shown: Year
) -> Iterator[Page]:
    """Make a page of whole years; `told` are the months of what events look back on, in years without events too."""
    phrases = masthead.phrases
    known = {year.year: year for year in shown}
    looks: dict[int, dict[Place, list[Look]]] = defaultdict(lambda: defaultdict(list))
    for month in told:
        for look in month.looks:
            looks[month.year][_place(look)].append(look)
    years = []
    names = [name for name, _ in _in_order({(name, False) for name in known.keys() | looks.keys()}, head)]
    for before, name in zip([0, *names], names, strict=False):
        events = {month.month: month for month in known[name].months} if name in known else {}
        told_of = looks.get(name, {})
        places = _in_order({(month, False) for month in events} | told_of.keys(), head)
        months = [
            _month_view(name, at, None if apart else events.get(at), told_of.get((at, apart), ()), masthead, head)
            for at, apart in places
        ]
        size = _size(phrases, [known[name]]) if name in known else ""
        years.append(
            _year_view(
                phrases,
                name,
                _gap(phrases, before, name),
                size,
                _tables(name) if name in known else (),
                months=tuple(months),
            )
        )
    aims = years if len(years) > 1 else [month for year in years for month in year.months if month.name]
    jumps = tuple(Link(f"{head.address}#{aim.anchor}", aim.name) for aim in aims)
    entries = [entry for year in shown for month in year.months for entry in month.entries]
    yield _page(head, tuple(years), jumps if len(jumps) > 1 else (), draw(phrases, by_lane(lanes, entries)))


def _place(look: Look) -> Place:
    """Give the month of what events look back on, or that in which a longer time ends, apart from what is of it."""
    first, last = look.day.when.first, look.day.when.last
    if first.year < last.year:
        return 12, True
    return last.month, first.month < last.month


def _in_order(places: Iterable[Place], head: Head) -> list[Place]:
    """Give years or months in the order of a page; 0 stands for what is not known, and comes last."""
    ordered = sorted(places, reverse=head.newest_first)
    return sorted(ordered, key=lambda place: place[0] == 0)


def full_year_page(
    masthead: Masthead, head: Head, year: int, told: tuple[BackgroundMonth, ...], *counts: tuple[int, int]
) -> Iterator[Page]:
    """Make the page of a year whose months have pages of their own, and `told` is of those that have none.

    `counts` are the events of each month.
    """
    phrases = masthead.phrases
    lines = tuple(
        TimeLine(
            _anchor(year, month),
            Link(month_address(year, month), month_words(phrases, month)),
            phrases.count(count, "events"),
        )
        for month, count in counts
    )
    size = phrases.count(sum(count for _, count in counts), "events")
    months = tuple([_month_view(year, month.month, None, month.looks, masthead, head) for month in told])
    yield _page(head, (_year_view(phrases, year, "", size, _tables(year), months=months, lines=lines),))


def other_years_page(masthead: Masthead, head: Head, *days: tuple[int, int]) -> Iterator[Page]:
    """Make the list of years without events; `days` are how many days of each are told of."""
    phrases = masthead.phrases
    lines = tuple(
        TimeLine(
            f"y{year}",
            Link(year_address(year), year_words(phrases, year)),
            phrases.count(count, "days_told"),
        )
        for year, count in days
    )
    yield _page(head, (YearView(phrases.say("years_without_event"), "other", "", "", (), (), lines),))


def month_page(
    masthead: Masthead, head: Head, year: int, month: Month, looks: tuple[Look, ...], lanes: Lanes
) -> Iterator[Page]:
    """Make the page of a month in a crowded year."""
    view = _month_view(year, month.month, month, looks, masthead, head)
    picture = draw(masthead.phrases, by_lane(lanes, month.entries))
    yield _page(head, (_year_view(masthead.phrases, year, "", "", _tables(year), months=(view,)),), picture=picture)


def _page(
    head: Head, years: tuple[YearView, ...], jumps: tuple[Link, ...] = (), picture: Picture | None = None
) -> Page:
    view = TimelineView(head.title, head.lead, head.turned, years, head.years, head.months, jumps, picture)
    return Page(head.address, "timeline.html", view, same_as=TIMELINE if head.newest_first else "")


def _year_view(
    phrases: Phrasebook,
    year: int,
    gap: str,
    size: str,
    data: tuple[Link, ...],
    *,
    months: tuple[MonthView, ...] = (),
    lines: tuple[TimeLine, ...] = (),
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


def _month_view(
    year: int, number: int, month: Month | None, looks: Iterable[Look], masthead: Masthead, head: Head
) -> MonthView:
    """Give a month; none is named over what alone belongs to a longer time that ends in it."""
    items = (
        [(first_day(entry.event.when), Item(card(entry, masthead), None)) for entry in month.entries] if month else []
    )
    items += [(look.day.when.first_day, Item(None, look_view(look, masthead))) for look in looks]
    items.sort(key=itemgetter(0), reverse=head.newest_first)
    named = number and (month or any(not _place(look)[1] for look in looks))
    name = month_words(masthead.phrases, number) if named else ""
    return MonthView(name, _anchor(year, number), tuple([item for _, item in items]))


def _anchor(year: int, month: int) -> str:
    return f"y{year}-{month:02}"


def _month_links(phrases: Phrasebook, year: Year) -> tuple[Link, ...]:
    return tuple(Link(month_address(year.year, each.month), month_words(phrases, each.month)) for each in year.months)


def _lead(phrases: Phrasebook, years: Sequence[Year], *more: str) -> str:
    return _sentence(phrases, _size(phrases, years), _span(phrases, years), *more) if years else ""


def _sentence(phrases: Phrasebook, *parts: str) -> str:
    return phrases.say("sentence", told=phrases.listed([part for part in parts if part]))


def _size(phrases: Phrasebook, years: Iterable[Year]) -> str:
    return phrases.count(sum(len(month.entries) for year in years for month in year.months), "events")


def _span(phrases: Phrasebook, years: Iterable[Year]) -> str:
    known = [year.year for year in years if year.year]
    return span_words(phrases, _year(known[0]), _year(known[-1])) if known else ""


def _year(year: int) -> When:
    return When(f"{year:04}", "editor")


def _gap(phrases: Phrasebook, before: int, after: int) -> str:
    """Tell what years lie between one in the list and the next, in whichever order."""
    earlier, year = sorted((before, after))
    if not earlier or year - earlier < 2:
        return ""
    return phrases.say("nothing_between", when=span_words(phrases, _year(earlier + 1), _year(year - 1)))
