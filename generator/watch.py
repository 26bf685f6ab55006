"""Yield sets of changed paths; what is done with them is nobody's business here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.files import is_passing

# One save of an editor is a burst of events: it is over when nothing comes for this many seconds.
SETTLE = 0.005
# What reading does to a file is no change.
_READING = {"opened", "closed_no_write"}


def changes(folders: Sequence[Path], files: Sequence[Path]) -> Iterator[frozenset[Path]]:
    """Yield what changed below the folders (those that are there) and of the files, a set for each burst of events."""
    heard: SimpleQueue[Path] = SimpleQueue()
    observer = Observer()
    for folder in folders:
        if folder.is_dir():
            observer.schedule(_Handler(heard, None), str(folder), recursive=True)
    for parent in sorted({path.parent for path in (*folders, *files)}):
        if parent.is_dir():
            observer.schedule(_Handler(heard, frozenset((*folders, *files))), str(parent), recursive=False)
    observer.start()
    try:
        while True:
            yield _burst(heard)
    finally:
        observer.stop()
        observer.join()


def _burst(heard: SimpleQueue[Path]) -> frozenset[Path]:
    paths = {heard.get()}
    while True:
        try:
            paths.add(heard.get(timeout=SETTLE))
        except Empty:
            return frozenset(paths)


class _Handler(FileSystemEventHandler):
    """Puts the paths of events that are changes into a queue; `only` narrows them to a few."""

    def __init__(self, heard: SimpleQueue[Path], only: frozenset[Path] | None) -> None:
        self._heard = heard
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event in."""
        if event.event_type in _READING or (event.is_directory and event.event_type == "modified"):
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(os.fsdecode(bytes(name) if isinstance(name, bytes) else str(name)))
            if not is_passing(path.name) and (self._only is None or path in self._only):
                self._heard.put(path)
