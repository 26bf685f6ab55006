"""The invented articles of the benchmarks: the same for everybody, and sound."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def test_a_seed_gives_the_same_articles_on_every_run(tmp_path: Path) -> None:
    first, second, other = (
        make_corpus(tmp_path / name, seed=seed, hash_seed=name) for name, seed in (("1", 7), ("2", 7), ("3", 8))
    )

    assert len(first) == 30
    assert first == second != other


def test_a_larger_corpus_begins_with_the_smaller_one(tmp_path: Path) -> None:
    small, large = (make_corpus(tmp_path / str(count), articles=count) for count in (30, 60))

    assert small.items() <= large.items()


def test_only_a_labelled_article_names_its_event(tmp_path: Path) -> None:
    plain, labelled = make_corpus(tmp_path / "plain"), make_corpus(tmp_path / "labelled", "--labelled")

    assert all(b"\nevent: " in text for text in labelled.values())
    assert plain == {path: without_event(text) for path, text in labelled.items()}


def test_dateline_builds_them_without_a_word_of_complaint(project: Callable[..., Path]) -> None:
    root = project()
    make_corpus(root / "content" / "articles")

    built = run("-m", "generator", "build", "--strict", "--quiet", "-r", str(root), "--clock", "2026-02-01T12:00:00Z")

    assert built == ""
    assert (root / "site" / "timeline" / "index.html").is_file()


def make_corpus(
    folder: Path, *options: str, articles: int = 30, seed: int = 7, hash_seed: str = "0"
) -> dict[str, bytes]:
    counts = ("--articles", str(articles), "--seed", str(seed))
    run("benchmarks/make_corpus.py", str(folder), *counts, *options, hash_seed=hash_seed)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}


def run(*command: str, hash_seed: str = "0") -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def without_event(text: bytes) -> bytes:
    return b"\n".join(line for line in text.split(b"\n") if not line.startswith(b"event: "))
