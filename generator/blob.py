"""Bytes that may wait on the disk until somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable


class Blob:
    """Bytes at hand, or bytes that are fetched each time they are asked for, so that a site need not fit in memory."""

    __slots__ = ("_data", "_fetch")

    def __init__(self, data: bytes = b"", fetch: Callable[[], bytes] | None = None) -> None:
        self._data = data
        self._fetch = fetch

    def read(self, start: int = 0, end: int | None = None) -> bytes:
        """Give the bytes from `start` up to `end`."""
        return (self._fetch() if self._fetch else self._data)[start:end]
