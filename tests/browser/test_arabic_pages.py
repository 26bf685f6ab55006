"""A digest in Arabic as a browser shows it: from the right, and as wide as the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.digests import build_digest

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_digest(tmp_path_factory.mktemp("arabic"), "ar")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_arabic_page_scrolls_sideways(page: Page, site: Path, width: int, serve: Callable[[Path], str]) -> None:
    address = serve(site)
    page.set_viewport_size({"width": width, "height": 800})
    for path in sorted(site.rglob("*.html")):
        page.goto(address + path.relative_to(site).as_posix())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("html").get_attribute("dir") == "rtl"


def test_an_arabic_event_has_its_date_to_the_right_and_its_own_quotation_marks(
    page: Page, site: Path, serve: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(serve(site))
    when, headline = page.locator(".when").first.bounding_box(), page.locator(".headline").first.bounding_box()

    assert when
    assert headline
    assert when["x"] > headline["x"] + headline["width"] / 2
    assert page.locator("q").first.evaluate("q => getComputedStyle(q).quotes") == '"«" "»"'


def test_who_wrote_it_and_where_stand_in_the_order_of_arabic(
    page: Page, site: Path, serve: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{serve(site)}events/2024-03-11-bridge-closed/")
    cited = page.locator(".who bdi").first

    assert cited.evaluate("bdi => getComputedStyle(bdi).direction") == "rtl"
    assert "في" in cited.inner_text()
