"""The home page: what this digest follows, the latest events, the way to everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Digest, Entry
from generator.pages.addresses import HOME
from generator.pages.model import Card, Masthead, Page
from generator.pages.views import card
from generator.pages.wording import counted, instant_words

# As many as an editor's front page has: more are one link away, on the timeline.
LATEST = 9


@dataclass(frozen=True, slots=True)
class HomeView:
    """The latest events, newest first, how many `more` there are, and the size of the whole."""

    latest: tuple[Card, ...]
    more: str
    size: str
    updated: str


def pages(digest: Digest, _masthead: Masthead) -> Iterator[Page]:
    """Give the home page."""
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    updated = max((entry.event.updated for entry in digest.entries), default="")
    latest = digest.entries[: -LATEST - 1 : -1]
    yield Page(HOME, "home.html", home_view, (latest, len(digest.entries), articles, updated))


def home_view(masthead: Masthead, latest: Sequence[Entry], events: int, articles: int, updated: str) -> HomeView:
    """Give what the home page shows."""
    return HomeView(
        latest=tuple(card(entry, masthead) for entry in latest),
        more=counted(events - LATEST, "earlier event") if events > LATEST else "",
        size=f"{counted(events, 'event')} from {counted(articles, 'article')}",
        updated=instant_words(updated) if updated else "",
    )
