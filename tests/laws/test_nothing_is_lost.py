"""Law 7: a build deletes only what it wrote, refuses a dangerous folder, and harms no site when it fails."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

Project = Callable[..., Path]
COUNCIL = {"title": "Council meets", "date": "2026-01-13", "body": "The council met in the town hall."}
FERRY = {"title": "Ferry sinks", "date": "2025-05-02", "body": "A ferry sank in the bay at night."}


def build(root: Path, *more: str) -> int:
    return main(["build", "-q", "-r", str(root), "--clock", "2026-02-01T12:00:00Z", *more])


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_page_whose_article_is_gone_is_removed_but_its_address_stays_a_signpost(project: Project) -> None:
    root = project({"council": COUNCIL, "ferry": {**FERRY, "publish": "full"}})
    build(root)
    (root / "content/articles/ferry.md").unlink()

    assert build(root) == 0

    assert not (root / "site/articles/ferry").exists()
    page = (root / "site/events/2025-05-02-ferry/index.html").read_text("utf-8")
    assert "no longer told here" in page
    assert "noindex" in page
    assert "sank" not in page + (root / "site/feed.xml").read_text("utf-8")


def test_a_folder_that_has_lost_all_its_articles_leaves_the_last_site_as_it_was(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"council": COUNCIL, "ferry": FERRY})
    build(root)
    before = snapshot(root / "site")
    for path in (root / "content/articles").iterdir():
        path.unlink()

    assert main(["build", "-q", "-r", str(root)]) == 1

    assert "content/articles: has no article, and the ledger knows 2 of its articles" in capsys.readouterr().err
    assert snapshot(root / "site") == before


def test_a_digest_whose_ledger_is_empty_needs_no_article(project: Project) -> None:
    root = project()
    (root / "content/articles").mkdir(parents=True)

    assert main(["build", "-q", "-r", str(root)]) == 0


def test_a_digest_may_have_all_its_articles_withdrawn(project: Project) -> None:
    root = project({"council": COUNCIL})
    build(root)

    project({"council": {**COUNCIL, "status": "withdrawn"}})

    assert main(["build", "-q", "-r", str(root)]) == 0


def test_files_that_the_build_did_not_write_stay_when_it_builds_again(project: Project) -> None:
    root = project({"council": COUNCIL})
    build(root)
    (root / "site/notes.txt").write_text("mine")
    (root / "site/events/photo").mkdir()
    (root / "site/events/photo/a.png").write_bytes(b"png")
    project({"ferry": FERRY})

    assert build(root) == 0

    assert (root / "site/notes.txt").read_text() == "mine"
    assert (root / "site/events/photo/a.png").read_bytes() == b"png"
    assert (root / "site/events/2025-05-02-ferry/index.html").is_file()


def test_a_folder_with_files_that_are_not_ours_is_refused(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    root = project({"council": COUNCIL}, files={"site/thesis.doc": "three years of work"})

    assert build(root) == 1

    assert snapshot(root / "site") == {(root / "site/thesis.doc").as_posix(): b"three years of work"}
    assert "holds files that are not ours, 'thesis.doc' among them" in capsys.readouterr().err


@pytest.mark.parametrize(
    "output", ["/", "~", ".", "..", "content", "content/site", "templates", "config.yaml", ".git/x"]
)
def test_a_dangerous_output_folder_is_refused_with_file_and_line(
    output: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(Path.home()) if output == "~" else output
    root = project({"council": COUNCIL}, {"output": place}, {"templates/own.html": "", ".git/config": ""})
    before = snapshot(root)

    assert build(root) == 1

    assert "config.yaml:5: output: '" in capsys.readouterr().err
    assert {path: content for path, content in snapshot(root).items() if ".dateline" not in path} == before


def test_a_link_that_leads_to_a_dangerous_folder_is_refused_too(project: Project) -> None:
    root = project({"council": COUNCIL})
    (root / "site").symlink_to(root / "content", target_is_directory=True)

    assert build(root) == 1

    assert sorted(path.name for path in (root / "content").iterdir()) == ["articles"]


def test_files_with_the_same_bytes_keep_their_time(project: Project) -> None:
    root = project({"council": COUNCIL, "ferry": FERRY})
    build(root)
    for path in (root / "site").rglob("*"):
        os.utime(path, (1e9, 1e9))
    project({"ferry": {**FERRY, "body": "A ferry sank in the bay at noon."}})

    build(root)

    assert (root / "site/events/2026-01-13-council/event.json").stat().st_mtime == 1e9
    assert (root / "site/events/2025-05-02-ferry/index.html").stat().st_mtime > 1e9


def test_a_build_that_cannot_write_leaves_the_last_site_whole(project: Project) -> None:
    root = project({"council": COUNCIL})
    build(root)
    before, names = snapshot(root / "site"), sorted(path.name for path in root.iterdir())
    (root / "content/static").mkdir()
    (root / "content/static/film.bin").write_bytes(b"x" * 2_000_000)

    def no_large_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    command = [sys.executable, "-m", "generator", "build", "-r", str(root)]
    done = subprocess.run(
        command, preexec_fn=no_large_files, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "the last site is as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(root / "site") == before
    assert sorted(path.name for path in root.iterdir()) == names


def test_clean_removes_what_builds_wrote_and_nothing_else(project: Project) -> None:
    root = project({"council": COUNCIL})
    before = snapshot(root)
    build(root)
    (root / "site/notes.txt").write_text("mine")

    assert main(["clean", "-q", "-r", str(root)]) == 0

    left = snapshot(root)
    assert left.pop((root / "site/notes.txt").as_posix()) == b"mine"
    ledger = {path: content for path, content in left.items() if "/ledger/" in path}
    assert left == before | ledger
