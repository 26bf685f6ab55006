"""Which file of a folder answers an address: nothing hidden, nothing outside, no lists of files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote_to_bytes

NOT_FOUND = "404.html"
# Of our own, since Python's depends on the machine and its version.
_TYPES = {
    "html": "text/html",
    "htm": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "json": "application/json",
    "map": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",  # of feeds too: as application/rss+xml a browser would offer to save it
    "rss": "application/xml",
    "atom": "application/xml",
    "xsl": "application/xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "wasm": "application/wasm",
}
_TEXTUAL = ("text/", "application/json", "application/manifest+json", "application/xml", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request gets: a file (or none), or, with 302, another address."""

    status: Literal[200, 302, 404]
    file: Path | None = None
    location: str = ""


def find_answer(folder: Path, address: str, base_path: str = "/") -> Answer:
    """Give the answer to an address (as requested, with `%` and `?`) out of a folder.

    The site is found at `/`, and below `base_path` too, where it will be once published: the links of the page for
    addresses that are not there begin with it.
    """
    wanted, mark, query = address.partition("#")[0].partition("?")
    path = _decode(wanted)
    for inner in _inner_paths(path, base_path):
        if (found := _find(folder, inner)) is None:
            continue
        if found.name == "index.html" and inner[-1:] != [""] and inner[-1:] != ["index.html"]:
            return Answer(302, location=quote(f"{path}/") + mark + quote(query, safe="%/:=&?~+!$,;'@()*[]"))
        return Answer(200, found)
    return Answer(404, _find(folder, [NOT_FOUND]))


def content_type(name: str) -> str:
    """Give the content type of a file by its name, with the charset where it is text."""
    kind = _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTUAL) else kind


def _decode(wanted: str) -> str:
    try:
        return unquote_to_bytes(wanted.encode("latin-1")).decode("utf-8")  # http hands on each byte as a character
    except UnicodeError:
        return ""


def _inner_paths(path: str, base_path: str) -> list[list[str]]:
    """Give the ways to read a path within the folder, as names; the last is empty where it ends in `/`."""
    inner = [path.removeprefix("/").split("/")] if path.startswith("/") else []
    if base_path != "/" and f"{path}/" == base_path:
        inner.append([])
    elif base_path != "/" and path.startswith(base_path):
        inner.append(path.removeprefix(base_path).split("/"))
    return inner


def _find(folder: Path, names: list[str]) -> Path | None:
    """Give the file behind the names: of a folder its index page. None too for what is hidden or leads outside."""
    if any(not name or name.startswith(".") or "\\" in name or "\0" in name for name in names[:-1]):
        return None
    last = names[-1] if names else ""
    if last.startswith(".") or "\\" in last or "\0" in last:
        return None
    try:
        root = folder.resolve()
        path = root.joinpath(*filter(None, names))
        if path.is_dir():
            path /= "index.html"
        elif not last:
            return None  # a file is no folder: `page.html/`
        place = path.resolve(strict=True)
        inside = place.is_relative_to(root) and not any(name.startswith(".") for name in place.relative_to(root).parts)
        return path if inside and place.is_file() else None
    except (OSError, RuntimeError, ValueError):  # not there, a circle of links, a name that is too long
        return None
