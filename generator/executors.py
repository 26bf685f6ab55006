"""Where work is done: in place, or only where its result is not remembered.

Any `concurrent.futures.Executor` is an executor too.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, is_dataclass
from functools import partial
from hashlib import blake2b
from types import FunctionType
from typing import Any, Protocol, TypeVar, get_type_hints

from generator.codec import ForeignError, blob_of, decode, encode, members_of, plain, values_in
from generator.memory import Memory

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = TypeVar("Work", bound=Callable[..., Any])

_AT_HAND = "at_hand"


class Executor(Protocol):
    """Maps a function over items, results in the order of the items."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item."""


class InPlace:
    """Does the work here and now."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item."""
        return map(function, items)


@dataclass(slots=True)
class _Call:
    """What one call of `map` was asked and gave, for the next build."""

    work: str
    items: Sequence[Any]
    results: list[Any]


class Recalling:
    """Recalls, within one process, what came of the very same things; another executor does the rest.

    Things are the same where they are equal: one object mostly, or tuples of such; so a build after an edit asks only
    for what has to do with the edit. Of each function the last calls are recalled: what they did not ask for is let go.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._calls: dict[tuple[str, int], _Call] = {}  # by the function's name and which call of the build it was
        self._times: Counter[str] = Counter()

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item, the same object where it is known."""
        items = list(items)
        try:
            work = text_of(function)
        except ForeignError:
            return self._executor.map(function, items)
        name = bare(function).__qualname__
        place = name, self._times[name]
        self._times[name] += 1
        last = self._calls.get(place)
        call = self._calls[place] = self._recall(function, work, items, last if last and last.work == work else None)
        return iter(call.results)

    def turn(self) -> None:
        """End a build."""
        self._times.clear()
        if isinstance(self._executor, Remembering):
            self._executor.turn()

    def _recall(self, function: Callable[[Any], Any], work: str, items: list[Any], last: _Call | None) -> _Call:
        if last is None:
            return _Call(work, items, list(self._executor.map(function, items)))
        results, places, gone = _carried(items, last)
        moved = {_grip(last.items[at]): last.results[at] for at in gone}
        missing: dict[Any, list[int]] = {}
        for at in places:
            grip = _grip(items[at])
            results[at] = moved.get(grip, _NONE)
            if results[at] is _NONE:
                missing.setdefault(grip, []).append(at)
        made = self._executor.map(function, [items[places[0]] for places in missing.values()])
        for places, result in zip(missing.values(), made, strict=True):
            for at in places:
                results[at] = result
        return _Call(work, items, results)


_NONE = object()
_STRETCH = 256


def _carried(items: Sequence[Any], last: _Call) -> tuple[list[Any], Sequence[int], Sequence[int]]:
    """Give the last results of items that stand where they stood, the places of other items, and of those now gone.

    Where items came or went, what stands before the first and behind the last difference stands where it stood.
    """
    old, results = last.items, last.results
    if len(items) == len(old):
        same = list(results)
        places = list(_differing(items, old))
        for at in places:
            same[at] = _NONE
        return same, places, places
    least = min(len(items), len(old))
    head = next((at for at in range(least) if items[at] != old[at]), least)
    tail = next((at for at in range(least - head) if items[-1 - at] != old[-1 - at]), least - head)
    between = [_NONE] * (len(items) - head - tail)
    carried = [*results[:head], *between, *results[len(old) - tail :]]
    return carried, range(head, len(items) - tail), range(head, len(old) - tail)


def _differing(items: Sequence[Any], old: Sequence[Any]) -> Iterator[int]:
    """Give the places at which two sequences of one length differ, a stretch at a time: most stretches are equal."""
    for start in range(0, len(items), _STRETCH):
        here, there = items[start : start + _STRETCH], old[start : start + _STRETCH]
        if here != there:
            yield from (start + at for at, item in enumerate(here) if item is not there[at] and item != there[at])


