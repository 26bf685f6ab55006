"""Run a command to its end and tell what it took: CPU and peak memory of all its processes, and time on the clock."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of CPU (user and system), seconds on the clock, MiB of its largest process."""

    cpu: float
    wall: float
    peak: float


def run(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command and give its cost; it must succeed."""
    _adopt_orphans()
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    usages = [usage, *_orphans()]
    cpu = sum(each.ru_utime + each.ru_stime for each in usages)
    unit = 2**20 if sys.platform == "darwin" else 2**10  # the one counts bytes, the others KiB
    return Cost(cpu, wall, max(each.ru_maxrss for each in usages) / unit)


def _adopt_orphans() -> None:
    """Become the parent of processes whose own has gone: a fork server outlives who started it, and would not count."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _orphans() -> list[struct_rusage]:
    usages = []
    while True:
        try:
            usages.append(os.wait4(-1, 0)[2])
        except ChildProcessError:
            return usages


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Give the time of change and the inode of every file below a folder."""
    found = {}
    for here, _, names in os.walk(folder):
        for name in names:
            stat = os.stat(os.path.join(here, name))  # noqa: PTH116, PTH118 - 12,500 files: Path costs more than stat
            found[os.path.join(here, name)] = (stat.st_mtime_ns, stat.st_ino)  # noqa: PTH118
    return found
