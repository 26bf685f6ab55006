"""An invented digest, for tests of its pages: entries on given days, each told by a few articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.events.timeline import make_timeline
from generator.executors import InPlace
from generator.model import Article, Citation, Digest, Entry, Event, Headline, Statement, When
from generator.pages.languages import open_phrases
from generator.pages.model import Masthead
from generator.pages.theme import open_theme

THEME = open_theme(Path("no folder"))
ENGLISH = open_phrases(THEME, "en", InPlace()).phrases
MASTHEAD = Masthead("Harbour News", "https://digest.example/", authority="digest.example,2026", phrases=ENGLISH)
INSTANT = "2026-02-01T12:00:00Z"


def article(stem: str, day: str, *, source: str = "Example Courier", full: bool = False, title: str = "") -> Article:
    """Give an article that came out on a day."""
    return Article(
        stem, f"{stem}.md", stem, title or f"News of {stem}", When(day, "editor"), None, 90, source, full=full
    )


def entry(event_id: str, day: str, *articles: Article, headline: str = "") -> Entry:
    """Give an entry with one statement, quoted from the first of its articles (one is made if none is given)."""
    told = articles or (article(f"{event_id}-a", day),)
    said = Statement(f"The {event_id} opened.", f"The {event_id} opened.", (Citation(told[0].stem, 1, 1),))
    event = Event(event_id, told, When(day, "dateline"), "Westhaven", INSTANT, INSTANT)
    return Entry(event, Headline(headline or told[0].title, told[0].stem), (said,), 1, 1, ((told[0].stem, 4),))


def digest(entries: Iterable[Entry]) -> Digest:
    """Give a digest of entries, which come oldest first."""
    entries = tuple(entries)
    return Digest(entries, make_timeline(entries, InPlace()))
