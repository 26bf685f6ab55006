"""What the editor knows of raw pages: `facts.csv`, one line a page, stronger than anything found on it."""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DigestError, Fault, nearest, unread
from generator.text.front_matter import Reader, a_date, a_line, an_address
from generator.text.guesses import Guesser

# Column -> how it is read. `date` is the day of publication, `event_date` the day told of.
COLUMNS: Mapping[str, Reader] = {
    "file": a_line,
    "title": a_line,
    "date": a_date,
    "event_date": a_date,
    "source": a_line,
    "origin": a_line,
    "author": a_line,
    "place": a_line,
    "url": an_address,
    "retrieved": a_date,
}
# Columns that `dateline list undated --csv` fills in to help, and that say nothing of a page.
CLUES = ("headline", "clues", "days")
# What spreadsheets part columns by.
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Facts:
    """The known fields of one page, and the line of the file that tells them; `gone` is a warning of no such page."""

    line: int
    fields: Mapping[str, str]
    gone: Fault | None = None


def read_facts(path: Path, root: Path) -> dict[str, Facts]:
    """Give the facts of each page by its path relative to `root`. Raises `DigestError` with all that is wrong."""
    name = page_name(path, root)
    text = _text_of(path, name)
    facts: dict[str, Facts] = {}
    faults: list[Fault] = []
    guessing = Guesser()
    line = 0
    try:
        rows = _rows(text)
        line, names = next(rows, (1, []))
        header = [cell.strip().lower() for cell in names]
        faults += (Fault(name, 1, message) for message in _header_faults(header, path.parent) if text.strip())
        for line, cells in rows if "file" in header else ():
            row = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
            messages = _faults(row, cells[len(header) :])
            faults += (Fault(name, line, message) for message in messages)
            gone = _gone(row, path.parent, guessing)
            page = _page(path.parent, row.get("file", ""), root)
            if page in facts and "file" in row:
                mend = f"first in line {facts[page].line}: delete one of the two"
                faults.append(Fault(name, line, f"file: '{row['file']}' is told twice ({mend})"))
            facts[page] = Facts(line, row, Fault(name, line, gone, "warning") if gone else None)
    except csv.Error as error:
        faults.append(Fault(name, line + 1, _torn(error)))
    if faults:
        raise DigestError(*faults)
    return {page: Facts(known.line, dict(_values(known.fields)), known.gone) for page, known in facts.items()}


def page_name(path: Path, root: Path) -> str:
    """Give a path as the project names it, with `/` on every system."""
    return name_below(path.resolve(), root.resolve())


def name_below(path: Path, root: Path) -> str:
    """Give the name of a path in which no link is left."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _text_of(path: Path, name: str) -> str:
    """Give a table's text: UTF-8, or what spreadsheets call Unicode text. Raises `DigestError`."""
    try:
        data = path.read_bytes()
        return data.decode("utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DigestError(Fault(name, line, "is not UTF-8 (save the table as CSV UTF-8)")) from None
    except OSError as error:
        raise DigestError(unread(name, error)) from None


def _page(folder: Path, file: str, root: Path) -> str:
    """Give the name of a page; an item of a file of many stands behind a `#`. What is no file has only what is told."""
    if _is_file(folder / file):
        return page_name(folder / file, root)
    name, mark, item = file.partition("#")
    return page_name(folder / name, root) + mark + item if _is_file(folder / name) else file


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    for cells in reader:
        if any(cell.strip() for cell in cells) and cells[0].strip() != "sep=":  # as Excel names its separator
            yield reader.line_num, cells


def _torn(error: csv.Error) -> str:
    """Give what is wrong with a line, or one below it, that cannot be taken apart into cells."""
    if "end of data" in str(error):
        return "a quotation mark opens here or below, and none closes it (close it; one inside a value is doubled)"
    return f"here or below is no CSV: {error} (put the whole value in quotes, and double those inside it)"


def _header_faults(header: Sequence[str], folder: Path) -> Iterator[str]:
    if "file" not in header and any(_is_file(folder / column) for column in header if column):
        yield "the columns have no names (write 'file,date,source', or what they are, as the first line)"
        return
    for column in header:
        if column and column not in COLUMNS and column not in CLUES:
            apart = any(sign in column for sign in _SEPARATORS + "|")
            mend = " (part all columns by commas, semicolons or tabs)" if apart else nearest(column, COLUMNS)
            yield f"'{column}' is no column here{mend}"
    for column in dict.fromkeys(column for column in header if column and header.count(column) > 1):
        yield f"two columns '{column}' (delete one)"
    if "file" not in header:
        yield "no column 'file' (the first line names the columns: file,date,source,…)"


def _faults(row: Mapping[str, str], extra: Sequence[str]) -> Iterator[str]:
    if any(cell.strip() for cell in extra):  # what stands in which column is anybody's guess
        yield "more cells than columns (put a value with a comma in quotes)"
        return
    if "file" not in row:
        yield "file is missing (write the name of the page)"
    for column, words in row.items():
        try:
            COLUMNS.get(column, a_line)(words)
        except ValueError as error:
            yield f"{column}: {error}"


def _gone(row: Mapping[str, str], folder: Path, guessing: Guesser) -> str:
    """Give what to tell of a row whose page is not there: it was deleted, as a receipt may ask for, or is misspelt."""
    file = row.get("file", "")
    if not file or _is_file(folder / file) or _is_file(folder / file.partition("#")[0]):
        return ""
    name = file.replace("\\", "/").rpartition("/")[2]
    meant = f"did you mean '{name}'?" if _is_file(folder / name) else guessing(name, _names_in(folder))
    mend = " or ".join(filter(None, (meant, "delete the line if that page is gone")))
    return f"file: '{file}' is not in {folder.name}/, so the line is not heard ({mend})"


def _names_in(folder: Path) -> Iterator[str]:
    yield from (path.name for path in folder.iterdir() if not path.name.startswith("."))


def _values(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column, words in row.items():
        if column != "file" and column in COLUMNS:
            yield column, COLUMNS[column](words)
