"""The search page, with a script and without."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.cli import main
from tests.golden import SITES

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("searchable")
    shutil.copytree(SITES / "harbour/content", root / "content")
    config = (SITES / "harbour/config.yaml").read_text("utf-8")
    (root / "config.yaml").write_text(f"{config}\nsearch: true\n", "utf-8")
    assert main(["build", "-q", "-r", str(root)]) == 0
    return root / "site"


def test_words_find_the_events_that_have_them(page: Page, searchable: Path, serve: Callable[[Path], str]) -> None:
    page.goto(f"{serve(searchable)}search/")
    page.get_by_label("Words to look for").fill("bridge opens")

    found = page.locator(".found a")
    found.first.wait_for()
    assert page.get_by_role("status").inner_text() == f"Found: {found.count()}"
    assert page.locator(".found mark").count() > 0
    headline = found.first.inner_text()
    found.first.click()
    assert page.locator("h1").inner_text() == headline


def test_a_search_has_an_address(page: Page, searchable: Path, serve: Callable[[Path], str]) -> None:
    page.goto(f"{serve(searchable)}search/?q=lighthouse")

    page.locator(".found a").first.wait_for()
    assert page.get_by_label("Words to look for").input_value() == "lighthouse"


def test_words_that_nothing_has_find_nothing(page: Page, searchable: Path, serve: Callable[[Path], str]) -> None:
    page.goto(f"{serve(searchable)}search/?q=zzyzx")

    page.get_by_text("Nothing has all of these words.").wait_for()


def test_a_site_below_a_path_finds_its_own(page: Page, searchable: Path, serve: Callable[[Path], str]) -> None:
    page.goto(f"{serve(searchable.parent)}{searchable.name}/search/?q=lighthouse")

    page.locator(".found a").first.click()
    assert page.locator("h1").count() == 1


def test_without_a_script_the_page_says_where_to_look(browser: Browser, searchable: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((searchable / "search/index.html").as_uri())

    assert page.get_by_role("search").count() == 0  # hidden
    assert page.locator("main").get_by_role("link").all_inner_texts() == ["index of all events", "stories", "sources"]
    context.close()
