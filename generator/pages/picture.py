"""A picture of time: one dot an event on a true scale, a lane a story. It holds no links: the list below it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.model import Entry, When
from generator.pages.wording import MONTHS, counted, span_words

# In units of the drawing, which is as wide as the column of text.
WIDTH, LANE, AXIS, EDGE = 720, 22, 20, 8
# A dot for one origin, for a few, for more.
RADII = (3, 5, 7)
FEW, MANY = 2, 4
# More lanes or labels than these are no picture any more.
MOST_LANES, MOST_TICKS = 8, 12


class Lane(NamedTuple):
    """A lane: its name, its height from above, and the paths of its dots, small to large; `spans` are vague dates."""

    name: str
    y: int
    dots: tuple[tuple[int, str], ...]
    spans: str


class Tick(NamedTuple):
    """A mark on the axis, with its words where there is room for them."""

    x: float
    words: str


class Picture(NamedTuple):
    """A drawing as a template needs it, with a title and a description for who cannot see it."""

    width: int
    height: int
    axis: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    title: str
    description: str


def draw(lanes: Mapping[str, Sequence[Entry]]) -> Picture | None:
    """Draw the dated entries of each lane, by its name; none where fewer than two days are known."""
    told = {
        name: [(entry, entry.event.when) for entry in entries if entry.event.when] for name, entries in lanes.items()
    }
    days = [when for entries in told.values() for _, when in entries]
    first, last = min((day.first for day in days), default=date.min), max((day.last for day in days), default=date.min)
    if first >= last:
        return None
    scale = _Scale(first.toordinal(), last.toordinal())
    drawn = tuple(_lanes(_most(told), scale))
    height = len(drawn) * LANE + AXIS
    count = counted(len(days), "event")
    return Picture(
        WIDTH,
        height,
        height - AXIS,
        drawn,
        tuple(_ticks(first, last, scale)),
        f"{count}, {span_words(When(first.isoformat(), 'editor'), When(last.isoformat(), 'editor'))}",
        _description(drawn, count),
    )


class _Scale(NamedTuple):
    first: int
    last: int

    def x(self, day: date) -> float:
        """Give where a day is, in units from the left."""
        return round(EDGE + (WIDTH - 2 * EDGE) * (day.toordinal() - self.first) / (self.last - self.first), 1)


Dated = Sequence[tuple[Entry, When]]


def _most(lanes: Mapping[str, Dated]) -> dict[str, Dated]:
    """Give the lanes that hold most, and the rest of them as one."""
    named = sorted((name for name in lanes if name and lanes[name]), key=lambda name: (-len(lanes[name]), name))
    kept = named[: MOST_LANES - 1]
    rest = [dated for name in lanes if name not in kept for dated in lanes[name]]
    return {**{name: lanes[name] for name in kept}, **({"": rest} if rest else {})}


def _lanes(lanes: Mapping[str, Dated], scale: _Scale) -> Iterator[Lane]:
    for number, (name, dated) in enumerate(lanes.items()):
        y = number * LANE + LANE // 2
        spans = "".join(
            f"M{scale.x(when.first):g} {y}H{scale.x(when.last):g}" for _, when in dated if when.first != when.last
        )
        yield Lane(name or ("other events" if len(lanes) > 1 else ""), y, tuple(_dots(dated, scale, y)), spans)


def _dots(dated: Dated, scale: _Scale, y: int) -> Iterator[tuple[int, str]]:
    """Give the dots as one path a size: lines of no length, which round caps make dots. A dozen bytes each."""
    paths: dict[int, list[str]] = defaultdict(list)
    for entry, when in dated:
        size = (entry.origins >= FEW) + (entry.origins >= MANY)
        middle = (scale.x(when.first) + scale.x(when.last)) / 2
        paths[RADII[size]].append(f"M{middle:g} {y}h0")
    yield from ((2 * radius, "".join(paths[radius])) for radius in RADII if radius in paths)


def _ticks(first: date, last: date, scale: _Scale) -> Iterator[Tick]:
    """Give a mark a year, or a month where all is within two years; with so many words as there is room for."""
    if last.year - first.year > 1:
        marks = [(date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1)]
    else:
        months = [divmod(month, 12) for month in range(12 * first.year + first.month, 12 * last.year + last.month)]
        marks = [(date(year, month + 1, 1), f"{MONTHS[month][:3]} {year}") for year, month in months]
    step = 1 + len(marks) // MOST_TICKS
    for number, (day, words) in enumerate(marks):
        yield Tick(scale.x(day), words if number % step == 0 else "")


def _description(lanes: Iterable[Lane], count: str) -> str:
    names = [lane.name for lane in lanes if lane.name]
    by_lane = f" One line each for {', '.join(names[:-1])} and {names[-1]}." if len(names) > 1 else ""
    return (
        f"{count} on a true scale of time, a larger dot where more origins tell of one.{by_lane} The list has them all."
    )
