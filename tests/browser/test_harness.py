from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.harness import listen
from tests.browser.screenshots import VIEWS, one_of_each_kind, take_pictures

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Talks</title>{}'


def test_a_page_of_a_folder_opens(page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("<h1>Talks in Munich</h1>"))
    page.goto(serve(tmp_path))
    assert page.get_by_role("heading", level=1).inner_text() == "Talks in Munich"


def test_what_goes_wrong_on_a_page_is_told(browser: Browser, serve: Callable[[Path], str], tmp_path: Path) -> None:
    body = '<img src="https://elsewhere.example/a.png"><img src="/missing.png"><script>munich()</script>'
    (tmp_path / "index.html").write_text(PAGE.format(body))
    address = serve(tmp_path)
    page = browser.new_page()
    complaints = listen(page)
    failed: list[str | None] = []
    page.on("requestfailed", lambda request: failed.append(request.failure))
    page.goto(address)
    page.close()
    assert sorted(complaints) == [
        f"404 {address}missing.png",
        "asked https://elsewhere.example/a.png",
        "error munich is not defined",
    ]
    assert failed == ["net::ERR_NAME_NOT_RESOLVED"]


def test_every_kind_of_page_has_its_picture(browser: Browser, tmp_path: Path) -> None:
    events = ("events/index.html", "events/geneva/index.html", "events/vienna/index.html")
    for path in ("index.html", "about.html", *events):
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(PAGE.format("<h1>Talks</h1>"))
    assert one_of_each_kind(tmp_path / "site") == {
        "about": "about.html",
        "events": "events/index.html",
        "events-one": "events/geneva/index.html",
        "index": "index.html",
    }
    pictures = list(take_pictures(tmp_path / "site", tmp_path / "pictures", browser))
    assert len(pictures) == 4 * len(VIEWS)
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
