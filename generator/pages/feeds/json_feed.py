"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.pages.addresses import absolute
from generator.pages.feeds.items import Channel, Item
from generator.pages.model import Feed, Masthead

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(masthead: Masthead, feed: Feed, channel: Channel, items: Sequence[Item]) -> str:
    """Give a feed of items in their order."""
    told = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": absolute(masthead.base_url, channel.home),
        "feed_url": absolute(masthead.base_url, feed.address),
        "description": channel.description,
        "language": masthead.language,
        "authors": _authors(masthead),
    }
    known = {**_known(told), "items": [_known(_item(item)) for item in items]}
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item) -> Mapping[str, Any]:
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.description,
        "content_html": item.content,
        "date_published": item.published,
        "date_modified": item.updated,
        "tags": item.tags,
    }


def _authors(masthead: Masthead) -> list[dict[str, str]]:
    return [{"name": masthead.author}] if masthead.author else []


def _known(members: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: the format has no empty members."""
    return {name: value for name, value in members.items() if value}
