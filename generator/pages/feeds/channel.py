"""The text of the main feed: RSS 2.0, made by feedgen, which is loaded where a feed has changed and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from feedgen.feed import FeedGenerator

from generator.pages.addresses import RSS, absolute
from generator.pages.feeds.items import Item
from generator.pages.model import Masthead


def channel(masthead: Masthead, newest: Sequence[Item]) -> bytes:
    """Give a feed of items in their order."""
    feed = FeedGenerator()
    feed.title(masthead.title)
    feed.description(masthead.description or masthead.title)
    feed.language(masthead.language)
    feed.link(href=absolute(masthead.base_url, RSS), rel="self", type="application/rss+xml")
    feed.link(href=masthead.base_url, rel="alternate")  # feedgen takes the last link for the channel's own
    feed.generator("Dateline")
    if masthead.copyright:
        feed.copyright(masthead.copyright)
    if newest:
        feed.lastBuildDate(_instant(max(item.updated for item in newest)))
    feed.load_extension("dc", atom=False)
    for item in newest:
        _add(feed, item, masthead)
    return _without_clock(feed.rss_str(pretty=True), newest=bool(newest))


def _add(feed: FeedGenerator, told: Item, masthead: Masthead) -> None:
    item = feed.add_entry(order="append")
    item.title(told.title)
    item.link(href=told.url)
    item.guid(f"tag:{masthead.authority}:event/{quote(told.id)}", permalink=False)
    item.pubDate(_instant(told.published))
    item.updated(_instant(told.updated))
    if masthead.author:
        item.dc.dc_creator(masthead.author)
    for tag in told.tags:
        item.category(term=tag)
    item.description(told.description)
    item.content(told.content, type="CDATA")


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _without_clock(xml: bytes, *, newest: bool) -> bytes:
    """Take out the build time that feedgen puts into an empty feed: two builds give the same bytes."""
    if newest:
        return xml
    start, end = xml.index(b"<lastBuildDate>"), xml.index(b"</lastBuildDate>") + len(b"</lastBuildDate>")
    return xml[:start].rstrip() + xml[end:]
