"""Feeds that a reader program would stumble over, by the rules of the W3C feed validator that concern a digest."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from generator.checks.feed_schemas import check_shape
from generator.errors import Fault
from generator.pages.model import File

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_VERSIONS = {"https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"}
# RFC 4151: an authority's name and date, then what it names.
_TAG = re.compile(r"tag:[A-Za-z0-9._@-]+,\d{4}(-\d\d(-\d\d)?)?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*")
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_RFC_822 = re.compile(r"(\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(:\d\d)? ([+-]\d{4}|GMT|UT)")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# The validator holds a date before the first feeds for a mistake.
_FIRST_YEAR = 1990
# What no feed reader lets through, or ought to.
_UNFIT = frozenset({"script", "style", "iframe", "object", "embed", "form", "input", "link", "meta", "base"})
_ACTING = re.compile(r"on\w+|style|class")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a feed of any format; `line` is 0 where nobody knows it."""

    line: int
    id: str
    url: str
    title: str
    content: str
    dates: tuple[tuple[str, str, datetime | None], ...]


def check(files: Mapping[str, File], *, now: str = "") -> Iterator[Fault]:
    """Give what is wrong with the feeds of a site; dates later than `now` (ISO 8601) are, where it is given."""
    latest = datetime.fromisoformat(now) if now else None
    for path in sorted(files):
        place = f"site/{path}"
        if path.endswith(".xml"):
            yield from _xml(place, files[path].content, latest)
        elif path.endswith("feed.json"):
            yield from _json(place, files[path].content, latest)


def _xml(path: str, content: bytes, latest: datetime | None) -> Iterator[Fault]:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        yield Fault(path, error.lineno or 0, f"is not well-formed: {error.msg}")
        return
    yield from _declaration(path, content, root)
    if root.tag == "rss":
        yield from check_shape(path, root, "rss")
        yield from _rss(path, root)
        yield from _items(path, map(_of_rss, root.iterfind("channel/item")), latest)
    elif root.tag == f"{_ATOM}feed":
        yield from check_shape(path, root, "atom")
        yield from _atom(path, root)
        yield from _items(path, map(_of_atom, root.iterfind(f"{_ATOM}entry")), latest)


def _declaration(path: str, content: bytes, root: etree._Element) -> Iterator[Fault]:
    tree = root.getroottree().docinfo
    if tree.doctype:
        yield Fault(path, 0, "has a DOCTYPE, which feed readers refuse")
    if not content.startswith(b"<?xml") or tree.encoding.upper() != "UTF-8":
        yield Fault(path, 0, "does not begin with an XML declaration that says UTF-8")


def _rss(path: str, root: etree._Element) -> Iterator[Fault]:
    for name in ("title", "link", "description"):
        if not root.findtext(f"channel/{name}"):
            yield Fault(path, 0, f"the channel has no {name}")
    yield from _address(path, 0, "the channel's link", root.findtext("channel/link") or "")
    if root.get("version") != "2.0":
        yield Fault(path, 0, "is not RSS 2.0")
    yield from _own_link(path, [each.attrib for each in root.iterfind(f"channel/{_ATOM}link")])
    yield from _date(path, 0, ("lastBuildDate", *_rfc_822(root.findtext("channel/lastBuildDate"))), None)
    for item in root.iterfind("channel/item"):
        if not item.findtext("description"):
            yield Fault(path, item.sourceline or 0, "an item has no description")
        if item.find("guid") is not None and item.find("guid").get("isPermaLink") != "false":
            yield Fault(path, item.sourceline or 0, "a guid that is no address does not say so (isPermaLink)")


def _of_rss(item: etree._Element) -> _Item:
    return _Item(
        item.sourceline or 0,
        item.findtext("guid") or "",
        item.findtext("link") or "",
        item.findtext("title") or "",
        item.findtext(_CONTENT) or "",
        (("pubDate", *_rfc_822(item.findtext("pubDate"))),),
    )


def _atom(path: str, root: etree._Element) -> Iterator[Fault]:
    for name in ("title", "id", "updated"):
        if not root.findtext(f"{_ATOM}{name}"):
            yield Fault(path, 0, f"the feed has no {name}")
    yield from _id(path, 0, root.findtext(f"{_ATOM}id") or "")
    yield from _date(path, 0, ("updated", *_rfc_3339(root.findtext(f"{_ATOM}updated"))), None)
    if not root.findtext(f"{_ATOM}author/{_ATOM}name"):
        yield Fault(path, 0, "the feed has no author")
    yield from _own_link(path, [each.attrib for each in root.iterfind(f"{_ATOM}link")])
    for entry in root.iterfind(f"{_ATOM}entry"):
        for content in entry.iterfind(f"{_ATOM}content"):
            if content.get("type", "text") not in {"text", "html", "xhtml"}:
                yield Fault(path, content.sourceline or 0, f"content of type '{content.get('type')}' is none of Atom's")


def _of_atom(entry: etree._Element) -> _Item:
    links = [each for each in entry.iterfind(f"{_ATOM}link") if each.get("rel", "alternate") == "alternate"]
    return _Item(
        entry.sourceline or 0,
        entry.findtext(f"{_ATOM}id") or "",
        links[0].get("href", "") if links else "",
        entry.findtext(f"{_ATOM}title") or "",
        entry.findtext(f"{_ATOM}content") or "",
        tuple((name, *_rfc_3339(entry.findtext(f"{_ATOM}{name}"))) for name in ("published", "updated")),
    )


