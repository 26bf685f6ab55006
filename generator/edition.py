"""Which edition of code and libraries makes the results: another edition may give others."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.util import find_spec

_LIBRARIES = ("babel", "jinja2", "markdown_it", "yaml", "markupsafe", "feedgen", "pagefind")
_SHAPING = (".py", ".js", ".json", ".csv", ".txt", ".tsv")


def edition(*, also: Sequence[str] = ()) -> bytes:
    """Give a fingerprint of our code and of the libraries that shape results, `also` of others, as hexadecimal digits.

    Ours is known by its bytes, a library by the place, size and time of its package: to load the metadata of packages
    takes longer than a build of an unchanged site.
    """
    digest = blake2b(digest_size=16)
    for path in sorted(_ours(os.path.dirname(__file__))):  # noqa: PTH120 - pathlib is twice the time of all of this
        with open(path, "rb") as file:  # noqa: PTH123 - likewise
            digest.update(file.read())
    digest.update(f"Python {sys.version_info[:2]}".encode())  # another one may know other characters
    for library in (*_LIBRARIES, *also):
        spec = find_spec(library)
        if spec and spec.origin:
            stat = os.stat(spec.origin)  # noqa: PTH116 - likewise
            digest.update(f"{spec.origin} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest().encode()


def _ours(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _ours(entry.path)
            elif entry.name.endswith(_SHAPING):
                yield entry.path
