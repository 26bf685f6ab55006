"""The preview as an editor sees it: a save, and the page that is open follows."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]
ROOT = Path(__file__).parents[2]
STYLE = (ROOT / "templates/assets/style.css").read_text("utf-8")
ARTICLE = "---\ntitle: Bridge closed\ndate: {}\n---\n\n{}\n"
OVERLAY = "dateline-faults section"


class Edited:
    """A digest that is being edited, and the address at which its preview stands."""

    def __init__(self, root: Path, address: str) -> None:
        self.root, self.address = root, address

    def save(self, day: str = "2026-01-13", words: str = "The bridge was closed.") -> None:
        (self.root / "content/articles/bridge.md").write_text(ARTICLE.format(day, words))

    def style(self, rule: str) -> None:
        (self.root / "templates/assets/style.css").write_text(STYLE + rule)


@pytest.fixture
def edited(project: Callable[..., Path]) -> Iterator[Edited]:
    root = project({"bridge": {"title": "Bridge closed", "date": "2026-01-13", "body": "The bridge was closed."}})
    (root / "templates/assets").mkdir(parents=True)
    (root / "templates/assets/style.css").write_text(STYLE)
    command = [sys.executable, "-m", "generator", "serve", "-r", str(root), "-p", "0", "-b", "https://a.example/sub/"]
    with (root / "said.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stderr=log)
    try:
        until = time.monotonic() + 30
        while "Watching" not in (said := (root / "said.log").read_text()):
            assert time.monotonic() < until, said
            time.sleep(0.02)
        yield Edited(root, said.partition("Preview: ")[2].split()[0])
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert "Traceback" not in (root / "said.log").read_text()


@pytest.fixture
def look(edited: Edited, page: Page) -> Iterator[Page]:
    """A page that shows the preview's home, and leaves before the preview ends."""
    page.goto(edited.address)
    page.evaluate("window.untouched = true")
    yield page
    page.goto("about:blank")


def was_loaded_again(page: Page) -> bool:
    return not page.evaluate("window.untouched")


def wait_for_place(page: Page, place: int) -> None:
    """Wait until a page is scrolled there (Playwright's own way to wait is what the page's policy forbids)."""
    until = time.monotonic() + 10
    while page.evaluate("scrollY") != place:
        assert time.monotonic() < until, page.evaluate("scrollY")
        page.wait_for_timeout(20)


def test_a_save_loads_the_page_anew_where_it_was(edited: Edited, look: Page) -> None:
    edited.style("body { min-height: 5000px }")
    expect(look.locator("body")).to_have_css("min-height", "5000px")
    look.evaluate("scrollTo(0, 1234)")

    edited.save(words="The bridge is open.")

    expect(look.get_by_text("The bridge is open.")).to_be_attached()
    assert was_loaded_again(look)
    wait_for_place(look, 1234)


def test_a_new_style_comes_without_a_load(edited: Edited, look: Page) -> None:
    edited.style("h1 { color: rgb(1, 2, 3) }")
    expect(look.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    edited.style("h1 { color: rgb(4, 5, 6) }")
    expect(look.locator("h1")).to_have_css("color", "rgb(4, 5, 6)")

    assert not was_loaded_again(look)
    assert look.locator("link[rel=stylesheet]").count() == 1


def test_a_fault_lies_over_the_last_good_site_until_it_is_mended(edited: Edited, look: Page) -> None:
    edited.save(day="Thursday")

    overlay = look.locator(OVERLAY)
    expect(overlay).to_contain_text("content/articles/bridge.md:3")
    expect(overlay).to_contain_text("'Thursday' is no date")
    expect(overlay.get_by_role("heading")).to_be_visible()
    assert "'Thursday' is no date" in (edited.root / "said.log").read_text()
    expect(look.get_by_text("The bridge was closed.")).to_be_attached()
    assert not was_loaded_again(look)

    edited.save()
    expect(overlay).to_have_count(0)


def test_an_overlay_can_be_closed_and_comes_back_with_another_fault(edited: Edited, look: Page) -> None:
    edited.save(day="Thursday")
    look.locator(OVERLAY).get_by_role("button").click()
    expect(look.locator(OVERLAY)).to_have_count(0)

    edited.save(day="Friday")
    expect(look.locator(OVERLAY)).to_contain_text("Friday")
    look.keyboard.press("Escape")
    expect(look.locator(OVERLAY)).to_have_count(0)


def test_what_a_fault_quotes_is_never_markup(edited: Edited, look: Page) -> None:
    edited.save(day='<img src="x" onerror="document.title = 1">')

    expect(look.locator(OVERLAY)).to_contain_text("<img")
    assert look.locator("dateline-faults img").count() == 0


def test_the_site_is_found_below_its_base_path_too(edited: Edited, look: Page) -> None:
    look.goto(f"{edited.address}sub/timeline/")
    look.get_by_role("link", name="Talks and Treaties").first.click()

    expect(look).to_have_url(f"{edited.address}sub/")
    edited.save(words="The bridge is open.")
    expect(look.get_by_text("The bridge is open.")).to_be_attached()
