"""A page a source: what the outlet is and which of its articles this digest draws on; and the list of all sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Digest, Month, When
from generator.pages.addresses import SOURCES, event_address
from generator.pages.model import DateView, Link, Masthead, Outlet, Page, Section, Words
from generator.pages.phrasebook import Phrasebook
from generator.pages.tallies import Tally, tallies_in
from generator.pages.views import LONG, months_of, outlet_addresses, outlet_title, year_links
from generator.pages.wording import date_view, first_day, month_words, when_words, words_in


class ArticleLine(NamedTuple):
    """An article of a source: its headline as published, its day and origin, and the event that it tells of."""

    title: Words
    date: DateView
    origin: str
    url: str
    archive_url: str
    event_address: str
    event: Words


class MonthLine(NamedTuple):
    """A month that has a page of its own, and how many articles stand there."""

    link: Link
    size: str


class SourceView(NamedTuple):
    """A source with its articles, newest first; of many, `years` and `months` lead to pages of their own.

    Of a year whose months have pages of their own, `lines` lead there. `facts` and the `site` are as the editor gives
    them; `size` is what its articles add up to, `first` with how many events it was.
    """

    name: str
    facts: tuple[str, ...]
    site: str
    size: str
    first: str
    articles: tuple[ArticleLine, ...]
    years: tuple[Link, ...]
    months: tuple[Link, ...]
    lines: tuple[MonthLine, ...]


class SourceLine(NamedTuple):
    """A source in the list of all sources."""

    link: Link
    size: str
    kind: str


class SourcesView(NamedTuple):
    """Every source, by name; the articles without one come last."""

    sources: tuple[SourceLine, ...]


class Told(NamedTuple):
    """What a source's page shows of an article and of its event, and no more: other edits leave the page as it is."""

    stem: str
    title: str
    lang: str
    published: When | None
    origin: str
    url: str
    archive_url: str
    event: str
    headline: str
    headline_lang: str


