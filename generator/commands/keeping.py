"""`dateline init` and `dateline clean`: a digest to start from, and a folder as it was before any build."""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from generator.commands.opening import open_config
from generator.commands.sealed import FOLDER
from generator.commands.telling import counted, tell
from generator.errors import DigestError, Fault
from generator.lock import locked
from generator.pages.publishing.publish import unpublish

STARTER = Path(__file__).parents[1] / "starter"


def init(options: argparse.Namespace) -> int:
    """Make a folder with a digest to start from."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DigestError(Fault(str(folder), 0, "is there and not empty (name a new folder)"))
    for path in sorted(STARTER.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            target = folder / path.relative_to(STARTER)
            target = target.with_name(target.name.replace("dot.", ".", 1))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    for name in ("content/raw", "content/events", "content/pages", "content/static", "templates"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    tell(f"A digest to start from is in {folder}/: change config.yaml and content/articles/.")
    tell(f"Build it: dateline build -r {folder}")
    return 0


def clean(options: argparse.Namespace) -> int:
    """Remove what builds wrote, and their memory."""
    config, _ = open_config(options)
    memory = config.root / FOLDER
    had = memory.is_dir() and not memory.is_symlink()
    with locked(memory / "lock", f"process {os.getpid()}, which removes {config.output.name}/", tell):
        removed = unpublish(config.output)
        if memory.is_dir() and not memory.is_symlink():
            shutil.rmtree(memory)
    if not options.quiet:
        tell(f"{counted(removed, 'file')} removed from {config.output.name}/{', and the memory' if had else ''}.")
    return 0
