"""The home page: what this digest follows, the latest events, the way to everything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Digest
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


def pages(digest: Digest, masthead: Masthead) -> Iterator[Page]:
    """Give the home page."""
    newest = digest.entries[::-1]
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    updated = max((entry.event.updated for entry in digest.entries), default="")
    view = HomeView(
        latest=tuple(card(entry, masthead) for entry in newest[:LATEST]),
        more=counted(len(newest) - LATEST, "earlier event") if len(newest) > LATEST else "",
        size=f"{counted(len(newest), 'event')} from {counted(articles, 'article')}",
        updated=instant_words(updated) if updated else "",
    )
    yield Page(HOME, "home.html", view)
