"""Results on disk, checked when they are read. Whatever is odd in them is forgotten, never believed.

`memory` holds payloads one after another, `memory.index` where each lies. Both only grow while a build runs; what a
build that was ended left behind has no place in the index and is written over.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple
from zlib import crc32

from generator.blob import Fetch

if sys.platform != "win32":
    import fcntl

_MAGIC = b"dateline memory 2\n"
_PLACE = struct.Struct(">16s16sQIII")
# Forgotten results may take as much room as those in use, and this much more, before the files are written anew.
_SLACK = 4_000_000
# As many bytes are gathered before they are written.
_GATHERED = 1_000_000
# Under this key stands what was withdrawn.
_WITHDRAWN = blake2b(b"withdrawn", digest_size=16).digest()


class Place(NamedTuple):
    """Where a payload lies: its fingerprint, its start, its length, and the length and CRC-32 of the blob behind it."""

    mark: bytes
    start: int
    length: int
    blob: int
    check: int


class Memory:
    """A mapping from 16-byte keys to payloads, each with a blob behind it, that outlives the process.

    One process at a time writes it; another that opens it meanwhile reads it and keeps nothing.
    """

    def __init__(self, path: Path, edition: bytes) -> None:
        """Open the memory at `path`; results of another `edition` (of code or libraries) are forgotten."""
        self._path = path
        self._index_path = path.with_name(f"{path.name}.index")
        self._head = _MAGIC + edition + b"\n"
        self._used: set[bytes] = set()
        self._fresh: dict[bytes, Place] = {}
        self._places: dict[bytes, Place] = {}
        self._store = _open(path)
        self._read_index()
        self._whole = 0

    def mark(self, key: bytes) -> bytes:
        """Give the fingerprint of what was put under a key."""
        return self._places[key].mark

    def get(self, key: bytes) -> bytes | None:
        """Give what was put under a key, or None."""
        place = self._places.get(key)
        if place is None:
            return None
        payload = self._store.read(place.start, place.length)
        if _mark(payload) != place.mark:
            del self._places[key]
            return None
        self._used.add(key)
        return payload

    def fetch(self, key: bytes, again: Callable[[], bytes]) -> Fetch:
        """Give what fetches parts of the blob that was put under a key; `again` makes it where it is damaged."""
        return partial(self._store.fetch, self._places[key], again)

    def put(self, key: bytes, payload: bytes, data: bytes = b"") -> None:
        """Remember a payload and the blob behind it; both are there for the next process after `keep`."""
        place = Place(_mark(payload), self._store.end, len(payload), len(data), crc32(data))
        self._places[key] = self._fresh[key] = place
        self._used.add(key)
        self._store.append(payload, data)

    @property
    def overgrown(self) -> bool:
        """Tell whether the files have grown to more than twice what they were when they were first kept, or last whole.

        A watch may then `review` the memory: it keeps what each save made, though the next save replaces it.
        """
        return self._store.lasting and self._store.end > 2 * self._whole + _SLACK

    def review(self) -> None:
        """Take it that nothing was asked for yet: what the next whole build does not ask for can be forgotten."""
        self._used.clear()

    def keep(self, *, whole: bool = True, withdrawn: Iterable[str] = ()) -> None:
        """Write what is new to the disk; after a `whole` build what it did not ask for is forgotten in time.

        It is forgotten at once where something is `withdrawn` that was not after the last whole build.
        """
        if not self._store.lasting:
            return
        at_once = whole and self._withdraws(withdrawn)
        self._store.flush()
        if not self._store.lasting:  # a memory that cannot be written is none: the next build is a clean one
            self.forget()
            return
        try:
            used = sum(self._places[key].length + self._places[key].blob for key in self._used if key in self._places)
            if at_once or (whole and self._store.end > 2 * used + _SLACK):
                self._write_anew()
            elif self._fresh:
                with self._index_path.open("ab") as index:
                    if not index.tell():
                        index.write(self._head)
                    index.write(_packed(self._fresh.items()))
        except OSError:
            self.forget()
        self._fresh.clear()
        if whole or not self._whole:
            self._whole = self._store.end

    def _withdraws(self, withdrawn: Iterable[str]) -> bool:
        names = "\n".join(sorted(withdrawn)).encode("utf-8", "surrogatepass")
        before = self.get(_WITHDRAWN) or b""
        if names != before:
            self.put(_WITHDRAWN, names)
        return not set(names.split(b"\n")) <= {b"", *before.split(b"\n")}

    def forget(self) -> None:
        """Forget everything, on the disk too."""
        self._places.clear()
        self._fresh.clear()
        for path in (self._index_path, self._path):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._store = _open(self._path)

    def close(self) -> None:
        """Let others write the file; it is closed once nobody holds a blob in it."""
        self._places.clear()
        self._store.release()
        del self._store

    def _read_index(self) -> None:
        try:
            data = self._index_path.read_bytes()
        except OSError:
            data = b""
        if not data.startswith(self._head):
            if self._store.lasting:
                self._index_path.unlink(missing_ok=True)
            self._store.cut(0)
            return
        whole = len(self._head) + (len(data) - len(self._head)) // _PLACE.size * _PLACE.size
        places = _PLACE.iter_unpack(memoryview(data)[len(self._head) : whole])
        self._places = {key: Place(*place) for key, *place in places}
        ends = [place.start + place.length + place.blob for place in self._places.values()]
        self._store.cut(max(ends, default=0))

    def _write_anew(self) -> None:
        live = [key for key in self._places if key in self._used]
        passing, passing_index = (
            path.with_name(f"{path.name}.{os.getpid()}.tmp") for path in (self._path, self._index_path)
        )
        places: dict[bytes, Place] = {}
        at = 0
        with passing.open("wb") as file:
            for key in live:
                place = self._places[key]
                file.write(self._store.read(place.start, place.length + place.blob))
                places[key] = place._replace(start=at)
                at += place.length + place.blob
        passing_index.write_bytes(self._head + _packed(places.items()))
        self._index_path.unlink(missing_ok=True)
        passing.replace(self._path)
        passing_index.replace(self._index_path)
        self._store = _open(self._path)
        self._places = places
        self._used &= places.keys()


class _Store:
    """A file that grows; it is closed when the last blob in it is gone.

    What does not last is laid behind a `base` that another process writes, in a file without a name.
    """

    def __init__(self, file: int, *, base: int = -1) -> None:
        self._file, self._base = file, base
        self.lasting = base < 0
        self._floor = os.lseek(base, 0, os.SEEK_END) if base >= 0 else 0
        self._waiting: list[bytes] = []
        self._flushed = self.end = self._floor + os.lseek(file, 0, os.SEEK_END)
        self._sound: set[int] = set()
        self._made: dict[int, bytes] = {}

    def __del__(self) -> None:
        for file in (self._file, self._base):
            if file >= 0:
                os.close(file)

    def release(self) -> None:
        """Write no more, and let another process do so."""
        if self.lasting:
            self.lasting = False
            _let_go(self._file)

    def cut(self, size: int) -> None:
        """Cut off what lies behind `size`: nobody knows what it is."""
        if self.lasting and size < self.end:
            os.truncate(self._file, size)
            self._flushed = self.end = size

    def append(self, *parts: bytes) -> None:
        """Add bytes at the end; a disk that is full costs memory instead."""
        self._waiting += parts
        self.end += sum(map(len, parts))
        if self.lasting and self.end - self._flushed > _GATHERED:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        data = b"".join(self._waiting)
        try:
            written = 0
            while written < len(data):
                written += os.pwrite(self._file, data[written:], self._flushed - self._floor + written)
        except OSError:
            self.lasting = False
            self._waiting = [data]
            return
        self._flushed += len(data)
        self._waiting.clear()

    def fetch(self, place: Place, again: Callable[[], bytes], start: int, end: int) -> bytes:
        """Give a part of a blob, which is held against its checksum at the first look; a damaged one is made again."""
        begin = place.start + place.length
        if begin in self._sound:
            return self.read(begin + start, end - start)
        data = self._made.get(begin) or self.read(begin, place.blob)
        if begin not in self._made:
            if len(data) == place.blob and crc32(data) == place.check:
                self._sound.add(begin)
            else:
                data = self._made[begin] = again()
        return data[start:end]

    def read(self, start: int, length: int) -> bytes:
        """Give bytes; fewer where there are no more."""
        if start + length > self.end:  # a damaged place may lead anywhere
            return b""
        if start + length > self._flushed and self.lasting:
            self.flush()
        try:
            if start < self._floor:
                return os.pread(self._base, length, start)
            if start < self._flushed:
                return os.pread(self._file, length, start - self._floor)
        except OSError:
            return b""
        return b"".join(self._waiting)[start - self._flushed :][:length]


def _open(path: Path) -> _Store:
    """Open a memory's file; where another process writes it, or nobody can, what is new does not last."""
    base = file = -1
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if _take(file):
            return _Store(file)
        base = file
    except OSError:
        with suppress(OSError):
            base = os.open(path, os.O_RDONLY)
    with TemporaryFile() as passing:
        return _Store(os.dup(passing.fileno()), base=base if base >= 0 else os.open(os.devnull, os.O_RDONLY))


def _take(file: int) -> bool:
    """Tell whether this process is the only one that has the file; systems without locks are believed."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True


def _let_go(file: int) -> None:
    if sys.platform != "win32":
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_UN)


def _mark(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=16).digest()


def _packed(places: Iterable[tuple[bytes, Place]]) -> bytes:
    return b"".join([_PLACE.pack(key, *place) for key, place in places])
