"""The editor's hand as the commands show it: merges and their redirects, a locked ledger, a digest grouped anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

Project = Callable[..., Path]
BRIDGE = {
    "title": "Bridge closed",
    "date": "2026-01-13",
    "body": "The harbour bridge was closed after cracks were found.",
}
COUNCIL = {"title": "Council meets", "date": "2026-01-13", "body": "The town council voted to raise the market fees."}


def build(root: Path, *options: str) -> int:
    return main(["build", "-q", "-r", str(root), *options])


def write_word(root: Path, event: str, head: str) -> None:
    path = root / "content" / "events" / f"{event}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\n{head}\n---\n", "utf-8")


def test_a_merged_events_address_leads_to_the_event_that_took_it_in(project: Project) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL})
    assert build(root) == 0
    write_word(root, "2026-01-13-council", "merge: 2026-01-13-bridge")

    assert build(root) == 0

    page = (root / "site/events/2026-01-13-bridge/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../2026-01-13-council/">' in page
    assert 'name="robots" content="noindex"' in page
    told = (root / "site/events/2026-01-13-council/index.html").read_text("utf-8")
    assert "harbour bridge was closed" in told
    assert "voted to raise" in told
    assert "2026-01-13-bridge" not in (root / "site/feed.xml").read_text("utf-8")
    assert "aliases: [2026-01-13-bridge]" in (root / "content/ledger/2026.yaml").read_text("utf-8")


def test_the_address_of_an_event_whose_articles_went_elsewhere_says_where(project: Project) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL})
    assert build(root) == 0
    project({"bridge": {**BRIDGE, "event": "2026-01-13-council"}})

    assert build(root) == 0

    page = (root / "site/events/2026-01-13-bridge/index.html").read_text("utf-8")
    assert '<a href="../2026-01-13-council/">' in page


def test_a_locked_build_fails_where_the_ledger_would_change_and_publishes_where_it_would_not(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"bridge": BRIDGE})

    assert build(root, "--locked") == 1
    assert "content/ledger/2026.yaml: would change, and --locked forbids it" in capsys.readouterr().err
    assert not (root / "site").exists()
    assert not (root / "content/ledger").exists()

    assert build(root) == 0
    (root / "site/index.html").unlink()
    assert build(root, "--locked") == 0
    assert (root / "site/index.html").exists()


def test_articles_grouped_anew_keep_the_id_that_most_of_them_had(project: Project) -> None:
    again = {**BRIDGE, "title": "Bridge shut"}
    root = project({"a": {**BRIDGE, "event": "one"}, "b": {**again, "event": "two"}, "c": {**again, "event": "two"}})
    assert build(root) == 0
    project({"a": BRIDGE, "b": again, "c": again})
    assert build(root) == 0
    assert sorted(path.name for path in (root / "site/events").iterdir()) == ["2026-01-13-a", "2026-01-13-b"]

    assert build(root, "--regroup") == 0

    assert "Bridge closed" in (root / "site/events/2026-01-13-b/index.html").read_text("utf-8")
    signpost = (root / "site/events/2026-01-13-a/index.html").read_text("utf-8")
    assert '<a href="../2026-01-13-b/">' in signpost
