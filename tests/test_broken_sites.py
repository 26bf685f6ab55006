"""A folder a fault, the message expected beside it: each is laid over a sound site that has been published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main

BROKEN = Path(__file__).parent / "broken"
SOUND = Path(__file__).parent / "sites" / "harbour"


@pytest.fixture
def published(tmp_path: Path) -> Path:
    shutil.copytree(SOUND, tmp_path / "site-of-mine", ignore=shutil.ignore_patterns("expected"))
    assert main(["build", "-q", "-r", str(tmp_path / "site-of-mine"), "--clock", "2026-02-01T12:00:00Z"]) == 0
    return tmp_path / "site-of-mine"


@pytest.mark.parametrize("case", sorted(path.name for path in BROKEN.iterdir()))
def test_a_fault_is_told_with_file_line_and_mend_and_nothing_is_published(
    case: str, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(published / "site") | snapshot(published / "content" / "ledger")
    shutil.copytree(BROKEN / case, published, dirs_exist_ok=True)
    expected = (published / "expected.txt").read_text("utf-8").splitlines()
    ledger = snapshot(published / "content" / "ledger")

    assert main(["build", "-r", str(published)]) == 1

    told = capsys.readouterr().err.splitlines()
    assert sorted(told[:-1]) == sorted(expected)
    assert told[-1].startswith("Nothing published")
    assert snapshot(published / "site") | ledger == before | ledger
    assert snapshot(published / "content" / "ledger") == ledger


def test_a_second_build_of_a_mended_site_is_as_if_nothing_had_happened(published: Path) -> None:
    before = snapshot(published / "site")
    (published / "content/articles/broken.md").write_text("no front matter")
    assert main(["build", "-q", "-r", str(published)]) == 1
    (published / "content/articles/broken.md").unlink()

    assert main(["build", "-q", "-r", str(published)]) == 0

    assert snapshot(published / "site") == before


def test_keep_going_publishes_without_the_faulty_article_and_still_exits_1(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (published / "content/articles/broken.md").write_text("---\ntitle: New\ndate: soon\n---\n\nText.\n")
    (published / "content/articles/new.md").write_text(
        "---\ntitle: New\ndate: 2026-01-20\n---\n\nA zebra was seen in the harbour.\n"
    )

    assert main(["build", "-k", "-r", str(published)]) == 1

    assert "content/articles/broken.md:3: date: 'soon'" in capsys.readouterr().err
    assert "zebra" in (published / "site/index.html").read_text("utf-8")


def test_strict_makes_a_warning_an_error(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = published / "content/articles/lighthouse.md"
    article.write_text(article.read_text("utf-8").replace("title:", "auther: N. N.\ntitle:"), "utf-8")

    assert main(["build", "-q", "-r", str(published)]) == 0
    assert main(["build", "-q", "-s", "-r", str(published)]) == 1

    assert "warning: 'auther' is no key here (did you mean 'author'?)" in capsys.readouterr().err


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
