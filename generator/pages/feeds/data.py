"""The data beside the pages: `event.json` for each event, `timeline/YYYY.json` and `.csv` for each year."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from json.encoder import encode_basestring as _text
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Article, Citation, Digest, Entry, Statement, When
from generator.pages.addresses import absolute, event_address
from generator.pages.model import File, Masthead, Section, file_of

_COLUMNS = ("id", "date", "precision", "basis", "place", "title", "statement", "articles", "outlets", "origins", "url")


class Row(NamedTuple):
    """An event in the tables of its year."""

    json: str
    csv: str


def sections(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the tables of each year, made of a row an event; the data of an event is made with its page."""
    rows = iter(list(executor.map(partial(table_row, masthead), digest.entries)))
    by_entry = {entry.event.id: row for entry, row in zip(digest.entries, rows, strict=True)}
    for year in digest.timeline:
        told = tuple([by_entry[entry.event.id] for month in year.months for entry in month.entries])
        yield Section(year_tables, (year.year, told))


def event_data(masthead: Masthead, entry: Entry) -> File:
    """Give an event as JSON."""
    return file_of(f"{event_address(entry.event.id)}event.json", _event(entry, masthead))


@at_hand
def table_row(masthead: Masthead, entry: Entry) -> Row:
    """Give an event's row as JSON and as CSV."""
    cells = _row(entry, masthead)
    return Row(_row_data(cells), _csv([cells]))


def year_tables(_masthead: Masthead, year: int, rows: Sequence[Row]) -> Iterator[File]:
    """Make a year's events as JSON and as CSV."""
    name = f"timeline/{year or 'undated'}"
    events = _listed([row.json for row in rows], " ")
    yield file_of(f"{name}.json", f'{{\n "year": {year or "null"},\n "events": {events}\n}}\n')
    yield file_of(f"{name}.csv", _csv([_COLUMNS]) + "".join([row.csv for row in rows]))


# The JSON that `json.dumps` writes with an indent of 1: it takes 72 µs an event, this takes 20.


def _event(entry: Entry, masthead: Masthead) -> str:
    event = entry.event
    return f"""{{
 "id": {_text(event.id)},
 "url": {_text(absolute(masthead.base_url, event_address(event.id)))},
 "title": {_text(entry.headline.text)},
 "title_from": {_known(entry.headline.article)},
 "date": {_date(event.when, "")},
 "place": {_known(event.place)},
 "published": {_text(event.published)},
 "updated": {_text(event.updated)},
 "articles": {_listed([_article(article) for article in event.articles], " ")},
 "summary": {_listed([_statement(statement) for statement in entry.statements], " ")}
}}
"""


def _article(article: Article) -> str:
    return f"""{{
   "id": {_text(article.stem)},
   "title": {_text(article.title)},
   "source": {_known(article.source)},
   "origin": {_known(article.origin)},
   "date": {_date(article.published, "  ")},
   "url": {_known(article.url)},
   "retrieved": {_known(article.retrieved)},
   "tags": {_listed([_text(tag) for tag in article.tags], "   ")},
   "sha256": {_known(article.sha256)}
  }}"""


def _statement(statement: Statement) -> str:
    return f"""{{
   "text": {_text(statement.text)},
   "verbatim": {_text(statement.verbatim)},
   "citations": {_listed([_citation(cited) for cited in statement.citations], "   ")}
  }}"""


def _citation(cited: Citation) -> str:
    return f"""{{
     "article": {_text(cited.article)},
     "paragraph": {cited.paragraph},
     "sentence": {cited.sentence}
    }}"""


def _date(when: When | None, margin: str) -> str:
    if when is None:
        return "null"
    return f"""{{
{margin}  "value": {_text(when.value)},
{margin}  "precision": {_text(when.precision)},
{margin}  "basis": {_text(when.basis)}
{margin} }}"""


def _listed(items: Sequence[str], margin: str) -> str:
    if not items:
        return "[]"
    line = f"\n{margin} "
    return f"[{line}{f',{line}'.join(items)}\n{margin}]"


def _known(text: str) -> str:
    return _text(text) if text else "null"


def _row(entry: Entry, masthead: Masthead) -> tuple[str | int, ...]:
    """Give an event in the order of the columns; text that is not known is empty."""
    event = entry.event
    return (
        event.id,
        *((event.when.value, event.when.precision, event.when.basis) if event.when else ("", "", "")),
        event.place,
        entry.headline.text,
        entry.statements[0].text if entry.statements else "",
        len(event.articles),
        entry.outlets,
        entry.origins,
        absolute(masthead.base_url, event_address(event.id)),
    )


def _row_data(row: Iterable[str | int]) -> str:
    members = [
        f'"{name}": {_known(cell) if isinstance(cell, str) else cell}' for name, cell in zip(_COLUMNS, row, strict=True)
    ]
    return "{\n   " + ",\n   ".join(members) + "\n  }"


def _csv(rows: Iterable[Iterable[str | int]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerows([_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()


def _cell(text: str) -> str:
    """Give a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} else text
