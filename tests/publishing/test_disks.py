"""Disks that are full or read-only: the last site stays whole, and what went wrong is said."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import DigestError
from generator.pages.model import file_of
from generator.pages.publishing.manifest import lines_of
from generator.pages.publishing.publish import Published, publish, update

Project = Callable[..., Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of one megabyte; without the right to mount one, the test is passed over."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_disk_that_is_full_harms_no_site_and_has_its_room_back(disk: Path) -> None:
    small = {"index.html": file_of("index.html", "first")}
    large = {f"film-{number}.bin": file_of(f"film-{number}.bin", b"x" * 300_000) for number in range(5)} | small
    publish(small, disk / "site")
    before = content_of(disk / "site")

    for _ in range(3):
        with pytest.raises(DigestError, match=r"site: cannot be written: No space left on device \(the last site is"):
            publish(large, disk / "site")
        assert content_of(disk / "site") == before

    (disk / "filler").write_bytes(b"x" * 800_000)
    assert publish(small | {"about.html": file_of("about.html", "about")}, disk / "site").added == ("about.html",)


def test_an_update_on_a_full_disk_tears_no_file(disk: Path) -> None:
    before = {name: file_of(name, name) for name in ("index.html", "feed.xml")}
    publish(before, disk / "site")

    with pytest.raises(DigestError, match="No space left on device"):
        update(
            before | {"index.html": file_of("index.html", b"x" * 2_000_000)},
            Published(before, lines_of(before)),
            disk / "site",
        )

    assert (disk / "site/index.html").read_bytes() == b"index.html"
    assert sorted(path.name for path in (disk / "site").iterdir()) == [".dateline-manifest", "feed.xml", "index.html"]


def test_a_disk_as_output_is_brought_up_to_date_file_by_file(disk: Path) -> None:
    files = {name: file_of(name, name) for name in ("index.html", "events/mill/index.html")}

    assert publish(files, disk).piecemeal
    assert publish({"index.html": files["index.html"]}, disk).removed == ("events/mill/index.html",)

    assert sorted(content_of(disk)) == [".dateline-manifest", "index.html"]
    assert not (disk / "events").exists()


def test_on_a_read_only_disk_the_last_site_stays_and_nothing_to_do_is_no_fault(
    disk: Path, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project({"council": {"title": "Council meets", "date": "2026-01-13", "body": "The council met."}})
    build = ["build", "-r", str(root), "-d", str(disk / "site"), "--clock", "2026-02-01T12:00:00Z"]
    assert main(build) == 0
    before = content_of(disk / "site")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    assert main(build) == 0
    (root / "content/articles/council.md").write_text("---\ntitle: Council met\ndate: 2026-01-13\n---\nIt met.\n")
    assert main(build) == 1

    assert "cannot be written: Read-only file system (the last site is as it was" in capsys.readouterr().err
    assert content_of(disk / "site") == before