def _own_link(path: str, links: Collection[Mapping[str, str]]) -> Iterator[Fault]:
    own = [link for link in links if link.get("rel") == "self"]
    if len(own) != 1:
        yield Fault(path, 0, f"says {len(own)} times where it stands itself (a link with rel 'self')")
    kinds = Counter((link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in links)
    for (rel, kind, _), count in sorted(kinds.items(), key=str):
        if count > 1:
            yield Fault(path, 0, f"has {count} links of rel '{rel}' and type '{kind}'")
    for link in own:
        address = link.get("href", "")
        yield from _address(path, 0, "the feed's own address", address)
        if not urlsplit(address).path.endswith(path.rpartition("/")[2]):
            yield Fault(path, 0, f"says that it stands at '{address}'")


def _json(path: str, content: bytes, latest: datetime | None) -> Iterator[Fault]:
    try:
        root = json.loads(content)
    except ValueError as error:
        yield Fault(path, 0, f"is no JSON: {error}")
        return
    if not isinstance(root, dict) or root.get("version") not in _VERSIONS:
        yield Fault(path, 0, "is no JSON Feed (its version is none)")
        return
    for name in ("title", "items"):
        if not isinstance(root.get(name), str if name == "title" else list):
            yield Fault(path, 0, f"the feed has no {name}")
    for name in ("home_page_url", "feed_url"):
        yield from _address(path, 0, f"the feed's {name}", str(root.get(name, "")))
    items = root.get("items")
    told = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    yield from _items(path, map(_of_json, told), latest)


def _of_json(item: Mapping[str, Any]) -> _Item:
    def text(name: str) -> str:
        value = item.get(name)
        return value if isinstance(value, str) else ""

    dates = tuple((name, *_rfc_3339(text(name))) for name in ("date_published", "date_modified"))
    return _Item(0, text("id"), text("url"), text("title"), text("content_html"), dates)


def _items(path: str, items: Iterable[_Item], latest: datetime | None) -> Iterator[Fault]:
    """Give what is wrong with items, by what all three formats ask for."""
    ids: Counter[str] = Counter()
    for item in items:
        ids[item.id] += 1
        if ids[item.id] == 2:
            yield Fault(path, item.line, f"the id '{item.id}' stands twice")
        yield from _id(path, item.line, item.id)
        yield from _address(path, item.line, "an item's link", item.url)
        for name, value in (("title", item.title), ("content", item.content)):
            if not value.strip():
                yield Fault(path, item.line, f"an item has no {name}")
        for date in item.dates:
            if not date[1]:
                yield Fault(path, item.line, f"an item has no {date[0]}")
            yield from _date(path, item.line, date, latest)
        yield from _content(path, item.line, item.content)


def _id(path: str, line: int, identity: str) -> Iterator[Fault]:
    if not identity:
        yield Fault(path, line, "an id is missing")
    elif not _TAG.fullmatch(identity):
        yield Fault(path, line, f"the id '{identity}' is no tag: address (RFC 4151)")


def _address(path: str, line: int, what: str, address: str) -> Iterator[Fault]:
    if not _is_full(address):
        yield Fault(path, line, f"{what} is no full address: '{address}'")


def _is_full(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"\s", address)


def _date(path: str, line: int, date: tuple[str, str, datetime | None], latest: datetime | None) -> Iterator[Fault]:
    name, text, instant = date
    if instant and (day := text[:3]).isalpha() and day != _DAYS[instant.weekday()]:
        yield Fault(path, line, f"{name}: '{text}' was no {day}")
    if instant and instant.year < _FIRST_YEAR:
        yield Fault(path, line, f"{name}: '{text}' is older than feeds are")
    if text and instant is None:
        yield Fault(path, line, f"{name}: '{text}' is no date that feeds know")
    elif instant and latest and instant > latest:
        yield Fault(path, line, f"{name}: '{text}' has yet to come")


def _rfc_3339(text: str | None) -> tuple[str, datetime | None]:
    text = text or ""
    try:
        return text, datetime.fromisoformat(text) if _RFC_3339.fullmatch(text) else None
    except ValueError:
        return text, None


def _rfc_822(text: str | None) -> tuple[str, datetime | None]:
    text = text or ""
    try:
        found = parsedate_to_datetime(text) if _RFC_822.fullmatch(text) else None
    except ValueError:
        return text, None
    return text, found.replace(tzinfo=found.tzinfo or UTC) if found else None


def _content(path: str, line: int, content: str) -> Iterator[Fault]:
    """Give what must not stand in an item's HTML: addresses that are not full, what acts, what looks."""
    if not content.strip():
        return
    found: Counter[str] = Counter()
    for element in html.fragment_fromstring(content, create_parent="div").iter(etree.Element):
        if element.tag in _UNFIT:
            found[f"content has a '{element.tag}' element"] += 1
        for name, value in element.attrib.items():
            if _ACTING.fullmatch(name):
                found[f"content has a '{name}' attribute"] += 1
            elif name in {"href", "src"} and not (_is_full(value) or value.startswith("mailto:")):
                found[f"content has an address that is not full: '{value}'"] += 1
    for message in sorted(found):
        yield Fault(path, line, message)
