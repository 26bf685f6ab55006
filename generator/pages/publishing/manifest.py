"""The list, published with a site, of what in it is ours: a build removes nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.pages.model import File

MANIFEST = ".dateline-manifest"

Lines = dict[str, str]


def lines_of(files: Mapping[str, File]) -> Lines:
    """Give each file's line, by path, in the order of the paths."""
    return {name: f"{files[name].fingerprint} {name}\n" for name in sorted(files)}


def in_order(lines: Lines) -> Lines:
    """Give the same lines in the order of their paths."""
    return {name: lines[name] for name in sorted(lines)}


def text_of(lines: Lines) -> bytes:
    """Give the manifest of lines that are in the order of their paths."""
    return "".join(lines.values()).encode()


def read_lines(output: Path) -> Lines:
    """Give the lines of a folder's manifest by path; names that lead out of the folder are none of ours."""
    try:
        lines = (output / MANIFEST).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    names = [(line.partition(" ")[2], line) for line in lines]
    return {name: f"{line}\n" for name, line in names if name and name[0] != "/" and "/../" not in f"/{name}/"}
