"""What a page is made of, and what not."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from generator.pages.press.environment import environment_of
from generator.pages.theme import open_theme, read_assets


def test_an_edit_of_the_style_sheet_remakes_no_page(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "style.css").write_text("body { color: black }")
    before = open_theme(tmp_path)
    (tmp_path / "assets" / "style.css").write_text("body { color: navy }")
    after = open_theme(tmp_path)

    assert before == after
    assert (
        next(file.content for file in read_assets(after) if file.path == "assets/style.css") == b"body { color: navy }"
    )


def test_an_edit_of_what_a_template_includes_remakes_the_pages(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("one")
    before = open_theme(tmp_path)
    (tmp_path / "note.txt").write_text("two")

    assert before != open_theme(tmp_path)


@pytest.mark.parametrize("name", ["assets/style.css", "./assets/style.css", "/assets//style.css"])
def test_no_template_reads_an_asset(name: str, tmp_path: Path) -> None:
    with pytest.raises(jinja2.TemplateNotFound):
        environment_of(open_theme(tmp_path)).get_template(name)
