"""One at a time: whoever works with a project holds a lock, which ends with its process, however that ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked(path: Path, work: str, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock at a path while working; if another process holds it, `say` who it is, once, and wait.

    `work` is what others are told meanwhile: 'the build of process 4242, which writes site/'. Where nothing can be
    locked (a read-only disk, a network drive, Windows), the work goes on without.
    """
    file = _take(path, say)
    try:
        if file is not None:
            with suppress(OSError):  # a full disk: they are told less
                os.truncate(file, 0)
                os.write(file, work.encode())
        yield
    finally:
        if file is not None:
            os.close(file)


def _take(path: Path, say: Callable[[str], None]) -> int | None:
    said = False
    while sys.platform != "win32":
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            return None
        try:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not said:
                    say(f"Waiting for {_read(file)}")
                    said = True
                fcntl.flock(file, fcntl.LOCK_EX)
            if _is_at(file, path):
                return file
        except OSError:
            os.close(file)
            return None
        except BaseException:  # Ctrl-C while waiting
            os.close(file)
            raise
        os.close(file)  # who held it has removed the folder meanwhile: another file is the lock now
    return None


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _read(file: int) -> str:
    work = os.pread(file, 1000, 0).decode("utf-8", "replace").strip()
    return work if work.isprintable() and work else "another build"
