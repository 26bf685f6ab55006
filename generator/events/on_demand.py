"""A sequence whose items are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

Item = TypeVar("Item")


class OnDemand(Sequence[Item]):
    """What a function gives for each of some things: a summary is made of the first sentences of long articles."""

    __slots__ = ("_function", "_known", "_things")

    def __init__(self, function: Callable[[Any], Item], things: Sequence[Any]) -> None:
        self._function = function
        self._things = things
        self._known: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, at: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(at, slice):
            return tuple([self[each] for each in range(len(self))[at]])
        if at not in self._known:
            self._known[at] = self._function(self._things[at])
        return self._known[at]

    def __iter__(self) -> Iterator[Item]:
        return map(self.__getitem__, range(len(self._things)))
