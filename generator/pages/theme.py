"""The theme: the built-in templates, overridden file by file by the site's own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from generator.errors import Fault, nearest
from generator.files import is_passing
from generator.pages.model import File, file_of

PACKAGE = Path(__file__).parents[1]
# In a wheel the theme lies inside the package; in a checkout at the top.
BUILT_IN = PACKAGE / "theme" if (PACKAGE / "theme").is_dir() else PACKAGE.parent / "templates"
# What is copied as it is; no template reads it.
ASSETS = "assets/"
# The words of the pages, a file a language: templates are given them.
WORDS = "words/"


@dataclass(frozen=True, slots=True)
class Theme:
    """Folders of templates, the first one wins, and a fingerprint of the templates: not of assets, nor of words."""

    folders: tuple[str, ...]
    templates: tuple[str, ...]
    fingerprint: str


def open_theme(folder: Path) -> Theme:
    """Give the theme of a site whose own templates lie in `folder` (which need not be there)."""
    places = (Path(os.path.realpath(folder)), BUILT_IN.resolve())
    folders = [place for place in dict.fromkeys(places) if place.is_dir()]
    digest = blake2b(digest_size=16)
    names: set[str] = set()
    for place in folders:
        for path in _files(place):
            name = path.relative_to(place).as_posix()
            if not name.startswith((ASSETS, WORDS)):
                names.add(name)
                digest.update(f"{place}\0{name}\0".encode("utf-8", "surrogateescape") + path.read_bytes() + b"\0")
    templates = sorted(name for name in names if name.endswith(".html"))
    return Theme(tuple(map(str, folders)), tuple(templates), digest.hexdigest())


def read_assets(theme: Theme) -> tuple[File, ...]:
    """Give the theme's style sheet and pictures, the site's own in place of the built-in ones."""
    found: dict[str, File] = {}
    for place in map(Path, reversed(theme.folders)):
        for path in _files(place / ASSETS):
            name = path.relative_to(place).as_posix()
            found[name] = file_of(name, path.read_bytes())
    return tuple(found[name] for name in sorted(found))


def own_version(name: str) -> bytes:
    """Give a built-in file for a site to change, with a first line that tells which original it was taken from.

    Raises `FileNotFoundError` where the theme has no file of that name.
    """
    original = (BUILT_IN / name).read_bytes()
    begin, end = _REMARKS.get(PurePosixPath(name).suffix, ("{#", "#}"))
    words = f"An own version of {name}, whose original was {_mark(original)} when this one was taken."
    return f"{begin} {words} {end}".rstrip().encode() + b"\n" + original


def built_in_names() -> tuple[str, ...]:
    """Give the names of the built-in files."""
    return tuple(path.relative_to(BUILT_IN).as_posix() for path in _files(BUILT_IN))


def outdated(folder: Path) -> tuple[Fault, ...]:
    """Give a warning for each file that `own_version` began and whose original has changed since."""
    faults: list[Fault] = []
    for path in _files(folder) if folder.is_dir() else ():
        original = BUILT_IN / path.relative_to(folder)
        with path.open("rb") as file:
            taken = _TAKEN.search(file.readline(_LONGEST_LINE).decode("utf-8", "replace"))
        if taken and original.is_file() and (mark := _mark(original.read_bytes())) != taken[1]:
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            mend = f"take over what you need from {original}, and write {mark} here"
            faults.append(Fault(name, 1, f"the original has changed since this version was taken ({mend})", "warning"))
    return tuple(faults)


def unknown(folder: Path) -> tuple[Fault, ...]:
    """Give a warning for each file of a site's own that no page is made with: its name is none of the theme's.

    What another of its own templates names (an own partial) is known, and assets may be called anything.
    """
    if not folder.is_dir():
        return ()
    own = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    templates = {name: path for name, path in own.items() if PurePosixPath(name).suffix in _TEMPLATES}
    odd = [name for name in templates if not name.startswith(ASSETS) and not (BUILT_IN / name).is_file()]
    named = "\n".join(path.read_text("utf-8", "replace") for path in templates.values()) if odd else ""
    known = built_in_names() if odd else ()
    return tuple(
        Fault(f"{folder.name}/{name}", 0, f"no page is made with a file of this name{nearest(name, known)}", "warning")
        for name in odd
        if not re.search(rf"""["']{re.escape(name)}["']""", named)
    )


_TEMPLATES = {".css", ".htm", ".html", ".j2", ".jinja"}
_REMARKS = {".yaml": ("#", ""), ".css": ("/*", "*/"), ".svg": ("<!--", "-->")}
_TAKEN = re.compile(r"whose original was ([0-9a-f]{12}) when this one was taken")
_LONGEST_LINE = 300


def _mark(original: bytes) -> str:
    return blake2b(original, digest_size=6).hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not is_passing(path.name))
