"""Read the editor's own pages and static files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from generator.blob import Blob
from generator.errors import Fault
from generator.executors import Executor
from generator.files import FileStamp, find_files, is_left_behind, relative, stamp_of, walk
from generator.pages.model import File, OwnPage, file_of
from generator.text.front_matter import Reader, a_flag, a_line, anything, read_sheet
from generator.text.slugs import slugify

FIELDS: Mapping[str, Reader] = {"title": a_line, "draft": a_flag, "extra": anything}
# Folders that the build itself fills.
RESERVED = {"articles", "assets", "events", "method", "search", "sources", "stories", "subscribe", "timeline"}

_MISPLACED = dict.fromkeys(
    (".txt", ".html", ".htm"), "is passed over (write Markdown, NAME.md; what is to be copied as it is goes to static/)"
)


def read_own_pages(root: Path, folder: Path) -> tuple[tuple[OwnPage, ...], tuple[Fault, ...]]:
    """Give the pages below a folder in the order of their file names, and what is wrong with them."""
    files, faults = find_files(root, folder, misplaced=_MISPLACED)
    pages: dict[str, OwnPage] = {}
    for file in files:
        sheet = read_sheet(file.path, (root / file.path).read_bytes(), FIELDS, required=("title",))
        faults += sheet.faults
        slug = slugify(Path(file.path).stem)
        if slug in RESERVED or f"{slug}/" in pages:
            faults += (Fault(file.path, 0, f"'{slug}/' is made already (give the file another name)"),)
        elif "title" in sheet.values and not sheet.values.get("draft"):
            pages[f"{slug}/"] = OwnPage(f"{slug}/", sheet.values["title"], sheet.body)
    return tuple(pages.values()), faults


def read_static(root: Path, folder: Path, executor: Executor) -> tuple[tuple[File, ...], tuple[Fault, ...]]:
    """Give the files that are copied as they are, hidden ones too; what editors leave behind is passed over."""
    found: list[FileStamp] = []
    entries, faults = walk(root, folder, is_left_behind)
    for path in (Path(entry.path) for entry in entries):
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            faults.append(Fault(relative(root, path), 0, "is a link to a file outside the project (copy the file in)"))
        elif not path.is_file() or not os.access(path, os.R_OK):
            faults.append(
                Fault(relative(root, path), 0, "cannot be read as a file (delete it, or allow it: chmod u+r)")
            )
        else:
            found.append(FileStamp(relative(root, path), stamp_of(path.stat())))
    prefix = f"{relative(root, folder)}/"
    copies = [
        File(file.path.removeprefix(prefix), mark, size, Blob(size=size, fetch=partial(_part_of, root / file.path)))
        for file, (mark, size) in zip(found, executor.map(partial(fingerprint_of, root), found), strict=True)
    ]
    return tuple(copies), tuple(faults)


def fingerprint_of(root: Path, file: FileStamp) -> tuple[str, int]:
    """Give the fingerprint of a file's bytes, and how many there are."""
    read = file_of("", (root / file.path).read_bytes())
    return read.fingerprint, read.size


def _part_of(path: Path, start: int, end: int) -> bytes:
    return path.read_bytes()[start:end]
