"""What hosts of plain files want to be told: headers and redirects in the files that they read, and no Jekyll."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Digest
from generator.pages.addresses import absolute, event_address
from generator.pages.model import File, Masthead, Section, file_of

# Netlify and Cloudflare Pages read both; GitHub Pages leaves out files that begin with `_` unless told that this is no
# Jekyll site, and gives no headers of ours.
HEADERS, REDIRECTS, NO_JEKYLL = "_headers", "_redirects", ".nojekyll"
# An editor's own file of these names takes the place of ours.
FOR_HOSTS = frozenset({HEADERS, REDIRECTS, NO_JEKYLL, "robots.txt"})
# What a page's own policy, in a meta element, cannot say; the rest of it stands in the page, on any host.
_EVERYWHERE = (
    "X-Content-Type-Options: nosniff",
    "Content-Security-Policy: frame-ancestors 'none'",
    "Referrer-Policy: strict-origin-when-cross-origin",
)
# A page is asked for anew each time, which costs a 304 where nothing changed.
_ASKED_AGAIN = "Cache-Control: public, max-age=0, must-revalidate"
# Cloudflare Pages reads 2,000 fixed redirects; from other old addresses their pages lead on.
MOST_REDIRECTS = 2000


def sections(digest: Digest) -> Iterator[Section]:
    """Give the files for hosts."""
    yield Section(header_files)
    if digest.redirects:
        yield Section(redirect_file, digest.redirects)


def header_files(masthead: Masthead) -> Iterator[File]:
    """Make the rules for headers: what browsers may do with any file, and what each feed is."""
    rules: dict[str, tuple[str, ...]] = {"/*": (*_EVERYWHERE, _ASKED_AGAIN)}
    rules |= {f"/{feed.address}": (f"Content-Type: {feed.media_type}; charset=utf-8",) for feed in masthead.feeds}
    lines = [line for place, headers in rules.items() for line in (place, *(f"  {header}" for header in headers))]
    yield file_of(HEADERS, "".join(f"{line}\n" for line in lines))
    yield file_of(NO_JEKYLL, "")


def redirect_file(masthead: Masthead, *merged: tuple[str, str]) -> Iterator[File]:
    """Make the redirects from events that were merged; full addresses hold wherever the site is mounted."""
    lines = [
        f"/{_path(event_address(event_id))} {absolute(masthead.base_url, event_address(home))} 301\n"
        for event_id, home in merged[:MOST_REDIRECTS]
    ]
    yield file_of(REDIRECTS, "".join(lines))


def _path(address: str) -> str:
    return absolute("", address)