def sections(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the list of sources and a page for each, spread over years and months where it is long."""
    addresses = outlet_addresses(digest, executor)
    told: dict[str, dict[str, list[Told]]] = {name: defaultdict(list) for name in addresses}
    for parts in executor.map(told_in, months_of(digest)):
        for source, month, lines in parts:
            told[source][month] += lines
    tallies: dict[str, Tally] = defaultdict(Tally)
    for tallied in executor.map(tallies_in, months_of(digest)):
        for source, tally in tallied:
            tallies[source] = tallies[source].and_(tally)
    names = sorted(told, key=lambda name: (not name, outlet_title(name, masthead).casefold(), name))
    sizes = {name: sum(map(len, told[name].values())) for name in names}
    yield Section(list_page, tuple((name, addresses[name], sizes[name]) for name in names), listed=(SOURCES,))
    for name in names:
        months = {month: tuple(told[name][month]) for month in sorted(told[name], reverse=True)}
        head = Head(addresses[name], name, sizes[name], tallies[name])
        yield from _sections_of(masthead.phrases, head, months)


@at_hand
def told_in(month: Month) -> tuple[tuple[str, str, list[Told]], ...]:
    """Give the articles on the events of a month by their sources and the months in which they came out."""
    told: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for entry in month.entries:
        event = (entry.event.id, entry.headline.text, entry.headline.lang)
        for article in entry.event.articles:
            shown = article.title, article.lang, article.published, article.origin, article.url, article.archive_url
            line = Told(article.stem, *shown, *event)
            told[article.source, article.published.month if article.published else ""].append(line)
    return tuple([(source, published, lines) for (source, published), lines in told.items()])


def _sections_of(phrases: Phrasebook, head: Head, months: Mapping[str, tuple[Told, ...]]) -> Iterator[Section]:
    """Give the pages of a source; `months` are its articles by month, newest first."""
    if head.size <= LONG:
        yield _section(head, *months.values())
        return
    years = {year: list(group) for year, group in groupby(months, key=lambda month: month[:4])}
    places = {int(year or 0): f"{head.address}{year or 'undated'}/" for year in years}
    head = head._replace(years=year_links(phrases, places.items()))
    part = head._replace(tally=None)
    for number, (year, group) in enumerate(years.items()):
        place = places[int(year or 0)]
        is_crowded = sum(len(months[month]) for month in group) > LONG
        others = tuple(Link(_month_address(place, month), _month_name(phrases, month)) for month in group if is_crowded)
        if number == 0:  # the source's own address shows the newest of it
            yield _section(
                head._replace(months=others), *[months[month] for month in group[: 1 if is_crowded else None]]
            )
        if not is_crowded:
            yield _section(part._replace(address=place), *[months[month] for month in group])
            continue
        counts = [(other, len(months[month])) for other, month in zip(others, group, strict=True)]
        yield Section(full_year_page, (part._replace(address=place), *counts), listed=(place,))
        for month in group:
            yield _section(part._replace(address=_month_address(place, month), months=others), months[month])


class Head(NamedTuple):
    """What stands above the articles of a source's page: its name and size, and the ways to its other pages.

    Only the page at the source's own address has the `tally`: those of its years do not change with it.
    """

    address: str
    name: str
    size: int
    tally: Tally | None = None
    years: tuple[Link, ...] = ()
    months: tuple[Link, ...] = ()


def _section(head: Head, *months: tuple[Told, ...]) -> Section:
    return Section(source_page, (head, *months), listed=(head.address,))


def _month_address(place: str, month: str) -> str:
    return f"{place}{month[5:] or 'month-unknown'}/"


def _month_name(phrases: Phrasebook, month: str) -> str:
    return month_words(phrases, int(month[5:] or 0))


def list_page(masthead: Masthead, *sources: tuple[str, str, int]) -> Iterator[Page]:
    """Make the list of sources, of each its name, its page's address and the number of its articles."""
    lines = tuple(_line(name, address, size, masthead) for name, address, size in sources)
    yield Page(SOURCES, "sources.html", SourcesView(lines))


def _line(name: str, address: str, size: int, masthead: Masthead) -> SourceLine:
    outlet = masthead.outlets.get(name)
    kind = masthead.phrases.say("wire_service") if outlet and outlet.kind == "wire" else ""
    return SourceLine(Link(address, _name(name, masthead)), masthead.phrases.count(size, "articles"), kind)


def source_page(masthead: Masthead, head: Head, *months: tuple[Told, ...]) -> Iterator[Page]:
    """Make a page of a source, with its articles of some months."""
    told = sorted((line for month in months for line in month), key=_newest_last, reverse=True)
    yield _page(masthead, head, articles=tuple([_article_line(masthead, line) for line in told]))


def full_year_page(masthead: Masthead, head: Head, *counts: tuple[Link, int]) -> Iterator[Page]:
    """Make the page of a year whose months have pages of their own; `counts` are their articles."""
    yield _page(
        masthead,
        head,
        lines=tuple([MonthLine(link, masthead.phrases.count(count, "articles")) for link, count in counts]),
    )


def _page(
    masthead: Masthead, head: Head, *, articles: tuple[ArticleLine, ...] = (), lines: tuple[MonthLine, ...] = ()
) -> Page:
    phrases, outlet = masthead.phrases, masthead.outlets.get(head.name)
    size = phrases.say("in_this_digest", articles=phrases.count(head.size, "articles"))
    view = SourceView(
        name=_name(head.name, masthead),
        facts=_facts(outlet, masthead) if outlet else (),
        site=outlet.url if outlet else "",
        size=" · ".join([size, *_sums(phrases, head.tally)]) if head.tally else size,
        first=_first_here(phrases, head.tally) if head.tally else "",
        articles=articles,
        years=head.years,
        months=head.months,
        lines=lines,
    )
    return Page(head.address, "source.html", view)


def _facts(outlet: Outlet, masthead: Masthead) -> tuple[str, ...]:
    """Give what the editor tells of a source, in words; that it is an outlet goes without saying by itself."""
    phrases = masthead.phrases
    facts = (
        outlet.country,
        _language(outlet.language, masthead.language) if outlet.language else "",
        phrases.say("owned_by", owner=outlet.owner) if outlet.owner else "",
    )
    told = tuple(filter(None, facts))
    if outlet.kind == "wire" or told or outlet.url:
        return phrases.say("wire_service" if outlet.kind == "wire" else "outlet"), *told
    return ()


def _language(tag: str, language: str) -> str:
    from generator.pages.locales import name_of_language  # noqa: PLC0415 - Babel takes 25 ms, for what is then remembered

    return name_of_language(tag, language)


def _sums(phrases: Phrasebook, tally: Tally) -> Iterator[str]:
    """Give what the articles of a source add up to; that none carries an agency's text is not known, so not said."""
    if tally.carried:
        yield phrases.count(tally.carried, "carry_agency")
    if tally.retrieved:
        yield phrases.say("last_retrieved", day=when_words(phrases, When(tally.retrieved, "editor")))


def _first_here(phrases: Phrasebook, tally: Tally) -> str:
    if not tally.shared:
        return ""
    return phrases.count(tally.shared, "first_here", first=phrases.number(tally.first))


def _article_line(masthead: Masthead, told: Told) -> ArticleLine:
    return ArticleLine(
        title=words_in(told.title, told.lang, masthead.language),
        date=date_view(masthead.phrases, told.published),
        origin=told.origin,
        url=told.url,
        archive_url=told.archive_url,
        event_address=event_address(told.event),
        event=words_in(told.headline, told.headline_lang, masthead.language),
    )


def _name(name: str, masthead: Masthead) -> str:
    return outlet_title(name, masthead) or masthead.phrases.say("outlet_unnamed_head")


def _newest_last(told: Told) -> tuple[str, str]:
    return first_day(told.published), told.stem
