"""Whatever was done to the folder, its twin or its stamps: a publish leaves the site, and all that is not ours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest

from generator.pages.model import File, file_of
from generator.pages.publishing.manifest import MANIFEST, lines_of
from generator.pages.publishing.publish import Published, compare, publish, unpublish, update
from generator.pages.publishing.writing import PASSING

NAMES = (
    "index.html",
    "feed.xml",
    "events/mill/index.html",
    "events/mill/event.json",
    "events/ferry/index.html",
    "timeline/2026.json",
    "assets/style.css",
    "notes",
    "notes/index.html",  # a folder where a file was, and the other way round
)
FOREIGN = ("mine.txt", "events/mill/photo.png", "media/film.bin", "alias")


def site(random: Random) -> dict[str, File]:
    names = [name for name in NAMES if random.random() < 0.8]
    if "notes" in names and "notes/index.html" in names:
        names.remove(random.choice(["notes", "notes/index.html"]))
    return {name: file_of(name, f"{name} {random.randrange(3)}") for name in names}


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def expected(files: Mapping[str, File]) -> dict[str, bytes]:
    lines = "".join(f"{files[name].fingerprint} {name}\n" for name in sorted(files))
    return {name: file.content for name, file in files.items()} | {MANIFEST: lines.encode()}


@pytest.mark.parametrize("seed", range(40))
def test_a_publish_leaves_the_site_and_all_that_is_not_ours(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    output = tmp_path / "site"
    files, foreign = site(random), dict[str, bytes]()
    publish(files, output)
    for step in range(25):
        meddle(output, random, foreign)
        told = compare(files := site(random), output)
        times = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
        before = content_of(output)

        changes = publish(files, output)

        after = content_of(output)
        assert after == expected(files) | foreign, f"step {step}"
        assert (told.added, told.changed, told.removed) == (changes.added, changes.changed, changes.removed)
        same = {output / name for name in after.keys() & before.keys() if after[name] == before[name]}
        assert {path for path in same if path.stat().st_mtime_ns != times[path]} == set()
        assert sorted(path.name for path in tmp_path.iterdir()) == [".site.dateline", "site"]
        for _ in range(random.randrange(3)):
            old, files = files, site(random)
            update(files, Published(old, lines_of(old)), output)
            assert content_of(output) == expected(files) | foreign, f"update in step {step}"

    assert unpublish(output) == len(files)
    assert (content_of(tmp_path) if tmp_path.exists() else {}) == {f"site/{name}": foreign[name] for name in foreign}


def meddle(output: Path, random: Random, foreign: dict[str, bytes]) -> None:  # noqa: C901 - a list of short acts
    """Do something to the folder, its twin or its stamps."""
    workshop = output.with_name(".site.dateline")
    twin = workshop / "twin"
    trees = [tree for tree in (output, twin) if tree.is_dir()]
    ours = [path for tree in trees for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    ours = [path for path in ours if path.name not in {Path(name).name for name in FOREIGN} and path.name != MANIFEST]

    def edit() -> None:
        path = random.choice(ours or [output / MANIFEST])
        stat = path.stat()
        path.write_bytes(path.read_bytes().replace(b"e", b"o"))
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    def lose() -> None:
        for path in ours[:1]:
            path.unlink()

    def touch() -> None:
        for path in ours:
            os.utime(path)

    def add() -> None:
        name = random.choice(FOREIGN)
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == "alias" and not path.is_symlink():
            path.symlink_to("mine.txt")
        elif name != "alias":
            path.write_bytes(f"{name} {random.random()}".encode())
            foreign[name] = path.read_bytes()
        if (output / "alias").is_symlink() and "mine.txt" in foreign:
            foreign["alias"] = foreign["mine.txt"]

    def take_away() -> None:
        for name in [name for name in foreign if name not in {"alias", "mine.txt"}]:
            (output / name).unlink()
            del foreign[name]

    def damage_stamps() -> None:
        stamps = workshop / "stamps"
        data = bytearray(stamps.read_bytes() if stamps.is_file() else b"?")
        data[random.randrange(len(data))] ^= 4
        stamps.write_bytes(data[: random.randrange(len(data))] if random.random() < 0.5 else data)

    def replace_twin() -> None:
        shutil.rmtree(twin, ignore_errors=True)
        workshop.mkdir(exist_ok=True)
        twin.write_bytes(b"no folder")

    def link_twin() -> None:
        shutil.rmtree(twin, ignore_errors=True)
        workshop.mkdir(exist_ok=True)
        twin.unlink(missing_ok=True)
        twin.symlink_to(output)

    def litter() -> None:
        for folder in trees:
            (folder / PASSING).write_bytes(b"half a pa")
        (twin / "feed.xml/deep/down").mkdir(parents=True) if twin.is_dir() and not (
            twin / "feed.xml"
        ).exists() else None

    acts: list[Callable[[], object]] = [
        edit,
        lose,
        touch,
        lambda: (output / "empty/of/mine").mkdir(parents=True, exist_ok=True),
        add,
        add,
        take_away,
        damage_stamps,
        replace_twin,
        link_twin,
        litter,
        lambda: shutil.rmtree(workshop, ignore_errors=True),
        lambda: shutil.copytree(output, workshop / "old", symlinks=True, dirs_exist_ok=True),
        lambda: (output / MANIFEST).write_bytes(b"".join(reversed((output / MANIFEST).read_bytes().splitlines(True)))),
    ]
    random.choice(acts)()
