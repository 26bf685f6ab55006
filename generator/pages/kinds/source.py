"""A page a source: what the outlet is and which of its articles this digest draws on; and the list of all sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import Article, Digest
from generator.pages.addresses import SOURCES, event_address
from generator.pages.model import DateView, Link, Masthead, Outlet, Page, Section, Words
from generator.pages.views import LONG, outlet_addresses, outlet_title, year_links
from generator.pages.wording import UNNAMED_ENTRY, counted, date_view, first_day, words_in


class ArticleLine(NamedTuple):
    """An article of a source: its headline as published, its day and origin, and the event that it tells of."""

    title: Words
    date: DateView
    origin: str
    url: str
    event_address: str
    event: Words


class SourceView(NamedTuple):
    """A source with its articles, newest first; `years` are links to pages of their own where there are many."""

    name: str
    facts: Outlet | None
    size: str
    articles: tuple[ArticleLine, ...]
    years: tuple[Link, ...]


class SourceLine(NamedTuple):
    """A source in the list of all sources."""

    link: Link
    size: str
    kind: str


class SourcesView(NamedTuple):
    """Every source, by name; the articles without one come last."""

    sources: tuple[SourceLine, ...]


class Lines(NamedTuple):
    """What a source published in one year: its articles, and of each one's event the id, the headline, its language.

    Not the entries: a page stays as it is when an event changes in what is not shown here.
    """

    year: int
    articles: tuple[Article, ...]
    events: tuple[tuple[str, str, str], ...]


def sections(digest: Digest, masthead: Masthead) -> Iterator[Section]:
    """Give the list of sources and a page for each, spread over years where it is long."""
    addresses = outlet_addresses(digest)
    told: dict[str, dict[str, list[tuple[Article, tuple[str, str, str]]]]] = {
        name: defaultdict(list) for name in addresses
    }
    for entry in digest.entries:
        event = (entry.event.id, entry.headline.text, entry.headline.lang)
        for article in entry.event.articles:
            year = article.published.value[:4] if article.published else ""
            told[article.source][year].append((article, event))
    names = sorted(told, key=lambda name: (not name, outlet_title(name, masthead).casefold(), name))
    sizes = {name: sum(map(len, told[name].values())) for name in names}
    yield Section(list_page, tuple((name, addresses[name], sizes[name]) for name in names), listed=(SOURCES,))
    for name in names:
        years = [
            Lines(int(year or 0), *zip(*told[name][year], strict=True)) for year in sorted(told[name], reverse=True)
        ]
        yield from _sections_of(name, addresses[name], sizes[name], years)


def _sections_of(name: str, address: str, size: int, years: Sequence[Lines]) -> Iterator[Section]:
    if size <= LONG:
        yield Section(source_page, (address, name, size, (), *years), listed=(address,))
        return
    addresses = {lines.year: f"{address}{lines.year or 'undated'}/" for lines in years}
    links = year_links(addresses, addresses)
    yield Section(source_page, (address, name, size, links, years[0]), listed=(address,))
    for lines in years:
        place = addresses[lines.year]
        yield Section(source_page, (place, name, size, links, lines), listed=(place,))


def list_page(masthead: Masthead, *sources: tuple[str, str, int]) -> Iterator[Page]:
    """Make the list of sources, of each its name, its page's address and the number of its articles."""
    lines = tuple(_line(name, address, size, masthead) for name, address, size in sources)
    yield Page(SOURCES, "sources.html", SourcesView(lines))


def _line(name: str, address: str, size: int, masthead: Masthead) -> SourceLine:
    outlet = masthead.outlets.get(name)
    kind = "wire service" if outlet and outlet.kind == "wire" else ""
    return SourceLine(Link(address, _name(name, masthead)), counted(size, "article"), kind)


def source_page(
    masthead: Masthead, address: str, name: str, size: int, links: tuple[Link, ...], *years: Lines
) -> Iterator[Page]:
    """Make a page of a source: of its `size` articles those of some years; `links` lead to each year."""
    told = [line for lines in years for line in zip(lines.articles, lines.events, strict=True)]
    view = SourceView(
        name=_name(name, masthead),
        facts=masthead.outlets.get(name),
        size=counted(size, "article"),
        articles=tuple([_article_line(masthead, *line) for line in sorted(told, key=_newest_last, reverse=True)]),
        years=links,
    )
    yield Page(address, "source.html", view)


def _article_line(masthead: Masthead, article: Article, event: tuple[str, str, str]) -> ArticleLine:
    event_id, headline, lang = event
    return ArticleLine(
        title=words_in(article.title, article.lang, masthead.language),
        date=date_view(article.published),
        origin=article.origin,
        url=article.url,
        event_address=event_address(event_id),
        event=words_in(headline, lang, masthead.language),
    )


def _name(name: str, masthead: Masthead) -> str:
    return outlet_title(name, masthead) or UNNAMED_ENTRY


def _newest_last(line: tuple[Article, tuple[str, str, str]]) -> tuple[str, str]:
    article, _ = line
    return first_day(article.published), article.stem
