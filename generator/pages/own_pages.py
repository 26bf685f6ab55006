"""Read the editor's own pages and static files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.errors import Fault
from generator.files import find_files, is_left_behind, relative, walk
from generator.pages.model import File, OwnPage, file_of
from generator.text.front_matter import Reader, a_flag, a_line, anything, read_sheet
from generator.text.slugs import slugify

FIELDS: Mapping[str, Reader] = {"title": a_line, "draft": a_flag, "extra": anything}
# Folders that the build itself fills.
RESERVED = {"articles", "assets", "events", "sources", "timeline"}


def read_own_pages(root: Path, folder: Path) -> tuple[tuple[OwnPage, ...], tuple[Fault, ...]]:
    """Give the pages below a folder in the order of their file names, and what is wrong with them."""
    files, faults = find_files(root, folder)
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


def read_static(root: Path, folder: Path) -> tuple[tuple[File, ...], tuple[Fault, ...]]:
    """Give the files that are copied as they are, hidden ones too; what editors leave behind is passed over."""
    files: list[File] = []
    entries, faults = walk(root, folder, is_left_behind)
    for path in (Path(entry.path) for entry in entries):
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            faults.append(Fault(relative(root, path), 0, "is a link to a file outside the project (copy the file in)"))
        elif not path.is_file() or not os.access(path, os.R_OK):
            faults.append(
                Fault(relative(root, path), 0, "cannot be read as a file (delete it, or allow it: chmod u+r)")
            )
        else:
            files.append(file_of(path.relative_to(folder).as_posix(), path.read_bytes()))
    return tuple(files), tuple(faults)
