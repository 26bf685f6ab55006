"""The home page: what this digest follows, the latest events, the way to everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.executors import Executor
from generator.model import Digest, Entry
from generator.pages.addresses import HOME
from generator.pages.model import Card, Masthead, Page, Section
from generator.pages.views import card
from generator.pages.wording import counted, instant_words

# As many as an editor's front page has: more are one link away, on the timeline.
LATEST = 9


class HomeView(NamedTuple):
    """The latest events, newest first, how many `more` there are, and the size of the whole."""

    latest: tuple[Card, ...]
    more: str
    size: str
    updated: str


def sections(digest: Digest, _masthead: Masthead, _executor: Executor) -> Iterator[Section]:
    """Give the home page."""
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    updated = max((entry.event.updated for entry in digest.entries), default="")
    latest = digest.entries[: -LATEST - 1 : -1]
    yield Section(home_page, (latest, len(digest.entries), articles, updated), listed=(HOME,))


def home_page(masthead: Masthead, latest: Sequence[Entry], events: int, articles: int, updated: str) -> Iterator[Page]:
    """Make the home page."""
    view = HomeView(
        latest=tuple(card(entry, masthead) for entry in latest),
        more=counted(events - LATEST, "earlier event") if events > LATEST else "",
        size=f"{counted(events, 'event')} from {counted(articles, 'article')}",
        updated=instant_words(updated) if updated else "",
    )
    yield Page(HOME, "home.html", view)
