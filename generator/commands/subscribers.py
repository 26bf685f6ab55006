"""What subscribers meet of a build: which items of the feeds are new, which are updated, which only read otherwise."""

from __future__ import annotations

import json
import re
from typing import NamedTuple
from urllib.parse import unquote

from generator.config import Config
from generator.pages.model import Feed

_ITEM, _ITS_ID = re.compile("<(?:item|entry)>"), re.compile("<(?:guid|id)[^>]*>([^<]*)<")
_ITS_UPDATE = re.compile("<updated>([^<]*)<")


class ItemsChanged(NamedTuple):
    """The events whose items are new in the feeds, updated in them, or changed without being called updated."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    quiet: tuple[str, ...]


class _Item(NamedTuple):
    updated: str
    text: str


def telling_feed(config: Config) -> Feed | None:
    """Give the feed that shows what subscribers meet: all tell the same, but RSS does not say when an item changed."""
    feeds = config.masthead.feeds
    return next((feed for feed in feeds if not feed.is_rss), feeds[0] if feeds else None)


def published_feed(config: Config) -> bytes:
    """Give that feed as it is published now; nothing where there is none yet."""
    feed = telling_feed(config)
    try:
        return (config.output / feed.address).read_bytes() if feed else b""
    except OSError:
        return b""


def items_changed(before: bytes, now: bytes) -> ItemsChanged:
    """Compare two states of a feed; what left it is no news to anybody."""
    old, new = _items(before), _items(now)
    known = [guid for guid in new if guid in old and new[guid] != old[guid]]
    # A feed without dates of changes leaves it to each reader program.
    loud = {guid for guid in known if new[guid].updated != old[guid].updated or not new[guid].updated}
    return ItemsChanged(
        tuple([_event(guid) for guid in new if guid not in old]),
        tuple([_event(guid) for guid in known if guid in loud]),
        tuple([_event(guid) for guid in known if guid not in loud]),
    )


def _event(guid: str) -> str:
    return unquote(guid.partition(":event/")[2] or guid)


def _items(feed: bytes) -> dict[str, _Item]:
    """Give the items of a feed of ours, whatever its format, by their ids; none of what somebody has damaged."""
    text = feed.decode("utf-8", "replace")
    if text.startswith("{"):
        try:
            return {item["id"]: _Item(item["date_modified"], json.dumps(item)) for item in json.loads(text)["items"]}
        except (ValueError, KeyError, TypeError, RecursionError):
            return {}
    items = [item.partition("</item>")[0].partition("</entry>")[0] for item in _ITEM.split(text)[1:]]
    found = [(_ITS_ID.search(item), _ITS_UPDATE.search(item), item) for item in items]
    return {guid[1]: _Item(updated[1] if updated else "", item) for guid, updated, item in found if guid}
