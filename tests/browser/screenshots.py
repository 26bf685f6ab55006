"""Take pictures of one page of each kind: python -m tests.browser.screenshots FOLDER [SITE].

Without SITE, of a digest that has a page of every kind, in English and in Arabic.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser

from tests.browser.digests import build_digest
from tests.browser.harness import find_chromium, open_browser, served


@dataclass(frozen=True, slots=True)
class View:
    """How a reader looks at a page."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


VIEWS = (
    View("phone", 390, 844),
    View("phone-dark", 390, 844, scheme="dark"),
    View("desk", 1280, 900),
    View("desk-dark", 1280, 900, scheme="dark"),
    View("print", 700, 990, media="print"),  # the width of A4 within its margins
)

DEPTHS = ("", "", "-one", "-part", "-parts")
LANGUAGES = ("en", "ar")


def take_pictures(site: Path, folder: Path, browser: Browser) -> Iterator[Path]:
    """Write a PNG of each kind of page in each view; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as address:
        for view in VIEWS:
            context = browser.new_context(viewport={"width": view.width, "height": view.height})
            page = context.new_page()
            page.emulate_media(color_scheme=view.scheme, media=view.media)
            for kind, path in one_of_each_kind(site).items():
                page.goto(address + path)
                picture = folder / f"{kind}-{view.name}.png"
                page.screenshot(path=picture, full_page=True)
                yield picture
            context.close()


def one_of_each_kind(site: Path) -> dict[str, str]:
    """Give the first page of each depth of each top folder and every page at the top, by name."""
    pages = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    kinds: dict[str, str] = {}
    for path in pages:
        # events/ID/index.html is of another kind than the list events/index.html, and than events/ID/sources/index.html
        kinds.setdefault(f"{path.parts[0].removesuffix('.html')}{DEPTHS[len(path.parts) - 1]}", path.as_posix())
    return kinds


def main(arguments: list[str]) -> str | None:
    """Run from the command line; gives what went wrong."""
    if len(arguments) not in {1, 2}:
        return "usage: python -m tests.browser.screenshots FOLDER [SITE]"
    chromium = find_chromium()
    if chromium is None:
        return "no Chromium on this machine"
    with open_browser(chromium) as browser, TemporaryDirectory() as made:
        folder = Path(arguments[0])
        if len(arguments) == 2:
            sites = {folder: Path(arguments[1])}
        else:
            sites = {folder / tag: build_digest(Path(made) / tag, tag) for tag in LANGUAGES}
        for place, site in sites.items():
            print(f"{sum(1 for _ in take_pictures(site, place, browser))} pictures in {place}/")  # noqa: T201 a command
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
