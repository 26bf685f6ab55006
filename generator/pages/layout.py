"""Lay out the digest: which pages and files there are, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.executors import Executor
from generator.model import Digest
from generator.pages.feeds import data, hosting, newest, sitemap, stories, timelinejs
from generator.pages.kinds import about, event, home, index, method, own, search, source, story, subscribe, timeline
from generator.pages.model import Masthead, Section

Kind = Callable[[Digest, Masthead, Executor], Iterator[Section]]

KINDS: Mapping[str, Kind] = {
    "home": home.sections,
    "event": event.sections,
    "story": story.sections,
    "timeline": timeline.sections,
    "index": index.sections,
    "source": source.sections,
    "search": search.sections,
    "subscribe": subscribe.sections,
    "method": method.sections,
    "about": about.sections,
    "own": own.sections,
}


def lay_out(digest: Digest, masthead: Masthead, executor: Executor, *, feed_limit: int) -> tuple[Section, ...]:
    """Give every section of the site: what is made together, and of which parts."""
    pages = [section for kind in KINDS.values() for section in kind(digest, masthead, executor)]
    listed = [address for section in pages for address in section.listed]
    return (
        *pages,
        *newest.sections(digest, masthead, executor, limit=feed_limit),
        *stories.sections(digest, masthead, executor, limit=feed_limit),
        *data.sections(digest, masthead, executor),
        *timelinejs.sections(digest, masthead, executor),
        *sitemap.sections(digest, listed),
        *hosting.sections(digest),
    )
