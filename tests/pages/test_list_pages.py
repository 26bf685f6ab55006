"""The pages of sources and of the digest itself."""

from __future__ import annotations

from dataclasses import replace

from generator.executors import InPlace
from generator.model import Change, Citation, Digest, Editorial, Entry, Statement, When
from generator.pages.kinds import about, event, home, index, source
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


def index_of(told: Digest) -> index.IndexView:
    section = next(index.sections(told, MASTHEAD, InPlace()))
    page = next(section.make(MASTHEAD, *section.parts))
    assert isinstance(page, Page)
    assert isinstance(page.view, index.IndexView)
    return page.view


def test_the_index_lists_all_events_by_year_newest_first_and_those_without_a_date_last() -> None:
    nobody_knows = entry("u", "2026-01-01")
    undated = replace(nobody_knows, event=replace(nobody_knows.event, when=None))
    days = [entry("a", "2024-05-01"), entry("b", "2026-01-12"), entry("c", "2026-02-01")]
    view = index_of(digest([*days, undated]))

    assert [(year.name, [line.address for line in year.lines]) for year in view.years] == [
        ("2026", ["events/c/", "events/b/"]),
        ("2024", ["events/a/"]),
        ("Date unknown", ["events/u/"]),
    ]
    assert view.newest == ()


def test_the_index_of_a_long_digest_lists_the_newest_and_leads_to_the_years() -> None:
    days = [entry(f"e{number:03}", f"{2020 + number // 100}-{1 + number % 12:02}-01") for number in range(LONG + 50)]
    days.sort(key=lambda each: (each.event.when.value if each.event.when else "", each.event.id))
    view = index_of(digest(days))

    assert [line.address for line in view.newest] == [
        f"events/{each.event.id}/" for each in days[: -index.NEWEST - 1 : -1]
    ]
    assert [(year.name, year.size, year.link.address if year.link else "") for year in view.years] == [
        ("2022", "50 events", "timeline/2022/"),
        ("2021", "100 events", "timeline/2021/"),
        ("2020", "100 events", "timeline/2020/"),
    ]


def test_the_index_of_no_events_is_a_page() -> None:
    assert index_of(digest([])).years == ()


def test_the_home_page_shows_what_changed_last_and_what_the_editor_says_of_it() -> None:
    told = [entry(f"e{day}", f"2026-01-1{day}") for day in range(8)]
    later = [replace(each.event, updated=f"2026-03-0{9 - day}T12:00:00Z") for day, each in enumerate(told)]
    word = Editorial("", "", changes=(Change(When("2026-03-09", "editor"), "The toll is 5, not 50.", "correction"),))
    later[0] = replace(told[0].event, editorial=word)
    changed = [replace(each, event=event) for each, event in zip(told[:7], later[:7], strict=True)]
    section = next(home.sections(digest([*changed, told[7]]), MASTHEAD, InPlace()))
    page = next(section.make(MASTHEAD, *section.parts))
    assert isinstance(page, Page)

    assert [(line.address, line.day, line.notes) for line in page.view.changed[:2]] == [
        ("events/e0/", "9 March 2026", (("9 March 2026", "The toll is 5, not 50.", True),)),
        ("events/e1/", "8 March 2026", ()),
    ]
    assert len(page.view.changed) == home.CHANGES_SHOWN


def test_a_correction_stays_in_view_however_much_has_changed_since() -> None:
    told = [entry(f"e{day}", f"2026-01-1{day}") for day in range(9)]
    word = Editorial("", "", changes=(Change(When("2026-02-01", "editor"), "The toll is 5, not 50.", "correction"),))
    events = [replace(each.event, updated=f"2026-03-0{1 + at}T12:00:00Z") for at, each in enumerate(told)]
    events[0] = replace(told[0].event, editorial=word)
    changed = [replace(each, event=event) for each, event in zip(told, events, strict=True)]
    section = next(home.sections(digest(changed), MASTHEAD, InPlace()))
    page = next(section.make(MASTHEAD, *section.parts))
    assert isinstance(page, Page)

    assert [line.address for line in page.view.changed] == [f"events/e{at}/" for at in (8, 7, 6, 5, 0)]


def test_an_update_after_a_correction_does_not_hide_it() -> None:
    told = entry("ferry", "2026-01-12")
    changes = (
        Change(When("2026-02-01", "editor"), "The pier is 4, not 5.", "correction"),
        Change(When("2026-02-03", "editor"), "The toll is 5, not 50.", "correction"),
        Change(When("2026-03-01", "editor"), "The strike is over.", "update"),
    )
    corrected = replace(told, event=replace(told.event, editorial=Editorial("", "", changes=changes)))
    section = next(home.sections(digest([corrected]), MASTHEAD, InPlace()))
    page = next(section.make(MASTHEAD, *section.parts))
    assert isinstance(page, Page)

    assert [(line.day, line.notes) for line in page.view.changed] == [
        (
            "1 March 2026",
            (("3 February 2026", "The toll is 5, not 50.", True), ("1 March 2026", "The strike is over.", False)),
        )
    ]


def test_the_lead_of_the_home_page_has_its_key_points_beyond_what_its_card_says() -> None:
    told = entry("ferry", "2026-01-12")
    second = Statement("Two boats ran.", "Two boats ran.", (Citation("ferry-a", 2, 1),))
    lead = replace(told, statements=(*told.statements, second))
    worded = replace(lead, event=replace(lead.event, editorial=Editorial("", "", summary="The ferry runs again.")))

    def points(entry: Entry) -> list[str]:
        section = next(home.sections(digest([entry]), MASTHEAD, InPlace()))
        page = next(section.make(MASTHEAD, *section.parts))
        assert isinstance(page, Page)
        return [statement.words.text for statement in page.view.points]

    assert points(told) == []
    assert points(lead) == ["Two boats ran."]
    assert points(worded) == ["The ferry opened.", "Two boats ran."]


def test_a_headline_of_the_editor_is_nowhere_set_as_a_source_s() -> None:
    quoted, ours = entry("ferry", "2026-01-12"), entry("mill", "2026-01-13")
    ours = replace(ours, headline=replace(ours.headline, article=""))
    changed = [
        replace(each, event=replace(each.event, updated=f"2026-03-0{at}T12:00:00Z"))
        for at, each in enumerate((ours, quoted), 1)
    ]
    section = next(home.sections(digest(changed), MASTHEAD, InPlace()))
    page = next(section.make(MASTHEAD, *section.parts))
    assert isinstance(page, Page)
    sections = list(event.sections(digest((quoted, ours)), MASTHEAD, InPlace()))
    ferry, mill = (next(iter(each.make(MASTHEAD, *each.parts))) for each in sections)
    assert isinstance(ferry, Page)
    assert isinstance(mill, Page)

    assert [line.quoted for line in page.view.changed] == [True, False]
    assert [line.quoted for line in index_of(digest((quoted, ours))).years[0].lines] == [False, True]
    assert (ferry.view.later.quoted, mill.view.earlier.quoted) == (False, True)
