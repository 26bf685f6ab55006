"""How to follow the digest and make use of it: its feeds, its data files and their fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.executors import Executor
from generator.model import Digest
from generator.pages.addresses import SITEMAP, SUBSCRIBE, absolute
from generator.pages.model import Masthead, Page, Section


class FeedLine(NamedTuple):
    """A feed of the whole digest: its format, its address in the site and in full."""

    name: str
    address: str
    url: str


class SubscribeView(NamedTuple):
    """The feeds of the whole digest; `sitemap` is an address."""

    feeds: tuple[FeedLine, ...]
    sitemap: str


def sections(_digest: Digest, _masthead: Masthead, _executor: Executor) -> Iterator[Section]:
    """Give the page."""
    yield Section(subscribe_page, listed=(SUBSCRIBE,))


def subscribe_page(masthead: Masthead) -> Iterator[Page]:
    """Make the page."""
    feeds = [FeedLine(each.name, each.address, absolute(masthead.base_url, each.address)) for each in masthead.feeds]
    yield Page(SUBSCRIBE, "subscribe.html", SubscribeView(tuple(feeds), SITEMAP))
