"""`dateline import` where nothing has changed since one that changed nothing: known before anything heavy is loaded."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence

from generator.commands.sealed import FOLDER
from generator.edition import edition
from generator.seal import Seal, inputs_of, read_seal, write_seal

SEAL = "seal-of-import"
# What pages are read with, beside our own code.
LIBRARIES = ("trafilatura", "lxml")
_SHAPING = ("root", "config", "paths", "to", "source", "date", "receipt", "force", "quiet")


def nothing_changed(options: argparse.Namespace) -> bool:
    """Tell whether all is as the last import left it, and say what it would say."""
    seal = None if options.json or options.dry_run else read_seal(_path(options), _asked(options))
    if seal is None:
        return False
    sys.stderr.write("".join(f"{line}\n" for line in seal.said))
    return True


def inputs_before(read: Sequence[str], articles: str) -> str:
    """Give the fingerprint of all that an import is about to read; the articles count by their bytes."""
    return inputs_of(read, (articles,), before=time.time_ns())


def seal_import(
    options: argparse.Namespace, read: Sequence[str], articles: str, inputs: str, said: Sequence[str]
) -> None:
    """Note that as long as nothing changes there is nothing to import."""
    if inputs and not options.json and not options.dry_run:
        seal = Seal(_asked(options), tuple(read), (articles,), inputs, "", "", "", (), tuple(said))
        write_seal(_path(options), seal)


def _path(options: argparse.Namespace) -> str:
    return os.path.join(options.root, FOLDER, SEAL)  # noqa: PTH118 - a third of the time of pathlib's


def _asked(options: argparse.Namespace) -> str:
    """Give all of a command line that shapes articles or how they are told, and what pages are read with."""
    told = [str(getattr(options, name)) for name in _SHAPING]
    return json.dumps([os.getcwd(), edition(also=LIBRARIES).decode(), *told])  # noqa: PTH109 - as above
