"""What a story leaves open: its events of which no report tells how they ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.model import Entry, Headline, When
from generator.pages.addresses import event_address
from generator.pages.model import DateView, Masthead, Words
from generator.pages.wording import date_view, words_in

# More are no question that anybody asks: each event's own page says it too.
MOST_OPEN = 5


class Open(NamedTuple):
    """What is shown of an event that was left open, and no more."""

    id: str
    when: When | None
    headline: Headline


class OpenLine(NamedTuple):
    """An event of which no report tells how it ended; `quoted` if the headline is a source's own."""

    address: str
    date: DateView
    headline: Words
    quoted: bool


def left_open(entries: Sequence[Entry]) -> tuple[Open, ...]:
    """Give the events of a story that were left open, newest first; what the editor calls settled is not open."""
    found = [
        Open(entry.event.id, entry.event.when, entry.headline)
        for entry in reversed(entries)
        if entry.open_ended and not (entry.event.editorial and entry.event.editorial.status == "settled")
    ]
    return tuple(found[:MOST_OPEN])


def open_lines(events: Iterable[Open], masthead: Masthead) -> tuple[OpenLine, ...]:
    """Give what was left open as a page shows it."""
    return tuple(
        [
            OpenLine(
                address=event_address(each.id),
                date=date_view(masthead.phrases, each.when),
                headline=words_in(each.headline.text, each.headline.lang, masthead.language),
                quoted=bool(each.headline.article),
            )
            for each in events
        ]
    )
