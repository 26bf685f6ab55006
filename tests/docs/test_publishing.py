"""The recipes for hosts do what they say, as far as they can be tried without one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from tests.golden import SITES

RECIPES = (Path(__file__).parents[2] / "docs/publishing.md").read_text("utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a digest in a git repository whose remote is a bare one beside it; its ledger is not there yet."""
    root = tmp_path / "digest"
    shutil.copytree(SITES / "harbour", root, ignore=shutil.ignore_patterns("expected", "ledger"))
    (root / ".gitignore").write_text("site/\n.site.dateline/\n.dateline/\n")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "remote.git")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", "Begin")
    git(root, "remote", "add", "origin", "../remote.git")
    git(root, "push", "-q", "-u", "origin", "main")
    return root


def git(folder: Path, *words: str) -> str:
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(["git", *words], cwd=folder, env=quiet, check=True, capture_output=True, text=True).stdout


def steps_of(job: str) -> Iterator[str]:
    """Give what a job of the workflow runs, but for the installation."""
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", RECIPES, re.MULTILINE | re.DOTALL)
    workflow: Any = yaml.safe_load(text)
    for step in workflow["jobs"][job]["steps"]:
        if "run" in step and not step["run"].startswith("pip "):
            yield step["run"]


def run(root: Path, step: str) -> None:
    if step.startswith("dateline "):
        assert main([*step.split()[1:], "-q", "-r", str(root)]) == 0, step
    else:  # as the host runs it
        subprocess.run(["bash", "-e", "-c", step], cwd=root, check=True, capture_output=True)


@pytest.mark.slow
def test_a_rehearsal_writes_nothing(repository: Path) -> None:
    for step in steps_of("rehearse"):
        run(repository, step)

    assert git(repository, "status", "--porcelain") == ""
    assert not (repository / "site").exists()


@pytest.mark.slow
def test_a_release_keeps_the_ids_before_it_deploys_and_a_second_one_has_none_to_keep(repository: Path) -> None:
    for _ in range(2):
        for step in steps_of("release"):
            run(repository, step)

    assert (repository / "site/feed.xml").is_file()
    assert git(repository, "log", "--format=%s", "origin/main").splitlines() == ["Keep the ids of new events", "Begin"]
    kept = git(repository, "show", "--stat=200", "--format=", "origin/main")
    assert re.findall(r"^ (\S+)", kept, re.MULTILINE)[0].startswith("content/ledger/")


def test_the_server_block_names_every_feed() -> None:
    (block,) = re.findall(r"^```nginx\n(.*?)^```$", RECIPES, re.MULTILINE | re.DOTALL)

    assert re.findall(r"location = /(\S+) .*default_type (\S+);", block) == [
        ("feed.xml", "application/rss+xml"),
        ("atom.xml", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
    ]
    assert block.count("{") == block.count("}")
