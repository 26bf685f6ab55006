"""The sitemap, split by year, or by month where a year is crowded, and the robots file that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from generator.model import Digest, Month
from generator.pages.addresses import SITEMAP, absolute, article_address, event_address
from generator.pages.model import File, Masthead, Section, file_of
from generator.pages.views import is_crowded, is_full

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sections(digest: Digest, listed: Iterable[str]) -> Iterator[Section]:
    """Give a sitemap of each year's events and articles, one of all other pages `listed`, an index, `robots.txt`."""
    maps: dict[str, tuple[Month, ...]] = {}
    for year in digest.timeline:
        if is_crowded(year):
            maps |= {f"{year.year}-{each.month:02}" if each.month else str(year.year): (each,) for each in year.months}
        else:
            maps[str(year.year or "undated")] = year.months
    for name, months in maps.items():
        yield Section(map_of_events, (name, *months))
    yield Section(map_of_pages, tuple(listed))
    yield Section(index_of_maps, ("pages", *maps))


def map_of_events(masthead: Masthead, name: str, *months: Month) -> Iterator[File]:
    """Make the sitemap of some months: each event, with the instant of its last change, and its articles."""
    lines: list[str] = []
    for month in months:
        for entry in month.entries:
            changed = f"<lastmod>{entry.event.updated}</lastmod>"
            lines.append(_url(masthead, event_address(entry.event.id), changed))
            told = [article for article in entry.event.articles if is_full(article, masthead)]
            lines += [_url(masthead, article_address(article.stem)) for article in told]
    yield file_of(_place(name), _xml("urlset", lines))


def map_of_pages(masthead: Masthead, *addresses: str) -> Iterator[File]:
    """Make the sitemap of pages that are not of one event."""
    yield file_of(_place("pages"), _xml("urlset", [_url(masthead, address) for address in addresses]))


def index_of_maps(masthead: Masthead, *names: str) -> Iterator[File]:
    """Make the index of all sitemaps, and the file in which search engines look for it."""
    lines = [f"<sitemap><loc>{_loc(masthead, _place(name))}</loc></sitemap>" for name in sorted(names)]
    yield file_of(SITEMAP, _xml("sitemapindex", lines))
    yield file_of("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {absolute(masthead.base_url, SITEMAP)}\n")


def _place(name: str) -> str:
    # Beside the home page: a sitemap speaks only for what lies in its own folder and below (sitemaps.org, protocol).
    return f"sitemap-{name}.xml"


def _url(masthead: Masthead, address: str, changed: str = "") -> str:
    return f"<url><loc>{_loc(masthead, address)}</loc>{changed}</url>"


def _loc(masthead: Masthead, address: str) -> str:
    return escape(absolute(masthead.base_url, address), quote=False)


def _xml(root: str, lines: Sequence[str]) -> str:
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{body}\n</{root}>\n'
