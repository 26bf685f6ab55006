"""The timeline for TimelineJS: its own fields as it documents them, ours beside them, no markup of the sources."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.executors import InPlace
from generator.model import Month, Story, When
from generator.pages.feeds.timelinejs import month_slides, year_slides
from generator.pages.kinds import story
from generator.pages.model import File
from tests.pages.invented_digest import ENGLISH, MASTHEAD, digest, entry


def slides(*told: tuple[str, str]) -> list[dict[str, Any]]:
    entries = [entry(event_id, "2025-01-13", headline="<b>Open</b>") for event_id, _ in told]
    dated = [
        replace(each, event=replace(each.event, when=When(value, "editor") if value else None))
        for each, (_, value) in zip(entries, told, strict=True)
    ]
    (file,) = year_slides(MASTHEAD, 2025, month_slides(MASTHEAD.base_url, ENGLISH, Month(1, tuple(dated))))
    assert file.path == "timeline/2025.timelinejs.json"
    events: list[dict[str, Any]] = json.loads(file.content)["events"]
    return events


@pytest.mark.parametrize(
    ("value", "start", "end", "shown"),
    [
        ("2025-01-13", {"year": "2025", "month": "1", "day": "13"}, None, "13 January 2025"),
        ("2025-01", {"year": "2025", "month": "1"}, None, "January 2025"),
        ("2025~", {"year": "2025"}, None, "about 2025"),
        (
            "2025-01-13/2025-02-02",
            {"year": "2025", "month": "1", "day": "13"},
            {"year": "2025", "month": "2", "day": "2"},
            "13 January – 2 February 2025",
        ),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    value: str, start: dict[str, str], end: dict[str, str] | None, shown: str
) -> None:
    (slide,) = slides(("opening", value))

    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, shown)
    assert slide["dateline"]["date"]["value"] == value


def test_what_has_no_date_has_no_slide_and_no_markup_comes_through() -> None:
    (slide,) = slides(("opening", "2025-01-13"), ("closing", ""))

    assert slide["unique_id"] == "opening"
    assert slide["text"]["headline"] == "&lt;b&gt;Open&lt;/b&gt;"
    assert slide["dateline"]["citations"]


def test_a_story_has_the_slides_of_its_events_beside_its_page() -> None:
    told = (entry("closing", "2025-01-13"), entry("opening", "2025-03-02"))
    made = replace(digest(told), stories=(Story("bridge", "The bridge", False, told),))
    sections = story.sections(made, MASTHEAD, InPlace())
    [file] = [each for part in sections for each in part.make(MASTHEAD, *part.parts) if isinstance(each, File)]
    slides = json.loads(file.content)

    assert file.path == "stories/bridge/timelinejs.json"
    assert slides["title"]["text"] == {"headline": "The bridge", "text": "Harbour News"}
    assert [slide["unique_id"] for slide in slides["events"]] == ["closing", "opening"]
