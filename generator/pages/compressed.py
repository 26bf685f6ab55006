"""Files packed beforehand for servers that send them so (nginx's gzip_static): `page.html.gz` beside `page.html`."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.pages.model import File, file_of

PACKED = ".gz"
_TEXTS = {".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
# What fits into one packet anyway is not worth a file.
_LEAST = 1200
# Deflated, no flags, no time, packed as well as can be, on no system in particular (RFC 1952).
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def packed_twins(files: Mapping[str, File]) -> Iterator[File]:
    """Give a packed twin of each text that is long enough: of the same bytes the same."""
    for path, file in files.items():
        if file.size >= _LEAST and PurePosixPath(path).suffix in _TEXTS and f"{path}{PACKED}" not in files:
            yield file_of(f"{path}{PACKED}", _packed(file.content))


def _packed(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return b"".join(
        [_HEAD, packer.compress(content), packer.flush(), struct.pack("<LL", zlib.crc32(content), len(content))]
    )
