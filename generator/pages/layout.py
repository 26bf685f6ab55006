"""Lay out the digest: which pages there are, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model import Digest
from generator.pages.kinds import about, article, event, home, own, source, timeline
from generator.pages.model import Masthead, Page

Kind = Callable[[Digest, Masthead], Iterator[Page]]

KINDS: Mapping[str, Kind] = {
    "home": home.pages,
    "event": event.pages,
    "timeline": timeline.pages,
    "source": source.pages,
    "article": article.pages,
    "about": about.pages,
    "own": own.pages,
}


def lay_out(digest: Digest, masthead: Masthead) -> tuple[Page, ...]:
    """Give every page of the site."""
    return tuple(page for kind in KINDS.values() for page in kind(digest, masthead))
