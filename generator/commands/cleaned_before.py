"""What import remembers of the pages that it has cleaned, beside the memory of builds; safe to delete."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator.commands.imported import LIBRARIES, SEAL
from generator.commands.sealed import FOLDER
from generator.edition import edition
from generator.files import write_whole
from generator.memory import Memory

NAME = "pages"


def open_cleaned(root: Path) -> Memory:
    """Open the memory of pages in a folder that git passes over."""
    with suppress(OSError):  # into a project that cannot be written to nothing is remembered
        write_whole(root / FOLDER / ".gitignore", b"*\n")
    return Memory(root / FOLDER / NAME, edition(also=LIBRARIES))


def forget_cleaned(root: Path) -> None:
    """Forget all pages: of what is withdrawn no word may stay."""
    for name in (f"{NAME}.index", NAME, SEAL):
        with suppress(OSError):
            (root / FOLDER / name).unlink(missing_ok=True)
