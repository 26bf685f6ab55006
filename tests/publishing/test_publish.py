"""What a publish reads, writes and shares, and in which order."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.blob import Blob
from generator.errors import DigestError
from generator.pages.model import File, file_of
from generator.pages.publishing import publish as publishing
from generator.pages.publishing import stamps, twin, writing
from generator.pages.publishing.manifest import MANIFEST, lines_of
from generator.pages.publishing.publish import Published, compare, publish, unpublish, update
from generator.pages.publishing.writing import PASSING


def site(edition: str = "", *more: str) -> dict[str, File]:
    pages = {name: file_of(name, f"{name} {edition}") for name in ("index.html", "feed.xml", "events/mill/index.html")}
    return pages | {name: file_of(name, name) for name in ("assets/style.css", "events/mill/event.json", *more)}


def published() -> Published:
    return Published(site(), lines_of(site()))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with a site that was published twice, long enough ago to be known by its stamps."""
    publish(site("first"), tmp_path / "site")
    publish(site(), tmp_path / "site")
    time.sleep(0.03)
    publish(site(), tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of published files that are read."""
    names: list[str] = []
    holds = stamps._holds

    def note(path: Path, file: File) -> bool:
        names.append(file.path)
        return holds(path, file)

    monkeypatch.setattr(stamps, "_holds", note)
    return names


def test_a_site_that_is_published_already_is_neither_read_nor_made(output: Path, read: list[str]) -> None:
    def fetch(_start: int, _end: int) -> bytes:
        raise AssertionError

    files = {name: File(name, file.fingerprint, file.size, Blob(fetch=fetch)) for name, file in site().items()}

    changes = publish(files, output)

    assert not changes.any
    assert read == []


def test_of_a_site_that_somebody_touched_just_that_is_read(output: Path, read: list[str]) -> None:
    os.utime(output / "feed.xml")
    (output / "index.html").write_bytes(b"?" * site()["index.html"].size)

    changes = publish(site(), output)

    assert changes.changed == ("index.html",)
    assert read == ["feed.xml", "index.html"]
    assert (output / "index.html").read_bytes() == site()["index.html"].content


def test_a_file_changed_in_place_with_its_size_and_time_kept_is_mended(output: Path) -> None:
    page, stat = output / "index.html", (output / "index.html").stat()
    page.write_bytes(page.read_bytes().replace(b"i", b"j"))
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert compare(site(), output).changed == ("index.html",)
    assert publish(site(), output).changed == ("index.html",)
    assert page.read_bytes() == site()["index.html"].content


def test_a_folder_without_stamps_is_read_once_and_nothing_in_it_changes(output: Path, read: list[str]) -> None:
    (output.with_name(".site.dateline") / "stamps").write_bytes(b"odd")

    changes = publish(site(), output)

    assert not changes.any
    assert sorted(read) == sorted([*site(), MANIFEST])


def test_stamps_of_which_one_bit_is_wrong_are_not_believed(output: Path) -> None:
    path = output.with_name(".site.dateline") / "stamps"
    data = bytearray(path.read_bytes())
    assert len(stamps.read_stamps(path)) == len(site()) + 1
    data[-20] ^= 1
    path.write_bytes(data)

    assert stamps.read_stamps(path) == set()


def test_what_an_update_left_that_was_killed_goes_even_where_nothing_else_changes(output: Path) -> None:
    (output / PASSING).write_bytes(b"half a pa")

    assert publish(site(), output).kept == ()
    assert not (output / PASSING).exists()


def test_the_twin_has_second_names_of_published_files_and_no_bytes_of_its_own(output: Path) -> None:
    publish(site("other", "new.html"), output)
    publish(site("third"), output)

    shared = {path.stat().st_ino for path in output.rglob("*") if path.is_file()}
    assert [
        path for path in files_in(output.with_name(".site.dateline") / "twin") if path.stat().st_ino not in shared
    ] == []


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_who_reads_the_old_site_keeps_reading_it(output: Path) -> None:
    with (output / "index.html").open("rb") as page:
        publish(site("other"), output)
        publish(site("third"), output)

        assert page.read() == site()["index.html"].content


def test_an_update_writes_what_others_link_to_first_then_what_an_editor_waits_for(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    replace = writing.replace

    def note(folder: str, name: str, content: bytes) -> None:
        written.append(name)
        replace(folder, name, content)

    monkeypatch.setattr(writing, "replace", note)
    before = site("", "events/old/index.html")
    publish(before, output)
    after = site("other", "events/new/index.html", "events/new/event.json", "assets/new.svg", "sitemap.xml")
    after["events/mill/event.json"] = file_of("events/mill/event.json", "other")

    changes = update(after, Published(before, lines_of(before)), output)

    assert written == [
        MANIFEST,
        "sitemap.xml",
        "assets/new.svg",
        "events/new/event.json",
        "events/new/index.html",
        "index.html",
        "events/mill/index.html",
        "feed.xml",
        "events/mill/event.json",
        MANIFEST,
    ]
    assert changes.removed == ("events/old/index.html",)
    assert not (output / "events/old").exists()


def test_an_update_that_failed_half_way_is_made_good_by_the_next(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_folder: str, name: str, _content: bytes) -> None:
        raise OSError(28, "No space left on device", name)

    replace = writing.replace
    monkeypatch.setattr(writing, "replace", lambda *args: fail(*args) if args[1] == "feed.xml" else replace(*args))
    with pytest.raises(DigestError, match="No space left"):
        update(site("other"), published(), output)
    monkeypatch.undo()

    changes = update(site(), published(), output)  # the editor took the edit back

    assert changes.changed == ("events/mill/index.html", "index.html")
    assert {path.name: path.read_bytes() for path in output.glob("*.html")} == {
        "index.html": site()["index.html"].content
    }


def test_a_folder_that_cannot_be_exchanged_is_brought_up_to_date_file_by_file(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(twin, "_is_mounted", lambda _output: True)
    (output / "mine.txt").write_text("mine")
    inode = output.stat().st_ino

    changes = publish(site("other", "new/index.html"), output)

    assert (changes.piecemeal, changes.added, changes.kept) == (True, ("new/index.html",), ("mine.txt",))
    assert output.stat().st_ino == inode
    (output / "index.html").write_text("damaged")
    assert publish(site("other", "new/index.html"), output).changed == ("index.html",)
    assert not compare(site("other", "new/index.html"), output).any
    assert publish(site("third"), output).removed == ("new/index.html",)
    assert not (output / "new").exists()


def test_a_file_that_comes_while_the_site_is_made_is_not_lost(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exchange = twin._exchange

    def come(new: Path, old: Path) -> None:
        (old / "events/late.png").write_bytes(b"late")
        (old / "film").mkdir()
        (old / "film/late.bin").write_bytes(b"late")
        exchange(new, old)

    monkeypatch.setattr(twin, "_exchange", come)
    publish(site("other"), output)
    monkeypatch.undo()
    publish(site("third"), output)

    assert (output / "events/late.png").read_bytes() == (output / "film/late.bin").read_bytes() == b"late"


def test_the_mode_of_a_folder_lasts(output: Path) -> None:
    for mode in (0o750, 0o755, 0o700):
        (output / "events").chmod(mode)
        output.chmod(mode)
        publish(site(oct(mode)), output)

        assert [folder.stat().st_mode & 0o777 for folder in (output, output / "events")] == [mode, mode]


def test_a_link_in_the_place_of_a_folder_of_ours_is_neither_followed_nor_lost(output: Path, tmp_path: Path) -> None:
    elsewhere = (output / "events").rename(tmp_path / "elsewhere")
    (output / "events").symlink_to(elsewhere)

    with pytest.raises(DigestError, match="events: is not ours and in the way"):
        publish(site("other"), output)
    unpublish(output)

    assert sorted(path.name for path in files_in(elsewhere)) == ["event.json", "index.html"]


def test_nothing_of_a_build_is_left_when_it_is_removed(output: Path) -> None:
    assert unpublish(output) == len(site())

    assert list(output.parent.iterdir()) == []


def test_the_order_of_files_given_changes_no_byte(output: Path) -> None:
    manifest = (output / MANIFEST).read_bytes()

    assert not publish(dict(reversed(site().items())), output).any
    assert (output / MANIFEST).read_bytes() == manifest
    assert publishing.update(dict(reversed(site().items())), published(), output).changed == ()
