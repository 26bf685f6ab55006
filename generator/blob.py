"""Bytes that may wait on the disk until somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable

# Gives the bytes from a place up to another.
Fetch = Callable[[int, int], bytes]


class Blob:
    """Bytes at hand, or bytes that are fetched each time they are asked for, so that a site need not fit in memory."""

    __slots__ = ("_data", "_fetch", "size")

    def __init__(self, data: bytes = b"", *, size: int = 0, fetch: Fetch | None = None) -> None:
        self._data = data
        self._fetch = fetch
        self.size = size or len(data)

    def read(self, start: int = 0, end: int | None = None) -> bytes:
        """Give the bytes from `start` up to `end`."""
        if self._fetch is None:
            return self._data[start:end]
        return self._fetch(start, self.size if end is None else end)

    def lay_down(self, fetch: Fetch) -> None:
        """Let go of the bytes: from now on they are fetched."""
        self._fetch = fetch
        self._data = b""
