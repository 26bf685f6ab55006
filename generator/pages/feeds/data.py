"""The data beside the pages: `event.json` for each event, `timeline/YYYY.json` and `.csv` for each year."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.executors import Executor
from generator.model import Article, Digest, Entry, Statement, When, Year
from generator.pages.addresses import absolute, event_address
from generator.pages.model import File, Masthead, file_of

_COLUMNS = ("id", "date", "precision", "basis", "place", "title", "statement", "articles", "outlets", "origins", "url")


def files(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[File]:
    """Give the data files of a digest."""
    texts = executor.map(partial(event_json, masthead), digest.entries)
    for entry, text in zip(digest.entries, texts, strict=True):
        yield file_of(f"{event_address(entry.event.id)}event.json", text)
    tables = executor.map(partial(year_tables, masthead), digest.timeline)
    for year, (as_json, as_csv) in zip(digest.timeline, tables, strict=True):
        name = f"timeline/{year.year or 'undated'}"
        yield file_of(f"{name}.json", as_json)
        yield file_of(f"{name}.csv", as_csv)


def event_json(masthead: Masthead, entry: Entry) -> str:
    """Give an event as JSON."""
    return _json(_event(entry, masthead))


def year_tables(masthead: Masthead, year: Year) -> tuple[str, str]:
    """Give a year's events as JSON and as CSV, a row an event."""
    rows = [_row(entry, masthead) for month in year.months for entry in month.entries]
    return _json({"year": year.year or None, "events": rows}), _csv(rows)


def _event(entry: Entry, masthead: Masthead) -> dict[str, Any]:
    event = entry.event
    return {
        "id": event.id,
        "url": absolute(masthead.base_url, event_address(event.id)),
        "title": entry.headline.text,
        "title_from": entry.headline.article or None,
        "date": _date(event.when),
        "place": event.place or None,
        "published": event.published,
        "updated": event.updated,
        "articles": [_article(article) for article in event.articles],
        "summary": [_statement(statement) for statement in entry.statements],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.stem,
        "title": article.title,
        "source": article.source or None,
        "origin": article.origin or None,
        "date": _date(article.published),
        "url": article.url or None,
        "retrieved": article.retrieved or None,
        "tags": list(article.tags),
        "sha256": article.sha256 or None,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "text": statement.text,
        "verbatim": statement.verbatim,
        "citations": [
            {"article": cited.article, "paragraph": cited.paragraph, "sentence": cited.sentence}
            for cited in statement.citations
        ],
    }


def _date(when: When | None) -> dict[str, Any] | None:
    return {"value": when.value, "precision": when.precision, "basis": when.basis} if when else None


def _row(entry: Entry, masthead: Masthead) -> dict[str, Any]:
    event = entry.event
    return {
        "id": event.id,
        "date": event.when.value if event.when else None,
        "precision": event.when.precision if event.when else None,
        "basis": event.when.basis if event.when else None,
        "place": event.place or None,
        "title": entry.headline.text,
        "statement": entry.statements[0].text if entry.statements else None,
        "articles": len(event.articles),
        "outlets": entry.outlets,
        "origins": entry.origins,
        "url": absolute(masthead.base_url, event_address(event.id)),
    }


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: list[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(_COLUMNS)
    for row in rows:
        writer.writerow(_cell(row[name]) for name in _COLUMNS)
    return text.getvalue()


def _cell(value: Any) -> str:
    """Give a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} else text
