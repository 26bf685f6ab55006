"""A page that may not go wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.harness import listen


@pytest.fixture
def page(browser: Browser, serve: Callable[[Path], str]) -> Iterator[Page]:  # noqa: ARG001 - servers end after pages
    """A fresh page; the test fails where it asked another host for something, or a load or a script failed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", timezone_id="UTC")
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints = listen(page)
    yield page
    context.close()
    assert complaints == []
