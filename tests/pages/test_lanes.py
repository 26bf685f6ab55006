"""The picture of time: a lane a story, on a true scale, small enough to be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.executors import InPlace
from generator.model import Story
from generator.pages.kinds import timeline
from generator.pages.lanes import by_lane, lanes_of, lanes_of_all
from generator.pages.languages import open_phrases
from generator.pages.model import Page
from generator.pages.picture import MOST_LANES, RAIL, WIDTH, draw
from tests.pages.invented_digest import ENGLISH, MASTHEAD, THEME, digest, entry

ARABIC = open_phrases(THEME, "ar", InPlace()).phrases

BRIDGE = (entry("bridge", "2025-12-13"), entry("repair", "2026-01-20"), entry("opening", "2026-01-27"))
FERRY = (entry("ferry", "2026-01-02"), entry("strike", "2026-01-09"))
ALONE = entry("market", "2026-01-05")
STORIES = (Story("bridge", "The bridge", by_editor=False, entries=BRIDGE), Story("ferry", "The ferry", True, FERRY))


def test_each_year_and_month_knows_its_stories() -> None:
    lanes = lanes_of(STORIES, InPlace())

    assert (
        {part.title for part in lanes_of_all(STORIES, InPlace())}
        == {part.title for part in lanes["2026-01"]}
        == {"The bridge", "The ferry"}
    )
    assert [part.events for part in lanes["2026"]] == [("repair", "opening"), ("ferry", "strike")]


def test_a_story_with_one_event_on_a_page_is_no_lane_there() -> None:
    assert lanes_of(STORIES, InPlace())["2025-12"] == ()


def test_only_the_largest_stories_of_a_page_are_lanes() -> None:
    stories = tuple(
        Story(
            f"s{number}", f"S{number}", False, tuple(entry(f"s{number}-{day}", f"2026-01-{day:02}") for day in (3, 8))
        )
        for number in range(MOST_LANES + 3)
    )

    assert len({part.title for part in lanes_of_all(stories, InPlace())}) == MOST_LANES - 1


def test_events_in_no_story_share_a_lane() -> None:
    lanes = by_lane(lanes_of(STORIES, InPlace())["2026-01"], (*FERRY, ALONE, BRIDGE[1]))
    picture = draw(ENGLISH, lanes)

    assert picture
    assert [lane.name for lane in picture.lanes] == ["The ferry", "The bridge", "other events"]


def test_the_timeline_draws_a_lane_a_story() -> None:
    made = replace(digest((BRIDGE[0], *FERRY, *BRIDGE[1:])), stories=STORIES)
    section = next(timeline.sections(made, MASTHEAD, InPlace()))
    [page] = section.make(MASTHEAD, *section.parts)

    assert isinstance(page, Page)
    assert [lane.name for lane in page.view.picture.lanes] == ["The bridge", "The ferry"]


def test_a_story_elsewhere_leaves_a_full_month_as_it_is() -> None:
    apart = Story("mill", "The mill", False, (entry("mill", "2026-02-02"), entry("fire", "2026-02-03")))

    assert lanes_of((*STORIES, apart), InPlace())["2026-01"] == lanes_of(STORIES, InPlace())["2026-01"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The harbour bridge", "The harbour bridge"),
        ("The harbour bridge, and who pays for it", "The harbour bridge, and…"),
        ("A" * 500, "A" * 25 + "…"),
        ("港" * 40, "港" * 12 + "…"),
    ],
)
def test_the_name_of_a_lane_fits_in_the_rail(title: str, shown: str) -> None:
    picture = draw(ENGLISH, {title: FERRY})

    assert picture
    assert [lane.name for lane in picture.lanes] == [shown]


def test_the_scale_is_told_by_weeks_months_or_years() -> None:
    def words(*days: str) -> list[str]:
        picture = draw(ENGLISH, {"": [entry(f"e{number}", day) for number, day in enumerate(days)]})
        assert picture
        assert all(RAIL < tick.x < WIDTH for tick in picture.ticks)
        return [tick.words for tick in picture.ticks if tick.words]

    assert words("2026-01-01", "2026-01-20") == ["5 Jan", "12 Jan", "19 Jan"]
    assert words("2025-11-20", "2026-02-20") == ["Dec 2025", "Jan 2026", "Feb 2026"]
    assert words("2020-05-01", "2023-05-01") == ["2021", "2022", "2023"]


def test_time_runs_the_way_the_page_is_read() -> None:
    english, arabic = draw(ENGLISH, {"": BRIDGE}), draw(ARABIC, {"": BRIDGE})

    assert english
    assert arabic
    assert (english.names, english.start, english.end) == (0, RAIL, WIDTH)
    assert (arabic.names, arabic.start, arabic.end) == (WIDTH, WIDTH - RAIL, 0)
    assert english.lanes[0].dots == ((6, "M188 11h0M660.9 11h0M748 11h0"),)
    assert arabic.lanes[0].dots == ((6, "M568 11h0M95.1 11h0M8 11h0"),)
    assert [round(WIDTH - tick.x, 1) for tick in arabic.ticks] == [tick.x for tick in english.ticks]


def test_one_day_is_no_picture() -> None:
    assert draw(ENGLISH, {"": [ALONE]}) is None
    assert draw(ENGLISH, {}) is None


def test_what_runs_together_is_left_off_paper() -> None:
    def is_dense(number: int) -> bool:
        picture = draw(ENGLISH, {"": [entry(f"e{at}", f"2026-01-{1 + at % 28:02}") for at in range(number)]})
        return bool(picture and picture.dense)

    assert not is_dense(120)
    assert is_dense(121)
