"""Read articles as JSON: a line each (`.jsonl`, `.ndjson`), or a list of them (`.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.articles.formats.charsets import decode
from generator.articles.formats.records import Record, make_record, words_in
from generator.articles.receipts import Refused
from generator.text.characters import one_line

# What scrapers, archives and the JSON Feed standard call a field, the best first; letters and digits alone count.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "date": ("date", "published", "datepublished", "datepublish", "publishedat", "publishedtime", "pubdate"),
    "event_date": ("eventdate",),
    "source": ("source", "sitename", "outlet", "publisher", "sourcename"),
    "origin": ("origin", "agency"),
    "author": ("author", "authors", "byline"),
    "place": ("place",),
    "url": ("url", "link", "canonicalurl", "source", "permalink"),
    "lang": ("lang", "language"),
    "retrieved": ("retrieved", "datedownload", "scrapedat", "fetchedat"),
}
_BODIES = ("html", "contenthtml", "text", "maintext", "contenttext", "body", "articlebody", "fulltext", "content")
_IDENTITIES = ("id", "guid", "uuid")
# A list may stand under one of these names.
_LISTS = ("items", "articles", "entries", "results", "data")


def read_json_lines(data: bytes) -> Iterator[Record]:
    """Give the articles of a file with one JSON object a line; a bad line is named, and the rest goes on."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decode(data)[0].encode("utf-8", "replace")
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield _read_line(number, line)


def _read_line(number: int, line: bytes) -> Record:
    try:
        return _record(number, json.loads(line.decode(), strict=False))
    except UnicodeDecodeError as error:
        return Record(number, fault=f"byte {error.start} of the line is not UTF-8 (save the file as UTF-8)")
    except json.JSONDecodeError as error:
        return Record(number, fault=f"the line is no JSON: {error.msg} at character {error.colno} (an object a line)")
    except (ValueError, RecursionError):
        return Record(number, fault="the line is no JSON of an article (an object a line)")


def read_json(data: bytes) -> Iterator[Record]:
    """Give the articles of a JSON file: an object, a list of objects, or an object with such a list.

    Raises `Refused` for other JSON; articles are counted from 1, for they have no lines of their own.
    """
    try:
        value = json.loads(decode(data)[0], strict=False)
    except json.JSONDecodeError as error:
        if data.count(b"\n") and _is_json(data.split(b"\n", 1)[0]):
            raise Refused("one JSON object a line (name the file .jsonl)") from None
        raise Refused(f"no JSON: {error.msg} on line {error.lineno} (mend it, or write an object a line)") from None
    except (ValueError, RecursionError):
        raise Refused("no JSON of articles (write an object a line)") from None
    values = _listed(value)
    if not any(isinstance(item, dict) and _body(_folded(item)) for item in values):
        raise Refused("JSON, but no article: no object in it has a 'text' or 'html' (write {title, date, text})")
    for number, item in enumerate(values, start=1):
        yield _record(number, item)


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _listed(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])
    return value if isinstance(value, list) else []


def _record(number: int, value: Any) -> Record:
    if not isinstance(value, dict):
        return Record(number, fault="is no JSON object (write {title, date, source, url, text})")
    fields = _folded(value)
    stated: dict[str, tuple[str, str]] = {}
    for name, aliases in _NAMES.items():
        for alias in aliases:
            words = words_in(fields.get(alias))
            # A `source` is the outlet for some and the address for others.
            if words and (name not in {"url", "source"} or ("://" in words) == (name == "url")):
                stated[name] = words, f"field '{alias}'"
                break
    identity = next((one_line(str(fields[name])) for name in _IDENTITIES if fields.get(name)), "")
    return make_record(number, stated, _body(fields), identity)


def _folded(value: Mapping[str, Any]) -> dict[str, Any]:
    """Give an object's fields by their names' letters and digits, in lower case; the first of a name counts."""
    fields: dict[str, Any] = {}
    for name, field in value.items():
        fields.setdefault("".join(filter(str.isalnum, name.lower())), field)
    return fields


def _body(fields: Mapping[str, Any]) -> str:
    """Give the first body there is; paragraphs in a list are lines."""
    for name in _BODIES:
        body = fields.get(name)
        if isinstance(body, list) and all(isinstance(part, str) for part in body):
            body = "\n\n".join(body)
        if isinstance(body, str) and body.strip():
            return body
    return ""
