"""The editor's own pages: contact, legal notice, whatever stands in `content/pages/`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.executors import Executor
from generator.model import Digest
from generator.pages.addresses import ABOUT
from generator.pages.model import Masthead, Page, Section
from generator.text.markdown import html_of


class OwnView(NamedTuple):
    """A title and a text as HTML."""

    title: str
    text: str


def sections(_digest: Digest, masthead: Masthead, _executor: Executor) -> Iterator[Section]:
    """Give each of the editor's pages; the one called `about` stands on the about page."""
    for own in masthead.own:
        if own.address != ABOUT:
            yield Section(own_page, (own.address, own.title, own.text), listed=(own.address,))


def own_page(_masthead: Masthead, address: str, title: str, text: str) -> Iterator[Page]:
    """Make a page of the editor's."""
    yield Page(address, "own.html", OwnView(title, html_of(text)))
