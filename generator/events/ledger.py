"""The ledger: which ids were minted, and which articles each event holds. It binds, and only a release writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from generator.errors import Fault
from generator.executors import Executor
from generator.files import FileStamp, Folders
from generator.model import Editorial, Entry, Signpost
from generator.text import strict_yaml
from generator.text.front_matter import a_line
from generator.text.strict_yaml import Value

AUTHORITY = "authority.yaml"
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_YEAR = re.compile(r"([0-9]{4}|undated)\.yaml\Z")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")
_AUTHORITY = re.compile(r"[\w.-]+,[0-9]{4}(-[0-9]{2}){0,2}\Z")  # RFC 4151
# No separator of paths or addresses, no dot in front: `events/<id>/` is one folder, and its link needs no care.
_ID = re.compile(r"""[^\s/\\#?%&<>:"'|*.][^\s/\\#?%&<>:"'|*]*\Z""")
MOST_BYTES = 200
# Two branches may both have added an article to one event.
_JOIN = "of two lines of one event make one, with the articles of both"
_KEYS = {"articles", "published", "updated", "left", "aliases", "changes", "story"}
_PLAIN = re.compile(r"[^\W_][\w-]*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """What the ledger holds of one event: its articles (stem -> mark), two instants, and articles that have left.

    `aliases` are the ids of events that the editor merged into it: their addresses lead to this one for ever. `changes`
    are the updates that the editor has told of: where there are more, `updated` moves. `story` is its story's
    title as it was minted, whose slug is the story's id; `none` where the editor keeps it out of any.
    """

    articles: Mapping[str, str]
    published: str
    updated: str
    left: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    changes: int = 0
    story: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines by event id, and the authority under which feed ids are minted (`digest.example.org,2026`)."""

    lines: Mapping[str, Line] = field(default_factory=dict)
    authority: str = ""

    def binding(self) -> dict[str, str]:
        """Give the event id of each article known: where it is now, else where it was last."""
        left = {stem: event for event, line in self.lines.items() for stem in line.left}
        return left | {stem: event for event, line in self.lines.items() for stem in line.articles}

    def merged(self) -> dict[str, str]:
        """Give the event that each id leads to which was merged into another."""
        return {alias: event for event, line in self.lines.items() for alias in line.aliases}

    def knows(self, stems: Iterable[str]) -> bool:
        """Tell whether every one of some articles is known."""
        return self.binding().keys() >= set(stems)


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """One file of a ledger: its events with the lines on which they stand, or the authority, and what is wrong."""

    events: tuple[tuple[str, int, Line], ...] = ()
    authority: str = ""
    faults: tuple[Fault, ...] = ()


def read_ledger(root: Path, folder: Path, executor: Executor, folders: Folders) -> tuple[Ledger, tuple[Fault, ...]]:
    """Read every year's file of a ledger; a folder that is not there is an empty one."""
    files, faults = folders.find(root, folder, (".yaml",))
    ledger, more = next(iter(executor.map(partial(read_ledger_files, root), [files])))
    return ledger, faults + more


def read_ledger_files(root: Path, files: tuple[FileStamp, ...]) -> tuple[Ledger, tuple[Fault, ...]]:
    """Read the files of a ledger."""
    lines: dict[str, Line] = {}
    authority = ""
    twice: list[Fault] = []
    places: dict[str, str] = {}
    faults: tuple[Fault, ...] = ()
    for file in files:
        read = read_ledger_file(root, file)
        faults += read.faults
        authority = authority or read.authority
        for event, number, line in read.events:
            lines[event] = line
            for what in (event, *line.aliases, *(f"article {stem}" for stem in line.articles)):
                _note_twice(what, f"{file.path}:{number}", places, twice)
    return Ledger(dict(sorted(lines.items())), authority), (*faults, *twice)


def read_ledger_file(root: Path, file: FileStamp) -> LedgerFile:
    """Read one file of a ledger."""
    faults: list[Fault] = []
    block = _read_block(file.path, root / file.path, faults)
    name = Path(file.path).name
    if name == AUTHORITY:
        return LedgerFile(authority=_read_authority(file.path, block, faults), faults=tuple(faults))
    if not _YEAR.match(name):
        return LedgerFile(faults=(Fault(file.path, 0, "is no file of the ledger (move it elsewhere)"),))
    events: list[tuple[str, int, Line]] = []
    for event, value in block.values.items():
        try:
            events.append((event, block.line(event), _read_line(event, value)))
        except ValueError as error:
            faults.append(Fault(file.path, block.line(event), f"{event}: {error}"))
    return LedgerFile(tuple(events), faults=tuple(faults))


def signposts_of(
    ledger: Ledger, entries: Iterable[Entry], redirects: Container[str], editorials: Mapping[str, Editorial]
) -> tuple[Signpost, ...]:
    """Give what stands for the ledger's events that are not told any more."""
    told = {entry.event.id: entry.event for entry in entries}
    missing = [event for event in ledger.lines if event not in told and event not in redirects]
    if not missing:
        return ()
    homes = {article.stem: event.id for event in told.values() for article in event.articles}
    return tuple([_signpost(event, ledger.lines[event], homes, editorials.get(event)) for event in missing])


def _signpost(event: str, line: Line, homes: Mapping[str, str], word: Editorial | None) -> Signpost:
    if word and word.status == "withdrawn":
        return Signpost(event, withdrawn=True, note=word.note)
    stems = (*line.articles, *line.left)
    return Signpost(event, tuple(sorted({homes[stem] for stem in stems if stem in homes})))


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
        mend = f"keep the lines of both sides, delete the marks; {_JOIN}"
        faults.append(Fault(name, line, f"a git conflict ({mend})"))
        return strict_yaml.Block({})
    try:
        return strict_yaml.parse(text)
    except strict_yaml.TwiceError as error:
        faults.append(Fault(name, error.line, f"'{error.key}' twice ({_JOIN})"))
    except strict_yaml.YamlError as error:
        faults.append(Fault(name, error.line, f"{error.message}; or take the file from your last commit"))
    return strict_yaml.Block({})


def is_event_id(text: str) -> bool:
    """Tell whether a text can be an event's id: it is a folder's name and part of an address."""
    return bool(_ID.match(text)) and len(text.encode()) <= MOST_BYTES and text.isprintable()


def _read_line(event: str, value: Value) -> Line:
    mend = "take the file from your last commit"
    if not is_event_id(event):
        raise ValueError(f"is no event's id ({mend})")
    if not isinstance(value, dict) or set(value) - _KEYS:
        raise ValueError(f"is no line of a ledger ({mend})")
    published = _instant(value.get("published"), mend)
    updated = _instant(value.get("updated"), mend) if value.get("updated") else published
    marks, left = (_marks(value.get(name), mend) for name in ("articles", "left"))
    changes = value.get("changes") or "0"
    if not isinstance(changes, str) or not changes.isascii() or not changes.isdigit() or len(changes) > len("9999"):
        raise ValueError(f"'{changes}' is no number of changes ({mend})")
    return Line(
        marks, published, updated, left, _aliases(value.get("aliases"), mend), int(changes), _story(value, mend)
    )


def _story(value: Mapping[str, Value], mend: str) -> str:
    story = value.get("story") or ""
    if not isinstance(story, str) or not story.isprintable():
        raise ValueError(f"'{story}' is no story ({mend})")
    return story


def _aliases(value: Value, mend: str) -> tuple[str, ...]:
    if not isinstance(value, list | None) or not all(is_event_id(a_line(alias)) for alias in value or ()):
        raise ValueError(f"aliases are no list of ids ({mend})")
    return tuple(map(a_line, value or ()))


def _marks(value: Value, mend: str) -> dict[str, str]:
    if not isinstance(value, dict | None):
        raise ValueError(f"names no articles as 'file: mark' ({mend})")
    return {stem: a_line(mark) for stem, mark in (value or {}).items()}


def _instant(value: Value, mend: str) -> str:
    try:
        if _INSTANT.match(a_line(value)):
            return datetime.fromisoformat(a_line(value)).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except ValueError:
        pass
    raise ValueError(f"'{value}' is no instant as 2026-01-31T12:00:00Z ({mend})")


def _read_authority(name: str, block: strict_yaml.Block, faults: list[Fault]) -> str:
    tag = block.values.get("tag")
    if set(block.values) == {"tag"} and isinstance(tag, str) and _AUTHORITY.match(tag):
        return tag
    faults.append(Fault(name, 1, "is no 'tag: host,year' (take the file from your last commit)"))
    return ""


def _note_twice(what: str, where: str, places: dict[str, str], faults: list[Fault]) -> None:
    first = places.setdefault(what, where)
    if first != where:
        name, _, line = where.rpartition(":")
        faults.append(Fault(name, int(line), f"{what} stands here and in {first} (delete one of the two)"))


def _flow(line: Line) -> str:
    left = f", left: {_flow_marks(line.left)}" if line.left else ""
    aliases = f", aliases: [{', '.join(map(_scalar, line.aliases))}]" if line.aliases else ""
    instants = f"published: {line.published}, updated: {line.updated}"
    changes = f", changes: {line.changes}" if line.changes else ""
    story = f", story: {_scalar(line.story)}" if line.story else ""
    return f"{{articles: {_flow_marks(line.articles)}, {instants}{left}{aliases}{changes}{story}}}"


def _flow_marks(marks: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{_scalar(stem)}: {_scalar(mark)}" for stem, mark in sorted(marks.items())) + "}"


def _scalar(text: str) -> str:
    return text if _PLAIN.match(text) else json.dumps(text, ensure_ascii=False)
