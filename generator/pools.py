"""Work in other processes, or in any `concurrent.futures.Executor`, a chunk of items at a time."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from types import FrameType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor as Pool
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

# A build makes values by the million and hardly a circle of them: to look for circles is a tenth of its time.
SELDOM = 100_000, 50, 100
# Below this many items, to start processes takes longer than the work: 1,000 articles are half a second of it.
MANY = 1200
# Items in a chunk: enough for a tenth of a second of work, so that handing it over costs little.
CHUNK = 200
# The same where handing over takes milliseconds, as in a cluster.
FAR_CHUNK = 500
# Chunks given out for each worker: results wait in this process, and must not fill it.
AHEAD = 3


class Spread:
    """Spreads work over a pool, in chunks, no more of them at a time than `most`."""

    def __init__(self, pool: Pool, *, chunk: int, most: int) -> None:
        self._pool, self._chunk, self._most = pool, chunk, most

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item."""
        rest = iter(items)
        waiting: deque[Future[list[Result]]] = deque()
        work = partial(_each, function)
        while True:
            while len(waiting) < self._most and (chunk := list(islice(rest, self._chunk))):
                waiting.append(self._pool.submit(work, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()


class Processes:
    """Spreads much work over `jobs` processes of this machine, started when first needed; does little work in place.

    From `many` items on it is much; each process gets a `chunk` of them at a time.
    """

    def __init__(self, jobs: int, *, many: int = MANY, chunk: int = CHUNK) -> None:
        self._jobs, self._many, self._chunk = jobs, many, chunk
        self._pool: Pool | None = None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the function's result for each item."""
        items = list(items)
        if self._jobs < 2 or len(items) < self._many:
            return map(function, items)
        if self._pool is None:
            with _undisturbed():
                self._pool = _open(self._jobs)
        return Spread(self._pool, chunk=self._chunk, most=AHEAD * self._jobs).map(function, items)

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def usable_processors() -> int:
    """Give how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _open(jobs: int) -> Pool:
    # Not loaded before there is much work: most builds do without, and they take 80 ms.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import forkserver, get_all_start_methods, get_context, resource_tracker  # noqa: PLC0415

    # A watch has threads, and to fork a process with threads may leave locks held for ever: a server forks instead.
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context: Any = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["generator.build"])
        resource_tracker.ensure_running()  # which takes the block away when it starts
        signals = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:  # the server takes over what is blocked: Ctrl-C while it loads would end it with a traceback
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, signals)
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_set_out)
    for _ in range(jobs):  # all processes at once: one that is started later, at Ctrl-C, could not be waited for
        pool.submit(os.getpid)
    return pool


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put Ctrl-C off until the end."""
    waiting: list[tuple[int, FrameType | None]] = []
    try:
        handler = signal.signal(signal.SIGINT, lambda number, frame: waiting.append((number, frame)))
    except ValueError:  # only the main thread is disturbed by signals, and only there they can be put off
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if waiting and callable(handler):
            handler(*waiting[0])


def _set_out() -> None:
    """Leave Ctrl-C to the process that started this one, and look for circles as seldom as it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*SELDOM)


def _each(function: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [function(item) for item in items]
