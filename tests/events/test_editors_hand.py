"""The editor's hand as the commands show it: merges and their redirects, a locked ledger, a digest grouped anew."""

from __future__ import annotations

import json
import shutil
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
    assert sorted(path.name for path in (root / "site/events").glob("*/")) == ["2026-01-13-a", "2026-01-13-b"]

    assert build(root, "--regroup") == 0

    assert "Bridge closed" in (root / "site/events/2026-01-13-b/index.html").read_text("utf-8")
    signpost = (root / "site/events/2026-01-13-a/index.html").read_text("utf-8")
    assert '<a href="../2026-01-13-b/">' in signpost


def test_an_event_says_who_has_read_it_and_whether_it_has_grown_since(project: Project) -> None:
    root = project({"bridge": BRIDGE})
    assert build(root) == 0
    page = root / "site/events/2026-01-13-bridge/index.html"
    assert "not yet read by an editor" in page.read_text("utf-8")

    review = ["review", "2026-01-13-bridge", "--by", "Ada Holm", "--clock", "2026-02-01T00:00:00Z", "-r", str(root)]
    assert main(review) == 0
    assert build(root) == 0
    assert "Read by Ada Holm on 1 February 2026</p>" in page.read_text("utf-8")

    project({"shut": {**BRIDGE, "event": "2026-01-13-bridge"}})
    assert build(root) == 0
    assert "Read by Ada Holm on 1 February 2026; articles have joined or left since" in page.read_text("utf-8")


def test_a_review_is_one_line_of_the_editors_file_and_leaves_the_rest_as_it_is(project: Project) -> None:
    root = project({"bridge": BRIDGE})
    write_word(
        root, "2026-01-13-bridge", "title: Bridge shut   # for now\nreviewed: {on: 2026-01-20}\nplace: Westhaven"
    )

    assert main(["review", "2026-01-13-bridge", "--clock", "2026-02-01T00:00:00Z", "-r", str(root)]) == 0

    head = (root / "content/events/2026-01-13-bridge.md").read_text("utf-8").splitlines()
    assert head[:2] == ["---", "title: Bridge shut   # for now"]
    assert head[2].startswith('reviewed: {on: "2026-02-01", articles: ')
    assert head[3:] == ["place: Westhaven", "---"]


def test_with_only_reviewed_what_nobody_has_read_is_held_back_and_listed(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL}, {"only_reviewed": "true"})
    assert main(["review", "2026-01-13-council", "-r", str(root)]) == 0
    capsys.readouterr()

    assert main(["build", "-r", str(root)]) == 0

    assert "1 event no editor has read, so held back" in capsys.readouterr().err
    assert [path.name for path in (root / "site/events").glob("*/")] == ["2026-01-13-council"]
    assert main(["list", "drafts", "-r", str(root)]) == 0
    assert capsys.readouterr().out == "2026-01-13-bridge  2026-01-13  not read yet  1 article  Bridge closed\n"


