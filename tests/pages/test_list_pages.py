"""The pages of sources and of the digest itself."""

from __future__ import annotations

from dataclasses import replace

from generator.executors import InPlace
from generator.pages.kinds import about, home, source
from generator.pages.model import Masthead, OwnPage, Page
from generator.pages.views import LONG, card
from tests.pages.invented_digest import MASTHEAD, article, digest, entry


def test_the_year_of_a_crowded_source_counts_its_months() -> None:
    entries = [entry(f"e{number:03}", f"2026-{1 + number // 150:02}-01") for number in range(LONG + 1)]
    pages = {
        page.address: page
        for section in source.sections(digest(entries), MASTHEAD, InPlace())
        for page in section.make(MASTHEAD, *section.parts)
        if isinstance(page, Page)
    }
    year = pages["sources/example-courier/2026/"].view

    assert [(line.link.words, line.size) for line in year.lines] == [
        ("February", "51 articles"),
        ("January", "150 articles"),
    ]
    assert year.articles == ()
    assert all(line.link.address in pages for line in year.lines)


def test_the_about_page_has_the_title_that_the_editor_gives_it() -> None:
    def title(masthead: Masthead) -> str:
        section = next(about.sections(digest([]), masthead, InPlace()))
        page = next(section.make(masthead, *section.parts))
        assert isinstance(page, Page)
        return str(page.view.title)

    assert title(MASTHEAD) == "About Harbour News"
    assert title(replace(MASTHEAD, own=(OwnPage("about/", "Who we are", "Three people."),))) == "Who we are"


def test_who_else_tells_of_an_event_is_named_by_outlet() -> None:
    told = [replace(article(stem, "2026-01-13", source=stem.upper()), origin="Kestria Press") for stem in "abc"]
    shown = card(entry("bridge", "2026-01-13", *told), MASTHEAD)

    assert (shown.by, shown.also) == ("Kestria Press, in A", ("B", "C"))


def test_an_event_without_a_date_is_not_the_latest() -> None:
    def first_nine(dated: int) -> list[str]:
        days = [entry(f"e{day:02}", f"2026-01-{day:02}") for day in range(1, dated + 1)]
        nobody_knows = entry("u", "2026-01-01")
        undated = replace(nobody_knows, event=replace(nobody_knows.event, when=None))
        section = next(home.sections(digest([*days, undated]), MASTHEAD, InPlace()))
        page = next(section.make(MASTHEAD, *section.parts))
        assert isinstance(page, Page)
        return [card.address.removeprefix("events/") for card in page.view.latest]

    assert first_nine(2) == ["e02/", "e01/", "u/"]
    assert first_nine(9) == [f"e{day:02}/" for day in range(9, 0, -1)]
    assert first_nine(12)[0] == "e12/"
