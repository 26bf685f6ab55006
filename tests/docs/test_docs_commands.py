"""Every command that the documentation shows is run, in order, in a fresh copy of the project."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])

# Commands that are not run here, each with its reason.
LEFT_OUT = {
    "make ": "sets up, or runs this very test; CI runs 'make test' and 'make quality' themselves",
    "git ": "needs a history or a host",
    "sudo ": "changes the machine",
    "apt-get ": "changes the machine",
    "pip ": "asks a registry; test_packaging installs the wheel without one",
    "rsync ": "needs a host",
    ". .venv/": "the environment of this run is on the path already",
}

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STAYS = re.compile(r"^dateline\b.*\s(-w|--watch|--serve|serve)\b|\bhttp\.server\b")  # runs until it is interrupted
OURS = shutil.ignore_patterns(".*", "site", "build", "dist", "*.egg-info", "__pycache__", "screenshots")


def scripts_of(text: str) -> Iterator[str]:
    """Give each sh block of a document as a script, and a command that stays as a script of its own."""
    for block in BLOCK.findall(text):
        lines: list[str] = []
        for line in block.splitlines():
            if STAYS.search(line):
                yield "\n".join(lines)
                yield line
                lines = []
            elif not line.startswith(tuple(LEFT_OUT)):
                lines.append(line)
        yield "\n".join(lines)


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_commands_of_a_document_run(document: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=OURS))
    for script in scripts_of(document.read_text(encoding="utf-8")):
        if STAYS.search(script):
            start_and_interrupt(script, place)
        else:
            place = run(script, place)


def run(script: str, place: Path) -> Path:
    """Run a script of which every command must succeed; gives the folder that it leaves the reader in."""
    with NamedTemporaryFile("r") as end:
        command = ["bash", "-euo", "pipefail", "-c", f"{script}\npwd > {end.name}"]
        done = subprocess.run(
            command, cwd=place, env=surroundings(), capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
        return Path(end.read().strip())


def start_and_interrupt(command: str, place: Path) -> None:
    """Start what runs until Ctrl-C, wait for its first word, see that it stays, and end it as a reader would."""
    with NamedTemporaryFile("w") as out:
        words = Path(out.name)
        process = subprocess.Popen(
            ["bash", "-c", f"exec {command}"], cwd=place, env=surroundings(), stdout=out, stderr=subprocess.STDOUT
        )
        try:
            until = time.monotonic() + 60
            while process.poll() is None and not words.read_text() and time.monotonic() < until:
                time.sleep(0.05)
            time.sleep(0.5)
            assert process.poll() is None, f"{command} ended by itself:\n{words.read_text()}"
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) in {0, 130}, f"{command} ended badly:\n{words.read_text()}"
        finally:
            process.kill()
            process.wait()


def surroundings() -> dict[str, str]:
    """Give the environment of a reader who has `dateline` on the path, and nothing else that could matter."""
    path = f"{Path(sys.executable).parent}{os.pathsep}/usr/bin{os.pathsep}/bin"
    return {"PATH": path, "PYTHONUNBUFFERED": "1"}


def test_a_block_is_run_as_it_stands_but_for_what_is_left_out() -> None:
    text = (
        "```sh\nmake site\ndateline init a  # new\ncd a\n```\n```text\nsaid\n```\n```sh\nls\ndateline build -w\n```\n"
    )
    assert list(scripts_of(text)) == ["dateline init a  # new\ncd a", "ls", "dateline build -w", ""]


def test_the_next_block_starts_where_the_last_one_ended(tmp_path: Path) -> None:
    assert run("mkdir deep\ncd deep", tmp_path) == tmp_path / "deep"


def test_a_command_that_fails_inside_a_block_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no such thing"):
        run("echo no such thing\nfalse\ntrue", tmp_path)


def test_a_command_that_should_stay_and_ends_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="ended by itself"):
        start_and_interrupt("echo served", tmp_path)


def test_a_command_that_stays_is_interrupted(tmp_path: Path) -> None:
    command = "python -c 'import time\ntry: print(1); time.sleep(60)\nexcept KeyboardInterrupt: pass'"
    start_and_interrupt(command, tmp_path)
