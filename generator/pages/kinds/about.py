"""What this digest is, in its editor's words; and the page for addresses that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.executors import Executor
from generator.model import Digest
from generator.pages.addresses import ABOUT, NOT_FOUND
from generator.pages.model import Masthead, Page, Section
from generator.pages.wording import size_words
from generator.text.markdown import html_of


class AboutView(NamedTuple):
    """What the editor writes of the digest (HTML) and calls it, and its size."""

    title: str
    text: str
    size: str


def sections(digest: Digest, masthead: Masthead, _executor: Executor) -> Iterator[Section]:
    """Give the about page and the page for addresses that are not there."""
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    title, text = next(((own.title, own.text) for own in masthead.own if own.address == ABOUT), ("", ""))
    yield Section(about_page, (len(digest.entries), articles, title, text), listed=(ABOUT,))
    yield Section(not_found_page)


def about_page(masthead: Masthead, events: int, articles: int, title: str, text: str) -> Iterator[Page]:
    """Make the about page."""
    view = AboutView(
        title=title or masthead.phrases.say("about_digest", digest=masthead.title),
        text=html_of(text),
        size=size_words(masthead.phrases, events, articles),
    )
    yield Page(ABOUT, "about.html", view)


def not_found_page(_masthead: Masthead) -> Iterator[Page]:
    """Make the page for addresses that are not there."""
    yield Page(NOT_FOUND, "404.html", indexed=False)
