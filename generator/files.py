"""Which files a folder holds: their paths, and stamps that tell whether one is still the same."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from generator.errors import Fault, errors_among, unread

MARKDOWN = (".md", ".markdown")
# A file changed within this many seconds may change again without a new stamp: file systems tick in up to 10 ms.
YOUNG = 0.1

# The same where stamps are kept for another process, in nanoseconds; some file systems keep even seconds alone.
TICK, COARSE_TICK = 20_000_000, 2_100_000_000
# So many files that lie in the wrong folder are named; a whole scrape may lie there.
MOST_NAMED = 3
NOTHING: Mapping[str, str] = {}


class FileStamp(NamedTuple):
    """A file and what tells that it is still the same. `path` is relative to the project, with forward slashes."""

    path: str
    stamp: str


def find_files(
    root: Path, folder: Path, suffixes: tuple[str, ...] = MARKDOWN, misplaced: Mapping[str, str] = NOTHING
) -> tuple[tuple[FileStamp, ...], tuple[Fault, ...]]:
    """Give the files below a folder in the order of their paths, and what is wrong with their names.

    Hidden files and the backups of editors are passed over; a link that leads out of the project is a fault. Of files
    that are `misplaced` there, by how their names end, a warning says where they belong.
    """
    entries, faults = walk(root, folder, is_passing)
    found: list[FileStamp] = []
    astray: list[Fault] = []
    seen: dict[str, str] = {}
    start = len(f"{root}{os.sep}")
    now = time.time()
    for entry in entries:
        name = entry.path[start:].replace(os.sep, "/")
        if not entry.name.lower().endswith(suffixes):
            astray += filter(None, [_astray(name, misplaced)])
            continue
        fault = _fault_of(root, entry, name) or _twin_of(entry.name, name, seen)
        if fault:
            faults.append(fault)
            continue
        try:
            found.append(FileStamp(name, stamp_of(entry.stat(), now)))
        except FileNotFoundError:  # it was there a moment ago: a save, or a deletion
            continue
    return tuple(found), (*faults, *_named(astray, relative(root, folder)))


@dataclass(slots=True)
class _Listing:
    files: tuple[FileStamp, ...]
    faults: tuple[Fault, ...]
    base: str  # the folder itself, without links
    places: dict[str, int]  # of the files, by their paths
    changed: set[str]  # below it, since the listing


class Folders:
    """Lists folders. Told what changed, it looks only at that; a file that is the same keeps its very stamp."""

    def __init__(self) -> None:
        self._listings: dict[tuple[Path, Path, tuple[str, ...]], _Listing] = {}
        self._told = False

    def find(
        self, root: Path, folder: Path, suffixes: tuple[str, ...] = MARKDOWN, misplaced: Mapping[str, str] = NOTHING
    ) -> tuple[tuple[FileStamp, ...], tuple[Fault, ...]]:
        """Give what `find_files` gives."""
        place = root, folder, suffixes
        last = self._listings.get(place)
        if last is None or not self._told or not _renew(root, folder, suffixes, misplaced, last):
            files, faults = find_files(root, folder, suffixes, misplaced)
            known = {file: file for file in last.files} if last else {}
            files = tuple([known.get(file, file) for file in files])
            places = {file.path: at for at, file in enumerate(files)}
            last = self._listings[place] = _Listing(files, faults, f"{folder.resolve()}{os.sep}", places, set())
        return last.files, last.faults

    def tell(self, changed: frozenset[Path]) -> None:
        """Take it that nothing but these paths changed since the last listings; no path tells nothing."""
        self._told = bool(changed) or self._told
        for listing in self._listings.values():
            listing.changed.update(path for path in map(str, changed) if path.startswith(listing.base))

    def doubt(self) -> None:
        """Look at everything again."""
        self._told = False


def _renew(
    root: Path, folder: Path, suffixes: tuple[str, ...], misplaced: Mapping[str, str], listing: _Listing
) -> bool:
    """Bring a listing up to date where files changed that it has; False where files came or went."""
    if not listing.changed:
        return True
    if any(_astray(path, misplaced) and not is_passing(path.rpartition(os.sep)[2]) for path in listing.changed):
        return False
    prefix = f"{folder.relative_to(root).as_posix()}/" if folder != root else ""
    names = {
        prefix + path.removeprefix(listing.base).replace(os.sep, "/"): path
        for path in listing.changed
        if path.lower().endswith(suffixes)
    }
    if errors_among(listing.faults) or not listing.places.keys() >= names.keys():
        return False
    files = list(listing.files)
    now = time.time()
    for name, path in names.items():
        try:
            stat = Path(path).lstat()
        except OSError:
            return False
        if not S_ISREG(stat.st_mode):
            return False
        files[listing.places[name]] = FileStamp(name, stamp_of(stat, now))
    listing.files = tuple(files)
    listing.changed.clear()
    return True


def is_settled(changed: int, now: int) -> bool:
    """Tell whether a file that changed at an instant can no longer change without a new stamp (nanoseconds)."""
    return changed + (TICK if changed % 1_000_000_000 else COARSE_TICK) < now


def odd_name(name: str) -> str:
    """Give what makes a file name unfit for a published site, with the mend; empty where nothing does."""
    if not name.isprintable():  # half of a surrogate pair is none either
        return "has a name with characters that no address can carry (rename the file)"
    return ""


def holds(path: Path, content: bytes) -> bool:
    """Tell whether a file is there and has just these bytes."""
    return path.is_file() and path.read_bytes() == content


def write_whole(path: Path, content: bytes) -> None:
    """Write a file at one stroke, and only where its bytes change."""
    if holds(path, content):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.tmp")
    try:
        passing.write_bytes(content)
        passing.replace(path)
    except OSError as error:
        with suppress(OSError):
            passing.unlink()
        error.filename = str(path)  # who reads of the failure knows this name, not the passing one
        raise


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


def walk(root: Path, folder: Path, passing: Callable[[str], bool]) -> tuple[list[os.DirEntry[str]], list[Fault]]:
    """Give the files below a folder in the order of their paths, and the folders that cannot be read or followed."""
    entries: list[os.DirEntry[str]] = []
    faults: list[Fault] = []
    folders = [str(folder)]
    while folders:
        here = folders.pop()
        try:
            with os.scandir(here) as found:
                for entry in found:
                    if passing(entry.name):
                        continue
                    if not entry.is_dir():
                        entries.append(entry)
                    elif entry.is_symlink():
                        mend = "is a link to a folder (copy the folder in)"
                        faults.append(Fault(relative(root, Path(entry.path)), 0, mend))
                    else:
                        folders.append(entry.path)
        except FileNotFoundError:
            continue
        except OSError as error:
            faults.append(unread(relative(root, Path(here)), error))
    entries.sort(key=attrgetter("path") if os.sep == "/" else lambda entry: entry.path.replace(os.sep, "/"))
    return entries, faults


def _astray(name: str, misplaced: Mapping[str, str]) -> Fault | None:
    """Give the warning of a file whose name ends like one that belongs elsewhere."""
    told = misplaced.get(f".{name.lower().rpartition('.')[2]}")
    if not told:
        return None
    if name.lower().endswith(tuple([f"{suffix}.txt" for suffix in MARKDOWN])):  # as some editors save it
        told = "is passed over, as its name ends in .txt (take that off)"
    return Fault(relative(Path(), Path(name)), 0, told, "warning")


def _named(astray: list[Fault], folder: str) -> list[Fault]:
    """Give the warnings of the first few files, and one that counts the others."""
    more = len(astray) - MOST_NAMED
    if more <= 0:
        return astray
    return [*astray[:MOST_NAMED], Fault(f"{folder}/", 0, f"{more:,} more files like these are passed over", "warning")]


def _fault_of(root: Path, entry: os.DirEntry[str], name: str) -> Fault | None:
    if not name.isprintable() or not name.isascii():
        odd = odd_name(entry.name)
        if odd:
            return Fault(relative(root, Path(entry.path)), 0, odd)
    if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root.resolve()):
        return Fault(name, 0, "is a link to a file outside the project (copy the file in)")
    if not entry.is_file() and os.path.lexists(entry.path):
        return Fault(name, 0, "is no plain file (delete it)")
    return None


def _twin_of(file: str, name: str, seen: dict[str, str]) -> Fault | None:
    twin = seen.setdefault(file.rpartition(".")[0].casefold(), name)
    if twin == name:
        return None
    return Fault(name, 0, f"has the same name as {twin}, and a file is known by it (rename one of the two)")


def stamp_of(stat: os.stat_result, now: float | None = None) -> str:
    """Give what tells that a file is still the same; of a young one also the time of the look."""
    now = time.time() if now is None else now
    young = f"-{now}" if now - max(stat.st_mtime, stat.st_ctime) < YOUNG else ""
    return f"{stat.st_size}-{stat.st_mtime_ns}-{stat.st_ctime_ns}-{stat.st_ino}{young}"
