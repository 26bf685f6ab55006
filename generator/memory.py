"""Results on disk: an append-only file of checked records. Whatever is odd in it is forgotten, never believed."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

_MAGIC = b"dateline memory 1\n"
_HEAD = struct.Struct(">16sII")  # key, length of the payload, its CRC-32
# Forgotten results may take as much room as those in use, and this much more, before the file is written anew.
_SLACK = 4_000_000


class Memory:
    """A mapping from 16-byte keys to payloads that outlives the process."""

    def __init__(self, path: Path, edition: bytes) -> None:
        """Open the memory at `path`; results of another `edition` (of code or libraries) are forgotten."""
        self._path = path
        self._head = _MAGIC + edition + b"\n"
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._data = self._read()
        self._places = self._index()

    def get(self, key: bytes) -> bytes | None:
        """Give what was put under a key, or None."""
        payload = self._new.get(key)
        if payload is None and key in self._places:
            start, length, check = self._places[key]
            payload = self._data[start : start + length]
            if crc32(payload) != check:
                del self._places[key]
                return None
        if payload is not None:
            self._used.add(key)
        return payload

    def put(self, key: bytes, payload: bytes) -> None:
        """Remember a payload; it reaches the disk with `keep`."""
        self._new[key] = payload
        self._used.add(key)

    def keep(self) -> None:
        """Write what is new to the disk and forget what was not asked for since the last time, when it grows large."""
        live = {key: place for key, place in self._places.items() if key in self._used}
        used = sum(length for _, length, _ in live.values()) + sum(map(len, self._new.values()))
        try:
            if not self._data.startswith(self._head) or len(self._data) > 2 * used + _SLACK:
                self._write_anew(live)
            elif self._new:
                self._append()
        except OSError:
            self._path.unlink(missing_ok=True)
        self._used.clear()

    def _append(self) -> None:
        with self._path.open("ab") as file:
            file.write(b"".join(_records(self._new.items())))
        self._data = self._read()
        self._places = self._index()
        self._new.clear()

    def _write_anew(self, live: dict[bytes, tuple[int, int, int]]) -> None:
        old = [(key, self._data[start : start + length]) for key, (start, length, _) in live.items()]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        passing = self._path.with_suffix(f".{os.getpid()}.tmp")
        passing.write_bytes(self._head + b"".join(_records([*old, *self._new.items()])))
        passing.replace(self._path)
        self._data = self._read()
        self._places = self._index()
        self._new.clear()

    def _read(self) -> bytes:
        try:
            data = self._path.read_bytes()
        except OSError:
            return b""
        return data if data.startswith(self._head) else b""

    def _index(self) -> dict[bytes, tuple[int, int, int]]:
        places: dict[bytes, tuple[int, int, int]] = {}
        at, end = len(self._head), len(self._data)
        while at + _HEAD.size <= end:
            key, length, check = _HEAD.unpack_from(self._data, at)
            at += _HEAD.size
            if at + length > end:
                break
            places[key] = (at, length, check)
            at += length
        return places


def _records(items: Iterable[tuple[bytes, bytes]]) -> Iterable[bytes]:
    for key, payload in items:
        yield _HEAD.pack(key, len(payload), crc32(payload))
        yield payload
