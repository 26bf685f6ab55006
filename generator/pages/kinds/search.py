"""The search page, where the editor wants one: what it needs of scripts no other page may run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.executors import Executor
from generator.model import Digest
from generator.pages.addresses import SEARCH
from generator.pages.model import File, Masthead, Page, Section, file_of


def sections(_digest: Digest, masthead: Masthead, _executor: Executor) -> Iterator[Section]:
    """Give the page and its script."""
    if masthead.search:
        yield Section(search_page)


def search_page(_masthead: Masthead) -> Iterator[Page | File]:
    """Make the page and its script."""
    yield Page(SEARCH, "search.html", indexed=False)
    yield file_of(f"{SEARCH}search.js", Path(__file__).with_name("search.js").read_bytes())
