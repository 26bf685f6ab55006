"""Files written and removed below a folder, each at one stroke."""
# A Path for each of ten thousand names takes longer than the system's own part.
# ruff: noqa: PTH103, PTH105, PTH106, PTH108, PTH120

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

# Where a file lies before it takes its place: in the folder itself, which may be a disk of its own.
PASSING = ".dateline-passing"

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write(path: str, content: bytes) -> None:
    """Write a file."""
    file = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def replace(folder: str, name: str, content: bytes) -> None:
    """Put a file into its place below a folder at one stroke: whoever reads it has the old bytes or the new ones."""
    passing, path = f"{folder}/{PASSING}", f"{folder}/{name}"
    try:
        write(passing, content)
        try:
            os.replace(passing, path)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.replace(passing, path)
    except OSError:
        with suppress(OSError):
            os.unlink(passing)
        raise


def remove(folder: str, names: Iterable[str]) -> None:
    """Remove files below a folder, and the folders that are empty then."""
    names = list(names)
    remove_files(folder, names)
    for emptied in sorted(parents_of(names), reverse=True):
        with suppress(OSError):  # it holds something
            os.rmdir(f"{folder}/{emptied}")


def remove_files(folder: str, names: Iterable[str]) -> None:
    """Remove files below a folder, those that are there."""
    for name in names:
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(f"{folder}/{name}")


def parents_of(names: Iterable[str]) -> set[str]:
    """Give the folders in which files lie, and those around them."""
    found: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
