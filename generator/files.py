"""Which files a folder holds: their paths, and stamps that tell whether one is still the same."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.errors import Fault

MARKDOWN = (".md", ".markdown")
# A file changed within this many seconds may change again without a new stamp: file systems tick in up to 10 ms.
YOUNG = 0.1


class FileStamp(NamedTuple):
    """A file and what tells that it is still the same. `path` is relative to the project, with forward slashes."""

    path: str
    stamp: str


def find_files(
    root: Path, folder: Path, suffixes: tuple[str, ...] = MARKDOWN
) -> tuple[tuple[FileStamp, ...], tuple[Fault, ...]]:
    """Give the files below a folder in the order of their paths, and what is wrong with their names.

    Hidden files and the backups of editors are passed over; a link that leads out of the project is a fault.
    """
    found: list[FileStamp] = []
    faults: list[Fault] = []
    seen: dict[str, str] = {}
    now = time.time()
    for path in _walk(folder):
        if path.suffix.lower() not in suffixes or is_passing(path.name):
            continue
        name = relative(root, path)
        fault = _fault_of(root, path, name) or _twin_of(path, name, seen)
        if fault:
            faults.append(fault)
        else:
            found.append(FileStamp(name, _stamp(path.stat(), now)))
    return tuple(found), tuple(faults)


def is_passing(name: str) -> bool:
    """Tell whether a name is one that editors and systems make in passing."""
    return name.startswith((".", "~", "#")) or name.endswith(("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".new"))


def relative(root: Path, path: Path) -> str:
    """Give a path as it is told to an editor: from the project's root, if it lies there, and printable."""
    with suppress(ValueError):
        path = path.relative_to(root)
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _walk(folder: Path) -> list[Path]:
    paths: list[Path] = []
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_passing(name)]
        paths += [Path(here, name) for name in files]
    return sorted(paths, key=lambda path: path.as_posix())


def _fault_of(root: Path, path: Path, name: str) -> Fault | None:
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return Fault(name, 0, "is a link to a file outside the project (copy the file in)")
    if not path.is_file():
        return Fault(name, 0, "is no plain file (delete it)")
    if "\\x" in name and name != path.as_posix()[-len(name) :]:
        return Fault(name, 0, "has a name that is not UTF-8 (rename the file)")
    if not os.access(path, os.R_OK):
        return Fault(name, 0, "cannot be read (allow it: chmod u+r)")
    return None


def _twin_of(path: Path, name: str, seen: dict[str, str]) -> Fault | None:
    twin = seen.setdefault(path.stem.casefold(), name)
    if twin == name:
        return None
    return Fault(name, 0, f"has the same name as {twin}, and a file is known by it (rename one of the two)")


def _stamp(stat: os.stat_result, now: float) -> str:
    young = f"-{now}" if now - max(stat.st_mtime, stat.st_ctime) < YOUNG else ""
    return f"{stat.st_size}-{stat.st_mtime_ns}-{stat.st_ctime_ns}-{stat.st_ino}{young}"
