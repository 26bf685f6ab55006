"""Addresses: where each page of the site lives, and how one page links to another."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from typing import Literal
from urllib.parse import quote, urlsplit

from generator.model import Statement
from generator.text.slugs import slugify

HOME = ""
EVENTS = "events/"
TIMELINE = "timeline/"
NEWEST_FIRST = "timeline/newest-first/"
OTHER_YEARS = "timeline/other-years/"
SOURCES = "sources/"
STORIES = "stories/"
ABOUT = "about/"
METHOD = "method/"
SUBSCRIBE = "subscribe/"
SEARCH = "search/"
NOT_FOUND = "404.html"
RSS = "feed.xml"
ATOM = "atom.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"

# What no quoting changes: 0.2 µs to see, 0.5 to have it quoted.
_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*").fullmatch


def event_address(event_id: str) -> str:
    """Give the address of an event's page, which never changes."""
    return f"{EVENTS}{event_id}/"


def event_sources_address(event_id: str, page: int) -> str:
    """Give the address of a page of an event's sources; pages count from 1."""
    return f"{event_address(event_id)}sources/{f'{page}/' if page > 1 else ''}"


def year_address(year: int) -> str:
    """Give the address of one year of the timeline."""
    return f"{TIMELINE}{year or 'undated'}/"


def month_address(year: int, month: int) -> str:
    """Give the address of one month of the timeline; month 0 is for what is known by the year alone."""
    return f"{year_address(year)}{f'{month:02}' if month else 'month-unknown'}/"


def story_address(story: str) -> str:
    """Give the address of a story's page."""
    return f"{STORIES}{story}/"


def story_feed_address(story: str) -> str:
    """Give the address of a story's feed."""
    return f"{story_address(story)}feed.xml"


def article_address(stem: str) -> str:
    """Give the address of the page of an article that is published in full."""
    return f"articles/{anchor_of(stem)}/"


def source_addresses(names: list[str]) -> dict[str, str]:
    """Give the address of each source's page; names whose slugs collide are told apart by a fingerprint."""
    slugs = {name: slugify(name) if name else "not-named" for name in names}
    taken = Counter(slugs.values())
    return {name: f"{SOURCES}{slug if taken[slug] == 1 else f'{slug}-{_mark(name)}'}/" for name, slug in slugs.items()}


# A page names the same articles and statements at several places; its neighbours name others.
@lru_cache(maxsize=512)
def anchor_of(stem: str) -> str:
    """Give an id for an article: its stem, made fit for an address."""
    slug = slugify(stem)
    return slug if slug == stem else f"{slug}-{_mark(stem)}"


def statement_anchor(statement: Statement) -> str:
    """Give an id for a statement, made of its words: the same words keep it."""
    return _words_anchor(statement.verbatim)


def paragraph_anchor(words: str) -> str:
    """Give an id for a paragraph of the editor's, made of its words too."""
    return f"p{_words_anchor(words)[1:]}"


@lru_cache(maxsize=128)
def _words_anchor(words: str) -> str:
    return f"s-{_mark(' '.join(words.casefold().split()))}"


def file_path(address: str) -> str:
    """Give the path of the file behind an address."""
    return f"{address}index.html" if address == HOME or address.endswith("/") else address


def link(base_url: str, links: Literal["pretty", "file"], here: str, to: str) -> str:
    """Give the link from one address of the site to another; `to` may carry a `#fragment`.

    Links are relative, so that the site works at a domain's root, below a path and from a disk; the page for
    addresses that are not there may be shown anywhere, so its links start at the root.
    """
    address, mark, fragment = to.partition("#")
    if mark and address == here:
        return f"#{fragment}"
    path = file_path(address) if links == "file" else address
    if here == NOT_FOUND:
        return _quoted(urlsplit(base_url).path + path) + mark + fragment
    return _quoted(_near(here, path)) + mark + fragment


def absolute(base_url: str, address: str) -> str:
    """Give the full url of an address of the site."""
    return base_url + _quoted(address)


def _near(here: str, path: str) -> str:
    """Give the way from a page to a path: up until a folder holds both, then down."""
    folder, way = here[: here.rfind("/") + 1], ""
    while not path.startswith(folder):
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        way += "../"
    return way + path[len(folder) :] or "./"


def _quoted(path: str) -> str:
    return path if _PLAIN(path) else quote(path)


def _mark(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
