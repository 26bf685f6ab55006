"""A page a source: what the outlet is and which of its articles this digest draws on; and the list of all sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Article, Digest, Entry
from generator.pages.addresses import SOURCES, event_address
from generator.pages.model import DateView, Link, Masthead, Outlet, Page, Words
from generator.pages.views import LONG, outlet_addresses, outlet_title, year_links
from generator.pages.wording import UNNAMED_ENTRY, counted, date_view, words_in


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article of a source: its headline as published, its day and origin, and the event that it tells of."""

    title: Words
    date: DateView
    origin: str
    url: str
    event_address: str
    event: Words


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its articles, newest first; `years` are links to pages of their own where there are many."""

    name: str
    facts: Outlet | None
    size: str
    articles: tuple[ArticleLine, ...]
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list of all sources."""

    link: Link
    size: str
    kind: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Every source, by name; the articles without one come last."""

    sources: tuple[SourceLine, ...]


Told = tuple[Article, Entry]


def pages(digest: Digest, masthead: Masthead) -> Iterator[Page]:
    """Give the list of sources and a page for each."""
    addresses = outlet_addresses(digest)
    told: dict[str, list[Told]] = {name: [] for name in addresses}
    for entry in digest.entries:
        for article in entry.event.articles:
            told[article.source].append((article, entry))
    names = sorted(told, key=lambda name: (not name, outlet_title(name, masthead).casefold(), name))
    yield Page(SOURCES, "sources.html", sources_view, tuple((name, addresses[name], len(told[name])) for name in names))
    for name in names:
        yield from _pages_of(name, sorted(told[name], key=_newest_last)[::-1], addresses[name])


def _pages_of(name: str, told: Sequence[Told], address: str) -> Iterator[Page]:
    years = {_year(article) for article, _ in told}
    spread = len(told) > LONG
    addresses = {year: f"{address}{year or 'undated'}/" for year in years}
    links = year_links(years, addresses) if spread else ()
    shown = tuple(line for line in told if not spread or _year(line[0]) == max(years))
    yield Page(address, "source.html", source_view, (name, len(told), links, shown))
    for year in sorted(years) if spread else ():
        lines = tuple(line for line in told if _year(line[0]) == year)
        yield Page(addresses[year], "source.html", source_view, (name, len(told), links, lines))


def sources_view(masthead: Masthead, *sources: tuple[str, str, int]) -> SourcesView:
    """Give what the list of sources shows, of each its name, its page's address and the number of its articles."""
    return SourcesView(tuple(_line(name, size, address, masthead) for name, address, size in sources))


def _line(name: str, size: int, address: str, masthead: Masthead) -> SourceLine:
    outlet = masthead.outlets.get(name)
    kind = "wire service" if outlet and outlet.kind == "wire" else ""
    return SourceLine(Link(address, _name(name, masthead)), counted(size, "article"), kind)


def source_view(masthead: Masthead, name: str, size: int, years: tuple[Link, ...], told: Sequence[Told]) -> SourceView:
    """Give what a source's page shows: of its `size` articles those in `told`."""
    return SourceView(
        name=_name(name, masthead),
        facts=masthead.outlets.get(name),
        size=counted(size, "article"),
        articles=tuple(
            ArticleLine(
                title=words_in(article.title, article.lang, masthead.language),
                date=date_view(article.published),
                origin=article.origin,
                url=article.url,
                event_address=event_address(entry.event.id),
                event=words_in(entry.headline.text, entry.headline.lang, masthead.language),
            )
            for article, entry in told
        ),
        years=years,
    )


def _name(name: str, masthead: Masthead) -> str:
    return outlet_title(name, masthead) or UNNAMED_ENTRY


def _year(article: Article) -> int:
    return article.published.first.year if article.published else 0


def _newest_last(told: Told) -> tuple[str, str]:
    article, _ = told
    return (article.published.first.isoformat() if article.published else "", article.stem)
