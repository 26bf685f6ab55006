"""Where work is done: in place, or only where its result is not remembered.

Any `concurrent.futures.Executor` is an executor too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FunctionType
from typing import Any, Protocol, TypeVar, get_type_hints

from generator.codec import ForeignError, decode, encode, key_of
from generator.memory import Memory

Item = TypeVar("Item")
Result = TypeVar("Result")

_LIBRARIES = ("jinja2", "markdown-it-py", "pyyaml", "markupsafe")


class Executor(Protocol):
    """Maps a function over items, results in the order of the items."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item."""


class InPlace:
    """Does the work here and now."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item."""
        return map(function, items)


class Remembering:
    """Asks the memory first and lets another executor do the rest.

    A result is known by what goes in: the function with its options, the item, our code and the libraries (the
    memory's edition). Work of functions that are not ours is never remembered: nobody knows what they read.
    """

    def __init__(self, executor: Executor, memory: Memory) -> None:
        self._executor = executor
        self._memory = memory

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item, from memory where it is known."""
        items = list(items)
        try:
            work = key_of(function)
            keys = [key_of(work.hex(), item) for item in items]
            kind = get_type_hints(_plain(function))["return"]
        except ForeignError:
            return self._executor.map(function, items)
        return self._recall(function, items, keys, kind)

    def _recall(
        self, function: Callable[[Item], Result], items: list[Item], keys: list[bytes], kind: Any
    ) -> Iterator[Result]:
        known = {key: value for key in dict.fromkeys(keys) for value in self._known(key, kind)}
        missing = {key: item for key, item in zip(keys, items, strict=True) if key not in known}
        made = zip(missing, self._executor.map(function, list(missing.values())), strict=True)
        for key in keys:
            while key not in known:
                done, result = next(made)
                self._memory.put(done, result if isinstance(result, bytes) else encode(result))
                known[done] = result
            yield known[key]

    def _known(self, key: bytes, kind: Any) -> Iterator[Any]:
        payload = self._memory.get(key)
        if payload is not None:
            try:
                yield payload if kind is bytes else decode(payload, kind)
            except (ValueError, TypeError, KeyError):
                return


class Recalling:
    """Recalls, within one process, what came of the very same things; another executor does the rest.

    Things are the same where they are one object, or tuples of such; so a build after an edit asks only for what has
    to do with the edit. What two builds in a row did not ask for is let go.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._last: dict[Any, tuple[Any, Any]] = {}
        self._now: dict[Any, tuple[Any, Any]] = {}

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item, the same object where it is known."""
        items = list(items)
        try:
            work = key_of(function)
        except ForeignError:
            return self._executor.map(function, items)
        grips = [(work, _grip(item)) for item in items]
        missing = {grip: item for grip, item in zip(grips, items, strict=True) if not self._knows(grip)}
        for grip, result in zip(missing, self._executor.map(function, list(missing.values())), strict=True):
            self._now[grip] = (missing[grip], result)
        return iter([self._now[grip][1] for grip in grips])

    def turn(self) -> None:
        """End a build: what it did not ask for is let go with the next one."""
        self._last, self._now = self._now, {}

    def _knows(self, grip: Any) -> bool:
        if grip not in self._now and grip in self._last:
            self._now[grip] = self._last[grip]
        return grip in self._now


def _grip(item: Any) -> Any:
    """Give what tells things apart: a plain value itself, an object by its identity, which lives as long as it is held.

    Of an object with fields (a page, an event's members) the fields are gripped, of theirs no more than the identity.
    """
    if is_dataclass(item) and not isinstance(item, type):
        return (type(item), *[_hold(getattr(item, field.name)) for field in fields(item)])
    return _hold(item)


def _hold(value: Any) -> Any:
    if value is None or isinstance(value, (str, int, float, FunctionType)):
        return value
    if isinstance(value, tuple):
        return tuple([_hold(part) for part in value])
    return id(value)


def edition() -> bytes:
    """Give a fingerprint of our code and of the libraries that shape results: another edition may give others."""
    digest = blake2b(digest_size=16)
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in {".py", ".json", ".csv", ".txt", ".tsv"}:
            digest.update(path.relative_to(Path(__file__).parent).as_posix().encode() + path.read_bytes())
    for library in _LIBRARIES:
        try:
            digest.update(f"{library} {version(library)}".encode())
        except PackageNotFoundError:
            digest.update(library.encode())
    return digest.hexdigest().encode()


def _plain(function: Any) -> Any:
    while isinstance(function, partial):
        function = function.func
    return function
