"""Work in other processes gives what work in place gives."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pools import MANY, Processes, Spread
from generator.text.characters import count_words
from tests.invented import corpus


@given(st.lists(st.text("ab ", max_size=5), max_size=30), st.integers(1, 7), st.integers(1, 5))
def test_results_come_in_the_order_of_the_items_whatever_the_chunks(items: list[str], chunk: int, most: int) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert list(Spread(pool, chunk=chunk, most=most).map(count_words, items)) == [*map(count_words, items)]


def test_no_more_chunks_are_given_out_than_agreed() -> None:
    given_out: list[list[str]] = []

    class Counting(ThreadPoolExecutor):
        def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
            given_out.append(args[0])
            return super().submit(function, *args, **kwargs)

    with Counting(1) as pool:
        results = Spread(pool, chunk=2, most=3).map(count_words, ["a"] * 100)
        next(results)

        assert len(given_out) == 3


@pytest.mark.slow
def test_processes_are_started_for_much_work_and_are_gone_afterwards() -> None:
    processes = Processes(2)
    items = ["word " * (number % 5) for number in range(MANY)]

    assert list(processes.map(count_words, items)) == [number % 5 for number in range(MANY)]
    assert list(processes.map(count_words, items[:3])) == [0, 1, 2]
    processes.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a digest of so many articles that the work is spread."""
    root = tmp_path_factory.mktemp("many")
    (root / "config.yaml").write_text("title: Many\nbase_url: https://digest.example/\n", "utf-8")
    for path, text in corpus(1, MANY).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def build(root: Path, *options: str, **more: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "build", "-r", str(root), "--clock", "2026-02-01T12:00:00Z", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def site(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forget(root: Path) -> None:
    shutil.rmtree(root / ".dateline", ignore_errors=True)


@pytest.mark.slow
def test_jobs_change_no_byte(many: Path, tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        forget(many)
        told = build(many, "--jobs", jobs, "-d", str(tmp_path / jobs))
        assert told.returncode == 0, told.stderr

    assert site(tmp_path / "1") == site(tmp_path / "3")


@pytest.mark.slow
def test_a_cluster_changes_no_byte(tmp_path: Path) -> None:
    """Dask's workers stand for any executor that lives elsewhere."""
    root = Path(__file__).parents[1]
    (tmp_path / "cluster.py").write_text(
        "from dask import config\n"
        "from distributed import Client, LocalCluster\n\n"
        "config.set({'distributed.worker.daemon': False})\n\n\n"
        "def workers():\n"
        "    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)\n"
        "    return Client(cluster).get_executor()\n",
        "utf-8",
    )
    plain = build(root, "-d", str(tmp_path / "plain"), "--jobs", "1", cwd=tmp_path)
    spread = build(root, "-d", str(tmp_path / "spread"), "--executor", "cluster:workers", cwd=tmp_path)

    assert (plain.returncode, spread.returncode) == (0, 0), spread.stderr
    assert site(tmp_path / "plain") == site(tmp_path / "spread")


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ("nowhere:workers", "No module named 'nowhere'"),
        ("json:workers", "has no attribute 'workers'"),
        ("json:dumps", "missing 1 required positional argument"),
        ("builtins:dict", "gives no concurrent.futures.Executor"),
    ],
)
def test_an_executor_that_is_none_is_told(tmp_path: Path, named: str, why: str) -> None:
    (tmp_path / "config.yaml").write_text("title: T\nbase_url: https://digest.example/\n", "utf-8")

    told = build(tmp_path, "--executor", named)

    assert (told.returncode, why in told.stderr, "Traceback" in told.stderr) == (1, True, False), told.stderr


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.3, 0.4, 0.5, 0.8, 1.3])
def test_ctrl_c_ends_a_build_and_its_processes_without_a_word(many: Path, tmp_path: Path, delay: float) -> None:
    forget(many)
    command = [sys.executable, "-m", "generator", "build", "-r", str(many), "-d", str(tmp_path / "site"), "-j", "2"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(delay)

    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)

    # Where Python itself is on its way out, it ends by the signal, which a shell tells as 130 too.
    assert process.returncode in {0, 130, -signal.SIGINT}, said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists() or (tmp_path / "site/index.html").is_file()
