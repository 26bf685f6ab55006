"""A run that is killed at any of its calls to the system leaves the old site or the new one, and no litter."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publishing.killed import WAYS

HERE = Path(__file__).parents[2]

# Loaded by Python before anything else: counts calls to the system and ends the process at one of them.
KILLER = """
import atexit, os, signal
calls, last = 0, int(os.environ["KILLED_AT"])
def armed(call):
    def count(*args, **more):
        global calls
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **more)
    return count
for name in ("open", "write", "link", "rename", "replace", "unlink", "mkdir", "rmdir", "truncate"):
    setattr(os, name, armed(getattr(os, name)))
atexit.register(lambda: print(calls))
"""


@pytest.mark.parametrize("way", WAYS)
def test_a_publish_that_is_killed_at_any_moment_leaves_the_site_whole(tmp_path: Path, way: str) -> None:
    command = [sys.executable, "-m", "tests.publishing.killed", way, str(tmp_path)]

    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_the_last_site_and_the_next_one_is_clean(
    project: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    ferry = {"title": "Ferry sinks", "date": "2025-05-02", "body": "A ferry sank in the bay at night."}
    council = {"title": "Council meets", "date": "2026-01-13", "body": "The council met in the town hall."}
    killer = tmp_path_factory.mktemp("killer")
    (killer / "sitecustomize.py").write_text(KILLER)
    root = project({"council": council})
    build(root, killer, at=0)
    project({"ferry": ferry, "council": {**council, "title": "Council meets at last"}})
    clean = tmp_path_factory.mktemp("clean") / "digest"
    shutil.copytree(root, clean, symlinks=True)
    calls = int(build(clean, killer, at=0).stdout)
    old, new = everything(root / "site"), everything(clean / "site")

    for at in range(1, calls, max(1, calls // 12)):
        digest = tmp_path_factory.mktemp("killed") / "digest"
        shutil.copytree(root, digest, symlinks=True)
        assert build(digest, killer, at=at).returncode == -signal.SIGKILL
        assert everything(digest / "site") in (old, new), f"not whole after call {at}"
        assert build(digest, killer, at=0).returncode == 0
        assert everything(digest / "site") == new, f"not clean after call {at}"
        assert everything(digest / "content") == everything(clean / "content"), f"litter after call {at}"
        assert names(digest) == names(clean), f"litter after call {at}"


def build(root: Path, killer: Path, *, at: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "build", "-q", "-r", str(root), "--clock", "2026-02-01T12:00:00Z"]
    world = os.environ | {"PYTHONPATH": str(killer), "KILLED_AT": str(at)}
    return subprocess.run(command, cwd=HERE, env=world, capture_output=True, text=True, check=False)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(root: Path) -> list[str]:
    return sorted(
        path.name for place in (root, root / ".dateline", root / ".site.dateline") for path in place.iterdir()
    )
