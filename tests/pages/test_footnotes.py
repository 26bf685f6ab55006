"""Addresses on paper: a number beside each link, and what it stands for at the end of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from generator.cli import main
from generator.events.looking_back import look_back
from generator.executors import InPlace
from generator.model import BackgroundDay, Citation, Digest, Name, Statement, Story, When
from generator.pages.footnotes import footnotes
from generator.pages.kinds import event, home, timeline
from generator.pages.layout import Kind
from generator.pages.model import Page
from tests.pages.invented_digest import MASTHEAD, article, digest, entry

ROOT = Path(__file__).parents[2]


def pages(kind: Kind, told: Digest) -> Iterator[Page]:
    for section in kind(told, MASTHEAD, InPlace()):
        yield from [page for page in section.make(MASTHEAD, *section.parts) if isinstance(page, Page)]


def test_each_address_has_one_number_in_the_order_of_the_page() -> None:
    notes = footnotes(MASTHEAD, ["events/b/", "events/a/", "events/b/"], after=7)

    assert notes.marks == {"events/b/": "8", "events/a/": "9"}
    assert notes.notes == (("8", "https://digest.example/events/b/"), ("9", "https://digest.example/events/a/"))


def test_numbers_have_the_digits_of_the_page() -> None:
    eastern = replace(MASTHEAD, phrases=replace(MASTHEAD.phrases, digits="٠١٢٣٤٥٦٧٨٩"))

    assert footnotes(eastern, ["events/a/"], after=11).marks == {"events/a/": "١٢"}


def looking_back() -> Digest:
    opened = replace(entry("bridge", "2025-03-08"), names=(Name("Rosa Lindqvist", "lindqvist", True, 3),))
    words = "Lindqvist had opened it in Westhaven in March."
    said = Statement(words, words, (Citation("ferry-a", 2, 1),))
    ferry = entry("ferry", "2026-01-09", article("ferry-a", "2026-01-09"), article("ferry-b", "2026-01-10"))
    ferry = replace(ferry, background=(BackgroundDay(When("2025-03", "stated in text"), said, 1, 1, False),))
    told = digest([opened, ferry])
    return replace(told, background=look_back(told.timeline, InPlace()))


def test_the_timeline_numbers_its_events_and_those_that_its_days_are_told_in() -> None:
    page = next(pages(timeline.sections, looking_back()))

    assert [note.url.removeprefix("https://digest.example/") for note in page.view.footnotes.notes] == [
        "events/ferry/",
        "events/bridge/",
    ]


def test_on_an_events_page_its_sources_have_the_first_numbers() -> None:
    told = looking_back()
    told = replace(told, stories=(Story("harbour", "Harbour", by_editor=False, entries=told.entries),))
    page = next(page for page in pages(event.sections, told) if page.address == "events/ferry/")

    assert page.view.footnotes.marks["events/ferry/#source-ferry-b"] == "2"
    assert [note.mark for note in page.view.footnotes.notes] == ["3", "4"]


def test_the_home_page_numbers_events_and_stories() -> None:
    told = looking_back()
    told = replace(told, stories=(Story("harbour", "Harbour", by_editor=False, entries=told.entries),))
    (page,) = pages(home.sections, told)

    assert list(page.view.footnotes.marks) == ["events/ferry/", "events/bridge/", "stories/harbour/"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("demo") / "site"
    assert main(["build", "-q", "-r", str(ROOT), "-d", str(site)]) == 0
    return site


@pytest.mark.parametrize("path", ["index.html", "timeline/**/*.html", "stories/*/*.html", "events/*/*.html"])
def test_every_number_on_a_page_is_told_once_at_its_end_or_among_its_sources(demo: Path, path: str) -> None:
    paths = list(demo.glob(path))
    assert paths
    for found in paths:
        tree = html.parse(str(found))
        (notes,) = tree.xpath("//section[contains(@class, 'notes')]")
        told = notes.xpath(".//li/@data-note")
        listed = tree.xpath("//ol[@class='sources']/li/@data-mark")
        used = tree.xpath("//a/@data-note")

        assert notes.get("hidden") is not None
        assert sorted(told + listed, key=int) == [str(number) for number in range(1, len(told + listed) + 1)]
        assert set(told) <= set(used) <= {*told, *listed}