class Remembering:
    """Asks the memory first and lets another executor do the rest.

    A result is known by what goes in: the function with its options, the item, our code and the libraries (the
    memory's edition). What came out of the memory or went into it is known by its fingerprint, so that no text is
    made twice. Work of functions that are not ours is never remembered: nobody knows what they read.
    """

    def __init__(self, executor: Executor, memory: Memory) -> None:
        self._executor = executor
        self._memory = memory
        self._known: dict[int, tuple[Any, Any]] = {}  # results by identity: the object, and what stands for it in a key
        self._usual = 0
        self._text = _encoder(self._token)

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item, from memory where it is known."""
        items = list(items)
        if getattr(bare(function), _AT_HAND, False):
            return self._at_hand(function, items)
        try:
            work = text_of(function).encode()
            keys = [self._key(work, item) for item in items]
            kind = get_type_hints(bare(function))["return"]
        except ForeignError:
            return self._executor.map(function, items)
        return self._recall(function, items, keys, kind)

    def _at_hand(self, function: Callable[[Item], Result], items: list[Item]) -> Iterator[Result]:
        """Do the work; where it puts values together without options, they are known by what they are made of."""
        results = list(map(function, items))
        if function is bare(function) and results and any(map(is_dataclass, _parts(results[0]))):
            work = text_of(function).encode()
            for item, result in zip(items, results, strict=True):
                token = {"made": self._key(work, item).hex()}
                for part in _parts(result):
                    self._known[id(part)] = part, token
        return iter(results)

    def turn(self) -> None:
        """End a build: of results that nobody has any more no more are held than of those in use."""
        self._usual = self._usual or len(self._known)
        if len(self._known) > 2 * self._usual + 10_000:
            self._known.clear()

    def _recall(
        self, function: Callable[[Item], Result], items: list[Item], keys: list[bytes], kind: Any
    ) -> Iterator[Result]:
        known: dict[bytes, Any] = {}
        missing: dict[bytes, Item] = {}
        for key, item in zip(keys, items, strict=True):
            if key not in known and key not in missing:
                result = self._remembered(key, kind, function, item)
                if result is None:
                    missing[key] = item
                else:
                    known[key] = result
        made = zip(missing, self._executor.map(function, list(missing.values())), strict=True)
        for key in keys:
            while key not in known:
                done, result = next(made)
                self._put(done, result, function, missing[done])
                known[done] = self._note(done, result)
            yield known[key]

    def _put(self, key: bytes, result: Any, function: Callable[[Any], Any], item: Any) -> None:
        blob = blob_of(result)
        self._memory.put(key, encode(result), blob.read() if blob else b"")
        if blob and blob.size:
            blob.lay_down(self._memory.fetch(key, partial(_made_again, function, item)))

    def _remembered(self, key: bytes, kind: Any, function: Callable[[Any], Any], item: Any) -> Any:
        """Give a result, or None where it is not known: no work of ours gives None."""
        payload = self._memory.get(key)
        if payload is None:
            return None
        try:
            result = decode(payload, kind)
        except (ValueError, TypeError, KeyError):
            return None
        blob = blob_of(result)
        if blob and blob.size:
            blob.lay_down(self._memory.fetch(key, partial(_made_again, function, item)))
        return self._note(key, result)

    def _note(self, key: bytes, result: Any) -> Any:
        """Note by which fingerprint a result, and each value that it has as a field, is known from now on."""
        kind: Any = type(result)
        parts = values_in(kind)
        if parts is not None:
            mark = self._memory.mark(key).hex()
            self._known[id(result)] = result, {"result": mark}
            for name in parts:
                member = getattr(result, name)
                self._known[id(member)] = member, {"result": mark, "field": name}
        return result

    def _key(self, work: bytes, item: Any) -> bytes:
        return blake2b(work + self._text(item).encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _token(self, value: Any) -> Any:
        """Give what stands in a key for a value that JSON does not know: its fingerprint where one is known."""
        known = self._known.get(id(value))
        if known is not None and known[0] is value:
            return known[1]
        return _in_key(value)


def _parts(result: Any) -> tuple[Any, ...]:
    return result if isinstance(result, tuple) else (result,)


def _encoder(default: Callable[[Any], Any]) -> Callable[[Any], str]:
    """Give what makes a text of values; it asks `default` for those that JSON does not know."""
    encoder = json.JSONEncoder(
        ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"), default=default
    )
    return encoder.encode


def _in_key(value: Any) -> Any:
    """Give what stands in a key for a value: of one that is `known_by` a fingerprint of all of it, that alone."""
    name = getattr(type(value), "known_by", "")
    return [type(value).__qualname__, getattr(value, name)] if name else plain(value)


_TEXT = _encoder(_in_key)


def text_of(function: Callable[..., Any]) -> str:
    """Give what a function of ours and its options are known by. Raises `ForeignError`."""
    return _TEXT(function)


def _grip(item: Any) -> Any:
    """Give what tells things apart: a plain value itself, an object by its identity, which lives as long as it is held.

    Of an object with fields (an event's members), or a tuple, the parts and theirs are gripped; what lies deeper is not
    looked at, since there is much of it: a month's entries, a source's articles.
    """
    if isinstance(item, tuple):
        return tuple([_hold_parts(part) for part in item])
    if is_dataclass(item) and not isinstance(item, type):
        return (type(item), *[_hold_parts(member) for member in members_of(item)])
    return _hold(item)


def _hold_parts(value: Any) -> Any:
    return tuple([_hold(part) for part in value]) if isinstance(value, tuple) else _hold(value)


def _hold(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, int, float, FunctionType)) else id(value)


def _made_again(function: Callable[[Any], Any], item: Any) -> bytes:
    blob = blob_of(function(item))
    return blob.read() if blob else b""


def at_hand(function: Work) -> Work:
    """Mark a function whose result is quicker to make than to read: it is recalled within a process, never kept."""
    setattr(function, _AT_HAND, True)
    return function


def is_ours(function: Any) -> bool:
    """Tell whether a function is one of this package, of which we know what it reads."""
    return bool(bare(function).__module__.startswith("generator."))


def bare(function: Any) -> Any:
    """Give the function itself, without the options bound to it."""
    while isinstance(function, partial):
        function = function.func
    return function
