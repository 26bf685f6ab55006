"""Yield sets of changed paths; what is done with them is nobody's business here."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path

from generator.watch.ears import Ears
from generator.watch.stamps import Known, look, look_at

# A look at all files stands behind the events, whose queue may overflow without a word: 60,000 files made at once gave
# 6,907 events. Seconds between two looks, and how many times longer than the look itself a pause lasts at least
# (60 ms for 10,000 files): a thousandth of a core.
RESCAN, RESCAN_SHARE = 30.0, 1000
# The same where nothing can be heard.
POLL, POLL_SHARE = 1.0, 20
# From this many paths on, one look at all is quicker than a look at each.
MANY = 200


def changes(
    folders: Sequence[Path], files: Sequence[Path], *, say: Callable[[str], None], poll: bool = False
) -> Generator[frozenset[Path], None, None]:
    """Yield what changed below the folders and of the files, a set for each burst of saves.

    The first set is empty and comes at once: nothing that changes after it is missed. Folders and files may come,
    go and be replaced. Events only wake: a path is told where its stamp differs from the last look. `say` is told
    where the system cannot listen; `poll` looks every second and never listens.
    """
    folders = [folder.resolve() for folder in folders]
    files = [file.parent.resolve() / file.name for file in files]
    known: Known = {}
    with closing(Ears(folders, files, say, poll=poll)) as ears:
        look(folders, files, known)
        yield frozenset()
        spent = 0.0
        while True:
            paths = ears.wait(max(POLL, POLL_SHARE * spent) if ears.polls else max(RESCAN, RESCAN_SHARE * spent))
            if ears.follow(paths) or not 0 < len(paths) < MANY:
                began = time.monotonic()
                changed = look(folders, files, known)
                spent = time.monotonic() - began
            else:
                changed = look_at(paths, known)
            if changed:
                yield frozenset(map(Path, changed))
