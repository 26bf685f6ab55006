"""Choose the days of any collection that a timeline would tell of, so that the choice can be scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.text.expressions import find_expressions
from generator.text.language import guess_language

# A day counts once an article that tells of it; what tells of it more firmly counts a little more. The weights follow
# what is known of timelines made by hand (Tran et al. 2015; Ghalandari and Ifrim 2020): their days are told in leads,
# and told again long after. There is no gold timeline among the development data to tune them on.
_TOLD, _IN_LEAD, _TOLD_AGAIN, _AHEAD, _CAME_OUT = 1.0, 0.5, 0.5, 0.3, 0.3
_LEAD = 600  # characters
_LONG_AFTER = 7  # days
# Of days before the first report or after the last, those so many days off count half.
_HALF_BEFORE, _HALF_AFTER = 30, 5


def days_of_collection(lines: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Give `{id: [day, ...]}`, best first, for lines `{id, documents: [{title, date, source, text}], dates: n}`."""
    return {str(line["id"]): _best_days(line["documents"], int(line["dates"])) for line in lines}


def _best_days(documents: Sequence[Mapping[str, Any]], most: int) -> list[str]:
    came_out = [_day(document.get("date") or "") for document in documents]
    known = [day for day in came_out if day]
    scores: dict[date, float] = defaultdict(float)
    for document, published in zip(documents, came_out, strict=True):
        if published:
            scores[published] += _CAME_OUT
        told: dict[date, float] = {}
        for day, weight in _days_told(document, published):
            told[day] = max(weight, told.get(day, 0))
        for day, weight in told.items():
            scores[day] += weight
    if known:
        first, last = min(known), max(known)
        for day in scores:
            off = (first - day).days / _HALF_BEFORE if day < first else (day - last).days / _HALF_AFTER
            scores[day] /= 1 + max(0, off)
    ranked = sorted(scores, key=lambda day: (-round(scores[day], 9), day))
    return [day.isoformat() for day in ranked[:most]]


def _days_told(document: Mapping[str, Any], published: date | None) -> Iterator[tuple[date, float]]:
    """Give the single days that a document names, with the weight of each place."""
    text = f"{document.get('title') or ''}\n{document.get('text') or ''}"
    lang = document.get("lang") or guess_language(text)
    start = 0
    for line in text.splitlines(keepends=True):
        for found in find_expressions(line, published, lang=lang):
            if found.precision != "day" or found.about:
                continue
            if found.ahead:
                yield found.first, _AHEAD
                continue
            again = published is not None and (published - found.first).days > _LONG_AFTER
            lead = start + found.start < _LEAD
            yield found.first, _TOLD + _IN_LEAD * lead + _TOLD_AGAIN * again
        start += len(line)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
