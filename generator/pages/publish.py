"""Bring the output folder up to date: wholly the old site or wholly the new one; nothing goes that is not ours."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DigestError, Fault
from generator.pages.model import File

MANIFEST = ".dateline-manifest"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publish changes, as paths in their order; `kept` are files in the output folder that are not ours."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything changes."""
        return bool(self.added or self.changed or self.removed)


def check_output(output: Path, root: Path, ours: Iterable[Path]) -> str:
    """Give what is wrong with an output folder, with the mend; empty where it is safe.

    `ours` are the project's own folders. Safe is a folder that is not there, is empty, or was written by a build.
    """
    place = output.resolve()
    mend = "write a folder of its own, for example 'output: site'"
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


def compare(files: Mapping[str, File], output: Path) -> Changes:
    """Tell what publishing the files into the folder would change."""
    manifest = _read_manifest(output)
    present = _present(output)
    same = [name for name in sorted(files) if name in present and _holds(output / name, files[name].content)]
    changed = [name for name in sorted(files) if name in present and name not in same]
    return Changes(
        added=tuple(name for name in sorted(files) if name not in present),
        changed=tuple(changed),
        removed=tuple(name for name in sorted(manifest) if name not in files and name in present),
        same=tuple(same),
        kept=tuple(name for name in sorted(present) if name not in files and name not in manifest and name != MANIFEST),
    )


def publish(files: Mapping[str, File], output: Path) -> Changes:
    """Bring the folder up to date and give what changed. Files with the same bytes keep their time.

    The new site is made beside the old one and exchanged with it. Raises `DigestError` where that fails; the old
    site is whole then.
    """
    output = output.resolve()
    _recover(output)
    changes = compare(files, output)
    _refuse_foreign(files, changes, output)
    manifest = "".join(f"{files[name].fingerprint} {name}\n" for name in sorted(files)).encode()
    if not changes.any and _holds(output / MANIFEST, manifest):
        return changes
    new = _beside(output, "new")
    try:
        _discard(new)
        _fill(new, files, changes, output)
        _write(new / MANIFEST, manifest)
        _exchange(new, output)
    except OSError as error:
        _discard(new)
        mend = "the last site is as it was; make room or allow it, and build again"
        raise DigestError(
            Fault(str(output.name), 0, f"cannot be written: {error.strerror or error} ({mend})")
        ) from None
    _discard(new)
    _discard(_beside(output, "old"))
    return changes


def unpublish(output: Path) -> int:
    """Remove what builds wrote into a folder, and give how many files; whatever else is in it stays."""
    output = output.resolve()
    names = _read_manifest(output)
    for name in [*names, MANIFEST]:
        (output / name).unlink(missing_ok=True)
    for folder in sorted({parent for name in names for parent in (output / name).parents}, reverse=True):
        if folder.is_relative_to(output):
            with suppress(OSError):  # it holds something that is not ours
                folder.rmdir()
    return len(names)


def _read_manifest(output: Path) -> list[str]:
    try:
        lines = (output / MANIFEST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    names = [name for _, blank, name in (line.partition(" ") for line in lines) if blank]
    return [name for name in names if not Path(name).is_absolute() and ".." not in Path(name).parts]


def _present(output: Path) -> set[str]:
    return {
        Path(here, name).relative_to(output).as_posix()
        for here, folders, names in os.walk(output)
        for name in [*names, *(folder for folder in folders if Path(here, folder).is_symlink())]
    }


def _holds(path: Path, content: bytes) -> bool:
    try:
        if path.is_symlink() or path.stat().st_size != len(content):
            return False
        return path.read_bytes() == content
    except OSError:
        return False


def _refuse_foreign(files: Mapping[str, File], changes: Changes, output: Path) -> None:
    """Refuse to write over what is not ours: a file where one of our folders goes, or the other way round."""
    ours = {parent.as_posix() for name in files for parent in Path(name).parents}
    for name in changes.kept:
        blocking = name in ours or any(parent.as_posix() in files for parent in Path(name).parents)
        if blocking:
            raise DigestError(Fault(f"{output.name}/{name}", 0, "is not ours and in the way (move it elsewhere)"))


def _fill(new: Path, files: Mapping[str, File], changes: Changes, output: Path) -> None:
    new.mkdir(parents=True)
    made = {new}
    for name in sorted([*files, *changes.kept]):
        folder = (new / name).parent
        if folder not in made:
            folder.mkdir(parents=True, exist_ok=True)
            made.add(folder)
    for name in (*changes.same, *changes.kept):
        _carry(output / name, new / name)
    for name in (*changes.added, *changes.changed):
        _write(new / name, files[name].content)


def _carry(old: Path, new: Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(old, new, follow_symlinks=False)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)


def _exchange(new: Path, output: Path) -> None:
    """Put the new folder in the place of the old one, at one stroke where the system can."""
    if not output.exists():
        new.rename(output)
    elif not _swap(new, output):
        old = _beside(output, "old")
        _discard(old)
        output.rename(old)
        new.rename(output)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two folders atomically: renameat2(2) with RENAME_EXCHANGE, on Linux."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _recover(output: Path) -> None:
    """Bring back the old site where a build was ended between the two renames of `_exchange`."""
    old = _beside(output, "old")
    if old.is_dir() and not output.exists():
        old.rename(output)


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f".{output.name}.{what}")


def _discard(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
