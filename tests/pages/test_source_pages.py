"""What a source's page says of an outlet: facts by the editor, sums of its articles, no score."""

from __future__ import annotations

from dataclasses import replace

from generator.executors import InPlace
from generator.model import Article, Entry, Fold, Month, When
from generator.pages.kinds import source
from generator.pages.model import Masthead, Outlet, Page
from generator.pages.tallies import Tally, tallies_in
from generator.pages.views import LONG
from tests.pages.invented_digest import MASTHEAD, article, digest, entry


def page_of(masthead: Masthead, *entries: Entry) -> source.SourceView:
    """Give the page of the Courier."""
    pages = [
        page
        for section in source.sections(digest(entries), masthead, InPlace())
        for page in section.make(masthead, *section.parts)
        if isinstance(page, Page) and page.address == "sources/example-courier/"
    ]
    return pages[0].view  # type: ignore[no-any-return]


def tallies(*entries: Entry) -> dict[str, Tally]:
    return dict(tallies_in(Month(1, entries)))


def of(source: str, day: str, **known: object) -> Article:
    return replace(article(f"{source}-{day}", day, source=source), **known)  # type: ignore[arg-type]


def test_an_outlets_page_gives_the_facts_that_the_editor_gives() -> None:
    outlet = Outlet(url="https://courier.example/", country="Kestria", language="ar", owner="Port Trust", kind="wire")
    view = page_of(replace(MASTHEAD, outlets={"Example Courier": outlet}), entry("bridge", "2026-01-13"))

    assert view.facts == ("wire service", "Kestria", "Arabic", "owner: Port Trust")
    assert view.site == "https://courier.example/"


def test_of_an_outlet_that_the_editor_says_nothing_of_only_sums_are_told() -> None:
    view = page_of(MASTHEAD, entry("bridge", "2026-01-13"))

    assert (view.facts, view.site, view.first) == ((), "", "")
    assert view.size == "1 article in this digest"
    assert (
        page_of(replace(MASTHEAD, outlets={"Example Courier": Outlet(full=True)}), entry("bridge", "2026-01-13")).facts
        == ()
    )


def test_an_outlets_page_sums_up_its_articles() -> None:
    carries = of("Example Courier", "2026-01-13", origin="Kestria Press", retrieved="2026-01-20")
    early = [carries, of("Open Record", "2026-01-14")]
    late = [of("Example Courier", "2026-02-03", retrieved="2026-02-05"), of("Open Record", "2026-02-02")]
    view = page_of(MASTHEAD, entry("a", "2026-01-13", *early), entry("b", "2026-02-02", *late))

    assert view.size == "2 articles in this digest · 1 carries an agency’s text · last retrieved 5 February 2026"
    assert view.first == "among the first here, by day, with 1 of 2 events that other outlets tell of too"


def test_a_copy_whose_agency_another_copy_names_carries_its_text() -> None:
    told = [of("Courier", "2026-01-13"), of("Record", "2026-01-14", origin="Kestria Press")]
    folded = replace(entry("a", "2026-01-13", *told), folds=(Fold("Kestria Press", tuple(each.stem for each in told)),))

    assert {name: tally.carried for name, tally in tallies(folded).items()} == {"Courier": 1, "Record": 1}


def test_an_agency_carries_nobodys_text_in_its_own() -> None:
    assert tallies(entry("a", "2026-01-13", of("Kestria Press", "2026-01-13", origin="Kestria Press"))) == {}


def test_who_came_out_on_the_first_day_was_first_together() -> None:
    told = [of("Courier", "2026-01-13"), of("Record", "2026-01-13"), of("Observer", "2026-01-14")]
    firsts = {name: (tally.first, tally.shared) for name, tally in tallies(entry("a", "2026-01-13", *told)).items()}

    assert firsts == {"Courier": (1, 1), "Record": (1, 1), "Observer": (0, 1)}


def test_nobody_is_first_on_a_day_that_is_inferred_or_not_known_or_where_nobody_else_tells() -> None:
    alone = [of("Courier", "2026-01-13"), of("Courier", "2026-01-14")]
    unsure = [
        of("Courier", "2026-01-14"),
        of("Record", "", published=When("2026-01-12", "inferred")),
        of("Observer", "", published=When("2026-01", "editor")),
        of("Gazette", "", published=When("2025/2026~", "editor")),
        of("Herald", "", published=None),
        of("", "2026-01-10"),
    ]

    assert tallies(entry("a", "2026-01-13", *alone), entry("b", "2026-01-13", *unsure)) == {}


def test_the_pages_of_a_sources_years_do_not_change_with_its_sums() -> None:
    def parts(origin: str) -> dict[str, object]:
        newest = replace(article("n", "2026-01-01"), origin=origin)
        many = [entry(f"e{at:03}", f"{2024 + at % 2}-01-01") for at in range(LONG)]
        sections = source.sections(digest([*many, entry("n", "2026-01-01", newest)]), MASTHEAD, InPlace())
        return {section.listed[0]: section.parts for section in sections}

    before, after = parts(""), parts("Kestria Press")
    changed = {address for address in before if before[address] != after[address]}

    assert changed == {"sources/example-courier/", "sources/example-courier/2026/"}


def test_an_archived_copy_is_one_link_away_in_the_list_of_articles() -> None:
    kept = replace(article("a", "2026-01-13"), archive_url="https://archive.example/1")
    (line,) = page_of(MASTHEAD, entry("bridge", "2026-01-13", kept)).articles

    assert line.archive_url == "https://archive.example/1"
