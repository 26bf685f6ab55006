"""What this digest is, how it is made, how to subscribe; and the page for addresses that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Digest
from generator.pages.addresses import ABOUT, NOT_FOUND, RSS, absolute
from generator.pages.model import Masthead, Page
from generator.pages.views import no_view
from generator.pages.wording import counted
from generator.text.markdown import html_of


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the editor writes of the digest (HTML), its size, and the full url of its feed."""

    text: str
    size: str
    feed_url: str


def pages(digest: Digest, _masthead: Masthead) -> Iterator[Page]:
    """Give the about page and the page for addresses that are not there."""
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    yield Page(ABOUT, "about.html", about_view, (len(digest.entries), articles))
    yield Page(NOT_FOUND, "404.html", no_view, indexed=False)


def about_view(masthead: Masthead, events: int, articles: int) -> AboutView:
    """Give what the about page shows."""
    return AboutView(
        text="".join(html_of(own.text) for own in masthead.own if own.address == ABOUT),
        size=f"{counted(events, 'event')} from {counted(articles, 'article')}",
        feed_url=absolute(masthead.base_url, RSS),
    )
