"""Days that no calendar has, that contradict each other, that lie far back or are still to come."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.model import When

Project = Callable[..., Path]
ZONES = (
    "-11:00",
    "-09:30",
    "-08:00",
    "-05:00",
    "-03:30",
    "Z",
    "+01:00",
    "+03:00",
    "+05:30",
    "+08:45",
    "+12:45",
    "+14:00",
)


def built(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    ended = main(["build", "-q", "-r", str(root), "--clock", "2026-02-01T12:00:00Z"])
    return ended, [line for line in capsys.readouterr().err.splitlines() if line.startswith("content/")]


@pytest.mark.parametrize("day", ["2015-02-30", "0000-01-01", "10000-01-01", "2015-13", "2015-02-30/2015-03-01"])
def test_a_day_that_no_calendar_has_is_told_with_its_line(
    day: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"odd": {"title": "Odd", "date": day, "body": "A thing happened."}})

    ended, told = built(root, capsys)

    assert ended == 1
    assert [line.partition(" date: ")[0] for line in told] == ["content/articles/odd.md:3:"]


def test_the_editors_day_counts_and_a_lead_that_says_another_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    lead = "MUNICH, Feb. 12 (AP) -- Talks on Westhaven began."
    articles = {
        "munich": {"title": "Talks begin", "date": "2016-03-01", "body": lead},
        "bridge": {
            "title": "Bridge closed",
            "date": "2016-02-11",
            "event_date": "2016-02-08",
            "body": "The harbour bridge was closed on Wednesday.",
        },
    }
    root = project(articles)

    ended, told = built(root, capsys)

    assert ended == 0
    bridge, munich = told
    assert bridge == (
        "content/articles/bridge.md:4: warning: event_date: 2016-02-08 is not the day of the first paragraph: "
        "'on Wednesday' is 2016-02-10 "
        "(yours counts; where it is a slip, write 'event_date: 2016-02-10', else 'date_basis: editor')"
    )
    assert munich == (
        "content/articles/munich.md:3: warning: date: 2016-03-01 is not the day of the dateline: "
        "'Feb. 12' is 2016-02-12 "
        "(yours counts; where it is a slip, write 'date: 2016-02-12', else 'date_basis: editor')"
    )
    assert (root / "site/events/2016-02-08-bridge/index.html").exists()
    assert (root / "site/events/2016-03-01-munich/index.html").exists()


def test_an_editor_who_is_sure_of_a_day_is_not_warned(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(
        {
            "bridge": {
                "title": "Bridge closed",
                "date": "2016-02-11",
                "event_date": "2016-02-08",
                "date_basis": "editor",
                "body": "MUNICH, Jan. 3 (AP) -- The harbour bridge was closed on Wednesday.",
            }
        }
    )

    assert built(root, capsys) == (0, [])
    assert (root / "site/events/2016-02-08-bridge/index.html").exists()


def test_days_from_the_first_year_to_the_last_stand_in_order(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    years = ["0001-01-01", "0999", "1914-06-28", "1914-07", "2026-01-31", "2026-02-20", "9999-12-31"]
    days = list(zip(years, ["Ashlar", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse"], strict=True))
    root = project(
        {
            f"n{at}": {"title": f"Thing {at}", "date": day, "body": f"{word} fell."}
            for at, (day, word) in enumerate(days)
        }
    )

    ended, told = built(root, capsys)

    page = (root / "site/timeline/index.html").read_text("utf-8")
    places = [page.index(f'id="y{int(day[:4])}"') for day in years]
    assert ended == 0
    assert places == sorted(places)
    assert [line.partition(" (")[0] for line in told] == [
        "content/articles/n5.md:3: warning: date: 2026-02-20 is still to come",
        "content/articles/n6.md:3: warning: date: 9999-12-31 is still to come",
    ]


def test_a_day_is_the_one_that_is_written_whatever_the_time_zone(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    stamps = {f"z{at}": f"2015-12-15T{at * 2:02}:30:00{zone}" for at, zone in enumerate(ZONES)}
    root = project({stem: {"title": "Talks", "date": stamp, "body": "Talks began."} for stem, stamp in stamps.items()})

    assert main(["list", "articles", "-r", str(root), "--json"]) == 0

    told = [article["date"] for article in json.loads(capsys.readouterr().out)]
    assert told == ["2015-12-15"] * len(ZONES)


ABOUT_TWO_YEARS = "2015/2016~"  # as long as a day


def test_a_span_that_is_written_as_long_as_a_day_is_none(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    review = f"---\nreviewed: {{on: {ABOUT_TWO_YEARS}}}\n---\n"
    article = {"title": "Odd", "date": "2015-01-01", "body": "A thing happened."}
    root = project({"odd": article}, files={"content/events/2015-01-01-odd.md": review})

    assert When(ABOUT_TWO_YEARS, "editor").first_day == "2015-01-01"
    assert built(root, capsys)[1] == [
        "content/events/2015-01-01-odd.md:2: reviewed: '2015/2016~' is no day (write 2026-01-31)"
    ]
