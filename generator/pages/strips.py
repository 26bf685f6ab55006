"""Small pictures of time: a story's events as strokes, and how many events a digest has by day, month or year.

They hold no words, so that a phone can show them: what they tell stands beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Entry, Month, When, Year
from generator.pages.phrasebook import Phrasebook
from generator.pages.picture import rank
from generator.pages.wording import span_words, when_words
from generator.text.characters import direction

# In units of the drawings, which are stretched to the room there is. A story's has few enough places for strokes that
# one of a thousand events is still 1 KB. A stroke is as long as its event has one origin, a few, or more.
PLACES, PLACE, HEIGHT = 120, 2, 20
LENGTHS = (8, 14, 20)
# Two strokes stand at the ends, and tell no more than the first and the last day in words.
LEAST = 3
WIDTH, HIGHEST = 720, 36
# More years have a bar each: ten years of months fit on a phone.
MOST_YEARS = 10
# So many days have a bar each, where all that happened lies within.
MOST_DAYS = 120
# How much of its time a bar takes up.
FILLED = 0.8

# Where a stroke stands, and its rank.
Stroke = tuple[int, int]
# A day, a month or a year (ISO 8601), and how many events it has.
Count = tuple[str, int]


class Strip(NamedTuple):
    """A drawing of bars, with a title and a description for who cannot see it; `vague` are bars of no exact place."""

    width: int
    height: int
    thickness: float
    bars: str
    vague: str
    title: str
    description: str


class Pace(NamedTuple):
    """How the events of a digest lie in time, from `first` to `last`; `told` says in words what the bars count."""

    strip: Strip
    first: str
    told: str
    last: str


def strokes_of(entries: Iterable[Entry]) -> tuple[Stroke, ...]:
    """Give the strokes of a story, the longest of those in one place; none where its first and last day tell it all."""
    dated = [(entry, entry.event.when) for entry in entries if entry.event.when]
    days = [(when.first.toordinal() + when.last.toordinal()) / 2 for _, when in dated]
    first, last = min(days, default=0), max(days, default=0)
    if first >= last:
        return ()
    strokes: dict[int, int] = {}
    for (entry, _), day in zip(dated, days, strict=True):
        place = round((PLACES - 1) * (day - first) / (last - first))
        strokes[place] = max(strokes.get(place, 0), rank(entry.origins))
    return tuple(sorted(strokes.items())) if len(strokes) >= LEAST else ()


def story_strip(phrases: Phrasebook, strokes: Sequence[Stroke], title: str) -> Strip | None:
    """Draw the strokes of a story, if there are any."""
    if not strokes:
        return None
    from_right = direction(phrases.language) == "rtl"
    bars = [
        f"M{PLACE * (PLACES - 1 - place if from_right else place) + PLACE // 2} {HEIGHT}v-{LENGTHS[length]}"
        for place, length in strokes
    ]
    return Strip(PLACE * PLACES, HEIGHT, PLACE, "".join(bars), "", title, phrases.say("strokes_words"))


def counts_of(years: Sequence[Year], executor: Executor) -> tuple[Count, ...]:
    """Count the dated events of a digest by year, or by month where these are few, or by day."""
    years = [year for year in years if year.year]
    if not years:
        return ()
    if years[-1].year - years[0].year >= MOST_YEARS:
        return tuple([(f"{year.year:04}", sum(len(month.entries) for month in year.months)) for year in years])
    months = [(_month(year, month), month) for year in years for month in year.months]
    first, last = _when(months[0][0]).first, max(_when(value).last for value, _ in months)
    if (last - first).days < MOST_DAYS:
        by_day = executor.map(days_of, [month for _, month in months])
        return tuple(sorted(sum(map(Counter, map(dict, by_day)), Counter[str]()).items()))
    return tuple([(value, len(month.entries)) for value, month in months])


def _month(year: Year, month: Month) -> str:
    return f"{year.year:04}-{month.month:02}" if month.month else f"{year.year:04}"


@at_hand
def days_of(month: Month) -> tuple[Count, ...]:
    """Count the events of a month by their days, those of a longer time by its first."""
    counts = Counter([_day(entry.event.when) for entry in month.entries if entry.event.when])
    return tuple(sorted(counts.items()))


def _day(when: When) -> str:
    return when.first_day if "/" in when.value else when.value.rstrip("~")


def pace(phrases: Phrasebook, counts: Sequence[Count]) -> Pace | None:
    """Draw the counts of a digest; nothing where all lie in one day, month or year."""
    exact = max((len(value) for value, _ in counts), default=0)
    known = [(value, number) for value, number in counts if len(value) == exact]
    if len(known) < 2:
        return None
    number = max(number for _, number in known)
    told = phrases.say({10: "events_by_day", 7: "events_by_month", 4: "events_by_year"}[exact])
    if number > 1:
        when, *others = [value for value, of in known if of == number]
        words = {"number": phrases.number(number), "when": when_words(phrases, _when(when))}
        told = phrases.say("at_most_several_times" if others else "at_most", told=told, **words)
    first, last = _when(known[0][0]), _when(known[-1][0])
    count = phrases.count(sum(number for _, number in counts), "events")
    title = phrases.say("picture_title", events=count, span=span_words(phrases, first, last))
    strip = Strip(WIDTH, HIGHEST, *_bars(phrases, counts, exact, number), title, phrases.say("pace_words", told=told))
    return Pace(strip, when_words(phrases, first), told, when_words(phrases, last))


def _bars(phrases: Phrasebook, counts: Sequence[Count], exact: int, most: int) -> tuple[float, str, str]:
    """Give how thick bars are, their path, and that of what is known less exactly, which lies at their feet."""
    spans = [(_when(value).first.toordinal(), _when(value).last.toordinal() + 1) for value, _ in counts]
    begin, end = min(first for first, _ in spans), max(last for _, last in spans)
    from_right = direction(phrases.language) == "rtl"

    def x(day: float) -> float:
        share = (day - begin) / (end - begin)
        return round(WIDTH * (1 - share if from_right else share), 1)

    bars, vague, days = "", "", 0
    for (value, number), (first, last) in zip(counts, spans, strict=True):
        if len(value) == exact:
            bars += f"M{x((first + last) / 2):g} {HIGHEST}v-{max(2, round(HIGHEST * number / most))}"
            days = last - first
        else:
            vague += f"M{x(first):g} {HIGHEST - 1}H{x(last):g}"
    return max(1, round(FILLED * WIDTH * days / (end - begin), 1)), bars, vague


def _when(value: str) -> When:
    return When(value, "editor")
