"""Whether a folder may be published into."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.pages.publishing.manifest import MANIFEST


def check_output(output: Path, root: Path, ours: Iterable[Path]) -> str:
    """Give what is wrong with an output folder, with the mend; empty where it is safe.

    `ours` are the project's own folders. Safe is a folder that is not there, is empty, or was written by a build.
    """
    place = output.resolve()
    mend = "name a folder of its own, for example 'site'"
    if place in {Path(place.anchor), Path.home().resolve()}:
        return f"'{output}' is no folder to publish into ({mend})"
    if root.resolve().is_relative_to(place):
        return f"'{output}' holds this project ({mend})"
    for folder in ours:
        if place.is_relative_to(folder.resolve()) or folder.resolve().is_relative_to(place):
            return f"'{output}' is, holds or lies in '{folder.name}/', which the build reads ({mend})"
    if place.exists() and not place.is_dir():
        return f"'{output}' is a file ({mend})"
    if place.is_dir() and not (place / MANIFEST).is_file():
        foreign = sorted(path.name for path in place.iterdir() if not path.name.startswith("."))
        if foreign:
            return f"'{output}' holds files that are not ours, '{foreign[0]}' among them (empty it, or {mend})"
    return ""
