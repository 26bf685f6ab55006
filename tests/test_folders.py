from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files import Folders, find_files, write_whole


def lay(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, "utf-8")


def edit(folder: Path) -> list[Path]:
    (folder / "b.md").write_text("edited", "utf-8")
    return [folder / "b.md"]


def add(folder: Path) -> list[Path]:
    lay(folder, "deep/new.md")
    return [folder / "deep/new.md"]


def delete(folder: Path) -> list[Path]:
    (folder / "a.md").unlink()
    return [folder / "a.md"]


def move_away(folder: Path) -> list[Path]:
    shutil.rmtree(folder / "2019")
    return [folder / "2019/c.md"]


def link(folder: Path) -> list[Path]:
    (folder / "a.md").unlink()
    (folder / "a.md").symlink_to("/etc/hosts")
    return [folder / "a.md"]


def swap_file(folder: Path) -> list[Path]:
    lay(folder, ".a.md.swp")
    return [folder / ".a.md.swp"]


@pytest.mark.parametrize("change", [edit, add, delete, move_away, link, swap_file])
def test_told_of_a_change_it_lists_what_a_look_at_everything_lists(
    tmp_path: Path, change: Callable[[Path], list[Path]]
) -> None:
    folder = tmp_path / "articles"
    lay(folder, "a.md", "b.md", "2019/c.md")
    time.sleep(0.15)  # a young file is stamped anew at each look
    folders = Folders()
    folders.find(tmp_path, folder)
    folders.tell(frozenset({folder / "nothing"}))

    folders.tell(frozenset(change(folder)))
    time.sleep(0.15)

    files, faults = folders.find(tmp_path, folder)
    clean, clean_faults = find_files(tmp_path, folder)
    assert [file.path for file in files] == [file.path for file in clean]
    assert faults == clean_faults


def test_it_believes_what_it_is_told_until_in_doubt(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    lay(folder, "a.md")
    folders = Folders()
    before, _ = folders.find(tmp_path, folder)
    folders.tell(frozenset({tmp_path / "config.yaml"}))
    lay(folder, "b.md")

    assert folders.find(tmp_path, folder)[0] is before
    folders.doubt()
    assert len(folders.find(tmp_path, folder)[0]) == 2


def test_a_write_that_fails_names_the_file_that_was_asked_for_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "council.md").mkdir()

    with pytest.raises(OSError) as failed:
        write_whole(tmp_path / "council.md", b"The council met.")

    assert failed.value.filename == str(tmp_path / "council.md")
    assert [path.name for path in tmp_path.iterdir()] == ["council.md"]


PLACES = {".txt": "belongs in raw/", ".html": "belongs in raw/"}


def test_a_file_in_the_wrong_folder_is_named_with_its_place(tmp_path: Path) -> None:
    lay(tmp_path, "articles/a.md", "articles/b.TXT", "articles/c.md.txt", "articles/d.jpg", "articles/.e.txt")
    files, faults = find_files(tmp_path, tmp_path / "articles", misplaced=PLACES)

    assert [file.path for file in files] == ["articles/a.md"]
    assert [str(fault) for fault in faults] == [
        "articles/b.TXT: warning: belongs in raw/",
        "articles/c.md.txt: warning: is passed over, as its name ends in .txt (take that off)",
    ]


def test_of_a_whole_scrape_in_the_wrong_folder_three_files_are_named(tmp_path: Path) -> None:
    lay(tmp_path, *[f"articles/{number}.html" for number in range(9)])
    _, faults = find_files(tmp_path, tmp_path / "articles", misplaced=PLACES)

    assert len(faults) == 4
    assert str(faults[-1]) == "articles/: warning: 6 more files like these are passed over"


def test_told_of_a_file_in_the_wrong_folder_it_names_it_until_it_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    lay(folder, "a.md")
    folders = Folders()
    assert folders.find(tmp_path, folder, misplaced=PLACES)[1] == ()

    lay(folder, "b.txt")
    folders.tell(frozenset({folder / "b.txt"}))
    assert len(folders.find(tmp_path, folder, misplaced=PLACES)[1]) == 1

    (folder / "b.txt").unlink()
    folders.tell(frozenset({folder / "b.txt"}))
    assert folders.find(tmp_path, folder, misplaced=PLACES)[1] == ()
