"""Where the CPU of a build goes: run `dateline ARGUMENTS` and look every few milliseconds of CPU at what it does.

python benchmarks/stages.py OUT.json build --root DIR --quiet
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

TICK = 0.005
IMPORTS = "imports"
# The stage is the outermost of these files on the stack, below `generator/`.
STAGES = {
    IMPORTS: (IMPORTS,),
    "read": ("articles/",),
    "find": ("events/find.py", "events/ledger.py", "events/editorials.py"),
    "write": ("events/",),
    "lay out": ("pages/layout.py", "pages/kinds/", "pages/own_pages.py", "pages/theme.py"),
    "render": ("pages/render.py",),
    "feeds, data": ("pages/feeds/",),
    "publish": ("pages/publishing/",),
    "remember": ("memory.py", "executors.py"),
}
REST = "the rest"


def main() -> int:
    """Run the build and write the samples: by stage, and by the innermost of our files."""
    stages: Counter[str] = Counter()
    rooms: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        ours = _ours(frame) or [IMPORTS]
        stages[next(filter(None, map(_stage, reversed(ours))), REST)] += 1
        rooms[ours[0]] += 1

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
    from generator.cli import main as dateline  # noqa: PLC0415 - loading it is part of what is looked at

    code = dateline(sys.argv[2:])
    signal.setitimer(signal.ITIMER_PROF, 0)
    figures = {"cpu": time.process_time(), "stages": stages, "rooms": rooms}
    Path(sys.argv[1]).write_text(json.dumps(figures), "utf-8")
    return code


def _ours(frame: FrameType | None) -> list[str]:
    """Give the files of ours on the stack, innermost first; none while a module is loaded."""
    found = []
    while frame:
        name = frame.f_code.co_filename
        if name.startswith("<frozen importlib"):
            return []
        if "/generator/" in name:
            found.append(name.rpartition("/generator/")[2])
        frame = frame.f_back
    return found


def _stage(name: str) -> str:
    return next((stage for stage, files in STAGES.items() if name.startswith(files)), "")


if __name__ == "__main__":
    sys.exit(main())
