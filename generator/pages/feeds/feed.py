"""A feed of any items at any address: `feed_section` says which, the writer of its format makes the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.pages.feeds.items import Channel, Item
from generator.pages.feeds.json_feed import json_feed
from generator.pages.model import Feed, File, Masthead, Section, file_of


def feed_section(feed: Feed, channel: Channel, items: Iterable[Item]) -> Section:
    """Give a feed of items in their order."""
    return Section(feed_file, (feed, channel, *items))


def feed_file(masthead: Masthead, feed: Feed, channel: Channel, *items: Item) -> Iterator[File]:
    """Make a feed in its format."""
    if feed.media_type == "application/feed+json":
        yield file_of(feed.address, json_feed(masthead, feed, channel, items))
    else:
        from generator.pages.feeds.syndication import atom, rss  # noqa: PLC0415 - feedgen takes 80 ms to load

        write = atom if feed.media_type == "application/atom+xml" else rss
        yield file_of(feed.address, write(masthead, feed, channel, items))