def test_an_unknown_id_is_told_with_the_nearest(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    root = project({"bridge": BRIDGE})

    assert main(["review", "2026-01-13-brige", "-r", str(root)]) == 1

    assert "2026-01-13-brige: is no event's id (did you mean '2026-01-13-bridge'?)" in capsys.readouterr().err


def test_a_new_file_of_an_event_is_filled_in_and_changes_nothing_until_the_editor_writes(project: Project) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL})
    assert build(root) == 0
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}

    assert main(["new", "event", "--from", "2026-01-13-bridge", "-r", str(root)]) == 0

    word = root / "content/events/2026-01-13-bridge.md"
    assert word.read_text("utf-8") == (
        "---\n# title: Bridge closed\n# date: 2026-01-13\n"
        "# add: [], remove: [], merge: []; its articles now:\n#  bridge\n---\n"
    )
    assert build(root, "--strict") == 0
    assert {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == before
    assert main(["new", "event", "--from", "2026-01-13-bridge", "-r", str(root)]) == 1

    word.write_text(word.read_text("utf-8").replace("# title: Bridge closed", "title: The bridge"), "utf-8")
    assert build(root, "--strict") == 0
    assert ">The bridge</h1>" in (root / "site/events/2026-01-13-bridge/index.html").read_text("utf-8")


def test_a_title_that_is_given_with_the_event_is_the_editors(project: Project) -> None:
    root = project({"bridge": BRIDGE})
    assert build(root) == 0

    assert main(["new", "event", "The bridge: shut", "--from", "2026-01-13-bridge", "-r", str(root)]) == 0

    head = (root / "content/events/2026-01-13-bridge.md").read_text("utf-8").splitlines()
    assert head[:3] == ["---", "title: 'The bridge: shut'", "# date: 2026-01-13"]


def test_a_new_article_is_a_draft_until_it_is_written(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    root = project({"bridge": BRIDGE})

    assert main(["new", "article", "A day: at sea", "--date", "2026-02-01", "-r", str(root)]) == 0
    capsys.readouterr()

    assert main(["list", "drafts", "-r", str(root)]) == 0
    assert "2026-02-01-a-day-at-sea" in capsys.readouterr().out
    assert build(root) == 0


def test_what_reads_like_one_event_is_suggested_with_the_line_that_merges_it(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shut = {**BRIDGE, "title": "Bridge shut"}
    root = project({"a": {**BRIDGE, "event": "one"}, "b": {**shut, "event": "two"}, "c": COUNCIL})
    assert build(root) == 0
    project({"a": BRIDGE, "b": shut})
    capsys.readouterr()

    assert main(["list", "suggestions", "-r", str(root)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "# content/events/2026-01-13-a.md: reads like one event with these",
        "merge: [2026-01-13-b]",
    ]

    write_word(root, "2026-01-13-a", lines[1])
    assert build(root) == 0
    assert main(["list", "suggestions", "-r", str(root)]) == 0
    assert capsys.readouterr().out == ""


def test_an_article_that_reads_like_another_event_is_suggested_to_be_removed(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    shut = {**BRIDGE, "title": "Bridge shut"}
    root = project({"a": {**BRIDGE, "event": "x"}, "b": {**shut, "event": "x"}, "c": {**COUNCIL, "event": "x"}})
    assert build(root) == 0
    project({"a": BRIDGE, "b": shut, "c": COUNCIL})
    capsys.readouterr()

    assert main(["list", "suggestions", "--json", "-r", str(root)]) == 0

    assert json.loads(capsys.readouterr().out) == [{"event": "2026-01-13-a", "kind": "remove", "names": ["c"]}]


def test_an_update_of_the_editors_is_news_to_subscribers_and_a_correction_is_not(project: Project) -> None:
    root = project({"bridge": BRIDGE})
    assert build(root, "--clock", "2026-02-01T00:00:00Z") == 0
    ledger = root / "content/ledger/2026.yaml"

    write_word(root, "2026-01-13-bridge", "changes: [{date: 2026-02-02, note: A name was wrong., kind: correction}]")
    assert build(root, "--clock", "2026-02-02T00:00:00Z") == 0
    assert "updated: 2026-02-01T00:00:00Z" in ledger.read_text("utf-8")
    page = (root / "site/events/2026-01-13-bridge/index.html").read_text("utf-8")
    assert "<strong>Correction.</strong> A name was wrong." in page

    write_word(root, "2026-01-13-bridge", "status: settled\nchanges: [{date: 2026-02-03, note: It is open again.}]")
    assert build(root, "--clock", "2026-02-03T00:00:00Z") == 0
    assert build(root, "--clock", "2026-02-04T00:00:00Z") == 0
    assert "updated: 2026-02-03T00:00:00Z" in ledger.read_text("utf-8")
    assert "<strong>Settled.</strong>" in (root / "site/events/2026-01-13-bridge/index.html").read_text("utf-8")


def test_an_event_that_the_editor_withdraws_leaves_a_signpost_and_every_list(project: Project) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL})
    assert build(root) == 0
    write_word(root, "2026-01-13-bridge", "status: withdrawn\nnote: The report was false.")

    assert build(root) == 0

    page = (root / "site/events/2026-01-13-bridge/index.html").read_text("utf-8")
    assert "The editor has withdrawn it. The report was false." in page
    others = [path for path in (root / "site").rglob("*") if path.is_file() and "2026-01-13-bridge" not in str(path)]
    assert not [path for path in others if b"bridge was closed" in path.read_bytes()]


@pytest.mark.parametrize("base_url", [None, "https://digest.kestria.org/"])
def test_a_ledger_that_is_gone_stops_a_build_before_events_come_under_new_addresses(
    project: Project, capsys: pytest.CaptureFixture[str], base_url: str | None
) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL}, {"base_url": base_url})
    assert build(root) == 0
    write_word(root, "2026-01-13-bridge", "merge: [2026-01-13-council]")
    assert build(root) == 0
    capsys.readouterr()
    shutil.rmtree(root / "content/ledger")

    assert build(root) == 1

    told = capsys.readouterr().err
    assert "content/ledger: is not there, and events were published with it (take it from your last commit" in told
    assert "merge:" not in told
    assert not (root / "content/ledger").exists()


def test_a_feed_tells_of_a_release_where_the_memory_is_gone(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"bridge": BRIDGE}, {"base_url": "https://digest.kestria.org/"})
    assert build(root) == 0
    shutil.rmtree(root / "content/ledger")
    shutil.rmtree(root / ".dateline")

    assert build(root) == 1

    assert "content/ledger: is not there, and events were published with it" in capsys.readouterr().err


def test_a_digest_that_is_cleaned_begins_anew_without_its_ledger(project: Project) -> None:
    root = project({"bridge": BRIDGE})
    assert build(root) == 0
    shutil.rmtree(root / "content/ledger")

    assert main(["clean", "-q", "-r", str(root)]) == 0

    assert build(root) == 0


def test_a_ledger_in_conflict_is_told_alone(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL})
    assert build(root) == 0
    write_word(root, "2026-01-13-bridge", "merge: [2026-01-13-council]")
    assert build(root) == 0
    capsys.readouterr()
    ledger = root / "content/ledger/2026.yaml"
    ledger.write_text(f"<<<<<<< ours\n{ledger.read_text('utf-8')}=======\n>>>>>>> theirs\n", "utf-8")

    assert build(root) == 1

    [told, ending] = [line for line in capsys.readouterr().err.splitlines() if "base_url" not in line]
    assert told.startswith("content/ledger/2026.yaml:1: a git conflict (keep the lines of both sides")
    assert ending.startswith("Nothing published: mend 1 fault first")


def test_a_merge_where_the_ledger_knows_no_event_asks_for_the_ledger(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"bridge": BRIDGE, "council": COUNCIL})
    write_word(root, "2026-01-13-bridge", "merge: [2026-01-13-council]")

    assert build(root) == 1

    assert "(the ledger knows none: if it did, take it from your last commit; only what" in capsys.readouterr().err
