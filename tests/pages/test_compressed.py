"""Files packed beforehand: what is unpacked is the file, and nothing tells when or where it was packed."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.pages.compressed import packed_twins
from generator.pages.model import file_of
from tests.golden import SITES


@given(st.binary(min_size=1200, max_size=3000))
def test_a_twin_unpacks_to_its_file_and_has_no_time(content: bytes) -> None:
    (twin,) = packed_twins({"a/index.html": file_of("a/index.html", content)})

    assert twin.path == "a/index.html.gz"
    assert gzip.decompress(twin.content) == content
    assert twin.content[4:8] == b"\0\0\0\0"


def test_what_is_short_or_packed_already_has_no_twin() -> None:
    long = b"x" * 5000
    files = [
        file_of("short.html", b"x"),
        file_of("picture.jpg", long),
        file_of("a.css", long),
        file_of("a.css.gz", b""),
    ]

    assert list(packed_twins({file.path: file for file in files})) == []


def test_a_build_packs_where_it_is_told_to_and_takes_twins_away_again(tmp_path: Path) -> None:
    shutil.copytree(SITES / "harbour/content", tmp_path / "content")
    config = (SITES / "harbour/config.yaml").read_text("utf-8")
    for line in ("gzip: true", "gzip: false"):
        (tmp_path / "config.yaml").write_text(f"{config}\n{line}\n", "utf-8")
        assert main(["build", "-q", "-r", str(tmp_path)]) == 0
        assert (tmp_path / "site/index.html.gz").is_file() == (line == "gzip: true")
