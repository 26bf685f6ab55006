"""A feed for each story, for those who follow one thread alone."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nlargest

from generator.executors import Executor, at_hand
from generator.model import Digest, Entry, Story
from generator.pages.addresses import story_address, story_feed_address
from generator.pages.feeds.feed import feed_file
from generator.pages.feeds.items import Channel, item_of
from generator.pages.feeds.newest import newness
from generator.pages.model import Feed, File, Masthead, Section


def sections(digest: Digest, masthead: Masthead, executor: Executor, *, limit: int) -> Iterator[Section]:
    """Give the RSS feed of each story, of its newest `limit` events; none where the digest has no RSS."""
    if masthead.stories_have_feeds:
        yield from executor.map(story_section, [(story, limit) for story in digest.stories])


@at_hand
def story_section(told: tuple[Story, int]) -> Section:
    """Give the feed of a story."""
    story, limit = told
    return Section(story_feed, (story.id, story.title, *nlargest(limit, story.entries, key=newness)))


def story_feed(masthead: Masthead, story: str, title: str, *entries: Entry) -> Iterator[File]:
    """Make the feed of a story."""
    feed = Feed("RSS", story_feed_address(story), "application/rss+xml")
    channel = Channel(
        masthead.phrases.say("feed_title", story=title, digest=masthead.title),
        masthead.description,
        story_address(story),
    )
    yield from feed_file(masthead, feed, channel, *[item_of(masthead, entry) for entry in entries])
