"""While nothing changes there is nothing to build, and whatever changes is built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLES = {
    "bridge": {"title": "Bridge closed", "date": "2026-01-13", "body": "The bridge was closed on Monday."},
    "ferry": {"title": "Ferry sinks", "date": "2026-01-14", "body": "A ferry sank on Tuesday."},
}


def run(root: Path, *more: str) -> str:
    command = [sys.executable, "-m", "generator", "build", "-r", str(root), *more]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stderr


def modules(root: Path) -> set[str]:
    """Give the modules that a build loads."""
    code = f"import sys; from generator.cli import main; main(['build', '-r', {str(root)!r}]); print(*sys.modules)"
    return set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
        ).stdout.split()
    )


def test_a_build_without_a_change_touches_no_file_and_loads_nothing_heavy(project: Callable[..., Path]) -> None:
    root = project(ARTICLES)
    time.sleep(0.1)
    first = run(root)
    before = {path: path.stat() for path in (root / "site").rglob("*") if path.is_file()}

    loaded = modules(root)

    assert "nothing changed" not in first
    assert (
        loaded & {"babel", "jinja2", "yaml", "markdown_it", "feedgen", "watchdog", "lxml", "generator.build"} == set()
    )
    assert {path: path.stat() for path in (root / "site").rglob("*") if path.is_file()} == before


def edit_article(root: Path) -> None:
    path = root / "content/articles/bridge.md"
    path.write_text(path.read_text().replace("closed", "opened"))


def swap_bytes_of_the_same_size_and_time(root: Path) -> None:
    path = root / "content/articles/bridge.md"
    stat = path.stat()
    path.write_text(path.read_text().replace("Monday", "Friday"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def delete_article(root: Path) -> None:
    (root / "content/articles/bridge.md").unlink()


def add_template(root: Path) -> None:
    (root / "templates/partials").mkdir(parents=True, exist_ok=True)
    (root / "templates/assets").mkdir(parents=True, exist_ok=True)
    (root / "templates/assets/own.css").write_text("body { color: red }")


def add_static(root: Path) -> None:
    (root / "content/static").mkdir(exist_ok=True)
    (root / "content/static/robots.md").write_text("x")


def edit_config(root: Path) -> None:
    path = root / "config.yaml"
    path.write_text(path.read_text() + "author: Somebody\n")


def spoil_page(root: Path) -> None:
    (root / "site/index.html").write_text("spoilt")


def delete_page(root: Path) -> None:
    (root / "site/feed.xml").unlink()


@pytest.mark.parametrize(
    "change",
    [
        *(edit_article, swap_bytes_of_the_same_size_and_time, delete_article, add_template, add_static, edit_config),
        *(spoil_page, delete_page),
    ],
)
def test_whatever_changes_is_built(project: Callable[..., Path], change: Callable[[Path], None]) -> None:
    root = project(ARTICLES)
    time.sleep(0.1)
    run(root)
    assert "nothing changed" in run(root)

    change(root)

    assert "nothing changed" not in run(root)
    time.sleep(0.1)
    run(root)
    assert "nothing changed" in run(root)


def test_an_edit_of_the_ledger_is_seen(project: Callable[..., Path]) -> None:
    root = project(ARTICLES)
    time.sleep(0.1)
    run(root)
    ledger = next((root / "content/ledger").glob("20*.yaml"))
    ledger.write_text(ledger.read_text().replace("bridge: ", "another: ", 1))

    run(root)

    assert "another" in (root / "site/index.html").read_text()


def test_another_question_has_another_answer(project: Callable[..., Path]) -> None:
    root = project(ARTICLES)
    time.sleep(0.1)
    run(root)

    assert "nothing changed" not in run(root, "-d", str(root / "elsewhere"))
    told = subprocess.run(
        [sys.executable, "-m", "generator", "build", "-r", str(root), "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(told.stdout)["published"]


def test_a_damaged_seal_is_no_seal(project: Callable[..., Path]) -> None:
    root = project(ARTICLES)
    time.sleep(0.1)
    run(root)
    seal = root / ".dateline/seal"
    seal.write_bytes(seal.read_bytes()[:-5])

    run(root)

    assert "nothing changed" in run(root)
