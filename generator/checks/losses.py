"""What a digest had at its last release and has no more: its articles, its ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.errors import Fault
from generator.events.ledger import Ledger
from generator.files import relative, write_whole

# A line for each ledger that a release was made with.
NOTES = ".dateline/released"
# The id of an item that a release has minted; a preview mints under the year 2000.
_RELEASED = re.compile(rb"tag:[^,<\"]+,(?!2000:)\d{4}[\d-]*:event/")


def check(root: Path, content: Path, ledger: Ledger, feed: Path | None, *, empty: bool) -> Iterator[Fault]:
    """Give what is gone from a content folder, of which an `empty` one has no article, not even one left out.

    `ledger` is one that could be read; `feed` is the digest's as published, if it has a host to mint for.
    """
    articles, lines = content / "articles", content / "ledger"
    known = sum(len(line.articles) for line in ledger.lines.values())
    if known and empty:  # a broken checkout rather than an editor's wish: there is a word for that, and it is told
        what, them = ("has no article", "them") if articles.is_dir() else ("is not there", "it")
        mend = (
            f"put {them} back; to withdraw all, write 'status: withdrawn' in each;"
            " to begin anew, run 'dateline clean' and delete the ledger"
        )
        yield Fault(relative(root, articles), 0, f"{what}, and the ledger knows {known} of its articles ({mend})")
    if not ledger.lines and (_notes(root, lines) or (feed and _RELEASED.search(_read(feed)))):
        what = "has no event" if lines.is_dir() else "is not there"
        mend = (
            "take it from your last commit or a backup; without it events come under new addresses, and as news:"
            " where you wish that, run 'dateline clean'"
        )
        yield Fault(relative(root, lines), 0, f"{what}, and events were published with it ({mend})")


def note_release(root: Path, content: Path) -> None:
    """Note that events were published under the ids of a content folder's ledger."""
    folder = relative(root, content / "ledger")
    known = set(_read(root / NOTES).decode("utf-8", "replace").splitlines())
    with suppress(OSError):  # it is only a help: the ledger itself is written
        write_whole(root / NOTES, "".join(f"{name}\n" for name in sorted({*known, folder})).encode())


def _notes(root: Path, folder: Path) -> bool:
    """Tell whether a release was noted; a preview publishes too, but under ids that are provisional."""
    return relative(root, folder) in _read(root / NOTES).decode("utf-8", "replace").splitlines()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
