"""What the editor knows of raw pages: `facts.csv`, one line a page, stronger than anything found on it."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DigestError, Fault, nearest
from generator.text.front_matter import Reader, a_date, a_line, an_address

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


@dataclass(frozen=True, slots=True)
class Facts:
    """The known fields of one page, and the line of the file that tells them."""

    line: int
    fields: Mapping[str, str]


def read_facts(path: Path, root: Path) -> dict[str, Facts]:
    """Give the facts of each page by its path relative to `root`. Raises `DigestError` with all that is wrong."""
    name = page_name(path, root)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DigestError(Fault(name, 0, f"byte {error.start} is not UTF-8 (save the table as CSV UTF-8)")) from None
    except OSError as error:
        raise DigestError(Fault(name, 0, f"cannot be read: {error.strerror}")) from None
    facts: dict[str, Facts] = {}
    faults: list[Fault] = []
    try:
        rows = _rows(text)
        header = [cell.strip() for cell in next(rows, (1, []))[1]]
        faults += (Fault(name, 1, message) for message in _header_faults(header))
        for line, cells in rows:
            row = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
            faults += (Fault(name, line, message) for message in _faults(row, cells[len(header) :], path.parent))
            page = page_name(path.parent / row.get("file", ""), root)
            if page in facts:
                faults.append(
                    Fault(name, line, f"file: '{row.get('file', '')}' is told twice (first: {facts[page].line})")
                )
            facts[page] = Facts(line, row)
    except csv.Error as error:
        faults.append(Fault(name, 0, f"is no CSV: {error} (separate the columns by commas)"))
    if faults:
        raise DigestError(*faults)
    return {page: Facts(known.line, dict(_values(known.fields))) for page, known in facts.items()}


def page_name(path: Path, root: Path) -> str:
    """Give a path as the project names it, with `/` on every system."""
    try:
        return Path(os.path.relpath(path.resolve(), root.resolve())).as_posix()
    except ValueError:  # another drive
        return path.resolve().as_posix()


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _header_faults(header: Sequence[str]) -> Iterator[str]:
    for column in header:
        if column not in COLUMNS:
            yield f"'{column}' is no column here{nearest(column, COLUMNS)}"
    if "file" not in header:
        yield "no column 'file' (the first line names the columns: file,date,source,…)"


def _faults(row: Mapping[str, str], extra: Sequence[str], folder: Path) -> Iterator[str]:
    if any(cell.strip() for cell in extra):
        yield "more cells than columns (put a value with a comma in quotes)"
    if "file" not in row:
        yield "file is missing (write the name of the page)"
    elif not (folder / row["file"]).is_file():
        yield f"file: '{row['file']}' is not in {folder.name}/ (mend the name or delete the line)"
    for column, words in row.items():
        try:
            COLUMNS.get(column, a_line)(words)
        except ValueError as error:
            yield f"{column}: {error}"


def _values(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column, words in row.items():
        if column != "file":
            yield column, COLUMNS[column](words)
