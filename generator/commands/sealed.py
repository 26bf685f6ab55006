"""`dateline build` where nothing has changed since the last one: known before anything heavy is loaded."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time

from generator.seal import read_seal

FOLDER, NAME = ".dateline", "seal"


def nothing_changed(options: argparse.Namespace) -> bool:
    """Tell whether all is as the last build left it, and say so."""
    began = time.time_ns()
    seal = None if options.json or _is_no_time(options.clock) else read_seal(seal_path(options), asked(options))
    if seal is None:
        return False
    sys.stderr.write("".join(f"{line}\n" for line in seal.faults))
    if not options.quiet:
        milliseconds = (time.time_ns() - began) // 1_000_000
        lines = [line.replace("{ms}", str(milliseconds)) for line in seal.said]
        sys.stderr.write("".join(f"{line}\n" for line in lines))
    return True


def _is_no_time(clock: str | None) -> bool:
    """Tell whether a `--clock` is a fault, which the build tells; `read_clock` comes with too much to load here."""
    if not clock:
        return False
    from datetime import datetime  # noqa: PLC0415 - most builds are told no time

    try:
        datetime.fromisoformat(clock)
    except ValueError:
        return True
    return False


def seal_path(options: argparse.Namespace) -> str:
    """Give where the seal of a digest is."""
    return os.path.join(options.root, FOLDER, NAME)  # noqa: PTH118 - a third of the time of pathlib's


def asked(options: argparse.Namespace) -> str:
    """Give all of a command line that shapes a site or how it is told."""
    names = ("root", "config", "destination", "base_url", "strict", "keep_going")
    return json.dumps([os.getcwd(), *[str(getattr(options, name)) for name in names]])  # noqa: PTH109 - as above
