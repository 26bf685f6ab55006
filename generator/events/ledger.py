"""The ledger: which ids were minted, and which articles each event holds. It binds, and only a release writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Fault
from generator.files import relative
from generator.text import strict_yaml
from generator.text.front_matter import a_line
from generator.text.strict_yaml import Value

AUTHORITY = "authority.yaml"
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_PLAIN = re.compile(r"[^\W_][\w-]*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """What the ledger holds of one event: the articles (stem -> fingerprint at joining) and two instants."""

    articles: Mapping[str, str]
    published: str
    updated: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines by event id, and the authority under which feed ids are minted (`digest.example.org,2026`)."""

    lines: Mapping[str, Line] = field(default_factory=dict)
    authority: str = ""

    def binding(self) -> dict[str, str]:
        """Give the event id of each article known."""
        return {stem: event for event, line in self.lines.items() for stem in line.articles}


def read_ledger(root: Path, folder: Path) -> tuple[Ledger, tuple[Fault, ...]]:
    """Read every year's file of a ledger; a folder that is not there is an empty one."""
    ledger = Ledger()
    lines: dict[str, Line] = {}
    faults: list[Fault] = []
    places: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        name = relative(root, path)
        block = _read_block(name, path, faults)
        if path.name == AUTHORITY:
            ledger = replace(ledger, authority=str(block.values.get("tag") or ""))
            continue
        for event, value in block.values.items():
            where = f"{name}:{block.line(event)}"
            _note_twice(event, where, places, faults)
            try:
                lines[event] = _read_line(value)
            except ValueError as error:
                faults.append(Fault(name, block.line(event), f"{event}: {error}"))
                continue
            for stem in lines[event].articles:
                _note_twice(f"article {stem}", where, places, faults)
    return replace(ledger, lines=dict(sorted(lines.items()))), tuple(faults)


def write_ledger(ledger: Ledger) -> dict[str, str]:
    """Give the ledger's files, name -> text: one line an event, sorted, split by the year of the event's id."""
    years: dict[str, list[str]] = {}
    for event, line in sorted(ledger.lines.items()):
        year = event[:4] if event[:4].isdigit() and event[4:5] == "-" else "undated"
        years.setdefault(f"{year}.yaml", []).append(f"{_scalar(event)}: {_flow(line)}\n")
    files = {name: "".join(lines) for name, lines in sorted(years.items())}
    if ledger.authority:
        files[AUTHORITY] = f"tag: {_scalar(ledger.authority)}\n"
    return files


def _read_block(name: str, path: Path, faults: list[Fault]) -> strict_yaml.Block:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(name, 0, f"cannot be read as UTF-8 text ({error}); take it from your last commit"))
        return strict_yaml.Block({})
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        faults.append(Fault(name, line, "a git conflict (keep the lines of both sides, delete the marks)"))
        return strict_yaml.Block({})
    try:
        return strict_yaml.parse(text)
    except strict_yaml.YamlError as error:
        faults.append(Fault(name, error.line, f"{error.message}; or take the file from your last commit"))
        return strict_yaml.Block({})


def _read_line(value: Value) -> Line:
    if not isinstance(value, dict) or not isinstance(value.get("articles"), dict | None):
        raise ValueError("is no line of a ledger (take the file from your last commit)")
    unknown = set(value) - {"articles", "published", "updated"}
    if unknown or not value.get("published"):
        raise ValueError(f"has {sorted(unknown) or 'no published instant'} (take the file from your last commit)")
    articles = value.get("articles")
    marks = {stem: a_line(mark) for stem, mark in articles.items()} if isinstance(articles, dict) else {}
    published = a_line(value["published"])
    return Line(marks, published, a_line(value.get("updated") or published))


def _note_twice(what: str, where: str, places: dict[str, str], faults: list[Fault]) -> None:
    first = places.setdefault(what, where)
    if first != where:
        name, _, line = where.rpartition(":")
        faults.append(Fault(name, int(line), f"{what} stands here and in {first} (delete one of the two)"))


def _flow(line: Line) -> str:
    articles = ", ".join(f"{_scalar(stem)}: {_scalar(mark)}" for stem, mark in sorted(line.articles.items()))
    return f"{{articles: {{{articles}}}, published: {line.published}, updated: {line.updated}}}"


def _scalar(text: str) -> str:
    return text if _PLAIN.match(text) else json.dumps(text, ensure_ascii=False)
