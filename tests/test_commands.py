"""The commands as an editor meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

Project = Callable[..., Path]
COUNCIL = {"title": "Council meets", "date": "2026-01-13", "source": "Example Courier", "body": "The council met."}
UNDATED = {"title": "Undated", "body": "A thing was found."}


def test_events_articles_and_undated_are_listed_for_people_and_for_programs(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(project({"council": COUNCIL, "found": UNDATED}))

    assert main(["list", "events", "-r", root]) == 0
    assert capsys.readouterr().out == "2026-01-13-council  2026-01-13  1 article  Council meets\n"
    assert main(["list", "articles", "-r", root, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["event"] == "2026-01-13-council"
    assert main(["list", "undated", "-r", root, "--json"]) == 0
    assert [line["id"] for line in json.loads(capsys.readouterr().out)] == ["found"]


def test_an_undated_article_is_left_out_with_a_warning_or_kept_as_date_unknown(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"council": COUNCIL, "found": UNDATED})

    assert main(["build", "-r", str(root)]) == 0
    told = capsys.readouterr()
    assert "found.md:1: warning: has no date and is left out" in told.err
    assert "found.md" not in told.out  # told once
    assert not list((root / "site/events").glob("undated-*"))

    project(config={"undated": "keep"})
    assert main(["build", "-q", "-r", str(root)]) == 0
    assert "date unknown" in (root / "site/events/undated-found/index.html").read_text("utf-8").lower()


def test_a_dry_run_tells_what_would_change_and_writes_nothing(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"council": COUNCIL})

    assert main(["build", "--dry-run", "-r", str(root)]) == 0

    assert "would change" in capsys.readouterr().err
    assert not (root / "site").exists()
    assert not (root / "content/ledger").exists()


def test_a_receipt_as_json_names_what_is_known_of_each_cut_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = "The harbour bridge will close for six weeks from Monday while its cables are replaced, the port said."
    (tmp_path / "page.txt").write_text(f"Harbour bridge to close\n\n{story}\n\nShare\n", "utf-8")

    assert (
        main(["import", str(tmp_path / "page.txt"), "--to", str(tmp_path / "articles"), "-r", str(tmp_path), "--json"])
        == 0
    )

    (receipt,) = json.loads(capsys.readouterr().out)
    assert receipt["cuts"][-1] == {"line": 5, "text": "Share", "rule": "below the article", "after": 1}


def test_a_folder_without_a_digest_is_told_and_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("build", "check", "clean"):
        assert main([command, "-r", str(tmp_path)]) == 1
        assert "config.yaml: is not there (go to a digest's folder, or make one" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_init_makes_a_digest_that_builds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "mine")]) == 0
    assert main(["build", "-r", str(tmp_path / "mine")]) == 0
    assert main(["check", "-r", str(tmp_path / "mine")]) == 0

    assert main(["init", str(tmp_path / "mine")]) == 1
    assert "is there and not empty" in capsys.readouterr().err
    ledger = (tmp_path / "mine/content/ledger").iterdir()
    assert [path.name for path in ledger] == ["2026.yaml"], "no authority is minted under a name that is nobody's"


def test_a_feed_authority_is_minted_once_under_the_sites_own_name(project: Project) -> None:
    root = project({"council": COUNCIL}, {"base_url": "https://news.westhaven.kestria/"})

    main(["build", "-q", "-r", str(root), "--clock", "2026-02-01", "-b", "http://127.0.0.1:8000/"])
    project(config={"base_url": "https://moved.kestria/"})
    main(["build", "-q", "-r", str(root), "--clock", "2027-02-01"])

    assert (root / "content/ledger/authority.yaml").read_text() == 'tag: "news.westhaven.kestria,2026"\n'
    assert "tag:news.westhaven.kestria,2026:event/2026-01-13-council" in (root / "site/feed.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--clock", "noon"], "--clock: 'noon' is no time (write 2026-01-31T12:00:00Z)"),
        (["build", "-b", "ftp://x"], "--base-url: 'ftp://x' is no address of a site (write it whole"),
        (["import", "nowhere.txt"], "nowhere.txt: is no file or folder"),
    ],
)
def test_a_wrong_value_is_told_with_the_mend(
    arguments: list[str], told: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "-r", str(project({"council": COUNCIL}))]) == 1
    assert told in capsys.readouterr().err


def test_an_editors_static_files_are_copied_hidden_ones_too(project: Project) -> None:
    root = project(
        {"council": COUNCIL},
        files={
            "content/static/.well-known/security.txt": "x",
            "content/static/.nojekyll": "",
            "content/static/a~": "y",
        },
    )

    main(["build", "-q", "-r", str(root)])

    assert (root / "site/.well-known/security.txt").read_text() == "x"
    assert (root / "site/.nojekyll").exists()
    assert not (root / "site/a~").exists()


@pytest.mark.slow
def test_what_reads_our_output_may_go_away(project: Project) -> None:
    root = project({f"a{number}": {**COUNCIL, "event": f"e{number}"} for number in range(50)})
    command = f"{sys.executable} -m generator list events -r {root} | head -1"

    project_root = Path(__file__).parents[1]
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=project_root)

    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_list_stands_in_columns_whatever_the_script(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    articles = {
        "a": {**COUNCIL, "title": "会议开始", "place": "Westhaven", "date": "2026-01-02"},
        "council": COUNCIL,
        "long": {**COUNCIL, "title": "x" * 300, "date": "2026-03-01"},
    }

    assert main(["list", "articles", "-r", str(project(articles))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"a        2026-01-02  Example Courier  会议开始{' ' * 54}2026-01-02-a"
    assert lines[1] == f"council  2026-01-13  Example Courier  Council meets{' ' * 49}2026-01-02-a"
    assert f"{'x' * 300}  2026-" in lines[2]


def test_long_ids_stand_in_a_column_of_their_own(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    fire = {"title": "Mill burns", "date": "2026-03-01", "body": "The old mill burned down."}

    assert main(["list", "events", "-r", str(project({"council": COUNCIL, "fire-" + "x" * 90: fire}))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].index("2026-01-13  1 article") == lines[1].index("2026-03-01  1 article")


def test_ctrl_c_says_a_word(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.commands.looking.check", interrupted)

    assert main(["check", "-r", str(project({"council": COUNCIL}))]) == 130
    assert capsys.readouterr().err == "\nEnded before it was done.\n"
