"""A second tree beside the published one: brought up to date unseen, then exchanged with it at one stroke.

What is the same in both is one file with two names; so a twin costs names, not bytes, and only what differs is written.
A twin is believed nowhere: a file in it is right if it is the very file of the published tree.
"""
# A Path for each of ten thousand names takes longer than the system's own part.
# ruff: noqa: PTH101, PTH102, PTH104, PTH106, PTH108, PTH103, PTH112, PTH116, PTH120

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_IMODE

from generator.files import write_whole
from generator.pages.model import File
from generator.pages.publishing.stamps import Facts, facts_of
from generator.pages.publishing.writing import parents_of, remove_files, write

# Why a place may forbid an exchange: the folder is a disk of its own, or what is beside it is not for us to write.
_FORBIDDEN = {errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Tree:
    """What lies below a folder: files (and links), and folders by path; of the folder itself the path is empty."""

    files: AbstractSet[str]
    folders: Mapping[str, os.stat_result]


def list_tree(folder: str) -> Tree:
    """Give what lies below a folder; nothing where there is none."""
    files: set[str] = set()
    folders: dict[str, os.stat_result] = {}
    waiting: list[str] = []
    if os.path.isdir(folder):
        folders[""] = os.stat(folder)
        waiting.append("")
    while waiting:
        here = waiting.pop()
        with os.scandir(f"{folder}/{here}") as entries:
            for entry in entries:
                name = here + entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders[name] = entry.stat(follow_symlinks=False)
                    waiting.append(f"{name}/")
                else:
                    files.add(name)
    return Tree(files, folders)


def backroom(output: Path) -> Path:
    """Give the folder beside the output, on the same disk, in which a new site is made; it is ours alone."""
    return output.with_name(f".{output.name}.dateline")


def recover(output: Path) -> None:
    """Bring back the old site where a build was ended between the renames of `_exchange`."""
    old = backroom(output) / "old"
    if not old.is_dir():
        return
    if not output.exists():
        old.rename(output)
    elif not (twin := old.with_name("twin")).exists():
        old.rename(twin)
    else:
        _remove_tree(old)


def open_backroom(output: Path) -> Path:
    """Make the back room, which git passes over."""
    place = backroom(output)
    place.mkdir(parents=True, exist_ok=True)
    write_whole(place / ".gitignore", b"*\n")
    return place


def discard(output: Path) -> None:
    """Remove the back room with all that is in it."""
    _remove_tree(backroom(output))


def publish_whole(
    output: Path, written: Mapping[str, File], carried: Mapping[str, Facts], live: Tree, gone: Collection[str]
) -> AbstractSet[str] | None:
    """Exchange the output for a tree of the files written and those carried over; None where this place forbids it.

    `gone` are files that were ours: their folders go too, if nothing else is in them. Gives the files that have another
    stamp now: those written, and those that got their second name.
    """
    if output.is_dir() and _is_mounted(output):
        return None
    twin = backroom(output) / "twin"
    try:
        open_backroom(output)
        linked = _bring_up(twin, output, written, carried, live, parents_of(gone))
        _exchange(twin, output)
    except OSError as error:
        if error.errno not in _FORBIDDEN:
            raise
        _remove_tree(twin)
        return None
    finally:  # now it is the old tree, or was not finished: what differs takes room and is of no use to the next build
        if twin.exists():
            with suppress(OSError):
                remove_files(str(twin), [*written, *gone])
    _fetch_late(twin, output, live)
    return linked | written.keys()


def _is_mounted(output: Path) -> bool:
    return output.is_mount() or output.stat().st_dev != output.parent.stat().st_dev


def _remove_tree(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)


def _bring_up(
    twin: Path,
    output: Path,
    written: Mapping[str, File],
    carried: Mapping[str, Facts],
    live: Tree,
    emptied: AbstractSet[str],
) -> AbstractSet[str]:
    """Make the twin hold the files written, those of the output carried over, and nothing else; give those linked."""
    if twin.is_symlink() or not twin.is_dir():
        twin.unlink(missing_ok=True)
        twin.mkdir()
    there = list_tree(str(twin))
    right = {name for name in there.files & carried.keys() if facts_of(f"{twin}/{name}") == carried[name]}
    for name in sorted(there.files - right):
        os.unlink(f"{twin}/{name}")
    folders = {"", *parents_of([*written, *carried]), *(live.folders.keys() - emptied)}
    for folder in sorted(there.folders.keys() - folders, reverse=True):
        os.rmdir(f"{twin}/{folder}")
    for folder in sorted(folders - there.folders.keys()):
        os.mkdir(f"{twin}/{folder}")
    for name in carried.keys() - right:
        _carry(f"{output}/{name}", f"{twin}/{name}")
    for name, file in written.items():
        write(f"{twin}/{name}", file.content)
    for folder in folders & live.folders.keys():
        mode = S_IMODE(live.folders[folder].st_mode)
        if folder not in there.folders or S_IMODE(there.folders[folder].st_mode) != mode:
            os.chmod(f"{twin}/{folder}", mode)
    if live.folders:
        with suppress(PermissionError, AttributeError):  # only root may give a folder away; Windows has no owners
            os.chown(twin, live.folders[""].st_uid, live.folders[""].st_gid)
    return carried.keys() - right


def _fetch_late(old: Path, output: Path, live: Tree) -> None:
    """Fetch what somebody put into the old tree after it was listed: its folders have another time then."""
    for folder, stat in live.folders.items():
        with suppress(OSError):  # somebody removed it
            if os.stat(f"{old}/{folder}").st_mtime_ns != stat.st_mtime_ns:
                for entry in list(os.scandir(f"{old}/{folder}")):
                    name = f"{folder}/{entry.name}".lstrip("/")
                    if name not in live.files and name not in live.folders and not os.path.lexists(f"{output}/{name}"):
                        os.makedirs(os.path.dirname(f"{output}/{name}"), exist_ok=True)
                        os.rename(entry.path, f"{output}/{name}")


def _carry(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno == errno.EXDEV:
            raise
        shutil.copy2(old, new, follow_symlinks=False)  # a file system without hard links


def _exchange(new: Path, output: Path) -> None:
    """Put the new folder in the place of the old one, at one stroke where the system can, and the old one in its."""
    if not output.exists():
        output.parent.mkdir(parents=True, exist_ok=True)
        new.rename(output)
    elif not _swap(new, output):
        old = new.with_name("old")
        output.rename(old)
        try:
            new.rename(output)
        except OSError:
            old.rename(output)
            raise
        old.rename(new)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two folders atomically: renameat2(2) with RENAME_EXCHANGE, on Linux."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):  # TypeError: on Windows a library has to have a name
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)
