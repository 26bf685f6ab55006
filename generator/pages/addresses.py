"""Addresses: where each page of the site lives, and how one page links to another."""

from __future__ import annotations

from hashlib import blake2b
from posixpath import relpath
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

from generator.model import Statement
from generator.text.slugs import slugify

HOME = ""
TIMELINE = "timeline/"
SOURCES = "sources/"
ABOUT = "about/"
NOT_FOUND = "404.html"
STYLE = "assets/style.css"
RSS = "feed.xml"


def event_address(event_id: str) -> str:
    """Give the address of an event's page, which never changes."""
    return f"events/{event_id}/"


def year_address(year: int) -> str:
    """Give the address of one year of the timeline."""
    return f"{TIMELINE}{year or 'undated'}/"


def article_address(stem: str) -> str:
    """Give the address of the page of an article that is published in full."""
    return f"articles/{anchor_of(stem)}/"


def source_addresses(names: list[str]) -> dict[str, str]:
    """Give the address of each source's page; names whose slugs collide are told apart by a fingerprint."""
    slugs = {name: slugify(name) if name else "not-named" for name in names}
    taken = list(slugs.values())
    return {
        name: f"{SOURCES}{slug if taken.count(slug) == 1 else f'{slug}-{_mark(name)}'}/" for name, slug in slugs.items()
    }


def anchor_of(stem: str) -> str:
    """Give an id for an article: its stem, made fit for an address."""
    slug = slugify(stem)
    return slug if slug == stem else f"{slug}-{_mark(stem)}"


def statement_anchor(statement: Statement) -> str:
    """Give an id for a statement, made of its words: the same words keep it."""
    return f"s-{_mark(' '.join(statement.verbatim.casefold().split()))}"


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
        return quote(urlsplit(base_url).path) + quote(path) + mark + fragment
    folder = here if here.endswith("/") or not here else here.rpartition("/")[0]
    near = relpath("/" + path, "/" + folder)
    if path.endswith("/") or not path:
        near = near.rstrip("/") + "/"
    return quote(near) + mark + fragment


def absolute(base_url: str, address: str) -> str:
    """Give the full url of an address of the site."""
    return urljoin(base_url, quote(address))


def _mark(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
