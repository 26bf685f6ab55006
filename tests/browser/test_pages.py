"""The demo's pages as a browser shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.cli import main

pytestmark = [pytest.mark.slow, pytest.mark.browser]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("demo") / "site"
    assert main(["build", "-q", "-r", str(ROOT), "-d", str(site)]) == 0
    return site


@pytest.fixture
def address(demo: Path, serve: Callable[[Path], str]) -> str:
    return serve(demo)


def test_the_home_page_leads_to_every_event(page: Page, address: str) -> None:
    page.goto(address)

    assert page.locator("h1").inner_text() == "US–Russian talks, 2013–2016"
    headings = page.locator("main .front h3").all_inner_texts()
    assert len(headings) == 4
    page.get_by_role("link", name=headings[0]).first.click()
    assert page.locator("h1").inner_text() == headings[0]


def test_each_statement_of_an_event_leads_to_its_source_and_back(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Russia, US call for common ground").or_(
        page.get_by_role("link", name="In Moscow, Kerry calls")
    ).first.click()

    statements = page.locator(".statements > li")
    assert 2 <= statements.count() <= 5
    for number in range(statements.count()):
        cited = statements.nth(number).locator("a[href^='#source-']").first
        target = cited.get_attribute("href")
        assert target
        assert page.locator(f"[id='{target[1:]}']").count() == 1
    assert page.locator(".sources > li").count() == 2


def test_the_timeline_tells_the_four_events_by_year(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")

    # 2011, 2012 and 2014 are years that the articles look back on.
    assert page.locator(".timeline h2").all_inner_texts() == [str(year) for year in range(2011, 2017)]
    days = page.locator("main .card time").evaluate_all("times => times.map(time => time.dateTime)")
    assert days == ["2013-05-07", "2015-05-12", "2015-12-15", "2016-02-11"]


def test_the_folder_opens_from_the_disk(page: Page, demo: Path) -> None:
    page.goto((demo / "index.html").as_uri())
    page.get_by_role("link", name="Timeline").first.click()

    assert page.locator("h1").inner_text() == "Timeline"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, demo: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in sorted(demo.rglob("*.html")):
        page.goto(address + path.relative_to(demo).as_posix())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_every_page_reads_without_a_script(demo: Path) -> None:
    assert not [path for path in demo.rglob("*.html") if "<script" in _without_data(path.read_text("utf-8"))]


def _without_data(html: str) -> str:
    return html.replace('<script type="application/ld+json">', "")


def test_a_source_has_the_number_by_which_it_is_cited(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("main h3 a").first.click()

    shown = "(item) => getComputedStyle(item, '::before').content"
    assert page.locator(".sources > li").first.evaluate(shown) == '"1"'


def test_addresses_stand_on_paper_alone(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    notes, mark = page.locator(".notes"), page.locator("a[data-note]").first
    drawn = "mark => getComputedStyle(mark, '::after').content"

    assert not notes.is_visible()
    assert mark.evaluate(drawn) == "none"
    page.emulate_media(media="print")
    assert notes.is_visible()
    assert mark.evaluate(drawn) == '"1"'
