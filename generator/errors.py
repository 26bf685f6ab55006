"""Faults an editor can mend: where they are and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `path` is relative to the project, `line` counts from 1 (0: the file as a whole)."""

    path: str
    line: int
    message: str
    weight: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {'warning: ' if self.weight == 'warning' else ''}{self.message}"


def unread(path: str, error: OSError) -> Fault:
    """Give the fault of a file or folder that the system does not let us read."""
    return Fault(path, 0, f"cannot be read: {error.strerror} (check that it is there, and that you may read it)")


class DigestError(Exception):
    """Everything that stops a run, told at once."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


def errors_among(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Give the faults that stop a build; warnings do not."""
    return tuple(fault for fault in faults if fault.weight == "error")


def nearest(name: str, valid: Iterable[str]) -> str:
    """Give ' (did you mean ...?)' for a name that is close to a valid one, else what is valid.

    Valid names are small: capitals are no slip.
    """
    valid = sorted(valid)
    close = get_close_matches(name.lower(), valid, n=1)
    return f" (did you mean '{close[0]}'?)" if close else f" (valid: {', '.join(valid)})"
