"""Bring the output folder up to date: wholly the old site or wholly the new one; nothing goes that is not ours."""

from __future__ import annotations

import os
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import filterfalse
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.errors import DigestError, Fault
from generator.pages.model import File, file_of
from generator.pages.publishing import writing
from generator.pages.publishing.manifest import MANIFEST, Lines, in_order, lines_of, read_lines, text_of
from generator.pages.publishing.stamps import Row, facts_of, find_rows, read_stamps, row_of, write_stamps
from generator.pages.publishing.twin import (
    Tree,
    backroom,
    discard,
    list_tree,
    open_backroom,
    publish_whole,
    recover,
)
from generator.pages.publishing.writing import PASSING, parents_of

# Of changed files, what an editor waits for is written first; what others may link to (styles, pictures) before all.
_PAGE = 2
_TURN: Mapping[str, int] = {".html": _PAGE, ".xml": 3, ".json": 4, ".csv": 4}


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publish changes, as paths in their order.

    `kept` are files that are not ours and were carried along, so none where nothing changes. `piecemeal` tells that
    the folder could not be exchanged as a whole and was brought up to date file by file. `lines` are those of the
    manifest of what is published now.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]
    kept: tuple[str, ...] = ()
    piecemeal: bool = False
    lines: Lines = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether anything changes."""
        return bool(self.added or self.changed or self.removed)


class Published(NamedTuple):
    """What a process published last: the files, and the lines of their manifest."""

    files: Mapping[str, File]
    lines: Lines


@dataclass(frozen=True, slots=True)
class _Look:
    """The folder as it is found: `rows` tell of each wanted file that is there, `live` is listed where one is not.

    `gone` are the lines of files that were ours; they may be gone already, and their folders still be there.
    """

    changes: Changes
    rows: dict[str, Row]
    live: Tree | None = None
    gone: Lines = field(default_factory=dict)


def compare(files: Mapping[str, File], output: Path) -> Changes:
    """Tell what publishing the files into the folder would change."""
    output = output.resolve()
    return _look(_with_manifest(files), output, read_stamps(_stamps(output))).changes


def publish(files: Mapping[str, File], output: Path) -> Changes:
    """Bring the folder up to date and give what changed. Files with the same bytes keep their time.

    The new site is made beside the old one and exchanged with it; where that is forbidden (a mount point), each file is
    replaced at one stroke. Raises `DigestError` where that fails.
    """
    output = output.resolve()
    try:
        return _publish(files, output)
    except OSError as error:
        raise DigestError(_unwritable(output, error)) from None


def update(files: Mapping[str, File], last: Published, output: Path) -> Changes:
    """Bring a folder from the files published last to these, each file at one stroke, and give what changed.

    It takes as long as what changed, and looks at nothing else. A folder that another build has written to since, or
    that was left in the middle, is published whole.
    """
    output = output.resolve()
    before, lines = last
    if _read(output / MANIFEST) != text_of(lines):
        return publish(files, output)
    differing = {name: file for name, file in files.items() if file is not before.get(name)}
    changed = {name for name, file in differing.items() if name in before and not _is_same(file, before[name])}
    gone = before.keys() - files.keys()
    added = differing.keys() - before.keys()
    written = {name: files[name] for name in sorted(added | changed)}
    every = lines | lines_of(written)
    if added:
        every = in_order(every)
    changes = Changes(
        added=tuple(sorted(added)),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(gone)),
        same=tuple(filterfalse((changed | gone).__contains__, lines)),
        lines={name: line for name, line in every.items() if name not in gone} if gone else every,
    )
    if changes.any:
        try:
            _replace_each(output, every, written, frozenset(added), gone)
        except OSError as error:
            raise DigestError(_unwritable(output, error)) from None
    return changes


def _is_same(one: File, other: File) -> bool:
    return one.fingerprint == other.fingerprint


def unpublish(output: Path) -> int:
    """Remove what builds wrote into a folder and beside it, and give how many files; whatever else is in it stays."""
    output = output.resolve()
    recover(output)
    ours = read_lines(output).keys() & list_tree(str(output)).files
    writing.remove(str(output), [*ours, MANIFEST, PASSING])
    discard(output)
    with suppress(OSError):  # it is not there, or holds something that is not ours
        output.rmdir()
    return len(ours)


def _publish(files: Mapping[str, File], output: Path) -> Changes:
    recover(output)
    known = read_stamps(_stamps(output))
    wanted = _with_manifest(files)
    look = _look(wanted, output, known)
    changes, live, rows = look.changes, look.live, look.rows
    if live is not None:
        _refuse_foreign(wanted, look, live)
        written = {name: wanted[name] for name in sorted(wanted.keys() - rows.keys())}
        carried = {name: row[:4] for name, row in rows.items()}
        carried |= {name: facts for name in changes.kept if (facts := facts_of(f"{output}/{name}"))}
        touched = publish_whole(output, written, carried, live, look.gone)
        if touched is None:
            changes = replace(changes, piecemeal=True)
            lines = in_order(lines_of(files) | look.gone)
            written.pop(MANIFEST, None)
            _replace_each(output, lines, written, frozenset(changes.added), look.gone.keys())
            touched = {*written, MANIFEST}
        renewed = {name: row_of(f"{output}/{name}", wanted[name]) for name in touched & wanted.keys()}
        rows |= {name: row for name, row in renewed.items() if row}
    if not all(map(known.__contains__, rows.values())):
        with suppress(OSError):  # without stamps the next build reads each file once
            open_backroom(output)
            write_stamps(_stamps(output), rows.values())
    return replace(changes, lines=lines_of(files))


def _look(wanted: Mapping[str, File], output: Path, known: set[Row]) -> _Look:
    """Look at each wanted file, and at all else only where one of them is not as it should be."""
    rows = find_rows(str(output), wanted, known) if output.is_dir() else {}
    same = tuple(name for name in rows if name != MANIFEST)
    if len(rows) == len(wanted) and not os.path.lexists(output / PASSING):
        return _Look(Changes((), (), (), same), rows)
    live = list_tree(str(output))
    names = wanted.keys() - {MANIFEST}
    gone = {name: line for name, line in read_lines(output).items() if name not in wanted}
    changes = Changes(
        added=tuple(sorted(names - live.files)),
        changed=tuple(sorted((names & live.files) - rows.keys())),
        removed=tuple(sorted(gone.keys() & live.files)),
        same=same,
        kept=tuple(sorted(live.files - names - gone.keys() - {MANIFEST, PASSING})),
    )
    return _Look(changes, rows, live, gone)


def _refuse_foreign(wanted: Mapping[str, File], look: _Look, live: Tree) -> None:
    """Refuse to write over what is not ours: a file where one of our folders goes, or the other way round."""
    kept = look.changes.kept
    files = parents_of(wanted).intersection(kept) if kept else set()
    folders = wanted.keys() & live.folders.keys()
    if folders:  # folders that hold nothing but what goes are not in the way
        folders &= parents_of(kept) | live.folders.keys() - parents_of(look.gone)
    if files or folders:
        mend = "is not ours and in the way (move it elsewhere)"
        raise DigestError(*(Fault(name, 0, mend) for name in sorted(files | folders)))


def _replace_each(
    output: Path, lines: Lines, written: Mapping[str, File], added: frozenset[str], gone: AbstractSet[str]
) -> None:
    """Replace file by file, each at one stroke, in an order in which no link dangles.

    The manifest comes first and tells of all that will be there and all that still is: so a run that is ended in the
    middle leaves nothing of which the next one does not know that it is ours.
    """
    folder = str(output)
    output.mkdir(parents=True, exist_ok=True)
    writing.replace(folder, MANIFEST, text_of(lines))
    in_the_way = gone & parents_of(written) | {name for name in gone if not parents_of([name]).isdisjoint(written)}
    writing.remove(folder, sorted(in_the_way))
    for name in sorted(written, key=lambda name: _turn(name, is_new=name in added)):
        writing.replace(folder, name, written[name].content)
    writing.remove(folder, sorted(gone - in_the_way))
    if gone:
        writing.replace(folder, MANIFEST, text_of({name: line for name, line in lines.items() if name not in gone}))


def _turn(name: str, *, is_new: bool) -> tuple[int, int, str]:
    """Give when a file is written: what others link to before them, and pages at the top before those deep down."""
    kind = _TURN.get(PurePosixPath(name).suffix, 0)
    return (int(kind == _PAGE) if is_new else kind, name.count("/"), name)


def _with_manifest(files: Mapping[str, File]) -> dict[str, File]:
    """Give the files and the manifest, in the order of their paths."""
    lines = lines_of(files)
    return {MANIFEST: file_of(MANIFEST, text_of(lines)), **{name: files[name] for name in lines}}


def _stamps(output: Path) -> Path:
    return backroom(output) / "stamps"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _unwritable(output: Path, error: OSError) -> Fault:
    mend = "the last site is as it was; make room or allow it, and build again"
    return Fault(str(output), 0, f"cannot be written: {error.strerror or error} ({mend})")
