"""`build --watch` as an editor meets it: a process, a save, the page."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from watchdog.observers.api import BaseObserver

from generator.watch import changes as watch_changes
from generator.watch import ears, stamps
from generator.watch.changes import changes

Project = Callable[..., Path]
ROOT = Path(__file__).parents[1]
CLOCK = "2026-02-01T12:00:00Z"
BRIDGE = {"title": "Bridge closed", "date": "2026-01-13", "body": "The bridge was closed."}


@contextmanager
def watching(root: Path, *arguments: str) -> Iterator[Path]:
    """Run `build --watch` on a project, wait for its first site, and end it as an editor would."""
    command = [sys.executable, "-m", "generator", "build", "--watch", "-r", str(root), *arguments]
    with (root / "watch.log").open("wb") as log:
        process = subprocess.Popen([*command, "--clock", CLOCK], cwd=ROOT, stderr=log)
    try:
        wait_for(lambda: "Ctrl-C ends it" in said(root))
        yield root
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert "Traceback" not in said(root)


@pytest.fixture
def watched(project: Project) -> Iterator[Path]:
    root = project({"bridge": BRIDGE}, files={"templates/own.html": "", "content/pages/x.md": "---\ntitle: X\n---\n"})
    with watching(root):
        yield root


def said(root: Path) -> str:
    return (root / "watch.log").read_text("utf-8")


def builds(root: Path) -> int:
    return said(root).count("site/: ")


def has_built_since(root: Path, known: int) -> bool:
    return builds(root) > known


def article(number: int, words: str = "It rained.") -> str:
    return f"---\ntitle: Report {number}\ndate: 2026-01-{number % 28 + 1:02}\n---\n\n{words}\n"


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def home(root: Path) -> str:
    page = root / "site/index.html"
    return page.read_text("utf-8") if page.exists() else ""


def save_atomically(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text)
    beside.replace(path)


def save_anew(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


def save_with_a_backup(path: Path, text: str) -> None:
    path.rename(f"{path}~")
    path.write_text(text)


def save_slowly(path: Path, text: str) -> None:
    with path.open("w") as file:
        file.flush()
        time.sleep(0.02)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


@pytest.mark.slow
@pytest.mark.parametrize("save", [Path.write_text, save_atomically, save_anew, save_with_a_backup, save_slowly])
def test_one_save_is_one_build_and_the_ledger_stays_unwritten(
    watched: Path, save: Callable[[Path, str], object]
) -> None:
    save(watched / "content/articles/bridge.md", "---\ntitle: Bridge open\ndate: 2026-01-13\n---\n\nIt is open.\n")

    wait_for(lambda: "It is open." in home(watched))
    time.sleep(0.3)  # what comes late of the same save is no second one
    assert builds(watched) == 2
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
    (watched / "content/articles/.bridge.md.swp").write_text("swap")
    (watched / "content/articles/bridge.md~").write_text("backup")
    list((watched / "content/articles").iterdir())
    (watched / "content/articles/bridge.md").read_text()
    time.sleep(0.5)

    assert builds(watched) == 1


@pytest.mark.slow
def test_a_burst_of_a_hundred_files_settles_into_few_builds(watched: Path) -> None:
    for number in range(100):
        (watched / f"content/articles/report-{number}.md").write_text(article(number))

    wait_for(lambda: "101 articles" in said(watched))
    time.sleep(0.3)
    assert builds(watched) <= 4  # the first, and on a busy machine one pause or another


@pytest.mark.slow
def test_folders_come_go_and_are_replaced(watched: Path) -> None:
    aside = watched / "aside"
    aside.mkdir()
    (aside / "storm.md").write_text(article(1, "The storm came."))

    aside.rename(watched / "content/articles/storms")
    wait_for(lambda: "The storm came." in home(watched))
    (watched / "content/articles/storms/storm.md").write_text(article(1, "The storm went."))
    wait_for(lambda: "The storm went." in home(watched))

    (watched / "content/articles/storms").rename(aside)
    wait_for(lambda: "The storm went." not in home(watched))

    (watched / "content").rename(watched / "old")
    (watched / "content/articles").mkdir(parents=True)
    (watched / "content/articles/new.md").write_text(article(2, "All is new."))
    wait_for(lambda: "All is new." in home(watched))
    (watched / "content/articles/new.md").write_text(article(2, "It is newer."))
    wait_for(lambda: "It is newer." in home(watched))


@pytest.mark.slow
def test_a_content_folder_may_come_later_or_be_another_one(project: Project) -> None:
    root = project({}, config={"content": "words"})
    with watching(root):
        (root / "words/articles").mkdir(parents=True)
        (root / "words/articles/one.md").write_text(article(1, "First words."))
        wait_for(lambda: "First words." in home(root))

        (root / "texts/articles").mkdir(parents=True)
        (root / "texts/articles/two.md").write_text(article(2, "Other words."))
        config = root / "config.yaml"
        config.write_text(config.read_text().replace("words", "texts"))
        wait_for(lambda: "Other words." in home(root))
        wait_for(lambda: "texts/," in said(root))
        (root / "texts/articles/two.md").write_text(article(2, "Still other words."))
        wait_for(lambda: "Still other words." in home(root))


@pytest.mark.slow
def test_polling_sees_saves_too(project: Project) -> None:
    with watching(project({"bridge": BRIDGE}), "--poll") as root:
        (root / "content/articles/bridge.md").write_text(article(1, "It is open."))
        wait_for(lambda: "It is open." in home(root))


def test_a_system_that_cannot_listen_is_polled_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(BaseObserver, "schedule", refuse)
    monkeypatch.setattr(watch_changes, "POLL", 0.01)
    words: list[str] = []
    with closing(changes([tmp_path], [], say=words.append)) as saves:
        assert next(saves) == frozenset()
        (tmp_path / "a.md").write_text("a")
        assert next(saves) == {tmp_path / "a.md"}

    (told,) = words
    assert told.startswith(
        "the system cannot listen for saves (inotify watch limit reached): looking for changes every"
    )


def test_a_look_at_all_finds_what_no_event_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ears._Handler, "on_any_event", lambda *_: None)
    monkeypatch.setattr(watch_changes, "RESCAN", 0.01)
    monkeypatch.setattr(watch_changes, "RESCAN_SHARE", 0)
    with closing(changes([tmp_path], [], say=print)) as saves:
        assert next(saves) == frozenset()
        (tmp_path / "deep").mkdir()
        (tmp_path / "deep/a.md").write_text("a")
        assert next(saves) == {tmp_path / "deep/a.md"}


def test_a_save_while_the_site_is_built_is_told_next(tmp_path: Path) -> None:
    with closing(changes([tmp_path], [], say=print)) as saves:
        next(saves)
        (tmp_path / "a.md").write_text("a")
        next(saves)
        (tmp_path / "a.md").write_text("b")
        assert next(saves) == {tmp_path / "a.md"}


def test_a_file_that_changes_within_one_tick_of_the_clock_has_changed(tmp_path: Path) -> None:
    path, known = tmp_path / "a.md", stamps.Known()
    path.write_text("one")
    stamps.look([tmp_path], [], known)
    stat = path.stat()

    path.write_text("two")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert stamps.look_at([str(path)], known) == {str(path)}
    assert stamps.look_at([str(path)], known) == set()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["write", "delete", "folder"])), max_size=6))
def test_a_look_at_what_was_touched_is_a_look_at_all(edits: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder, known = Path(name), stamps.Known()
        stamps.look([folder], [], known)
        for file, edit in edits:
            path = folder / file
            shutil.rmtree(path, ignore_errors=True)
            path.unlink(missing_ok=True)
            if edit == "write":
                path.write_text(file)
            elif edit == "folder":
                path.mkdir()
                (path / "inner").write_text(file)

        stamps.look_at([str(folder / file) for file, _ in edits], known)

        assert stamps.look([folder], [], known) == set()
        assert sorted(known) == sorted(str(path) for path in folder.rglob("*") if path.is_file())


def test_a_pipe_is_not_read_and_a_link_to_nothing_is_seen(tmp_path: Path) -> None:
    known = stamps.Known()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("nowhere")

    assert stamps.look([tmp_path], [], known) == {str(tmp_path / "pipe"), str(tmp_path / "link")}


@pytest.mark.slow
def test_a_long_watch_lets_go_of_what_its_saves_replaced(watched: Path) -> None:
    report, words = watched / "content/articles/report.md", "It rained in Aldport. " * 25_000
    for number in range(30):
        known = builds(watched)
        report.write_text(article(number, words).replace("---\n", "---\npublish: full\n", 1))
        wait_for(partial(has_built_since, watched, known))

    assert (watched / ".dateline/memory").stat().st_size < 12_000_000
