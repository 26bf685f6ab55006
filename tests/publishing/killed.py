"""A program that publishes in a child process, kills it at its first call to the system, then at its second, and so on.

`python -m tests.publishing.killed WAY FOLDER`, with WAY one of WAYS below: each time the folder must be whole, and the
next publish clean.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.pages.model import File, file_of
from generator.pages.publishing import twin
from generator.pages.publishing.manifest import MANIFEST, lines_of, text_of
from generator.pages.publishing.publish import Published, publish, unpublish, update
from generator.pages.publishing.writing import PASSING, parents_of

MINE = "mine.txt"
CALLS = ("open", "write", "link", "rename", "replace", "unlink", "mkdir", "rmdir", "chmod", "chown")


def site(*names: str, edition: int) -> dict[str, File]:
    return {name: file_of(name, f"{name} {edition}" if "same" not in name else name) for name in names}


OLD = site("index.html", "events/same/index.html", "events/mill/index.html", "a/old.html", "swap", edition=1)
NEW = site("index.html", "events/same/index.html", "events/mill/index.html", "b/new.html", "swap/x.html", edition=2)
NEXT = site("index.html", "events/same/index.html", edition=3)


def main(way: str, root: Path) -> int:
    """Publish OLD, be killed on the way to NEW, look; publish NEXT, look; until nobody is killed any more."""
    output = root / "site"
    for number in range(10_000):
        set_out(way, output)
        killed = is_killed_at(number, WAYS[way], output)
        assert is_whole(way, output), f"not whole after call {number}"
        publish(NEXT, output)
        assert content_of(output) | {MINE: b"mine"} == bytes_of(NEXT), f"not clean after call {number}"
        assert folders_of(output) == parents_of(NEXT), f"a folder is left after call {number}"
        assert sorted(path.name for path in root.iterdir()) == [".site.dateline", "site"]
        if not killed:
            return 0 if number > 20 else 1
    return 1


def set_out(way: str, output: Path) -> None:
    """Lay what is there before: a site of ours with a file that is not, or nothing."""
    if way == "first":
        unpublish(output)
    else:
        publish(OLD, output)
        (output / MINE).write_text("mine")


def is_whole(way: str, output: Path) -> bool:
    """Tell whether the folder is as it may be after an end at any moment."""
    found, old, new = content_of(output), bytes_of(OLD), bytes_of(NEW)
    if way == "first":
        return found in ({}, {name: content for name, content in new.items() if name != MINE})
    if way == "renames" and not output.exists():
        return content_of(output.with_name(".site.dateline") / "old") == old
    if way != "update":
        return found in (old, new)
    pages = found.keys() - {MANIFEST, PASSING}
    return MINE in found and all(found[name] in (old.get(name), new.get(name)) for name in pages)


def rename_and_publish(output: Path) -> None:
    """Publish as where two folders cannot be exchanged at one stroke."""
    twin._swap = lambda one, other: one == other
    publish(NEW, output)


WAYS: Mapping[str, Callable[[Path], object]] = {
    "first": lambda output: publish(NEW, output),
    "publish": lambda output: publish(NEW, output),
    "renames": rename_and_publish,
    "update": lambda output: update(NEW, Published(OLD, lines_of(OLD)), output),
}


def is_killed_at(number: int, work: Callable[[Path], object], output: Path) -> bool:
    """Do the work in a child process that is killed at a call; tell whether it came to that."""
    child = os.fork()
    if not child:
        arm(number)
        work(output)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def arm(number: int) -> None:
    """Let this process be killed at a call to the system, in the middle of a write."""
    left = number

    def armed(call: Callable[..., Any]) -> Callable[..., Any]:
        def count(*args: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                if call is write:
                    write(args[0], args[1][: len(args[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **more)

        return count

    write = os.write
    for name in CALLS:
        setattr(os, name, armed(getattr(os, name)))
    twin._swap = armed(twin._swap)


def content_of(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def folders_of(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_dir()}


def bytes_of(files: Mapping[str, File]) -> dict[str, bytes]:
    site = {name: file.content for name, file in files.items()}
    return site | {MINE: b"mine", MANIFEST: text_of(lines_of(files))}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
