"""Which files a folder holds: their paths, and stamps that tell whether one is still the same."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
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
    paths, faults = walk(root, folder, is_passing)
    seen: dict[str, str] = {}
    now = time.time()
    for path in paths:
        if path.suffix.lower() not in suffixes or not os.path.lexists(path):
            continue
        name = relative(root, path)
        fault = _fault_of(root, path, name) or _twin_of(path, name, seen)
        if fault:
            faults.append(fault)
        else:
            found.append(FileStamp(name, _stamp(path.stat(), now)))
    return tuple(found), tuple(faults)


def odd_name(name: str) -> str:
    """Give what makes a file name unfit for a published site, with the mend; empty where nothing does."""
    if not name.isprintable() or any("\ud800" <= character <= "\udfff" for character in name):
        return "has a name with characters that no address can carry (rename the file)"
    return ""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file at one stroke, and only where its bytes change."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.tmp")
    passing.write_bytes(content)
    passing.replace(path)


def is_passing(name: str) -> bool:
    """Tell whether a name is hidden, or one that editors and systems make in passing."""
    return name.startswith(".") or is_left_behind(name)


def is_left_behind(name: str) -> bool:
    """Tell whether a name is one that editors and systems make in passing."""
    ends = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".new", ".DS_Store")
    return name.startswith(("~", "#", ".#")) or name.endswith(ends)


def relative(root: Path, path: Path) -> str:
    """Give a path as it is told to an editor: from the project's root, if it lies there, and printable."""
    with suppress(ValueError):
        path = path.relative_to(root)
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def walk(root: Path, folder: Path, passing: Callable[[str], bool]) -> tuple[list[Path], list[Fault]]:
    """Give the files below a folder in the order of their paths, and the folders that cannot be read or followed."""
    paths: list[Path] = []
    faults: list[Fault] = []

    def unreadable(error: OSError) -> None:
        if Path(error.filename) != folder or folder.exists():
            faults.append(Fault(relative(root, Path(error.filename)), 0, f"cannot be read: {error.strerror}"))

    for here, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not passing(name))
        linked = [Path(here, name) for name in folders if Path(here, name).is_symlink()]
        faults += [Fault(relative(root, path), 0, "is a link to a folder (copy the folder in)") for path in linked]
        paths += [Path(here, name) for name in files if not passing(name)]
    return sorted(paths, key=lambda path: path.as_posix()), faults


def _fault_of(root: Path, path: Path, name: str) -> Fault | None:
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return Fault(name, 0, "is a link to a file outside the project (copy the file in)")
    if not path.is_file():
        return Fault(name, 0, "is no plain file (delete it)")
    odd = odd_name(path.name)
    if odd:
        return Fault(name, 0, odd)
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
