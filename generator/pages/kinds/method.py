"""How the digest is made, in plain words: what is chosen by machine, what by the editor, what is never done."""

from __future__ import annotations

from collections.abc import Iterator

from generator.executors import Executor
from generator.model import Digest
from generator.pages.addresses import METHOD
from generator.pages.model import Masthead, Page, Section


def sections(_digest: Digest, _masthead: Masthead, _executor: Executor) -> Iterator[Section]:
    """Give the page."""
    yield Section(method_page, listed=(METHOD,))


def method_page(_masthead: Masthead) -> Iterator[Page]:
    """Make the page."""
    yield Page(METHOD, "method.html")
