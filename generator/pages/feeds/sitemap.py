"""The sitemap, split by year, and the robots file that names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from generator.model import Digest
from generator.pages.addresses import absolute, event_address
from generator.pages.model import File, Masthead, Page

INDEX = "sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(digest: Digest, masthead: Masthead, pages: Sequence[Page]) -> Iterator[File]:
    """Give an index, a sitemap a year of events, one for all other pages, and `robots.txt`."""
    events = {event_address(entry.event.id): entry.event for entry in digest.entries}
    parts: dict[str, list[str]] = {}
    for page in pages:
        if page.indexed:
            event = events.get(page.address)
            name = "pages" if event is None else str(event.when.first.year) if event.when else "undated"
            parts.setdefault(name, []).append(_url(masthead, page.address, event.updated if event else ""))
    for name, urls in sorted(parts.items()):
        yield File(f"sitemaps/{name}.xml", _xml("urlset", urls))
    index = [f"<sitemap><loc>{_loc(masthead, f'sitemaps/{name}.xml')}</loc></sitemap>" for name in sorted(parts)]
    yield File(INDEX, _xml("sitemapindex", index))
    yield File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {absolute(masthead.base_url, INDEX)}\n".encode())


def _url(masthead: Masthead, address: str, updated: str) -> str:
    changed = f"<lastmod>{updated}</lastmod>" if updated else ""
    return f"<url><loc>{_loc(masthead, address)}</loc>{changed}</url>"


def _loc(masthead: Masthead, address: str) -> str:
    return escape(absolute(masthead.base_url, address))


def _xml(root: str, lines: Sequence[str]) -> bytes:
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{body}\n</{root}>\n'.encode()
