"""What a digest had at its last release and has no more: its articles, its ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Fault
from generator.events.ledger import Ledger
from generator.files import relative

# The id of an item that a release has minted; a preview mints under the year 2000.
_RELEASED = re.compile(rb"tag:[^,<\"]+,(?!2000:)\d{4}[\d-]*:event/")


def check(root: Path, content: Path, ledger: Ledger, feed: Path | None, *, empty: bool) -> Iterator[Fault]:
    """Give what is gone from a content folder, of which an `empty` one has no article, not even one left out.

    `feed` is the digest's as published, if it has a host to mint for.
    """
    articles, lines = content / "articles", content / "ledger"
    known = sum(len(line.articles) for line in ledger.lines.values())
    if known and empty:  # a broken checkout rather than an editor's wish: there is a word for that, and it is told
        what, them = ("has no article", "them") if articles.is_dir() else ("is not there", "it")
        mend = f"put {them} back; to withdraw all, write 'status: withdrawn' in each; to begin anew, delete the ledger"
        yield Fault(relative(root, articles), 0, f"{what}, and the ledger knows {known} of its articles ({mend})")
    if feed and not ledger.lines and _RELEASED.search(_read(feed)):
        mend = "take it from your last commit; without it events may come under new addresses, and as news"
        told = f"is not there, and the site in {feed.parent.name}/ was released with one ({mend})"
        yield Fault(relative(root, lines), 0, told, "warning")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
