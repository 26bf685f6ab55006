"""Laws 1 and 2: neither memory, executor, locale, time zone, hash seed nor the order of files changes a byte."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Executor as Pool
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from generator.build import build, make_draft, make_site, preview
from generator.commands.building import READ
from generator.config import load_config
from generator.executors import Executor, InPlace, Recalling, Remembering
from generator.files import Folders
from generator.memory import Memory
from generator.pages.publishing.manifest import MANIFEST
from generator.pages.publishing.publish import Published
from generator.watch.stamps import Stamp, look
from tests.invented import article, corpus

NOW = "2026-02-01T12:00:00Z"
# A long run: DATELINE_STEPS=2000 python -m pytest tests/laws/test_same_bytes.py
STEPS = int(os.environ.get("DATELINE_STEPS", "100"))
SETTINGS = "title: Laws\nbase_url: https://digest.example/\nundated: keep\n"
LEAVING_OUT = SETTINGS.replace("keep", "leave_out")


def with_undated(files: Mapping[str, str]) -> dict[str, str]:
    """Give articles and, of some, a copy without its day, which only its words and its weekday tell."""
    dated = [path for at, path in enumerate(files) if at % 3 == 0]
    copies = {path.replace(".md", "-undated.md"): re.sub("(?m)^date: .*\n", "", files[path]) for path in dated}
    return {**files, **copies}


def site_of(root: Path, executor: Executor) -> Mapping[str, bytes]:
    config, faults = load_config(root)
    site = make_site(config, executor, now=NOW)
    told = [str(fault) for fault in (*faults, *site.draft.faults, *site.draft.article_faults, *site.faults)]
    return {path: file.content for path, file in site.files.items()} | {"faults": "\n".join(told).encode()}


def lay(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


@pytest.mark.slow
@pytest.mark.parametrize("settings", [SETTINGS, LEAVING_OUT])
def test_a_warm_build_equals_a_cold_one_after_every_edit(tmp_path: Path, settings: str) -> None:
    root = lay(tmp_path / "digest", {"config.yaml": settings, **with_undated(corpus(7, 25))})
    random = Random(7)
    for step in range(STEPS):
        change(root, random)
        memory = Memory(root / ".dateline" / "memory", b"laws")
        warm = site_of(root, Remembering(InPlace(), memory))
        memory.keep()
        memory.close()

        assert warm == site_of(root, InPlace()), f"step {step}"
        if step % 10 == 9:
            damage(root / ".dateline" / random.choice(["memory", "memory.index"]), random)


@pytest.mark.slow
@pytest.mark.parametrize("settings", [SETTINGS, LEAVING_OUT])
def test_a_watch_that_recalls_leaves_the_folder_that_a_clean_build_makes(tmp_path: Path, settings: str) -> None:
    root = lay(tmp_path / "digest", {"config.yaml": settings, **with_undated(corpus(11, 25))})
    random = Random(11)
    executor = Recalling(Remembering(InPlace(), Memory(root / ".dateline" / "memory", b"laws")))
    folders, known = Folders(), dict[str, Stamp]()
    watched = [root / "content" / name for name in READ] + [root / "templates"]
    look(watched, [root / "config.yaml"], known)
    last = None
    for step in range(STEPS):
        change(root, random)
        folders.tell(frozenset(map(Path, look(watched, [root / "config.yaml"], known))))
        config, faults = load_config(root)
        ending = partial(preview, last=last)
        outcome = build(config, executor, ending, now=NOW, folders=folders, faults=faults, keep_going=True)
        executor.turn()
        if outcome.changes is None:  # a fault that keeps the last site as it is
            continue
        last = Published(outcome.site.files, outcome.changes.lines)

        clean = make_site(config, InPlace(), now=NOW).files
        site = {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in files_in(root / "site")}
        assert site.pop(MANIFEST)
        assert site == {path: file.content for path, file in clean.items()}, f"step {step}"


# What an editor may say of an event, and of an article.
HEADS = (
    "place: Anywhere",
    "title: The editor's title\nstory: The harbour",
    "story: none\nstatus: settled",
    "status: withdrawn\nnote: It was not so.",
    "changes: [{date: 2026-01-02, note: News of it.}, {date: 2026-01-03, note: A name., kind: correction}]",
    "reviewed: {on: 2026-01-02, by: Ada Holm, articles: 0123456789abcdef}",
    "draft: true",
)
LANGUAGES = ("en", "ar", "ar-EG", "fr", "sv")
STATUSES = ("corrected", "retracted", "withdrawn")


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def change(root: Path, random: Random) -> None:
    """Make one edit of those that editors and themers make."""
    articles = sorted((root / "content/articles").glob("*.md"))
    chosen = random.choice(articles)
    text = chosen.read_text("utf-8")
    stem, fresh = article(random)

    def swap() -> None:
        other = random.choice(articles)
        mine, theirs = chosen.read_bytes(), other.read_bytes()
        chosen.write_bytes(theirs)
        other.write_bytes(mine)

    def same_size_and_time() -> None:
        stat = chosen.stat()
        chosen.write_text(text.replace("e", "o"), "utf-8")
        os.utime(chosen, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    edits: list[Callable[[], object]] = [
        lambda: chosen.write_text(text + f"\nA remark of {random.randrange(99)} words.\n", "utf-8"),
        lambda: chosen.write_text(text.replace("title: ", "title: Late ", 1), "utf-8"),
        lambda: (root / "content/articles" / f"{stem}.md").write_text(fresh, "utf-8"),
        lambda: chosen.unlink() if len(articles) > 5 else None,
        lambda: chosen.rename(chosen.with_name(f"renamed-{random.randrange(999)}.md")),
        swap,
        same_size_and_time,
        lambda: chosen.write_text(text.replace("---\n", "---\ndate: no day\n", 1), "utf-8"),
        lambda: lay(root, {"config.yaml": SETTINGS + f"description: Edition {random.randrange(99)}\n"}),
        lambda: lay(root, {"config.yaml": f"{SETTINGS}language: {random.choice(LANGUAGES)}\n"}),
        lambda: lay(root, {f"templates/words/{random.choice(LANGUAGES)}.yaml": _words(random)}),
        lambda: lay(root, {"templates/own.html": '{% extends "base.html" %}{% include "partials/note.html" %}'}),
        lambda: lay(root, {"templates/partials/note.html": f"{{# {random.randrange(99)} #}}"}),
        lambda: lay(root, {"templates/assets/style.css": f"/* {random.randrange(99)} */"}),
        lambda: lay(root, {"content/pages/contact.md": f"---\ntitle: Contact {random.randrange(9)}\n---\n\nWrite.\n"}),
        lambda: lay(
            root, {f"content/events/{_any_event(root, random)}.md": f"---\n{random.choice(HEADS)}\n---\n\nA word.\n"}
        ),
        lambda: chosen.write_text(text.replace("---\n", f"---\nstatus: {random.choice(STATUSES)}\n", 1), "utf-8"),
        lambda: chosen.write_text(text.replace("---\n", f"---\nevent: {random.choice('xyz')}\n", 1), "utf-8"),
        lambda: shutil.rmtree(root / "content/events", ignore_errors=True),
    ]
    random.choice(edits)()


def _words(random: Random) -> str:
    """Give words of the digest's own, in any language."""
    day = random.choice(["d MMM y", "y-MM-dd", "d MMMM"])
    return f"events: {{other: '{{number}} things {random.randrange(9)}'}}\nby_editor: Us\ndates:\n  day: {day}\n"


