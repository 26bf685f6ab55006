"""The index of a search without a server, as files of the site: Pagefind makes it of the pages that ask for it."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import DigestError, Fault
from generator.pages.addresses import SEARCH
from generator.pages.model import File, file_of

# Where its files are.
INDEX = f"{SEARCH}pagefind/"
# The attribute by which a template marks what is to be found; pages without it are left out.
_MARK = b"data-pagefind-body"
# What leads elsewhere, or is about the page itself: its words would find the page for another's.
_PASSED_OVER = "nav, footer, svg, .neighbour, .basis, .evidence, .record, .where, .unseen"
# Interfaces of Pagefind's own: the search page has ours.
_INTERFACES = re.compile(r"pagefind-(component-ui|highlight|modular-ui|ui)\.(css|js)")


def is_installed() -> bool:
    """Tell whether Pagefind is there (the extra `search`)."""
    return importlib.util.find_spec("pagefind") is not None


def make_index(files: Mapping[str, File]) -> tuple[File, ...]:
    """Give the files of the index over a site's pages: of the same pages the same bytes. Raises `DigestError`."""
    with TemporaryDirectory(prefix="dateline-") as room:
        pages, index = Path(room, "pages"), Path(room, "index")
        if not _write_pages(files, pages):
            return ()
        _run_pagefind(pages, index)
        found = sorted(path for path in index.rglob("*") if path.is_file() and not _INTERFACES.fullmatch(path.name))
        return tuple([file_of(f"{INDEX}{path.relative_to(index).as_posix()}", path.read_bytes()) for path in found])


def _write_pages(files: Mapping[str, File], folder: Path) -> int:
    """Write the pages that ask for it, and give how many they are."""
    count = 0
    for path in sorted(path for path in files if path.endswith(".html")):
        content = files[path].content
        if _MARK in content:
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
            count += 1
    return count


def _run_pagefind(pages: Path, index: Path) -> None:
    """Run the program in a folder without settings for it, and without those of the environment."""
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PAGEFIND_") or name == "PAGEFIND_BINARY_PATH"
    }
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index), "--silent"]
    done = subprocess.run(  # noqa: S603 - our own interpreter, and paths of our own
        [*command, "--exclude-selectors", _PASSED_OVER],
        cwd=pages.parent,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode or not index.is_dir():
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        mend = "install it anew: pip install --force-reinstall 'dateline[search]'; or write 'search: false'"
        raise DigestError(Fault("search", 0, f"Pagefind gave no index: {said[-1] if said else 'no word'} ({mend})"))
