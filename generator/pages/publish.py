"""Bring the output folder up to date: wholly the old site or wholly the new one; nothing goes that is not ours."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import DigestError, Fault
from generator.files import write_whole
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
    same = {name for name in files if name in present and _holds(output / name, files[name].content)}
    return Changes(
        added=tuple(sorted(files.keys() - present)),
        changed=tuple(sorted((files.keys() & present) - same)),
        removed=tuple(sorted((manifest - files.keys()) & present)),
        same=tuple(sorted(same)),
        kept=tuple(sorted(present - files.keys() - manifest - {MANIFEST})),
    )


def publish(files: Mapping[str, File], output: Path) -> Changes:
    """Bring the folder up to date and give what changed. Files with the same bytes keep their time.

    The new site is made beside the old one and exchanged with it; where no folder can be made there, or none exchanged
    (a mount point), each file is replaced at one stroke. Raises `DigestError` where that fails.
    """
    output = output.resolve()
    _recover(output)
    changes = compare(files, output)
    _refuse_foreign(files, changes, output)
    manifest = _manifest({name: file.fingerprint for name, file in files.items()})
    if not changes.any and _holds(output / MANIFEST, manifest):
        return changes
    try:
        if not _replace_whole(files, changes, output, manifest):
            _replace_each(files, changes, output, manifest)
    except OSError as error:
        raise DigestError(_unwritable(output, error)) from None
    return changes


def update(files: Mapping[str, File], before: Mapping[str, File], output: Path) -> Changes:
    """Bring a folder from the files published last to these, each file at one stroke, and give what changed.

    New files come first and old ones go last, so that no link dangles. A folder that is no longer as it was left is
    published whole.
    """
    output = output.resolve()
    lines = _manifest_lines(output)
    if lines.keys() != before.keys():
        return publish(files, output)
    changed = [name for name in files.keys() & before.keys() if not _same(files[name], before[name])]
    changes = Changes(
        added=tuple(sorted(files.keys() - before.keys())),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(before.keys() - files.keys())),
        same=tuple(sorted(files.keys() & before.keys() - set(changed))),
        kept=(),
    )
    lines = {name: line for name, line in lines.items() if name in files}
    lines |= {name: files[name].fingerprint for name in (*changes.added, *changes.changed)}
    if changes.any:
        try:
            _replace_each(files, changes, output, _manifest(lines))
        except OSError as error:
            raise DigestError(_unwritable(output, error)) from None
    return changes


def _same(one: File, other: File) -> bool:
    return one.fingerprint == other.fingerprint


def unpublish(output: Path) -> int:
    """Remove what builds wrote into a folder, and give how many files; whatever else is in it stays."""
    output = output.resolve()
    names = _read_manifest(output)
    _remove(output, [*names, MANIFEST])
    with suppress(OSError):  # it is not there, or holds something that is not ours
        output.rmdir()
    return len(names)


def _remove(output: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then."""
    names = list(names)
    for name in names:
        (output / name).unlink(missing_ok=True)
    emptied = {parent for name in names for parent in Path(name).parents} - {Path()}
    for folder in sorted(emptied, reverse=True):
        with suppress(OSError):  # it holds something
            (output / folder).rmdir()


def _unwritable(output: Path, error: OSError) -> Fault:
    mend = "the last site is as it was; make room or allow it, and build again"
    return Fault(str(output), 0, f"cannot be written: {error.strerror or error} ({mend})")


def _manifest(lines: Mapping[str, str]) -> bytes:
    return "".join(f"{lines[name]} {name}\n" for name in sorted(lines)).encode()


def _read_manifest(output: Path) -> set[str]:
    return set(_manifest_lines(output))


def _manifest_lines(output: Path) -> dict[str, str]:
    """Give the fingerprint of each file that a build left in a folder; names that lead out of it are none of ours."""
    try:
        lines = (output / MANIFEST).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    parts = [line.partition(" ") for line in lines]
    return {
        name: mark for mark, blank, name in parts if blank and not name.startswith("/") and ".." not in name.split("/")
    }


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


def _replace_whole(files: Mapping[str, File], changes: Changes, output: Path, manifest: bytes) -> bool:
    """Make the new site beside the old one and exchange the two; False where this place does not allow it."""
    workshop = _workshop(output)
    new = workshop / "new"
    try:
        _discard(workshop)
        workshop.mkdir(parents=True, exist_ok=True)
    except PermissionError:
        return False
    try:
        _fill(new, files, changes, output)
        _write(new / MANIFEST, manifest)
        _exchange(new, output)
    except OSError as error:
        if error.errno not in {errno.EBUSY, errno.EXDEV, errno.EPERM, errno.EACCES}:
            raise
        return False
    finally:
        _discard(workshop)
    return True


def _replace_each(files: Mapping[str, File], changes: Changes, output: Path, manifest: bytes) -> None:
    """Replace file by file, each at one stroke: first what others may link to, the manifest last."""
    for name in (*changes.added, *changes.changed):
        write_whole(output / name, files[name].content)
    _remove(output, changes.removed)
    write_whole(output / MANIFEST, manifest)


def _fill(new: Path, files: Mapping[str, File], changes: Changes, output: Path) -> None:
    new.mkdir(parents=True)
    _carry_folders(output, new, {parent.as_posix() for name in changes.removed for parent in Path(name).parents})
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


def _carry_folders(output: Path, new: Path, emptied: set[str]) -> None:
    """Make the folders of the old site in the new one, with their modes: an empty one may be somebody's."""
    if not output.is_dir():
        return
    shutil.copymode(output, new)
    with suppress(PermissionError):  # only an owner may give a folder away
        os.chown(new, output.stat().st_uid, output.stat().st_gid)
    for here, folders, _ in os.walk(output):
        for name in folders:
            folder = Path(here, name).relative_to(output)
            if folder.as_posix() not in emptied and not (output / folder).is_symlink():
                (new / folder).mkdir(parents=True, exist_ok=True)
                shutil.copymode(output / folder, new / folder)


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
        old = new.with_name("old")
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
    old = _workshop(output) / "old"
    if old.is_dir() and not output.exists():
        old.rename(output)


def _workshop(output: Path) -> Path:
    """Give the folder beside the output, on the same disk, in which a new site is made; it is ours alone."""
    return output.with_name(f".{output.name}.dateline")


def _discard(workshop: Path) -> None:
    for folder in (workshop / "new", workshop / "old"):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # it is not there, or holds something that is not ours
        workshop.rmdir()
