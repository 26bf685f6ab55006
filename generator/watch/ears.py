"""Hear that something happens below some folders; where the system cannot tell, wake every second instead."""

from __future__ import annotations

import errno
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.files import is_passing

# Ending a watch may cut the library's thread short; it logs that as an error, and an editor need not read it.
logging.getLogger("watchdog").addHandler(logging.NullHandler())

# What reading does to a file is no change.
_READING = {"opened", "closed_no_write"}
# One save is a burst of events: it is over when nothing comes for this many seconds ...
SETTLE = 0.005
# ... or for this many, once the writer has closed the one file that it writes ...
SETTLE_CLOSED = 0.001
# ... or for this many, where a file is gone or empty (it is about to be written) or several change (a checkout).
SETTLE_LONG = 0.05
# What never falls silent is looked at all the same.
LONGEST = 2.0
# The systems that tell nothing of saves made on the other side of them.
_REMOTE = {
    *("9p", "afs", "ceph", "cifs", "drvfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf"),
    *("virtiofs", "vmhgfs", "fuse.grpcfuse", "fuse.osxfs", "fuse.sshfs", "fuse.vmhgfs-fuse"),
}


class Heard(NamedTuple):
    """A path at which something happened; it may be that a file written there was closed."""

    path: str
    closed: bool


Lay = tuple[tuple[str, bool, int, int], ...]  # path, whether with all below it, device and inode


class Ears:
    """Listens to folders, and to the ways to them and to single files; holds the observer's threads."""

    def __init__(
        self, folders: Sequence[Path], files: Sequence[Path], say: Callable[[str], None], *, poll: bool
    ) -> None:
        self._folders, self._files, self._say = folders, files, say
        self._heard: SimpleQueue[Heard] = SimpleQueue()
        self._only = {str(path) for folder in (*folders, *files) for path in (folder, *folder.parents)}
        self._observer: Any = None
        self._lay: Lay = ()
        self.polls = poll
        if not poll and (kind := _remote_kind(folders)):
            self._poll(f"{folders[0].parent} lies on {kind}, which tells of no save made elsewhere")
        self.follow(set())

    def follow(self, paths: set[str]) -> bool:
        """Listen anew where a folder is another one now, or was among the paths heard; tell whether it was so."""
        lay = _lay_of(self._folders, self._files)
        alive = self._observer and all(emitter.is_alive() for emitter in self._observer.emitters)
        if self.polls or (lay == self._lay and alive and not paths & {path for path, *_ in lay}):
            return False
        self.close()
        self._lay = lay
        try:
            self._observer = Observer()
            self._observer.start()
            for path, deep, *_ in lay:
                self._listen(path, deep=deep)
        except OSError as error:
            self.close()
            self._poll(f"the system cannot listen for saves ({error.strerror or error})")
        return True

    def wait(self, pause: float) -> set[str]:
        """Give the paths heard in one burst; none where nothing was heard for `pause` seconds."""
        paths: set[str] = set()
        with suppress(Empty):
            heard = self._heard.get(timeout=pause)
            longest = time.monotonic() + LONGEST
            while time.monotonic() < longest:
                paths.add(heard.path)
                whole = SETTLE_CLOSED if heard.closed else SETTLE
                heard = self._heard.get(timeout=whole if _is_whole(paths) else SETTLE_LONG)
            paths.add(heard.path)
        return paths

    def close(self) -> None:
        """End the observer's threads."""
        if self._observer and self._observer.is_alive():
            self._observer.stop()
            self._observer.join()
        self._observer = None

    def _poll(self, why: str) -> None:
        self.polls = True
        self._say(f"{why}: looking for changes every second instead, as --poll does.")

    def _listen(self, path: str, *, deep: bool) -> None:
        handler = _Handler(self._heard, path, None if deep else self._only)
        try:
            self._observer.schedule(handler, path, recursive=deep)
        except OSError as error:
            if error.errno not in {errno.ENOENT, errno.ENOTDIR}:
                raise
            self._lay = ()  # it went at this moment: listen anew at the next look


def _lay_of(folders: Sequence[Path], files: Sequence[Path]) -> Lay:
    """Give what to listen to: the folders with all below them, then the two folders above each and above each file.

    In this order, since the observer passes over a folder deep down for which the system has no watch left: then
    it has none for those that come last either, and that is told.
    """
    deep = sorted({str(folder) for folder in folders if folder.is_dir()})
    above = sorted(
        {str(_nearest(parent)) for path in (*folders, *files) for parent in (path.parent, path.parent.parent)}
    )
    return tuple(_laid([(path, True) for path in deep] + [(path, False) for path in above]))


def _laid(paths: list[tuple[str, bool]]) -> Iterator[tuple[str, bool, int, int]]:
    for path, deep in paths:
        with suppress(OSError):
            stat = Path(path).stat()
            yield path, deep, stat.st_dev, stat.st_ino


def _nearest(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.is_dir() or path == path.parent)


def _is_whole(paths: set[str]) -> bool:
    """Tell whether what was heard looks like one finished save."""
    if len(paths) != 1:
        return False
    try:
        return Path(next(iter(paths))).stat().st_size > 0
    except OSError:
        return False


def _remote_kind(folders: Sequence[Path]) -> str:
    """Give the kind of the file system that the folders lie on, where it is one that tells nothing (on Linux)."""
    try:
        mounts = [line.split() for line in Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()]
    except OSError:
        return ""
    for folder in folders:
        over = [
            (len(where), number, kind)
            for number, (_, where, kind, *_) in enumerate(mounts)
            if folder.is_relative_to(where.replace("\\040", " "))
        ]
        if over and max(over)[2] in _REMOTE:
            return max(over)[2]
    return ""


class _Handler(FileSystemEventHandler):
    """Puts the paths of events that are changes into a queue; `only` narrows them to a few."""

    def __init__(self, heard: SimpleQueue[Heard], folder: str, only: set[str] | None) -> None:
        self._heard, self._folder, self._only = heard, folder, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event in."""
        if event.event_type in _READING or (event.is_directory and event.event_type == "modified"):
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = os.fsdecode(name) if isinstance(name, bytes) else str(name)
            if path in self._only if self._only is not None else not self._is_passing(path):
                self._heard.put(Heard(path, event.event_type == "closed"))

    def _is_passing(self, path: str) -> bool:
        return any(map(is_passing, Path(path.removeprefix(self._folder)).parts[1:]))
