"""What tells that a file is still the same; a change is what differs from the last look, never an event."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b, file_digest
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from generator.files import YOUNG, is_passing


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file, and of a young one also a digest: it may change again unseen."""

    facts: tuple[int, ...]
    digest: bytes


Known = dict[str, Stamp]


def look(folders: Sequence[Path], files: Sequence[Path], known: Known) -> set[str]:
    """Look at every file below the folders and at the files; give the paths that differ from `known`, renewed."""
    present = {path for folder in folders for path in _walk(str(folder))} | {str(path) for path in files}
    return _compare(present | known.keys(), known)


def look_at(paths: Iterable[str], known: Known) -> set[str]:
    """Look at some paths, and at what is or was below those that are or were folders."""
    wanted: set[str] = set()
    for path in paths:
        wanted.add(path)
        if path not in known:
            wanted.update(_walk(path))
            wanted.update(name for name in known if name.startswith(path + os.sep))
    return _compare(wanted, known)


def _walk(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_passing(name)]
        yield from (f"{here}{os.sep}{name}" for name in files if not is_passing(name))


def _compare(paths: Iterable[str], known: Known) -> set[str]:
    changed: set[str] = set()
    for path in paths:
        before = known.get(path)
        now = _stamp(path, before)
        if now is None:
            known.pop(path, None)
        else:
            known[path] = now if _is_young(now) else replace(now, digest=b"")
        if (before is None) != (now is None) or (before and now and _differ(before, now)):
            changed.add(path)
    return changed


def _differ(before: Stamp, now: Stamp) -> bool:
    return before.facts != now.facts or (before.digest != now.digest and b"" not in (before.digest, now.digest))


def _stamp(path: str, before: Stamp | None) -> Stamp | None:
    """Give a file's stamp, or None where there is no file.

    The digest is taken of a young file, and once more when it no longer is one.
    """
    try:
        stat = os.stat(path)  # noqa: PTH116  # to make a Path of each name takes longer than to ask for its stamp
    except (OSError, ValueError):
        try:
            stat = Path(path).lstat()  # a link to nothing: a build has something to say about it
        except (OSError, ValueError):
            return None
    if S_ISDIR(stat.st_mode):
        return None
    now = Stamp((stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino, stat.st_mode), b"")
    was_young = before is not None and before.facts == now.facts and before.digest != b""
    wanted = S_ISREG(stat.st_mode) and (was_young or _is_young(now))  # to read a pipe would last for ever
    return replace(now, digest=_digest(path)) if wanted else now


def _is_young(stamp: Stamp) -> bool:
    return time.time_ns() - max(stamp.facts[:2]) < YOUNG * 1e9


def _digest(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file_digest(file, lambda: blake2b(digest_size=16)).digest()
    except OSError:
        return b"unreadable"
