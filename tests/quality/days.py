"""Choose the days of any collection that a timeline would tell of, so that the choice can be scored."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from generator.text.expressions import find_expressions
from generator.text.language import guess_language

# A day counts once an article that tells of it, more where the lead does. Later on it can be told again only by what
# comes out later: that share counts, so that a day is not better for being early. There is no timeline made by hand
# among the development data, so all of it was tried together on simulated collections: days differ in weight, articles
# tell of them accordingly, a maker chooses the weightiest. 18 settings of 100 runs or more (how many articles and days,
# forgetting, noise, leads, copies of texts, days seldom told): mean F .568 against .533 of counting articles alone,
# better beyond chance in 16 settings, worse in none. Worse without the share of what comes out later in 14, without the
# lead in 5, without the doubt about what lies ahead in 6, and better in none. That articles come out on a day helps in
# 2, where few of them tell their day, and harms in 2.
_TOLD, _IN_LEAD, _AHEAD, _CAME_OUT = 1.0, 1.0, 0.3, 0.3
_LEAD = 600  # characters
_LONG_AFTER = timedelta(days=7)
# Where all articles could have told of a day again, having done so counts a third as much as where none could.
_COULD_AGAIN = 2.0
# Of days before the first report or after the last, those so many days off count half: a timeline is taken to cover the
# time of its reports. Where simulated makers held to that, F was .016 better for it, and .021 worse where not.
_HALF_BEFORE, _HALF_AFTER = 30, 5
# The day of an article written out in it is mostly its stamp or its dateline.
_WRITTEN_OUT = frozenset({"stamp", "numeric", "day"})


def days_of_collection(lines: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Give `{id: [day, ...]}`, best first, for lines `{id, documents: [{title, date, source, text}], dates: n}`."""
    return {str(line["id"]): _best_days(line["documents"], int(line["dates"])) for line in lines}


def _best_days(documents: Sequence[Mapping[str, Any]], most: int) -> list[str]:
    scores: dict[date, float] = defaultdict(float)
    again: dict[date, float] = defaultdict(float)
    came_out: list[date] = []
    for text, document in _without_copies(documents):
        published = _day(document.get("date") or "")
        told: dict[date, float] = {}
        if published:
            came_out.append(published)
            told[published] = _CAME_OUT
        for day, weight in _days_told(text, document.get("lang") or guess_language(text), published):
            told[day] = max(weight, told.get(day, 0))
        for day, weight in told.items():
            long_after = published is not None and published - day > _LONG_AFTER
            (again if long_after else scores)[day] += weight
    came_out.sort()
    for day, weight in again.items():
        later = len(came_out) - bisect_right(came_out, day + _LONG_AFTER)
        scores[day] += weight / (1 + _COULD_AGAIN * later / len(came_out))
    if came_out:
        first, last = came_out[0], came_out[-1]
        for day in scores:
            off = (first - day).days / _HALF_BEFORE if day < first else (day - last).days / _HALF_AFTER
            scores[day] /= 1 + max(0, off)
    ranked = sorted(scores, key=lambda day: (-round(scores[day], 9), day))
    return [day.isoformat() for day in ranked[:most]]


def _without_copies(documents: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each document with all of its text, one of those that have the same."""
    known: set[str] = set()
    for document in documents:
        text = f"{document.get('title') or ''}\n{document.get('text') or ''}"
        body = " ".join((document.get("text") or text).split())
        if body not in known:
            known.add(body)
            yield text, document


def _days_told(text: str, lang: str, published: date | None) -> Iterator[tuple[date, float]]:
    """Give the single days that a text names, with the weight of each place."""
    start = 0
    for line in text.splitlines(keepends=True):
        for found in find_expressions(line, published, lang=lang):
            if found.precision != "day" or found.about:
                continue
            if found.ahead:
                yield found.first, _AHEAD
            elif found.first == published and found.form in _WRITTEN_OUT:
                yield found.first, _CAME_OUT
            else:
                yield found.first, _TOLD + _IN_LEAD * (start + found.start < _LEAD)
        start += len(line)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