def _any_event(root: Path, random: Random) -> str:
    config, _ = load_config(root)
    entries = make_draft(config, InPlace(), now=NOW).digest.entries
    return random.choice(entries).event.id if entries else "2024-01-01-nothing"  # every article may be at fault


def damage(memory: Path, random: Random) -> None:
    data = bytearray(memory.read_bytes())
    for _ in range(20):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    memory.write_bytes(bytes(data[: random.randrange(len(data))]))


@pytest.mark.slow
@pytest.mark.parametrize(
    "pool", [lambda: ThreadPoolExecutor(2), lambda: ProcessPoolExecutor(2, mp_context=get_context("forkserver"))]
)
def test_any_executor_gives_the_same_bytes(tmp_path: Path, pool: Callable[[], Pool]) -> None:
    root = lay(tmp_path, {"config.yaml": SETTINGS, **corpus(3, 30)})

    with pool() as workers:
        made = site_of(root, workers)

    assert made == site_of(root, InPlace())


@pytest.mark.slow
def test_locale_time_zone_hash_seed_and_file_order_change_nothing(tmp_path: Path) -> None:
    files = {"config.yaml": SETTINGS, **corpus(5, 30)}
    worlds = [
        {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "ar_EG.UTF-8", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "3", "PYTHONUTF8": "0"},
    ]
    sites = []
    for number, world in enumerate(worlds):
        names = sorted(files, key=lambda name: hash((name, number)))
        root = lay(tmp_path / f"world {number}", {name: files[name] for name in names})
        command = [sys.executable, "-m", "generator", "build", "-q", "-r", str(root), "--clock", NOW]
        subprocess.run(command, env=os.environ | world, check=True, cwd=Path(__file__).parents[2])
        sites.append({p.relative_to(root): p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()})
        sites[-1] |= {p.relative_to(root): p.read_bytes() for p in (root / "content/ledger").glob("*")}

    assert sites[0] == sites[1] == sites[2]
