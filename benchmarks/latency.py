"""From an editor's save to the last of these on disk: the event's page, the timeline, the home page, the feed."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from contestants import ENVIRONMENT, Contestant

PATIENCE = 120.0
# How often the files are looked at, in seconds: the error of each figure.
TICK = 0.001
# Rest between two edits, for what a build does after its pages are there.
REST = 0.5
# What an edit puts behind a title begins with this word, which no title of the corpus holds.
TAKE = "take"
NEW = f"{TAKE} new"


def edit(contestant: Contestant) -> None:
    """Put words into an article's title."""
    article, title = _shown_everywhere(contestant)
    _write_title(article, f"{title} {NEW}")


def mend(contestant: Contestant) -> None:
    """Take the words out of the title again; they must have come to all four pages."""
    article, title = _shown_everywhere(contestant)
    if not all(NEW in place.read_text("utf-8") for place in _places(contestant, title)):
        raise SystemExit(f"{contestant.name}: the edit of {article.name} did not come to every page")
    _write_title(article, title)


def saves(contestant: Contestant, count: int) -> list[float]:
    """Give the seconds of each of `count` saves under the contestant's watch, shortest first."""
    article, title = _shown_everywhere(contestant)
    places = _places(contestant, title)
    with _watching(contestant) as watch:
        found = []
        for number in range(count):
            words = f"{TAKE} {number}"
            time.sleep(REST)
            began = time.perf_counter()
            _write_title(article, f"{title} {words}")
            _wait_for(places, words.encode(), watch)
            found.append(time.perf_counter() - began)
    _write_title(article, title)
    return sorted(found)


def middle_and_95th(seconds: Sequence[float]) -> tuple[float, float]:
    """Give the median and the 95th percentile (nearest rank) of sorted figures."""
    return median(seconds), seconds[-(-95 * len(seconds) // 100) - 1]


def _shown_everywhere(contestant: Contestant) -> tuple[Path, str]:
    """Give the newest article whose title all four pages show, with that title, from a site that is built.

    It is alone in its event: of several titles another may become the headline.
    """
    shown = [(contestant.output / name).read_text("utf-8") for name in _first_looks(contestant)]
    for article in contestant.alone:
        title = _title(article)
        if all(title in text for text in shown) and len(_places(contestant, title)) == 4:
            return article, title
    raise SystemExit(f"{contestant.name}: no title stands on home, timeline, feed and one event's page")


def _first_looks(contestant: Contestant) -> tuple[str, str, str]:
    return ("index.html", contestant.timeline, contestant.feed)


def _title(article: Path) -> str:
    """Give an article's title as it was before any edit of ours."""
    line = article.read_text("utf-8").splitlines()[1]
    return line.removeprefix('title: "').rstrip('"').partition(f" {TAKE} ")[0]


def _write_title(article: Path, title: str) -> None:
    lines = article.read_text("utf-8").split("\n")
    lines[1] = f'title: "{title}"'
    article.write_text("\n".join(lines), "utf-8")


def _places(contestant: Contestant, title: str) -> tuple[Path, ...]:
    events = [path for path in (contestant.output / "events").glob("*/index.html") if _is_headline(path, title)]
    return (*(contestant.output / name for name in _first_looks(contestant)), *events)


def _is_headline(page: Path, title: str) -> bool:
    return f"<title>{title}" in page.read_text("utf-8")


@contextmanager
def _watching(contestant: Contestant) -> Iterator[subprocess.Popen[bytes]]:
    """Run the contestant's watch, from its first build on, until the end of the block."""
    log = contestant.folder / "watch.log"
    command = [*(part for part in contestant.command if part != "--quiet"), "--watch"]
    with log.open("wb") as told:
        process = subprocess.Popen(command, env={**os.environ, **ENVIRONMENT}, stdout=told, stderr=told)
        try:
            _wait_for((log,), b"atching", process)
            time.sleep(2 * REST)
            yield process
        except SystemExit as error:
            raise SystemExit(f"{error}; the watch said:\n{log.read_text('utf-8')[-2000:]}") from None
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


def _wait_for(places: Sequence[Path], words: bytes, watch: subprocess.Popen[bytes]) -> None:
    """Wait until each file holds the words; one is read only when its stamp has changed."""
    missing: dict[Path, tuple[int, int, int]] = dict.fromkeys(places, (0, 0, 0))
    until = time.monotonic() + PATIENCE
    while missing:
        for path, seen in list(missing.items()):
            with suppress(FileNotFoundError):  # a folder that is being exchanged
                missing[path] = _stamp(path)
                if missing[path] != seen and words in path.read_bytes():
                    del missing[path]
        if time.monotonic() > until or watch.poll() is not None:
            raise SystemExit(f"'{words.decode()}' did not come in {', '.join(map(str, missing))}")
        time.sleep(TICK)


def _stamp(path: Path) -> tuple[int, int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_ino, stat.st_size
