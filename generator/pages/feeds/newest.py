"""The feeds of the whole digest: the events that it had last, in each format that its editor wants."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from heapq import nlargest

from generator.executors import Executor, at_hand
from generator.model import Digest, Entry, Month
from generator.pages.addresses import HOME
from generator.pages.feeds.feed import feed_section
from generator.pages.feeds.items import Channel, item_of
from generator.pages.model import Masthead, Section
from generator.pages.views import months_of
from generator.pages.wording import first_day


def sections(digest: Digest, masthead: Masthead, executor: Executor, *, limit: int) -> Iterator[Section]:
    """Give the feeds of the newest `limit` events, by the day on which this digest first had them."""
    newest = [entry for entries in executor.map(partial(newest_of, limit), months_of(digest)) for entry in entries]
    items = list(executor.map(partial(item_of, masthead), nlargest(limit, newest, key=newness)))
    channel = Channel(masthead.title, masthead.description, HOME)
    for feed in masthead.feeds:
        yield feed_section(feed, channel, items)


@at_hand
def newest_of(limit: int, month: Month) -> list[Entry]:
    """Give the newest events of a month."""
    return nlargest(limit, month.entries, key=newness)


def newness(entry: Entry) -> tuple[str, str, str]:
    """Give that by which feeds are in order: the newest is the largest."""
    return entry.event.published, first_day(entry.event.when), entry.event.id
