"""What a build says that subscribers will meet, before they do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.subscribers import items_changed

Project = Callable[..., Path]
COUNCIL = {"title": "Council meets", "date": "2026-01-13", "source": "Example Courier", "body": "The council met."}
EVENT = "2026-01-13-council"
NEWS = "{date: 2026-01-20, note: The bridge is open again., kind: update}"
CORRECTION = "{date: 2026-01-21, note: The name was wrong., kind: correction}"


@pytest.mark.parametrize("formats", [["rss", "atom"], ["json"]])
@pytest.mark.parametrize(("change", "said"), [(NEWS, "updated"), (CORRECTION, "changed quietly")])
def test_a_dry_run_names_each_item_and_tells_news_from_a_correction(
    formats: list[str], change: str, said: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    config = {"feeds": {"formats": formats}}
    root = project({"council": COUNCIL}, config)
    assert main(["build", "-q", "-r", str(root), "--clock", "2026-01-14T12:00:00Z"]) == 0
    project({}, config, {f"content/events/{EVENT}.md": f"---\nchanges:\n  - {change}\n---\n"})
    capsys.readouterr()

    assert main(["build", "--dry-run", "-r", str(root), "--clock", "2026-01-21T12:00:00Z"]) == 0

    told = capsys.readouterr().err
    assert f"  feed item {said}: {EVENT}\n" in told
    assert f", 1 feed item {said}, " in told


def test_what_is_new_is_told_apart_and_what_left_is_no_news() -> None:
    old, new = (f"<item><guid>tag:a.example,2026:event/{name}</guid></item>" for name in ("old", "n%C3%A9w"))

    assert items_changed(b"", new.encode()).added == ("néw",)
    assert items_changed(f"{old}{new}".encode(), new.encode()) == ((), (), ())


@pytest.mark.parametrize("damaged", ["{", "{}", '{"items": 1}', '{"items": [{"id": []}]}', '{"a":' * 100_000, "\x00"])
def test_a_published_feed_that_is_damaged_tells_of_nothing(damaged: str) -> None:
    now = b'{"items": [{"id": "a", "date_modified": "2026-01-01T00:00:00Z"}]}'

    assert items_changed(damaged.encode(), now) == (("a",), (), ())


def test_a_feed_that_says_no_day_of_change_is_taken_to_be_loud() -> None:
    before, after = (f"<item><guid>a</guid>{words}</item>".encode() for words in ("one", "two"))

    assert items_changed(before, after) == ((), ("a",), ())
