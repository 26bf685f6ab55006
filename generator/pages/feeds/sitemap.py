"""The sitemap, split by year, and the robots file that names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from xml.sax.saxutils import escape

from generator.executors import Executor
from generator.model import Digest
from generator.pages.addresses import absolute, event_address
from generator.pages.model import File, Masthead, Page, file_of

INDEX = "sitemap.xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(digest: Digest, masthead: Masthead, pages: Sequence[Page], executor: Executor) -> Iterator[File]:
    """Give an index, a sitemap a year of events, one for all other pages, and `robots.txt`."""
    events = {event_address(entry.event.id): entry.event for entry in digest.entries}
    parts: dict[str, list[tuple[str, str]]] = {}
    for page in pages:
        if page.indexed:
            event = events.get(page.address)
            name = "pages" if event is None else str(event.when.first.year) if event.when else "undated"
            parts.setdefault(name, []).append((page.address, event.updated if event else ""))
    names = sorted(parts)
    texts = executor.map(partial(sitemap_of, masthead.base_url), [tuple(parts[name]) for name in names])
    for name, text in zip(names, texts, strict=True):
        yield file_of(f"sitemaps/{name}.xml", text)
    index = [f"<sitemap><loc>{_loc(masthead.base_url, f'sitemaps/{name}.xml')}</loc></sitemap>" for name in names]
    yield file_of(INDEX, _xml("sitemapindex", index))
    yield file_of("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {absolute(masthead.base_url, INDEX)}\n")


def sitemap_of(base_url: str, pages: tuple[tuple[str, str], ...]) -> str:
    """Give a sitemap of pages, each with its address and the instant of its last change, if that is known."""
    return _xml("urlset", [_url(base_url, address, updated) for address, updated in pages])


def _url(base_url: str, address: str, updated: str) -> str:
    changed = f"<lastmod>{updated}</lastmod>" if updated else ""
    return f"<url><loc>{_loc(base_url, address)}</loc>{changed}</url>"


def _loc(base_url: str, address: str) -> str:
    return escape(absolute(base_url, address))


def _xml(root: str, lines: Sequence[str]) -> str:
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{body}\n</{root}>\n'
