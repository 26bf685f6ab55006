"""The editor's word on events, one file an event in `content/events/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from generator.errors import Fault, unread
from generator.events.ledger import is_event_id
from generator.executors import Executor
from generator.files import FileStamp, Folders
from generator.model import Change, Editorial, Filed, Review, When
from generator.text.front_matter import (
    Reader,
    a_date,
    a_flag,
    a_line,
    a_text,
    anything,
    lines_of,
    one_of,
    read_sheet,
)
from generator.text.slugs import slugify
from generator.text.strict_yaml import Value


def openings_of(value: Value) -> tuple[str, ...]:
    """Read opening words of statements: a line, which may have commas, or a list of lines."""
    return lines_of([value] if isinstance(value, str) else value)


def changes_of(value: Value) -> tuple[Change, ...]:
    """Read what has changed: a list of `{date, note, kind}`."""
    return tuple(map(_change, value if isinstance(value, list) else [value]))


def _change(value: Value) -> Change:
    mend = "write - {date: 2026-01-31, note: …, kind: update}"
    if not isinstance(value, dict) or not {"date", "note"} <= value.keys() <= {"date", "note", "kind"}:
        raise ValueError(f"is no change ({mend})")
    kind = one_of("update", "correction")(value.get("kind") or "update")
    return Change(When(a_date(value["date"]), "editor"), a_line(value["note"]), kind)


def a_review(value: Value) -> Review:
    """Read who has read an event: `{on, by, articles}`, as `dateline review` writes it."""
    if not isinstance(value, dict) or "on" not in value or value.keys() - {"on", "by", "articles"}:
        raise ValueError("is no review (delete the line; 'dateline review' writes it)")
    day = a_date(value["on"])
    if When(day, "editor").precision != "day":
        raise ValueError(f"'{day}' is no day (write 2026-01-31)")
    return Review(day, a_line(value.get("by") or ""), a_line(value.get("articles") or ""))


def a_story(value: Value) -> Filed:
    """Read where an event is filed: a story's id or title, or `{id, title}` to call a story something else."""
    if not isinstance(value, dict):
        return Filed(a_line(value))
    if value.keys() != {"id", "title"}:
        raise ValueError("is no story (write story: Title, or story: {id: its-id, title: Its new title})")
    return Filed(a_line(value["id"]), a_line(value["title"]))


FIELDS: Mapping[str, Reader] = {
    "title": a_line,
    "date": a_date,
    "place": a_line,
    "summary": a_text,
    "note": a_text,
    "add": lines_of,
    "remove": lines_of,
    "merge": lines_of,
    "drop": openings_of,
    "draft": a_flag,
    "status": one_of("developing", "settled", "withdrawn"),
    "changes": changes_of,
    "reviewed": a_review,
    "story": a_story,
    "extra": anything,
}


# What was meant to be the editor's word, and nobody reads.
_MISPLACED = dict.fromkeys((".txt", ".yaml", ".yml"), "is passed over (let its name end in .md)")


def read_editorials(
    root: Path, folder: Path, executor: Executor, folders: Folders
) -> tuple[dict[str, Editorial], tuple[Fault, ...]]:
    """Give the editor's word by event id, and what is wrong with it."""
    files, faults = folders.find(root, folder, misplaced=_MISPLACED)
    found: dict[str, Editorial] = {}
    for editorial, more in executor.map(partial(read_editorial, root), files):
        found[editorial.id] = editorial
        faults += more
    return found, faults + tuple(_contradictions(found.values()))


def read_editorial(root: Path, file: FileStamp) -> tuple[Editorial, tuple[Fault, ...]]:
    """Read one file of the editor's."""
    try:
        sheet = read_sheet(file.path, (root / file.path).read_bytes(), FIELDS)
    except OSError as error:
        return Editorial(Path(file.path).stem, file.path), (unread(file.path, error),)
    faults = sheet.faults
    if not is_event_id(Path(file.path).stem):
        faults += (Fault(file.path, 0, "has a name that is no event's id ('dateline list events' shows the ids)"),)
    values = {name: value for name, value in sheet.values.items() if name != "extra"}
    if "date" in values:
        values["date"] = When(values["date"], "editor")
    return Editorial(Path(file.path).stem, file.path, text=sheet.body.strip(), lines=sheet.lines, **values), faults


def _contradictions(editorials: Iterable[Editorial]) -> Iterable[Fault]:
    added: dict[str, str] = {}
    merged: dict[str, str] = {}
    called: dict[str, tuple[str, str]] = {}
    for editorial in sorted(editorials, key=lambda editorial: editorial.id):
        for key, names, told in (("add", editorial.add, added), ("merge", editorial.merge, merged)):
            line = editorial.lines.get(key, 0)
            here = f"{editorial.path}:{line}"
            for name in names:
                first = told.setdefault(name, here)
                if first != here:
                    what = "added" if key == "add" else "merged"
                    yield Fault(editorial.path, line, f"{key}: {name} is {what} in {first} too (keep one of the two)")
        if editorial.story and editorial.story.title:
            line = editorial.lines.get("story", 0)
            here = f"{editorial.path}:{line}"
            first, title = called.setdefault(slugify(editorial.story.story), (here, editorial.story.title))
            if title != editorial.story.title:
                what = f"{editorial.story.story} is called '{title}' in {first} (keep one of the two titles)"
                yield Fault(editorial.path, line, f"story: {what}")
        for stem in editorial.add:
            if stem in editorial.remove:
                line = editorial.lines.get("remove", 0)
                yield Fault(editorial.path, line, f"remove: {stem} is both added and removed (keep one of the two)")
