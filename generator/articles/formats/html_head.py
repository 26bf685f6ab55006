"""What a web page's markup says of its article: headline, day, outlet, author, address."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from typing import Any

from generator.articles.cleaning.dates import days_in
from generator.articles.formats.html_titles import find_headline
from generator.articles.receipts import Cleaned, Found
from generator.text.agencies import agency
from generator.text.characters import one_line
from generator.text.front_matter import an_address

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "sailthru.date",
    "date",
)
# Browsers, and SingleFile, write it into a comment at the top of a page that they save.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,9}\)|page saved with singlefile\s+url:)\s*(https?://\S+)", re.IGNORECASE
)
_FIRST_LINES = 4_000
# JSON-LD has a few levels and some hundred values; a page with more is broken or hostile.
_MOST_VALUES = 20_000


def read_markup(tree: Any, cleaned: Cleaned, page: str) -> Iterator[Found]:
    """Give what the markup of a page says, each with the place it stands in.

    What the page's text shows is in `cleaned`; its comments are not in the tree.
    """
    data = _json_ld(tree)
    meta = _meta(tree)
    title = _title(tree, data, meta, cleaned)
    if title:
        yield title
    yield from _dates(tree, data, meta)
    sources = tuple(_source(data, meta))
    yield from sources
    yield from _author(data, {fact.value.casefold() for fact in sources})
    yield from _url(tree, meta, page)


def _title(tree: Any, data: Mapping[str, Any], meta: Mapping[str, str], cleaned: Cleaned) -> Found | None:
    named = {
        # Some write it with entities inside, which JSON does not know.
        "JSON-LD headline": unescape(_line(data.get("headline"))),
        "og:title": meta.get("og:title", ""),
        "<title>": _line(tree.findtext(".//title")),
    }
    sites = (meta.get("og:site_name", ""), _publisher(data), meta.get("application-name", ""))
    shown = next((fact.value for fact in cleaned.found if fact.field == "title"), "")
    return find_headline(tree, named, sites, shown)


def _json_ld(tree: Any) -> Mapping[str, Any]:
    """Give the first article that the page's JSON-LD describes."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            todo = [json.loads(script.text_content(), strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_VALUES):
            if not todo:
                break
            value = todo.pop(0)
            if isinstance(value, list):
                todo += value
            elif isinstance(value, dict):
                if any(_ARTICLE.search(str(kind)) for kind in _listed(value.get("@type"))):
                    return value
                todo += [inner for inner in value.values() if isinstance(inner, (dict, list))]
    return {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _meta(tree: Any) -> dict[str, str]:
    """Give the page's meta values by lower-case name, the first of each."""
    values: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = one_line(tag.get("content") or "")
        if content:
            values.setdefault(name.lower(), content)
    return values


def _line(value: Any) -> str:
    return one_line(value) if isinstance(value, str) else ""


def _dates(tree: Any, data: Mapping[str, Any], meta: Mapping[str, str]) -> Iterator[Found]:
    """Give the day of publication as the page writes it, whatever the zone: its local day."""
    stated = [("JSON-LD datePublished", _line(data.get("datePublished")))]
    stated += [(f"<meta> {name}", meta.get(name, "")) for name in _DATE_NAMES]
    stated += [("<time datetime>", _line(time.get("datetime"))) for time in tree.iter("time") if _is_stamp(time)]
    for place, text in stated:
        days = days_in(text[:40])
        if days:
            yield Found("date", days[0], f"{place}: '{text[:40]}'")
            return


def _is_stamp(time: Any) -> bool:
    """Tell whether a time is that of publication: said so, and not in a list of other articles."""
    return time.get("itemprop") == "datePublished" or time.get("pubdate") is not None


def _source(data: Mapping[str, Any], meta: Mapping[str, str]) -> Iterator[Found]:
    for place, name in (("og:site_name", meta.get("og:site_name", "")), ("publisher", _publisher(data))):
        if name and len(name) <= 60 and "://" not in name:
            yield Found("source", name, f"{place}: '{name}'")
            return


def _publisher(data: Mapping[str, Any]) -> str:
    publisher = next((item for item in _listed(data.get("publisher")) if isinstance(item, dict)), {})
    return _line(publisher.get("name"))


def _author(data: Mapping[str, Any], sources: Collection[str]) -> Iterator[Found]:
    people = [_line(item.get("name") if isinstance(item, dict) else item) for item in _listed(data.get("author"))]
    origins = [agency(name) for name in people if agency(name)]
    if origins:
        yield Found("origin", origins[0], "JSON-LD author")
    names = [
        name
        for name in people
        if name and not agency(name) and name.casefold() not in sources and len(name) <= 60 and "/" not in name
    ]
    if names:
        yield Found("author", ", ".join(dict.fromkeys(names[:5])), "JSON-LD author")


def _url(tree: Any, meta: Mapping[str, str], page: str) -> Iterator[Found]:
    canonical = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    saved = [found[1] for found in _SAVED_FROM.finditer(page[:_FIRST_LINES])]
    stated = [("canonical", url) for url in canonical] + [("og:url", meta.get("og:url", ""))]
    for place, url in (*stated, *(("saved from", url) for url in saved)):
        try:
            address = an_address(url)
        except ValueError:
            continue
        # A canonical address without a path is the outlet's front page, set by mistake.
        if address.rstrip("/").count("/") > 2:
            yield Found("url", address, place)
            return
