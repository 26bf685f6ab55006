"""The pages of stories, and what an event's page shows of its story."""

from __future__ import annotations

import json
from dataclasses import replace

import feedparser
import pytest

from generator.executors import InPlace, Recalling
from generator.model import Digest, Editorial, Entry, Name, Story, When
from generator.pages.feeds import stories
from generator.pages.feeds.formats import FORMATS
from generator.pages.kinds import event, home, story
from generator.pages.model import Feed, File, Masthead, Page, Section
from generator.pages.views import LONG
from generator.pages.wording import apart_words
from tests.pages.invented_digest import ENGLISH, MASTHEAD, digest, entry

NAMES = (Name("Rosa Lindqvist", "lindqvist", True, 40), Name("Westhaven", "westhaven", False, 30))
DAYS = {
    "bridge": "2026-01-13",
    "ferry": "2026-01-20",
    "mill": "2026-02-02",
    "trial": "2026-03-03",
    "vote": "2026-04-04",
}
ENTRIES = tuple(replace(entry(name, day), names=NAMES) for name, day in DAYS.items())


def told(*names: str, entries: tuple[Entry, ...] = ENTRIES) -> Digest:
    """Give a digest in which some of the events are one story."""
    members = tuple(each for each in entries if each.event.id in names)
    return replace(digest(entries), stories=(Story("harbour", "Harbour", by_editor=False, entries=members),))


def made(sections: list[Section], address: str, masthead: Masthead = MASTHEAD) -> Page:
    pages = [page for section in sections for page in section.make(masthead, *section.parts)]
    return next(page for page in pages if isinstance(page, Page) and page.address == address)


def test_a_story_shows_where_it_stands_all_its_events_and_who_is_who() -> None:
    sections = list(story.sections(told("bridge", "mill", "vote"), MASTHEAD, InPlace()))
    view = made(sections, "stories/harbour/").view

    assert (view.size, view.by_editor) == ("3 events, 13 January – 4 April 2026", False)
    assert (view.state.date.words, view.state.event.address) == ("4 April 2026", "events/vote/")
    assert [card.address for card in view.events] == ["events/bridge/", "events/mill/", "events/vote/"]
    assert view.people == (story.WhoView("Rosa Lindqvist", "3 events"),)
    assert view.others == (story.WhoView("Westhaven", "3 events"),)
    assert [address for section in sections for address in section.listed] == ["stories/", "stories/harbour/"]


def test_initials_and_adjectives_of_a_name_count_for_it() -> None:
    names = [["Malvia", "Harbour Union"], ["Malvian", "H.U."], ["Malvian", "Malvia"], ["H.U."], ["Harbour Union"]]
    entries = tuple(
        replace(each, names=tuple(Name(text, text.lower(), person=False, weight=1) for text in mine))
        for each, mine in zip(ENTRIES, names, strict=True)
    )
    view = made(list(story.sections(told(*DAYS, entries=entries), MASTHEAD, InPlace())), "stories/harbour/").view
    assert [(who.name, who.events) for who in view.others] == [("Harbour Union", "4 events"), ("Malvia", "3 events")]


def test_how_a_story_stands_is_told_in_a_hundred_words() -> None:
    def said(*lengths: int) -> list[int]:
        cited = ENTRIES[-1].statements[0]
        sentences = [" ".join([f"{at}a"] * length) for at, length in enumerate(lengths)]
        statements = tuple(replace(cited, text=text, verbatim=text) for text in sentences)
        entries = (*ENTRIES[:-1], replace(ENTRIES[-1], statements=statements))
        sections = list(story.sections(told("bridge", "vote", entries=entries), MASTHEAD, InPlace()))
        shown = made(sections, "stories/harbour/").view.state.statements
        return [len(statement.words.text.split()) for statement in shown]

    assert said(40, 60, 1) == [40, 60]
    assert said(40, 61, 5) == [40]
    assert said(130, 10) == [130]
    assert said() == []


def test_what_no_report_tells_the_end_of_is_left_open_until_the_editor_calls_it_settled() -> None:
    settled = replace(ENTRIES[2].event, editorial=Editorial("mill", "mill.md", status="settled"))
    entries = (
        replace(ENTRIES[0], open_ended=True),
        replace(ENTRIES[1], open_ended=True),
        replace(ENTRIES[2], open_ended=True, event=settled),
        *ENTRIES[3:],
    )
    sections = list(story.sections(told(*DAYS, entries=entries), MASTHEAD, InPlace()))
    view = made(sections, "stories/harbour/").view

    assert [(line.date.words, line.address) for line in view.open] == [
        ("20 January 2026", "events/ferry/"),
        ("13 January 2026", "events/bridge/"),
    ]


