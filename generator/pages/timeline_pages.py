"""A page of the timeline: the events of its years or of one month, and what the reports of others tell of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from generator.model import BackgroundMonth, Look, Month, When, Year
from generator.pages.addresses import TIMELINE, month_address, year_address
from generator.pages.background import LookView, look_view
from generator.pages.footnotes import Footnotes, footnotes
from generator.pages.lanes import Lanes, by_lane
from generator.pages.model import Card, Link, Masthead, Page
from generator.pages.phrasebook import Phrasebook
from generator.pages.picture import Picture, draw
from generator.pages.views import card
from generator.pages.wording import first_day, month_words, span_words, year_words

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
    footnotes: Footnotes


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
        size = count_events(phrases, [known[name]]) if name in known else ""
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
    yield _page(masthead, head, tuple(years), jumps if len(jumps) > 1 else (), draw(phrases, by_lane(lanes, entries)))


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
    yield _page(masthead, head, (_year_view(phrases, year, "", size, _tables(year), months=months, lines=lines),))


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
    yield _page(masthead, head, (YearView(phrases.say("years_without_event"), "other", "", "", (), (), lines),))


def month_page(
    masthead: Masthead, head: Head, year: int, month: Month, looks: tuple[Look, ...], lanes: Lanes
) -> Iterator[Page]:
    """Make the page of a month in a crowded year."""
    view = _month_view(year, month.month, month, looks, masthead, head)
    picture = draw(masthead.phrases, by_lane(lanes, month.entries))
    yield _page(
        masthead, head, (_year_view(masthead.phrases, year, "", "", _tables(year), months=(view,)),), picture=picture
    )


def _page(
    masthead: Masthead,
    head: Head,
    years: tuple[YearView, ...],
    jumps: tuple[Link, ...] = (),
    picture: Picture | None = None,
) -> Page:
    items = [item for year in years for month in year.months for item in month.items]
    notes = footnotes(masthead, [address for item in items for address in _addresses(item)])
    view = TimelineView(head.title, head.lead, head.turned, years, head.years, head.months, jumps, picture, notes)
    return Page(head.address, "timeline.html", view, same_as=TIMELINE if head.newest_first else "")


def _addresses(item: Item) -> Iterator[str]:
    """Give the events that an item leads to."""
    if item.card:
        yield item.card.address
    if item.look:
        yield from [link.address for link in (item.look.teller, item.look.event) if link]


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


def count_events(phrases: Phrasebook, years: Iterable[Year]) -> str:
    """Tell how many events there are in some years."""
    return phrases.count(sum(len(month.entries) for year in years for month in year.months), "events")


def whole_year(year: int) -> When:
    """Give a year as a date."""
    return When(f"{year:04}", "editor")


def _gap(phrases: Phrasebook, before: int, after: int) -> str:
    """Tell what years lie between one in the list and the next, in whichever order."""
    earlier, year = sorted((before, after))
    if not earlier or year - earlier < 2:
        return ""
    return phrases.say("nothing_between", when=span_words(phrases, whole_year(earlier + 1), whole_year(year - 1)))
