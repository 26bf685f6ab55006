"""Two builds at once: the second waits and says for whom."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.lock import locked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")

HOLD = """
import sys
from pathlib import Path
from generator.lock import locked
with locked(Path(sys.argv[1]), 'the build of process 4242, which writes site/', print):
    print('held', flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_holds(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold a lock; it lets go when its input ends."""
    command = [sys.executable, "-c", HOLD, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=Path(__file__).parents[1]) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process


def test_the_second_waits_and_says_once_for_whom(tmp_path: Path) -> None:
    said: list[str] = []
    with another_holds(tmp_path / "lock") as other:
        assert other.stdin
        threading.Timer(0.2, other.stdin.close).start()

        with locked(tmp_path / "lock", "my work", said.append):
            other.wait(5)

    assert said == ["Waiting for the build of process 4242, which writes site/"]


def test_a_process_that_is_killed_holds_nothing_any_more(tmp_path: Path) -> None:
    said: list[str] = []
    with another_holds(tmp_path / "lock") as other:
        other.send_signal(signal.SIGKILL)
        other.wait(5)

        with locked(tmp_path / "lock", "my work", said.append):
            assert (tmp_path / "lock").read_text() == "my work"

    assert said == []


def test_who_waited_for_a_lock_that_was_removed_takes_the_new_one(tmp_path: Path) -> None:
    folder, said = tmp_path / ".dateline", list[str]()
    with another_holds(folder / "lock") as other:
        assert other.stdin
        shutil.rmtree(folder)  # as `dateline clean` does
        threading.Timer(0.2, other.stdin.close).start()
        with locked(folder / "lock", "first", said.append), another_waits_for(folder / "lock") as third:
            assert third.stdout
            assert third.stdout.readline() == "Waiting for first\n"

    assert said == []


@contextmanager
def another_waits_for(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "-c", HOLD, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=Path(__file__).parents[1]) as process:
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is what nobody can write to, root neither")
def test_where_nothing_can_be_locked_the_work_goes_on() -> None:
    worked = False
    with locked(Path("/proc/lock"), "my work", print):
        worked = True

    assert worked


def test_what_the_lock_says_is_told_only_where_it_is_fit_to_be_told(tmp_path: Path) -> None:
    said: list[str] = []
    with another_holds(tmp_path / "lock") as other:
        assert other.stdin
        (tmp_path / "lock").write_bytes(b"\x1b[2J\xff" + os.urandom(3000))
        threading.Timer(0.2, other.stdin.close).start()
        with locked(tmp_path / "lock", "my work", said.append):
            other.wait(5)

    assert said == ["Waiting for another build"]


def test_a_build_waits_for_another_and_tells_the_editor(project: Callable[..., Path]) -> None:
    root = project({"council": {"title": "Council meets", "date": "2026-01-13", "body": "The council met."}})
    command = [sys.executable, "-m", "generator", "build", "-q", "-r", str(root)]
    here, pipe = Path(__file__).parents[1], subprocess.PIPE

    with locked(root / ".dateline/lock", "the build of process 4242, which writes site/", print):
        waiting = subprocess.Popen(command, cwd=here, stderr=pipe, text=True)
        assert waiting.stderr
        assert waiting.stderr.readline() == "Waiting for the build of process 4242, which writes site/\n"
        assert not (root / "site").exists()

    assert waiting.communicate(timeout=30)[1] == ""
    assert (root / "site/index.html").is_file()
    assert waiting.returncode == 0
