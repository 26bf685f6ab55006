"""A seal on a whole build: while nothing that it read or wrote has changed, there is nothing to build.

It is the quickest of all memories, since it is looked at before anything else is loaded. It knows files by their
stamps (size, times, inode), so it is set only when all of them are old enough to be told by these.
"""

from __future__ import annotations

import json
import os
import time
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from generator.edition import edition
from generator.files import is_settled

# Of each file: size, time of its content, of its inode, and inode. Windows has no time of the inode.
_FACTS, _CHANGED = 4, 2 if os.name == "posix" else 1
_MAGIC = "dateline seal 1"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a build was asked, what it read and wrote, the warnings it told, and what it would say if nothing changed.

    `read` are folders, `digested` folders of which the bytes count, since the build itself wrote them; `written` is the
    output folder, whose manifest names the files; empty where nothing is published.
    """

    asked: str
    read: tuple[str, ...]
    digested: tuple[str, ...]
    inputs: str
    written: str
    manifest: str
    outputs: str
    faults: tuple[str, ...]
    said: tuple[str, ...]


def read_seal(path: str, asked: str) -> Seal | None:
    """Give the seal on what is asked if nothing has changed since, else None."""
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a third of the time of pathlib's
            magic, check, text = file.read().split("\n", 2)
        if magic != _MAGIC or check != _hex(text.encode()):
            return None
        parts: dict[str, Any] = json.loads(text)
        for name in ("read", "digested", "faults", "said"):
            parts[name] = tuple(parts[name])
        seal = Seal(**parts)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if seal.asked != asked or seal.inputs != inputs_of(seal.read, seal.digested):
        return None
    return seal if seal.outputs == outputs_of(seal.written, seal.manifest) else None


def write_seal(path: str, seal: Seal) -> None:
    """Set a seal, whole or not at all."""
    text = json.dumps(asdict(seal), ensure_ascii=False)
    passing = f"{path}.tmp"
    try:
        with open(passing, "w", encoding="utf-8") as file:  # noqa: PTH123 - as above
            file.write(f"{_MAGIC}\n{_hex(text.encode())}\n{text}")
        os.replace(passing, path)  # noqa: PTH105 - as above
    except (OSError, UnicodeError):  # the next build is made, and says what this one says
        break_seal(path)


def break_seal(path: str) -> None:
    """Take a seal away."""
    try:
        os.unlink(path)  # noqa: PTH108 - as above
    except OSError:
        return


def inputs_of(read: Iterable[str], digested: Iterable[str], *, before: int | None = None) -> str:
    """Give the fingerprint of all that a build reads, our own code too.

    Empty where something changed at or after the instant `before` (nanoseconds; now, if it is not told), or so short
    before it that nobody can tell.
    """
    digest = blake2b(edition(), digest_size=16)
    before = time.time_ns() if before is None else before
    for place in read:
        names: list[str] = []
        stamps = array("Q")
        _walk(place, names, stamps)
        if _changed(stamps, before):
            return ""
        digest.update("\n".join([place, *names]).encode("utf-8", "surrogateescape"))
        digest.update(stamps.tobytes())
    for name in sorted(name for place in digested for name in _files_in(place)):
        digest.update(name.encode("utf-8", "surrogateescape"))
        try:
            with open(name, "rb") as file:  # noqa: PTH123 - as above
                digest.update(blake2b(file.read()).digest())
        except OSError:
            return ""
    return digest.hexdigest()


def outputs_of(folder: str, manifest: str) -> str:
    """Give the fingerprint of a published folder by its manifest's files; empty where one is missing or too young."""
    if not folder:
        return ""
    stamps = array("Q")
    try:
        with open(f"{folder}/{manifest}", "rb") as file:  # noqa: PTH123 - as above
            data = file.read()
        prefix = os.fsencode(f"{folder}/")
        for line in data.splitlines():
            _add(stamps, os.lstat(prefix + line.partition(b" ")[2]))
    except OSError:
        return ""
    return "" if _changed(stamps, time.time_ns()) else blake2b(data + stamps.tobytes(), digest_size=16).hexdigest()


def _files_in(place: str) -> list[str]:
    names: list[str] = []
    _walk(place, names, array("Q"))
    return names


def _walk(place: str, names: list[str], stamps: array[int]) -> None:
    try:
        with os.scandir(place) as found:
            entries = sorted(found, key=_name)
    except NotADirectoryError:
        names.append(place)
        _add(stamps, os.stat(place))  # noqa: PTH116 - as above
        return
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _walk(entry.path, names, stamps)
            continue
        names.append(entry.path)
        try:
            _add(stamps, entry.stat())
        except OSError:  # a link to nothing
            _add(stamps, entry.stat(follow_symlinks=False))


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _add(stamps: array[int], stat: os.stat_result) -> None:
    stamps.extend((stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino & 0xFFFF_FFFF_FFFF_FFFF))


def _changed(stamps: Sequence[int], before: int) -> bool:
    # An editor may set the time of a file's content as she likes, that of its inode nobody can.
    latest = max(stamps[_CHANGED::_FACTS], default=0)
    return not is_settled(latest, before)


def _hex(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
