"""Read an RSS or Atom file (`.xml`, `.rss`, `.atom`) whose items hold whole articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from generator.articles.formats.charsets import decode
from generator.articles.formats.records import Record, make_record
from generator.articles.receipts import Refused
from generator.text.characters import count_words, harmless, one_line

# A description with fewer words is a teaser; those that content systems cut from articles have 55 at most.
_FULL = 80
_TAG = re.compile(r"<[^<>]{0,2000}>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Fields as the formats call them, by the name without its namespace, the best first.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "date": ("pubDate", "published", "date", "issued", "updated"),
    "author": ("creator", "author"),
    "source": ("source", "publisher"),
    "lang": ("language",),
}
_ITEMS = ("item", "entry")
# Vocabularies of pictures and podcasts, whose titles and contents are not the article's.
_OTHERS = ("search.yahoo.com/mrss", "itunes.com/", "google.com/schemas/play-podcasts", "podcastindex.org")
# HTML's names for characters, which XML does not know; its own five stay.
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,30};")
_MAIL = re.compile(r"\S{1,100}@\S{1,100}\s?\((.{1,100})\)")
_BODIES = ("encoded", "content", "description", "summary")


def read_feed(data: bytes) -> Iterator[Record]:
    """Give the items of a feed. Raises `Refused` for what is no feed; entities and outside files are never read."""
    text = _DECLARATION.sub("", harmless(decode(data)[0]), count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Refused("has a DOCTYPE or entities of its own, which no feed needs (delete the line '<!DOCTYPE …>')")
    root, fault = _parse(_ENTITY.sub(lambda name: unescape(name[0]), text))
    if root is None or _name(root) not in {"rss", "feed", "RDF"}:
        found = f"<{_name(root)}>" if root is not None else "no XML"
        raise Refused(f"no RSS or Atom feed but {found} (save the articles' own pages)")
    channel = _fields(next((child for child in root if _name(child) == "channel"), root))
    items = [element for element in root.iter("{*}item", "{*}entry") if _name(element.getparent()) not in _ITEMS]
    if not items:
        raise Refused("a feed without items")
    for item in items:
        yield _record(item, channel)
    if fault:
        yield Record(fault[0], fault=f"the feed is broken here, so items behind it may be missing: {fault[1]}")


def _parse(text: str) -> tuple[Any, tuple[int, str] | None]:
    """Give the feed's tree, what can be read of it, and where it is broken."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError):
        return None, None
    errors = [error for error in parser.error_log if error.level_name == "FATAL" and "ENTITY" not in error.type_name]
    return root, (errors[0].line, one_line(errors[0].message)) if errors else None


def _name(element: Any) -> str:
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _fields(element: Any) -> dict[str, str]:
    """Give the text of an element's children by name, the first of each."""
    fields: dict[str, str] = {}
    for child in _own(element):
        named = next((part for part in child if _name(part) in {"name", "title"}), child)
        words = one_line("".join(named.itertext()))
        mail = _MAIL.fullmatch(words)  # as RSS writes an author: press@courier.example (Ada Holm)
        if words:
            fields.setdefault(_name(child), mail[1] if mail else words)
    return fields


def _own(element: Any) -> Iterator[Any]:
    """Give the children that belong to the article."""
    for child in element:
        if isinstance(child.tag, str) and not any(other in child.tag for other in _OTHERS):
            yield child


def _record(item: Any, channel: Mapping[str, str]) -> Record:
    fields = _fields(item)
    stated = {
        name: (fields[alias], f"<{alias}>")
        for name, aliases in _FIELDS.items()
        if (alias := next((alias for alias in aliases if alias in fields), ""))
    }
    outlet = channel.get("title", "")
    if outlet:
        stated.setdefault("source", (outlet, "the feed's <title>"))
    if "language" in channel:
        stated.setdefault("lang", (channel["language"], "the feed's <language>"))
    identity = fields.get("guid") or fields.get("id", "")
    for place, url in (*_links(item), ("<guid>", identity)):
        if url.startswith(("http://", "https://")):
            stated["url"] = url, place
            break
    body = _body(item)
    if not body:
        fault = "only a teaser of the article, not its text (save the article's own page)"
        return Record(item.sourceline or 0, stated.get("url", (identity, ""))[0], fault=fault)
    return make_record(item.sourceline or 0, stated, body, identity)


def _links(item: Any) -> Iterator[tuple[str, str]]:
    for child in _own(item):
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            yield "<link>", one_line(child.get("href") or child.text or "")


def _body(item: Any) -> str:
    """Give the whole article that an item holds, as HTML or text; nothing where it has no more than a teaser."""
    bodies: dict[str, str] = {}
    for child in _own(item):
        if _name(child) in _BODIES:
            bodies.setdefault(_name(child), _markup(child))
    for name in _BODIES:
        body = bodies.get(name, "")
        if body.strip() and (name in _BODIES[:2] or count_words(_TAG.sub(" ", body)) >= _FULL):
            return body
    return ""


def _markup(element: Any) -> str:
    """Give what an element holds: its text, or the markup inside it."""
    if not len(element):
        return element.text or ""
    inside = [etree.tostring(child, encoding="unicode", with_tail=True) for child in element]
    return (element.text or "") + "".join(inside)
