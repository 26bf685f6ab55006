"""A picture of time: one dot an event on a true scale, a lane a story. It holds no links: the list below it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from generator.model import Entry, When
from generator.pages.phrasebook import Phrasebook
from generator.pages.wording import span_words
from generator.text.characters import direction
from generator.text.shortening import shortened

Number = TypeVar("Number", int, float)

# In units of the drawing, which is as wide as rail, gap and column of text; names of lanes stand in the rail.
WIDTH, RAIL, LANE, AXIS, EDGE = 756, 180, 22, 20, 8
# What fits in the rail, in letters; half of what a letter takes, in units: labels stand in the middle of their marks.
LABEL, HALF_A_LETTER = 26, 3.5
# A dot for one origin, for a few, for more.
RADII = (3, 5, 7)
FEW, MANY = 2, 4
# More lanes or labels than these are no picture any more.
MOST_LANES, MOST_TICKS = 8, 12
# More dots than these run together on paper.
DENSE = 120
# So many days are told by the week.
WEEKS = 62


class Lane(NamedTuple):
    """A lane: its name, shortened to fit, its height from above, and the paths of its dots, small to large.

    `spans` are vague dates.
    """

    name: str
    y: int
    dots: tuple[tuple[int, str], ...]
    spans: str


class Tick(NamedTuple):
    """A mark on the axis, with its words where there is room for them."""

    x: float
    words: str


class Picture(NamedTuple):
    """A drawing as a template needs it, with a title and a description for who cannot see it.

    Time runs from `start` to `end`, the way the page is read; names of lanes begin at `names`. A `dense` one is
    not for paper.
    """

    names: int
    start: int
    end: int
    width: int
    height: int
    axis: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    title: str
    description: str
    dense: bool


def draw(phrases: Phrasebook, lanes: Mapping[str, Sequence[Entry]]) -> Picture | None:
    """Draw the dated entries of each lane, by its name; none where fewer than two days are known."""
    told = {
        name: [(entry, entry.event.when) for entry in entries if entry.event.when] for name, entries in lanes.items()
    }
    days = [when for entries in told.values() for _, when in entries]
    first, last = min((day.first for day in days), default=date.min), max((day.last for day in days), default=date.min)
    if first >= last:
        return None
    scale = _Scale(first.toordinal(), last.toordinal(), direction(phrases.language) == "rtl")
    drawn = tuple(_lanes(_most(told), scale, phrases.say("other_events")))
    height = len(drawn) * LANE + AXIS
    count = phrases.count(len(days), "events")
    span = span_words(phrases, When(first.isoformat(), "editor"), When(last.isoformat(), "editor"))
    return Picture(
        scale.turned(0),
        scale.turned(RAIL),
        scale.turned(WIDTH),
        WIDTH,
        height,
        height - AXIS,
        drawn,
        tuple(_ticks(phrases, first, last, scale)),
        phrases.say("picture_title", events=count, span=span),
        _description(phrases, drawn, count),
        len(days) > DENSE,
    )


class _Scale(NamedTuple):
    first: int
    last: int
    from_right: bool

    def along(self, day: date) -> float:
        """Give where a day is, in units from the side where reading begins."""
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return round(RAIL + EDGE + (WIDTH - RAIL - 2 * EDGE) * share, 1)

    def x(self, day: date) -> float:
        """Give where a day is, in units from the left."""
        return round(self.turned(self.along(day)), 1)

    def turned(self, along: Number) -> Number:
        """Give units from the left for units from where reading begins."""
        return WIDTH - along if self.from_right else along


Dated = Sequence[tuple[Entry, When]]


def _most(lanes: Mapping[str, Dated]) -> dict[str, Dated]:
    """Give the lanes that hold most, and the rest of them as one."""
    named = sorted((name for name in lanes if name and lanes[name]), key=lambda name: (-len(lanes[name]), name))
    kept = named[: MOST_LANES - 1]
    rest = [dated for name in lanes if name not in kept for dated in lanes[name]]
    return {**{name: lanes[name] for name in kept}, **({"": rest} if rest else {})}


def _lanes(lanes: Mapping[str, Dated], scale: _Scale, others: str) -> Iterator[Lane]:
    for number, (name, dated) in enumerate(lanes.items()):
        y = number * LANE + LANE // 2
        spans = "".join(
            f"M{scale.x(when.first):g} {y}H{scale.x(when.last):g}" for _, when in dated if when.first != when.last
        )
        label = shortened(name, LABEL) or (others if len(lanes) > 1 else "")
        yield Lane(label, y, tuple(_dots(dated, scale, y)), spans)


def _dots(dated: Dated, scale: _Scale, y: int) -> Iterator[tuple[int, str]]:
    """Give the dots as one path a size: lines of no length, which round caps make dots. A dozen bytes each."""
    paths: dict[int, list[str]] = defaultdict(list)
    for entry, when in dated:
        middle = (scale.x(when.first) + scale.x(when.last)) / 2
        paths[RADII[rank(entry.origins)]].append(f"M{middle:g} {y}h0")
    yield from ((2 * radius, "".join(paths[radius])) for radius in RADII if radius in paths)


def rank(origins: int) -> int:
    """Tell one origin from a few and from more, as pictures do."""
    return (origins >= FEW) + (origins >= MANY)


def _ticks(phrases: Phrasebook, first: date, last: date, scale: _Scale) -> Iterator[Tick]:
    """Give a mark a year, a month, or a week, as far apart as the days are; with so many words as there is room for."""
    if last.year - first.year > 1:
        marks = [
            (date(year, 1, 1), phrases.date("year", f"{year:04}")) for year in range(first.year + 1, last.year + 1)
        ]
    elif (last - first).days > WEEKS:
        months = [divmod(month, 12) for month in range(12 * first.year + first.month, 12 * last.year + last.month)]
        marks = [
            (date(year, month + 1, 1), phrases.date("short_month", f"{year:04}-{month + 1:02}"))
            for year, month in months
        ]
    else:
        days = [first + timedelta(days) for days in range(7 - first.weekday(), (last - first).days + 1, 7)]
        marks = [(day, phrases.date("short_day", day.isoformat())) for day in days]
    step = 1 + len(marks) // MOST_TICKS
    for number, (day, words) in enumerate(marks):
        has_room = scale.along(day) < WIDTH - HALF_A_LETTER * len(words)
        yield Tick(scale.x(day), words if number % step == 0 and has_room else "")


def _description(phrases: Phrasebook, lanes: Iterable[Lane], count: str) -> str:
    names = [lane.name for lane in lanes if lane.name]
    if len(names) < 2:
        return phrases.say("picture_words", events=count)
    told = phrases.say("and").join([phrases.listed(names[:-1]), names[-1]])
    return phrases.say("picture_words_lanes", events=count, names=told)
