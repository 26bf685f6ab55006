"""The home page: what this digest follows, the latest events, the way to everything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.executors import Executor
from generator.model import Digest, Entry
from generator.pages.addresses import HOME
from generator.pages.kinds.story import StoryCard, StoryLine, newest_first, story_card
from generator.pages.linked_data import linked_site
from generator.pages.model import Card, Masthead, Page, Section
from generator.pages.views import card
from generator.pages.wording import instant_words, size_words

# As many as an editor's front page has: more are one link away, on the timeline.
LATEST = 9
STORIES_SHOWN = 6


class HomeView(NamedTuple):
    """The latest events, newest first, those without a date last; how many `more` there are; the stories that go on.

    `size` is that of the whole.
    """

    latest: tuple[Card, ...]
    more: str
    stories: tuple[StoryCard, ...]
    size: str
    updated: str
    linked_data: str


def sections(digest: Digest, _masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the home page."""
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    updated = max((entry.event.updated for entry in digest.entries), default="")
    latest = _latest(digest)
    told = tuple(newest_first(digest, executor)[:STORIES_SHOWN])
    yield Section(home_page, (latest, told, len(digest.entries), articles, updated), listed=(HOME,))


def _latest(digest: Digest) -> tuple[Entry, ...]:
    """Give the latest events, newest first; those of which nobody knows the day fill what is left."""
    undated = sum(len(month.entries) for year in digest.timeline[-1:] if not year.year for month in year.months)
    dated = len(digest.entries) - undated
    newest = digest.entries[max(0, dated - LATEST) : dated][::-1]
    return newest + digest.entries[dated:][: LATEST - len(newest)]


def home_page(
    masthead: Masthead,
    latest: Sequence[Entry],
    stories: Sequence[StoryLine],
    events: int,
    articles: int,
    updated: str,
) -> Iterator[Page]:
    """Make the home page."""
    phrases = masthead.phrases
    view = HomeView(
        latest=tuple(card(entry, masthead) for entry in latest),
        more=phrases.count(events - LATEST, "earlier_on_timeline") if events > LATEST else "",
        stories=tuple([story_card(line, masthead) for line in stories]),
        size=size_words(phrases, events, articles),
        updated=phrases.say("last_change", day=instant_words(phrases, updated)) if updated else "",
        linked_data=linked_site(masthead),
    )
    yield Page(HOME, "home.html", view)
