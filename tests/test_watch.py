"""`build --watch` as an editor meets it: a process, a save, the page."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Project = Callable[..., Path]
ROOT = Path(__file__).parents[1]
BRIDGE = {"title": "Bridge closed", "date": "2026-01-13", "body": "The bridge was closed."}


@pytest.fixture
def watched(project: Project) -> Iterator[Path]:
    root = project({"bridge": BRIDGE}, files={"templates/own.html": "", "content/pages/x.md": "---\ntitle: X\n---\n"})
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--watch",
        "-r",
        str(root),
        "--clock",
        "2026-02-01T12:00:00Z",
    ]
    with (root / "watch.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stderr=log)
    try:
        wait_for(lambda: "Ctrl-C ends it" in (root / "watch.log").read_text())
        yield root
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert "Traceback" not in (root / "watch.log").read_text()


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def home(root: Path) -> str:
    return (root / "site/index.html").read_text("utf-8")


def save_atomically(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text)
    beside.replace(path)


@pytest.mark.slow
@pytest.mark.parametrize("save", [Path.write_text, save_atomically])
def test_a_save_reaches_the_page_and_the_ledger_stays_unwritten(
    watched: Path, save: Callable[[Path, str], object]
) -> None:
    save(watched / "content/articles/bridge.md", "---\ntitle: Bridge open\ndate: 2026-01-13\n---\n\nIt is open.\n")

    wait_for(lambda: "It is open." in home(watched))
    assert not (watched / "content/ledger").exists()


@pytest.mark.slow
def test_new_deleted_and_template_files_are_seen_and_a_fault_ends_nothing(watched: Path) -> None:
    article = watched / "content/articles/ferry.md"
    article.write_text("---\ntitle: Ferry sails\ndate: 2026-01-20\n---\n\nThe ferry sailed.\n")
    wait_for(lambda: "The ferry sailed." in home(watched))

    article.write_text("---\ntitle: [\n---\n")
    wait_for(lambda: "ferry.md:" in (watched / "watch.log").read_text())
    assert "The ferry sailed." in home(watched)

    article.unlink()
    wait_for(lambda: "The ferry sailed." not in home(watched))

    (watched / "templates/own.html").write_text('{% extends "base.html" %}{% block content %}NEW{% endblock %}')
    wait_for(lambda: "NEW" in (watched / "site/x/index.html").read_text())

    config = watched / "config.yaml"
    config.write_text(config.read_text().replace("Talks and Treaties", "Another name"))
    wait_for(lambda: "Another name" in home(watched))


@pytest.mark.slow
def test_an_idle_watch_builds_nothing(watched: Path) -> None:
    built = (watched / "watch.log").read_text().count("written:")
    (watched / "content/articles/.bridge.md.swp").write_text("swap")
    (watched / "content/articles/bridge.md~").write_text("backup")
    list((watched / "content/articles").iterdir())
    (watched / "content/articles/bridge.md").read_text()
    time.sleep(0.5)

    assert (watched / "watch.log").read_text().count("written:") == built == 1
