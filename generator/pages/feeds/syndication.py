"""RSS 2.0 and Atom 1.0 (RFC 4287), made by feedgen, which is loaded where a feed has changed and nowhere else.

What feedgen gives wrong is mended here, each with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from generator.pages.addresses import absolute
from generator.pages.feeds.items import Channel, Item, as_html
from generator.pages.model import Feed, Masthead

_ATOM = "{http://www.w3.org/2005/Atom}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# The year in an authority such as `digest.example,2026` (RFC 4151).
_YEAR = re.compile(r",(\d{4})")


def rss(masthead: Masthead, feed: Feed, channel: Channel, items: Sequence[Item]) -> bytes:
    """Give a feed of items in their order as RSS, after the RSS Best Practices Profile."""
    made = _begin(masthead, channel)
    made.description(as_html(channel.description or channel.title))  # as of an item
    made.language(masthead.language)
    made.link(href=absolute(masthead.base_url, feed.address), rel="self", type=feed.media_type)
    made.link(href=absolute(masthead.base_url, channel.home), rel="alternate")  # the last one is the channel's own
    made.lastBuildDate(_last_change(masthead, items))
    made.load_extension("dc", atom=False)
    for item in items:
        told = _add(made, item)
        told.guid(item.id, permalink=False)
        if masthead.author:
            told.dc.dc_creator(masthead.author)  # feedgen leaves out an author who has no address
        told.description(as_html(item.description))  # readers take it for HTML (RSS profile)
        told.content(item.content, type="CDATA")
    root = _parse(made.rss_str())
    if not items:  # of a feed that never had an item nobody knows a last change
        for element in root.findall("channel/lastBuildDate"):
            element.getparent().remove(element)
    return _text(root)


def atom(masthead: Masthead, feed: Feed, channel: Channel, items: Sequence[Item]) -> bytes:
    """Give a feed of items in their order as Atom."""
    made = _begin(masthead, channel)
    made.id(f"tag:{masthead.authority}:feed/{quote(channel.home)}")
    if channel.description:
        made.subtitle(channel.description)
    made.author(name=masthead.author or masthead.title)
    made.link(href=absolute(masthead.base_url, channel.home), rel="alternate", type="text/html")
    made.link(href=absolute(masthead.base_url, feed.address), rel="self", type=feed.media_type)
    made.updated(_last_change(masthead, items))
    for item in items:
        told = _add(made, item)
        told.id(item.id)
        told.published(_instant(item.published))
        told.summary(as_html(item.description), type="html")  # a few readers take any summary for HTML
        told.content(item.content, type="html")
    root = _parse(made.atom_str())
    root.set(f"{_XML}lang", masthead.language)
    for title, item in zip(root.iterfind(f"{_ATOM}entry/{_ATOM}title"), items, strict=True):
        if item.lang:
            title.set(f"{_XML}lang", item.lang)
    for link in root.iterfind(f"{_ATOM}entry/{_ATOM}link"):  # feedgen loses both (python-feedgen#135)
        link.set("rel", "alternate")
        link.set("type", "text/html")
    return _text(root)


def _begin(masthead: Masthead, channel: Channel) -> FeedGenerator:
    made = FeedGenerator()
    made.title(channel.title)
    made.generator("Dateline")
    if masthead.copyright:
        made.rights(masthead.copyright)
    return made


def _add(feed: FeedGenerator, item: Item) -> FeedEntry:
    told = feed.add_entry(order="append")
    told.title(item.title)
    told.link(href=item.url)
    told.pubDate(_instant(item.published))
    told.updated(_instant(item.updated))
    for tag in item.tags:
        told.category(term=tag)
    return told


def _last_change(masthead: Masthead, items: Sequence[Item]) -> datetime:
    """Give when a feed last changed; of an empty one, which Atom wants to know too, the year of its authority."""
    if items:
        return max(_instant(item.updated) for item in items)
    year = _YEAR.search(masthead.authority)
    return datetime(int(year[1]) if year else 2000, 1, 1, tzinfo=UTC)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _parse(made: bytes) -> etree._Element:
    return etree.fromstring(made, etree.XMLParser(strip_cdata=False, remove_blank_text=True))


def _text(root: etree._Element) -> bytes:
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"
