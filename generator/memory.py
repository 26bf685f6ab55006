"""Results on disk: an append-only file of checked records. Whatever is odd in it is forgotten, never believed."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

_MAGIC = b"dateline memory 1\n"
_HEAD = struct.Struct(">16sII")  # key, length of the payload, its CRC-32
# Forgotten results may take as much room as those in use, and this much more, before the file is written anew.
_SLACK = 4_000_000

Place = tuple[int, int, int]  # where a payload starts, its length, its CRC-32


class Memory:
    """A mapping from 16-byte keys to payloads that outlives the process."""

    def __init__(self, path: Path, edition: bytes) -> None:
        """Open the memory at `path`; results of another `edition` (of code or libraries) are forgotten."""
        self._path = path
        self._head = _MAGIC + edition + b"\n"
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._file = -1
        self._open()

    def get(self, key: bytes) -> bytes | None:
        """Give what was put under a key, or None."""
        payload = self._new.get(key)
        if payload is None and key in self._places:
            payload = self._read(self._places[key])
            if payload is None:
                del self._places[key]
        if payload is not None:
            self._used.add(key)
        return payload

    def put(self, key: bytes, payload: bytes) -> None:
        """Remember a payload; it reaches the disk with `keep`."""
        self._new[key] = payload
        self._used.add(key)

    def keep(self) -> None:
        """Write what is new to the disk; forget what nobody has asked for since the opening, when the file grows."""
        live = {key: place for key, place in self._places.items() if key in self._used}
        used = sum(length for _, length, _ in live.values()) + sum(map(len, self._new.values()))
        try:
            if not self._size or self._size > 2 * used + _SLACK:
                self._write_anew(live)
            elif self._new:
                self._append()
        except OSError:  # a memory that cannot be written is none: the next build is a clean one
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._new.clear()

    def close(self) -> None:
        """Let go of the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _open(self) -> None:
        self.close()
        self._places: dict[bytes, Place] = {}
        self._size = 0
        try:
            data = self._path.read_bytes()
            if data.startswith(self._head):
                self._file = os.open(self._path, os.O_RDONLY)
                self._places, self._size = _index(data, len(self._head))
        except OSError:
            return

    def _read(self, place: Place) -> bytes | None:
        start, length, check = place
        try:
            payload = os.pread(self._file, length, start)
        except OSError:
            return None
        return payload if len(payload) == length and crc32(payload) == check else None

    def _append(self) -> None:
        with self._path.open("r+b") as file:
            file.truncate(self._size)  # what a build that was ended left behind
            file.seek(self._size)
            file.write(b"".join(_records(self._new.items())))
        at = self._size
        for key, payload in self._new.items():
            at += _HEAD.size
            self._places[key] = (at, len(payload), crc32(payload))
            at += len(payload)
        self._size = at

    def _write_anew(self, live: dict[bytes, Place]) -> None:
        old = [(key, payload) for key, place in live.items() if (payload := self._read(place)) is not None]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        passing = self._path.with_suffix(f".{os.getpid()}.tmp")
        passing.write_bytes(self._head + b"".join(_records([*old, *self._new.items()])))
        passing.replace(self._path)
        self._open()


def _index(data: bytes, at: int) -> tuple[dict[bytes, Place], int]:
    """Give where each payload lies, and where the last whole record ends."""
    places: dict[bytes, Place] = {}
    while at + _HEAD.size <= len(data):
        key, length, check = _HEAD.unpack_from(data, at)
        if at + _HEAD.size + length > len(data):
            break
        places[key] = (at + _HEAD.size, length, check)
        at += _HEAD.size + length
    return places, at


def _records(items: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for key, payload in items:
        yield _HEAD.pack(key, len(payload), crc32(payload))
        yield payload
