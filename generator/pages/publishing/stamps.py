"""What is known of published files without reading them: an inode of this size and these times has this content.

A row holds wherever the file is linked or moved to, and for no other file: so rows name no paths. The rows lie in a
file that is safe to delete; whatever is odd in it means that the site is read once.
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from generator.files import is_settled
from generator.pages.model import File, file_of

# Inode, size, times of the last change of content and of anything, in nanoseconds.
Facts = tuple[int, int, int, int]
# The facts, and the fingerprint of the content.
Row = tuple[int, int, int, int, bytes]

_MAGIC = b"dateline stamps 1\n"
_CHECK = struct.Struct("<I")
_ROW = struct.Struct("<Qqqq16s")


def read_stamps(path: Path) -> set[Row]:
    """Give the rows that were noted; none where the file is not whole."""
    try:
        data = path.read_bytes()
        head, body = data[: len(_MAGIC) + _CHECK.size], data[len(_MAGIC) + _CHECK.size :]
        return set(_ROW.iter_unpack(body)) if head == _MAGIC + _CHECK.pack(crc32(body)) else set()
    except (OSError, struct.error):
        return set()


def write_stamps(path: Path, rows: Iterable[Row]) -> None:
    """Note the rows of files that are old enough; where nothing can be written, the next build reads the others."""
    now = time.time_ns()
    body = b"".join([_ROW.pack(*row) for row in rows if _is_settled(row, now)])
    passing = path.with_suffix(".tmp")
    try:
        passing.write_bytes(_MAGIC + _CHECK.pack(crc32(body)) + body)
        passing.replace(path)
    except OSError:
        with suppress(OSError):
            passing.unlink()


def find_rows(folder: str, files: Mapping[str, File], known: set[Row]) -> dict[str, Row]:
    """Give the row of each file that is there with just these bytes; only what is not known is read."""
    found: dict[str, Row] = {}
    for name, file in files.items():
        facts = facts_of(f"{folder}/{name}")
        if facts:
            row = (*facts, bytes.fromhex(file.fingerprint))
            if row in known or (facts[1] == file.size and _holds(Path(folder, name), file)):
                found[name] = row
    return found


def row_of(path: str, file: File) -> Row | None:
    """Give the row of a file that was just written, None where it is gone already."""
    facts = facts_of(path)
    return facts and (*facts, bytes.fromhex(file.fingerprint))


def facts_of(path: str) -> Facts | None:
    """Give what tells a file (or a link) on disk from any other, None where there is none."""
    try:
        stat = os.lstat(path)
    except OSError:
        return None
    # An inode has 128 bits on some systems.
    return (stat.st_ino & 0xFFFF_FFFF_FFFF_FFFF, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _holds(path: Path, file: File) -> bool:
    try:
        if path.is_symlink() or not path.is_file():  # a pipe would never end
            return False
        return file_of(file.path, path.read_bytes()).fingerprint == file.fingerprint
    except OSError:
        return False


def _is_settled(row: Row, now: int) -> bool:
    return is_settled(max(row[2], row[3]), now)
