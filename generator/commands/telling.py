"""What every command tells: faults and counts on stderr, data on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from generator.errors import Fault


def tell(*lines: str) -> None:
    """Tell something of the run."""
    print(*lines, sep="\n", file=sys.stderr)


def show(*lines: str) -> None:
    """Give data: this may go into a pipe."""
    for line in lines:
        print(line)


def tell_faults(faults: Iterable[Fault]) -> None:
    """Tell each fault once: warnings first, then errors, each in the order of files and lines."""
    for fault in in_order(faults):
        tell(str(fault))


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Give each fault once, warnings first, in the order of files and lines."""
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.weight == "error", fault.path, fault.line))


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: `1 article`, `2 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def fault_as_json(fault: Fault) -> dict[str, Any]:
    """Give a fault for tools."""
    return {"path": fault.path, "line": fault.line, "weight": fault.weight, "message": fault.message}
