"""The data beside the pages: `event.json` for each event, `timeline/YYYY.json` and `.csv` for each year."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from json.encoder import encode_basestring as _text

from generator.blob import Blob
from generator.executors import Executor
from generator.model import Article, BackgroundDay, Citation, Digest, Entry, Fold, Grounds, Month, Statement, When
from generator.pages.addresses import absolute, event_address
from generator.pages.model import File, Masthead, Section, file_of
from generator.pages.views import months_of

_COLUMNS = (
    *("id", "date", "precision", "basis", "place", "title", "statement", "articles", "outlets", "origins", "url"),
    *("cited_article", "cited_paragraph", "cited_sentence"),
)


@dataclass(frozen=True, slots=True)
class MonthRows:
    """The events of a month as rows of their year's tables: `json` bytes of JSON, then CSV; `mark` is a fingerprint."""

    mark: str
    json: int
    ink: Blob = field(compare=False, repr=False)


def sections(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the tables of each year, made of the rows of its months; the data of an event is made with its page."""
    rows = executor.map(partial(month_rows, masthead.base_url), months_of(digest))
    for year in digest.timeline:
        yield Section(year_tables, (year.year, *[next(rows) for _ in year.months]), kept=False)


def event_data(masthead: Masthead, entry: Entry, story: str = "") -> File:
    """Give an event as JSON; `story` is the id of its story."""
    return file_of(f"{event_address(entry.event.id)}event.json", _event(entry, masthead, story))


def month_rows(base_url: str, month: Month) -> MonthRows:
    """Give a row an event, as JSON and as CSV."""
    rows = [_row(entry, base_url) for entry in month.entries]
    data = _BETWEEN.join(map(_row_data, rows)).encode()
    ink = data + _csv(rows).encode()
    return MonthRows(blake2b(ink, digest_size=16).hexdigest(), len(data), Blob(ink))


def year_tables(_masthead: Masthead, year: int, *months: MonthRows) -> Iterator[File]:
    """Make a year's events as JSON and as CSV."""
    name = f"timeline/{year or 'undated'}"
    inks = [(month.ink.read(), month.json) for month in months]
    head = f'{{\n "year": {year or "null"},\n "events": [\n  '.encode()
    events = _BETWEEN.encode().join([ink[:end] for ink, end in inks])
    yield file_of(f"{name}.json", b"%b%b\n ]\n}\n" % (head, events))
    yield file_of(f"{name}.csv", _csv([_COLUMNS]).encode() + b"".join([ink[end:] for ink, end in inks]))


# What stands between two events in a list of them.
_BETWEEN = ",\n  "


# The JSON that `json.dumps` writes with an indent of 1: it takes 72 µs an event, this takes 20.


def _event(entry: Entry, masthead: Masthead, story: str) -> str:
    event = entry.event
    return f"""{{
 "id": {_text(event.id)},
 "url": {_text(absolute(masthead.base_url, event_address(event.id)))},
 "title": {_text(entry.headline.text)},
 "title_from": {_known(entry.headline.article)},
 "date": {_date(event.when, "")},
 "place": {_known(event.place)},
 "story": {_known(story)},
 "published": {_text(event.published)},
 "updated": {_text(event.updated)},
 "articles": {_listed([_article(article) for article in event.articles], " ")},
 "copies": {_listed([_fold(fold) for fold in entry.folds], " ")},
 "grouped": {_grounds(entry.grounds)},
 "summary": {_listed([_statement(statement) for statement in entry.statements], " ")},
 "open_ended": {_flag(entry.open_ended)},
 "background": {_listed([_background(day) for day in entry.background], " ")}
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
   "status": {_known(article.status)},
   "reason": {_known(article.reason)},
   "sha256": {_known(article.sha256)}
  }}"""


def _fold(fold: Fold) -> str:
    return f"""{{
   "origin": {_known(fold.origin)},
   "articles": {_listed([_text(stem) for stem in fold.articles], "   ")}
  }}"""


def _grounds(grounds: Grounds | None) -> str:
    if grounds is None:
        return "null"
    return f"""{{
  "texts": {grounds.texts},
  "same_place": {_flag(grounds.same_place)},
  "days_apart": {"null" if grounds.days is None else grounds.days},
  "shared_phrases": {grounds.phrases}
 }}"""


def _statement(statement: Statement) -> str:
    return f"""{{
   "text": {_text(statement.text)},
   "verbatim": {_text(statement.verbatim)},
   "ahead": {_flag(statement.ahead)},
   "days": {_listed([_relative(words, value) for words, value in statement.days], "   ")},
   "citations": {_listed([_citation(cited) for cited in statement.citations], "   ")}
  }}"""


def _relative(words: str, value: str) -> str:
    return f"""{{
     "words": {_text(words)},
     "value": {_text(value)}
    }}"""


def _flag(flag: bool) -> str:  # noqa: FBT001 - the value itself is what is told
    return "true" if flag else "false"


def _background(day: BackgroundDay) -> str:
    return f"""{{
   "date": {_date(day.when, "  ")},
   "words": {_text(day.when.words)},
   "ahead": {_flag(day.ahead)},
   "articles": {day.articles},
   "origins": {day.origins},
   "text": {_text(day.statement.text)},
   "verbatim": {_text(day.statement.verbatim)},
   "citations": {_listed([_citation(cited) for cited in day.statement.citations], "   ")}
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


def _row(entry: Entry, base_url: str) -> tuple[str | int, ...]:
    """Give an event in the order of the columns; text that is not known is empty."""
    event = entry.event
    cited = entry.statements[0].citations[0] if entry.statements else None
    return (
        event.id,
        *((event.when.value, event.when.precision, event.when.basis) if event.when else ("", "", "")),
        event.place,
        entry.headline.text,
        entry.statements[0].text if entry.statements else "",
        len(event.articles),
        entry.outlets,
        entry.origins,
        absolute(base_url, event_address(event.id)),
        *((cited.article, cited.paragraph, cited.sentence) if cited else ("", "", "")),
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
