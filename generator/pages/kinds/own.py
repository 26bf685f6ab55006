"""The editor's own pages: contact, legal notice, whatever stands in `content/pages/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Digest
from generator.pages.addresses import ABOUT
from generator.pages.model import Masthead, Page
from generator.text.markdown import html_of


@dataclass(frozen=True, slots=True)
class OwnView:
    """A title and a text as HTML."""

    title: str
    text: str


def pages(_digest: Digest, masthead: Masthead) -> Iterator[Page]:
    """Give each of the editor's pages; the one called `about` stands on the about page."""
    for own in masthead.own:
        if own.address != ABOUT:
            yield Page(own.address, "own.html", own_view, (own.title, own.text))


def own_view(_masthead: Masthead, title: str, text: str) -> OwnView:
    """Give what a page of the editor's shows."""
    return OwnView(title, html_of(text))
