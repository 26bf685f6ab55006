"""What a terminal shows while a build is at work, and what `-v` tells of it afterwards."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from generator.executors import Executor, bare

Item = TypeVar("Item")
Result = TypeVar("Result")

# Work of less than a second is over before a bar is read.
PATIENCE = 1.0
BETWEEN = 0.1
WIDTH = 24
_WORDS = {
    "clean_page": "Cleaning pages",
    "read_article": "Reading articles",
    "read_editorial": "Reading event files",
    "read_ledger_files": "Reading the ledger",
    "fingerprint_of": "Reading static files",
    "write_entry": "Writing summaries",
    "broken_templates": "Checking the theme",
    "item_of": "Writing feed items",
    "print_section": "Making pages",
}


class Gauge:
    """Counts and times the work that another executor does, and shows it on a terminal."""

    def __init__(self, executor: Executor, *, shows: bool) -> None:
        self._executor = executor
        self._shows = shows and sys.stderr.isatty()
        self._began = self._told = time.monotonic()
        self._width = 0
        self.done: dict[str, tuple[int, float]] = {}

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item."""
        items = list(items)
        return self._counted(_name_of(function), len(items), self._executor.map(function, items))

    def start(self) -> None:
        """Begin to count anew: another build."""
        self.done.clear()
        self._began = self._told = time.monotonic()

    def clear(self) -> None:
        """Take the bar away."""
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()
            self._width = 0

    def _counted(self, name: str, total: int, results: Iterable[Result]) -> Iterator[Result]:
        last = time.monotonic()
        count, seconds = self.done.get(name, (0, 0.0))
        for number, result in enumerate(results, 1):
            now = time.monotonic()
            seconds, last = seconds + now - last, now
            self.done[name] = count + number, seconds
            if self._shows:
                self._show(name, number, total)
            yield result
        self.clear()

    def _show(self, name: str, number: int, total: int) -> None:
        now = time.monotonic()
        if now - self._began < PATIENCE or now - self._told < BETWEEN:
            return
        self._told = now
        full = WIDTH * number // total
        line = f"{name} [{'#' * full}{' ' * (WIDTH - full)}] {number:,} of {total:,}"
        sys.stderr.write(f"\r{line:<{self._width}}")
        sys.stderr.flush()
        self._width = max(self._width, len(line))


def _name_of(function: Any) -> str:
    name: str = bare(function).__name__
    return _WORDS.get(name, name.replace("_", " ").capitalize())
