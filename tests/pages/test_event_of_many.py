"""An event that hundreds tell of: its page stays small, its sources stand on pages of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from posixpath import join, normpath

import pytest
from lxml import html

from generator.executors import InPlace
from generator.model import Citation, Entry, Statement
from generator.pages.background import NO_TIES
from generator.pages.feeds.items import item_of
from generator.pages.kinds.event import event_pages
from generator.pages.listed_sources import MOST_CITED, MOST_LISTED, PER_PAGE, source_numbers, source_places
from generator.pages.model import File, Section
from generator.pages.neighbours import Thread
from generator.pages.render import render
from generator.pages.theme import BUILT_IN, open_theme
from tests.pages.invented_digest import MASTHEAD, article, entry

PAGE = "events/bridge/index.html"


def event_of(count: int) -> Entry:
    """Give an event of many articles: all say its first statement, the last ones alone its second."""
    articles = [article(f"report-{number:03}", f"2026-01-{12 + number // 90}") for number in range(count)]
    told = entry("bridge", "2026-01-12", *articles)
    everyone = tuple(Citation(each.stem, 1, 1) for each in articles)
    last = Statement("It closed again.", "It closed again.", everyone[-6:])
    return replace(told, statements=(replace(told.statements[0], citations=everyone), last))


def rendered(told: Entry) -> Mapping[str, File]:
    outlets = ["sources/example-courier/"] * len(told.event.articles)
    section = Section(event_pages, (told, Thread("", "", None, None, ()), outlets, NO_TIES))
    files, faults = render([section], open_theme(BUILT_IN), MASTHEAD, lambda _: "", InPlace())
    assert faults == ()
    return {file.path: file for file in files if file.path.endswith(".html")}


def parsed(file: File) -> html.HtmlElement:
    return html.document_fromstring(file.content)


def sources_on(file: File) -> list[str]:
    return [str(name) for name in parsed(file).xpath("//ol[@class='sources']/li/@id")]


def test_each_of_two_hundred_sources_stands_on_a_page_by_its_number() -> None:
    files = rendered(event_of(200))
    pages = ["events/bridge/sources/index.html", *(f"events/bridge/sources/{page}/index.html" for page in range(2, 8))]

    assert files.keys() == {PAGE, *pages}
    assert [sources_on(files[page]) for page in pages] == [
        [f"source-report-{number:03}" for number in range(first, min(first + PER_PAGE, 200))]
        for first in range(0, 200, PER_PAGE)
    ]
    assert parsed(files[pages[3]]).xpath("//ol[@class='sources']/li/@value")[:2] == ["97", "98"]


@pytest.mark.parametrize("count", [MOST_LISTED, MOST_LISTED + 1, 200])
def test_the_pages_of_an_event_of_many_articles_are_small(count: int) -> None:
    told = event_of(count)
    articles = [
        replace(
            each,
            stem=f"2026-01-13-{'bridge-closed-' * 3}{each.stem}",
            title="Harbour bridge " * 5,
            url=f"https://courier.example/{'bridge-' * 8}{each.stem}",
        )
        for each in told.event.articles
    ]
    everyone = tuple(Citation(each.stem, 1, 1) for each in articles)
    statements = tuple(Statement(f"It closed {day}.", f"It closed {day}.", everyone) for day in range(4))
    files = rendered(replace(told, statements=statements, event=replace(told.event, articles=tuple(articles))))

    assert {path: file.size for path, file in files.items() if file.size > 30_000} == {}


def test_each_citation_leads_to_its_source_and_back() -> None:
    files = rendered(event_of(200))
    for path, file in files.items():
        for address in parsed(file).xpath("//a[@class='who' or contains(@href, '#s-')]/@href"):
            page, _, anchor = address.partition("#")
            place = normpath(join(path, "..", page, "index.html")) if page else path
            assert parsed(files[place]).xpath("//@id").count(anchor) == 1, (path, address)


def test_what_is_quoted_first_is_listed_on_the_event_s_page_however_many_articles_join() -> None:
    for count in (MOST_LISTED, MOST_LISTED + 1, 200):
        told = event_of(count)
        places = source_places(told, source_numbers(told))
        first = {statement.citations[0].article for statement in told.statements}
        assert {places[stem] for stem in first} == {f"events/bridge/#source-{stem}" for stem in first}


def test_an_event_of_a_few_has_all_its_sources_on_its_page() -> None:
    files = rendered(event_of(MOST_LISTED))

    assert files.keys() == {PAGE}
    assert len(sources_on(files[PAGE])) == MOST_LISTED


def test_hundreds_that_say_the_same_are_counted_on_the_page_and_in_the_feed() -> None:
    told = event_of(200)

    assert f"and {200 - MOST_CITED} more" in parsed(rendered(told)[PAGE]).text_content()
    content = item_of(MASTHEAD, told).content
    assert f" and {200 - MOST_CITED} more)" in content
    assert "https://digest.example/events/bridge/sources/7/#source-report-196" in content
