"""Arrange what events look back on by month, and find those times that are events of this digest themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from generator.executors import Executor, at_hand
from generator.model import BackgroundMonth, Entry, Look, Month, Year

# A page shows no more of a month: in what many events look back on, those days stand out that many articles tell of.
MOST_OF_A_MONTH = 12
# So many of those are held against the month's events.
_TRIED = 4 * MOST_OF_A_MONTH
# A longer time is none of its events.
_LONGEST = timedelta(days=31)
# An event is the one looked back on where its place and a name of its first few stand in the sentence.
_NAMES = 8
_WORD = re.compile(r"[^\W_]+")


def look_back(timeline: Sequence[Year], executor: Executor) -> tuple[BackgroundMonth, ...]:
    """Give what the events of a timeline look back on and ahead to, by month, oldest first."""
    months = {f"{year.year:04}-{month.month:02}": month for year in timeline for month in year.months}
    told: dict[str, list[tuple[Look, ...]]] = defaultdict(list)
    for looks in executor.map(looks_of, list(months.values())):
        for place, found in looks:
            told[place].append(found)
    return tuple(executor.map(make_background, [(at, tuple(told[at]), months.get(at)) for at in sorted(told)]))


@at_hand
def looks_of(month: Month) -> tuple[tuple[str, tuple[Look, ...]], ...]:
    """Give what a month's events look back on, by the month in which it begins (`2015-05`)."""
    found: dict[str, list[Look]] = defaultdict(list)
    for entry in month.entries:
        articles = {article.stem: article for article in entry.event.articles} if entry.background else {}
        for day in entry.background:
            article = articles[day.statement.citations[0].article]
            found[day.when.first.isoformat()[:7]].append(Look(day, article, entry.event.id, entry.headline))
    return tuple((place, _weightiest(looks, _TRIED)) for place, looks in sorted(found.items()))


@at_hand
def make_background(told: tuple[str, tuple[tuple[Look, ...], ...], Month | None]) -> BackgroundMonth:
    """Give a month's looks by day, those that most articles tell of where there are many; some are its own events."""
    place, several, month = told
    events = [
        (entry, frozenset(_WORD.findall(entry.event.place.partition(",")[0].casefold())))
        for entry in (month.entries if month else ())
        if entry.event.place and entry.event.when and entry.event.when.precision == "day"
    ]
    looks = [_told(look, events) for look in _weightiest(chain.from_iterable(several), _TRIED)]
    by_day = sorted(
        _weightiest(looks, MOST_OF_A_MONTH), key=lambda look: (look.day.when.first, look.day.when.last, look.event)
    )
    return BackgroundMonth(int(place[:4]), int(place[5:]), tuple(by_day))


def _weightiest(looks: Iterable[Look], most: int) -> tuple[Look, ...]:
    def weight(look: Look) -> tuple[bool, int, int, str, str]:
        return not look.to, -look.day.articles, -look.day.origins, look.event, look.day.when.value

    return tuple(sorted(looks, key=weight)[:most])


def _told(look: Look, events: Iterable[tuple[Entry, frozenset[str]]]) -> Look:
    """Give a look with the event of its days that its sentence names most of, if any; of equals the earliest."""
    words = frozenset(_WORD.findall(look.day.statement.verbatim.casefold()))
    fitting = [
        (-shared, entry.event.id, entry)
        for entry, place in events
        if place and place <= words and entry.event.id != look.event and _holds(look, entry)
        for shared in (len(_names(entry) & words - place),)
        if shared
    ]
    if not fitting:
        return look
    best = min(fitting, key=lambda each: each[:2])[2]
    return replace(look, to=best.event.id, to_headline=best.headline)


def _holds(look: Look, entry: Entry) -> bool:
    """Tell whether an event lies within the days of a look, a month of them at most."""
    when = entry.event.when
    if look.day.when.last - look.day.when.first > _LONGEST:
        return False
    return when is not None and look.day.when.first_day <= when.value <= look.day.when.last.isoformat()


def _names(entry: Entry) -> frozenset[str]:
    return frozenset([last for name in entry.names[:_NAMES] for last in _WORD.findall(name.text.casefold())[-1:]])
