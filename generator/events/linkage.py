"""Join what is close into groups, closest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain

Pair = tuple[int, int]


def join(labels: Sequence[str], closeness: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Give groups of indices by average linkage: two groups become one while their pairs are close enough on average.

    A pair that is not in `closeness` counts as 0. Indices with the same label begin as one group, and groups with
    different labels never join; an empty label is none.
    """
    parts = _parts(labels, [pair for pair, close in closeness.items() if close >= threshold])
    home = {index: number for number, part in enumerate(parts) for index in part}
    within: list[dict[Pair, float]] = [{} for _ in parts]
    for pair, close in closeness.items():
        if home[pair[0]] == home[pair[1]]:
            within[home[pair[0]]][pair] = close
    return [
        members
        for part, pairs in zip(parts, within, strict=True)
        for members in _joined(part, [labels[index] for index in part], pairs, threshold)
    ]


def _parts(labels: Sequence[str], near: Iterable[Pair]) -> list[list[int]]:
    """Give the indices in parts of which nothing joins across: no pair across is near enough, so none is on average."""
    first = list(range(len(labels)))
    first_of: dict[str, int] = {}
    same = [(first_of.setdefault(label, index), index) for index, label in enumerate(labels) if label]
    for one, other in chain(same, near):
        here, there = _first(first, one), _first(first, other)
        first[max(here, there)] = min(here, there)
    parts: dict[int, list[int]] = defaultdict(list)
    for index in range(len(labels)):
        parts[_first(first, index)].append(index)
    return list(parts.values())


def _first(first: list[int], index: int) -> int:
    while first[index] != index:
        first[index] = index = first[first[index]]
    return index


def _joined(
    part: list[int], labels: Sequence[str], closeness: Mapping[Pair, float], threshold: float
) -> list[list[int]]:
    """Give the groups of a part: one, without further ado, where each pair is near enough, as in most parts."""
    pairs = len(part) * (len(part) - 1) // 2
    if len(closeness) == pairs and not any(labels) and (not pairs or min(closeness.values()) >= threshold):
        return [part]
    groups = _Groups(part, labels, closeness)
    queue = [(-close, *pair) for close, pair in groups.pairs() if close >= threshold]
    heapify(queue)
    while queue:
        away, one, other = heappop(queue)
        if groups.closeness(one, other) != -away or groups.are_apart(one, other):
            continue  # one of the two has grown or gone since, or they may not join
        for pair in groups.merge(one, other):
            close = groups.closeness(*pair)
            if close >= threshold:
                heappush(queue, (-close, *pair))
    return list(groups.members.values())


class _Groups:
    """What joining changes: the members of each group, by its first index, and the summed closeness between groups."""

    def __init__(self, part: Sequence[int], labels: Sequence[str], closeness: Mapping[Pair, float]) -> None:
        self.members: dict[int, list[int]] = defaultdict(list)
        self._label: dict[int, str] = {}
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)
        first_of: dict[str, int] = {}
        home: dict[int, int] = {}
        for index, label in zip(part, labels, strict=True):
            group = home[index] = first_of.setdefault(label, index) if label else index
            self.members[group].append(index)
            self._label[group] = label
        for (one, other), close in closeness.items():
            here, there = home[one], home[other]
            if here != there:
                self._sums[here][there] = self._sums[there][here] = self._sums[here].get(there, 0.0) + close

    def pairs(self) -> Iterator[tuple[float, Pair]]:
        for here, sums in self._sums.items():
            size = len(self.members[here])
            for there, total in sums.items():
                if here < there:
                    yield total / (size * len(self.members[there])), (here, there)

    def closeness(self, one: int, other: int) -> float:
        total = self._sums[one].get(other) if one in self._sums else None
        return total / (len(self.members[one]) * len(self.members[other])) if total is not None else -1.0

    def are_apart(self, one: int, other: int) -> bool:
        return bool(self._label[one] and self._label[other])

    def merge(self, one: int, other: int) -> list[Pair]:
        """Put the other group into the first; give the pairs whose closeness has changed."""
        self._label[one] = self._label[one] or self._label[other]
        self.members[one] += self.members.pop(other)
        mine = self._sums[one]
        for third, total in self._sums.pop(other).items():
            if third != one:
                theirs = self._sums[third]
                del theirs[other]
                mine[third] = theirs[one] = mine.get(third, 0.0) + total
        del mine[other]
        return [(min(one, third), max(one, third)) for third in mine]
