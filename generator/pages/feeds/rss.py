"""The main feed: the events that this digest had last, with what it says of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from heapq import nlargest

from generator.executors import Executor, at_hand
from generator.model import Digest, Entry, Month
from generator.pages.addresses import RSS
from generator.pages.feeds.items import Item, item_of
from generator.pages.model import File, Masthead, Section, file_of
from generator.pages.views import months_of
from generator.pages.wording import first_day


def sections(digest: Digest, masthead: Masthead, executor: Executor, *, limit: int) -> Iterator[Section]:
    """Give the feed of the newest `limit` events, by the day on which this digest first had them."""
    newest = [entry for entries in executor.map(partial(newest_of, limit), months_of(digest)) for entry in entries]
    items = executor.map(partial(item_of, masthead), nlargest(limit, newest, key=_newness))
    yield Section(feed_file, tuple(items))


@at_hand
def newest_of(limit: int, month: Month) -> list[Entry]:
    """Give the newest events of a month."""
    return nlargest(limit, month.entries, key=_newness)


def feed_file(masthead: Masthead, *newest: Item) -> Iterator[File]:
    """Make the feed."""
    from generator.pages.feeds.channel import channel  # noqa: PLC0415 - feedgen takes 80 ms to load

    yield file_of(RSS, channel(masthead, newest))


def _newness(entry: Entry) -> tuple[str, str, str]:
    return entry.event.published, first_day(entry.event.when), entry.event.id
