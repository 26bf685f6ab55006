"""Feeds that a reader program would stumble over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from generator.errors import Fault
from generator.pages.model import File

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def check(files: Mapping[str, File]) -> Iterator[Fault]:
    """Give what is wrong with the RSS feeds of a site (RSS 2.0 and the RSS Best Practices Profile)."""
    for path in sorted(files):
        if path.endswith(".xml"):
            try:
                root = etree.fromstring(files[path].content)
            except etree.XMLSyntaxError as error:
                yield Fault(f"site/{path}", error.lineno or 0, f"is not well-formed: {error.msg}")
                continue
            if root.tag == "rss":
                yield from _rss(f"site/{path}", root)


def _rss(path: str, root: etree._Element) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in ("title", "link", "description"):
        if not root.findtext(f"channel/{name}"):
            yield Fault(path, 0, f"the channel has no {name}")
    for item in root.iterfind("channel/item"):
        line = item.sourceline or 0
        guid = item.findtext("guid") or ""
        if not guid or guid in seen:
            yield Fault(path, line, f"guid '{guid}' is {'twice here' if guid else 'missing'}")
        seen.add(guid)
        address = urlsplit(item.findtext("link") or "")
        if address.scheme not in {"http", "https"} or not address.netloc:
            yield Fault(path, line, "an item's link is no full address")
        if not item.findtext("title") or not item.findtext("description") or not item.findtext(_CONTENT):
            yield Fault(path, line, "an item lacks title, description or content")
