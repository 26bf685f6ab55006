"""Small pictures of time: strokes of a story, bars of a digest, on a true scale and with nothing made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.executors import InPlace
from generator.model import Digest, Story
from generator.pages.kinds import home, story
from generator.pages.languages import open_phrases
from generator.pages.model import Page
from generator.pages.strips import PLACES, Pace, counts_of, pace, story_strip, strokes_of
from tests.pages.invented_digest import ENGLISH, MASTHEAD, THEME, digest, entry

ARABIC = open_phrases(THEME, "ar", InPlace()).phrases

MONTHS = ("2026-01", 1), ("2026-03", 2)


def days(*days: str) -> Digest:
    return digest([entry(f"e{number}", day) for number, day in enumerate(days)])


def drawn(told: Digest) -> Pace | None:
    return pace(ENGLISH, counts_of(told.timeline, InPlace()))


def test_strokes_stand_where_their_days_lie_in_the_story() -> None:
    entries = days("2026-01-01", "2026-01-11", "2026-02-10").entries

    assert [place for place, _ in strokes_of(entries)] == [0, round((PLACES - 1) / 4), PLACES - 1]


def test_a_stroke_is_longer_for_more_origins_and_the_longest_of_a_place_is_drawn() -> None:
    entries = days("2026-01-01", "2026-01-01", "2026-02-01", "2026-03-01").entries
    told = [replace(each, origins=number) for each, number in zip(entries, (1, 3, 1, 9), strict=True)]

    assert [length for _, length in strokes_of(told)] == [1, 0, 2]


@pytest.mark.parametrize("told", [(), ("2026-01-01",), ("2026-01-01", "2026-01-01"), ("2026-01-01", "2026-03-01")])
def test_a_story_that_its_first_and_last_day_tell_has_no_strip(told: tuple[str, ...]) -> None:
    assert story_strip(ENGLISH, strokes_of(days(*told).entries), "") is None


def test_a_story_of_a_thousand_events_has_a_small_strip() -> None:
    strip = story_strip(
        ENGLISH, strokes_of(days(*[f"2026-{1 + at % 12:02}-{1 + at % 28:02}" for at in range(1000)]).entries), ""
    )

    assert strip
    assert len(strip.bars) < 1500


def test_in_arabic_time_runs_from_the_right() -> None:
    strokes = strokes_of(days("2026-01-01", "2026-01-02", "2026-03-01").entries)
    left, right = story_strip(ENGLISH, strokes, ""), story_strip(ARABIC, strokes, "")

    assert left
    assert right
    assert left.bars.startswith("M1 ")
    assert right.bars.startswith("M239 ")
    assert [told.strip.bars for phrases in (ENGLISH, ARABIC) if (told := pace(phrases, MONTHS))] == [
        "M124 36v-18M596 36v-36",
        "M596 36v-18M124 36v-36",
    ]


COUNTED: Mapping[str, tuple[Digest, tuple[tuple[str, int], ...]]] = {
    "days": (days("2026-01-05", "2026-01-05", "2026-04-01"), (("2026-01-05", 2), ("2026-04-01", 1))),
    "months": (days("2025-01-05", "2025-01-06", "2026-02"), (("2025-01", 2), ("2026-02", 1))),
    "years": (days("2001-01-05", "2001-03-06", "2026-02"), (("2001", 2), ("2026", 1))),
    "vague": (days("2025-01-05", "2025-06-06", "2025"), (("2025-01", 1), ("2025-06", 1), ("2025", 1))),
    "ranges": (days("2026-01-05/2026-01-07", "2026-01-09~"), (("2026-01-05", 1), ("2026-01-09", 1))),
}


@pytest.mark.parametrize("case", COUNTED)
def test_events_are_counted_by_as_small_a_time_as_there_is_room_for(case: str) -> None:
    told, counts = COUNTED[case]

    assert counts_of(told.timeline, InPlace()) == counts


def test_the_words_below_the_bars_tell_what_they_show() -> None:
    shown = drawn(days("2025-01-05", "2025-01-06", "2025-06-01", "2026-02-03"))

    assert shown
    assert (shown.first, shown.told, shown.last) == (
        "January 2025",
        "Events by month, at most 2 (January 2025)",
        "February 2026",
    )
    assert shown.strip.title == "4 events, January 2025 – February 2026"


def test_the_most_is_of_no_month_where_several_have_as_many() -> None:
    shown = drawn(days("2025-01-05", "2025-01-06", "2025-06-01", "2025-06-03"))

    assert shown
    assert shown.told == "Events by month, at most 2"


def test_an_event_known_by_its_year_alone_lies_at_the_feet_of_the_bars() -> None:
    shown = drawn(days("2025-01-05", "2025-06-06", "2025"))

    assert shown
    assert shown.strip.vague == "M0 35H720"
    assert shown.strip.bars.count("M") == 2


@pytest.mark.parametrize("told", [(), ("2026-01-05",), ("2026-01-05", "2026-01-05"), ("2026", "2026")])
def test_one_day_is_no_picture_of_time(told: tuple[str, ...]) -> None:
    assert drawn(days(*told)) is None


@pytest.mark.parametrize("told", [("0001-01-01", "9999-12-31"), ("1914", "2026-01-01~"), ("0001/9999~", "2026-01-01")])
def test_odd_times_are_drawn_or_left_out_and_break_nothing(told: tuple[str, ...]) -> None:
    drawn(days(*told))
    strokes_of(days(*told, "2000").entries)


def test_the_home_page_and_the_list_of_stories_show_the_pictures() -> None:
    told = days("2025-01-05", "2025-03-06", "2026-02-01")
    told = replace(told, stories=(Story("harbour", "Harbour", by_editor=False, entries=told.entries),))
    (home_page,) = [
        page for each in home.sections(told, MASTHEAD, InPlace()) for page in each.make(MASTHEAD, *each.parts)
    ]
    listed = next(story.sections(told, MASTHEAD, InPlace()))
    list_page = next(listed.make(MASTHEAD, *listed.parts))

    assert isinstance(home_page, Page)
    assert isinstance(list_page, Page)
    assert home_page.view.pace.told == "Events by month"
    assert home_page.view.stories[0].strip == list_page.view.stories[0].strip is not None


def test_another_word_in_an_event_leaves_the_counts_as_they_are() -> None:
    told = days("2025-01-05", "2025-03-06", "2026-02-01")
    other = digest([replace(each, statements=()) for each in told.entries])

    assert counts_of(told.timeline, InPlace()) == counts_of(other.timeline, InPlace())
