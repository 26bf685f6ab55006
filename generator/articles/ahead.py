"""Warn of articles that say they came out on a day that is still to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from itertools import chain
from pathlib import Path

from generator.errors import Fault
from generator.executors import Executor, at_hand
from generator.model import Article, Month

# Somewhere it is tomorrow already.
_ZONES = timedelta(days=1)


def faults_ahead(root: Path, months: Iterable[Month], executor: Executor, *, now: str) -> tuple[Fault, ...]:
    """Give a warning for each article of these months that is dated after the instant `now` (ISO 8601, UTC)."""
    today = now[:10]
    found = chain.from_iterable(executor.map(partial(dated_after, today), months))
    mend = "write the day it came out; the day it tells of is the 'event_date'"
    return tuple(
        Fault(
            article.path, _line(root, article), f"date: {article.published.value} is still to come ({mend})", "warning"
        )
        for article in found
        if article.published
    )


@at_hand
def dated_after(today: str, month: Month) -> tuple[Article, ...]:
    """Give the articles of a month that are dated later than tomorrow."""
    last = (date.fromisoformat(today) + _ZONES).isoformat()
    return tuple(
        [
            article
            for entry in month.entries
            for article in entry.event.articles
            if article.published and article.published.first_day > last
        ]
    )


def _line(root: Path, article: Article) -> int:
    try:
        lines = (root / article.path).read_text("utf-8", "replace").splitlines()
    except OSError:
        return 0
    return next((number for number, line in enumerate(lines, 1) if line.startswith("date:")), 0)