def test_a_long_story_has_a_page_a_year() -> None:
    entries = tuple(entry(f"e{number:03}", f"{2020 + number // 150}-01-01") for number in range(LONG + 1))
    sections = list(story.sections(told(*(each.event.id for each in entries), entries=entries), MASTHEAD, InPlace()))

    assert len(made(sections, "stories/harbour/").view.events) == LONG + 1 - 150
    assert len(made(sections, "stories/harbour/2020/").view.events) == 150
    assert [link.words for link in made(sections, "stories/harbour/2020/").view.years] == ["2021", "2020"]


def test_an_event_of_a_story_leads_along_its_story_and_others_along_the_digest() -> None:
    sections = list(event.sections(told("bridge", "mill", "trial", "vote"), MASTHEAD, InPlace()))
    mill, ferry = made(sections, "events/mill/").view, made(sections, "events/ferry/").view

    assert (mill.story.address, mill.earlier.address, mill.later.address) == (
        "stories/harbour/",
        "events/bridge/",
        "events/trial/",
    )
    assert [(each.event.address, each.reason) for each in mill.related] == [
        ("events/vote/", "same names: Rosa Lindqvist, Westhaven; 9 weeks later")
    ]
    assert (ferry.story, ferry.earlier.address, ferry.later.address, ferry.related) == (
        None,
        "events/bridge/",
        "events/mill/",
        (),
    )


def test_the_data_of_an_event_names_its_story() -> None:
    files = [
        file
        for section in event.sections(told("bridge", "mill"), MASTHEAD, InPlace())
        for file in section.make(MASTHEAD, *section.parts)
        if isinstance(file, File)
    ]

    assert {data["id"]: data["story"] for data in (json.loads(file.content) for file in files)} == {
        "bridge": "harbour",
        "ferry": None,
        "mill": "harbour",
        "trial": None,
        "vote": None,
    }


def test_the_home_page_shows_the_stories_with_the_latest_events() -> None:
    both = replace(
        told("bridge", "mill"),
        stories=(
            Story("harbour", "Harbour", by_editor=False, entries=ENTRIES[:2]),
            Story("mills", "Mills", by_editor=True, entries=ENTRIES[2:4]),
        ),
    )
    view = made(list(home.sections(both, MASTHEAD, InPlace())), "").view

    assert [(each.link.words, each.size, each.latest.address) for each in view.stories] == [
        ("Mills", "2 events, 2 February – 3 March 2026", "events/trial/"),
        ("Harbour", "2 events, 13–20 January 2026", "events/ferry/"),
    ]


def test_an_edit_of_one_event_makes_anew_only_what_shows_it() -> None:
    executor = Recalling(InPlace())
    before = list(event.sections(told("bridge", "mill", "vote"), MASTHEAD, executor))
    executor.turn()
    edited = replace(ENTRIES[1], outlets=9)
    entries = (ENTRIES[0], edited, *ENTRIES[2:])
    after = list(event.sections(told("bridge", "mill", "vote", entries=entries), MASTHEAD, executor))

    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True, True, True]


def test_the_time_between_two_events_is_told_as_exactly_as_it_matters() -> None:
    def apart(other: str, here: str) -> str:
        return apart_words(ENGLISH, When(other, "editor"), When(here, "editor"))

    assert apart("2026-01-13", "2026-01-13") == "the same day"
    assert apart("2026-01-12", "2026-01-13") == "1 day earlier"
    assert apart("2026-02-24", "2026-01-13") == "6 weeks later"
    assert apart("2026-06-13", "2026-01-13") == "5 months later"
    assert apart("2023-01-13", "2026-01-13") == "3 years earlier"


def test_a_story_can_be_followed_alone() -> None:
    masthead = replace(MASTHEAD, feeds=(FORMATS["rss"], FORMATS["json"]))
    sections = list(stories.sections(told("bridge", "mill", "vote"), masthead, InPlace(), limit=2))
    files = [file for section in sections for file in section.make(masthead, *section.parts)]
    (made_feed,) = [file for file in files if isinstance(file, File)]
    read = feedparser.parse(made_feed.content)

    assert made_feed.path == "stories/harbour/feed.xml"
    assert read.feed.title == "Harbour – Harbour News"
    assert [item.link for item in read.entries] == [
        "https://digest.example/events/vote/",
        "https://digest.example/events/mill/",
    ]
    assert not list(stories.sections(told("bridge"), replace(masthead, feeds=()), InPlace(), limit=2))


@pytest.mark.parametrize(
    ("feed", "address"), [(FORMATS["rss"], "stories/harbour/feed.xml"), (FORMATS["json"], ""), (FORMATS["atom"], "")]
)
def test_an_event_leads_to_the_feed_of_its_story_where_there_is_one(feed: Feed, address: str) -> None:
    masthead = replace(MASTHEAD, feeds=(feed,))
    sections = list(event.sections(told("bridge", "mill"), masthead, InPlace()))

    assert made(sections, "events/mill/", masthead).view.story_feed == address


def test_a_digest_without_stories_has_an_empty_list_of_them() -> None:
    [section] = story.sections(digest(ENTRIES), MASTHEAD, InPlace())

    assert made([section], "stories/").view.stories == ()
