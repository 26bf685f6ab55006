"""What a page is made of, and what not."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from generator.pages.press.environment import environment_of
from generator.pages.theme import BUILT_IN, built_in_names, open_theme, outdated, own_version, read_assets, unknown
from tests.pages.invented_digest import ENGLISH


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


def test_an_own_version_says_when_its_original_has_changed(tmp_path: Path) -> None:
    mine = tmp_path / "event.html"
    mine.write_bytes(own_version("event.html") + b"<p>Mine.</p>")
    assert not outdated(tmp_path)

    mine.write_text("{# An own version of event.html, whose original was 0123456789ab when this one was taken. #}\n")
    (fault,) = outdated(tmp_path)
    assert (fault.line, fault.weight) == (1, "warning")
    assert fault.message.startswith("the original has changed since this version was taken (take over what you need")


@pytest.mark.parametrize("name", built_in_names())
def test_an_own_version_that_nobody_has_touched_makes_the_same_page(name: str) -> None:
    begun = own_version(name).split(b"\n", 1)

    assert begun[1] == (BUILT_IN / name).read_bytes()
    assert len(begun[0]) < 300


@pytest.mark.parametrize("name", ["assets/style.css", "./assets/style.css", "/assets//style.css"])
def test_no_template_reads_an_asset(name: str, tmp_path: Path) -> None:
    with pytest.raises(jinja2.TemplateNotFound):
        environment_of(open_theme(tmp_path), ENGLISH).get_template(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("evnt.html", "event.html"),
        ("event.htm", "event.html"),
        ("partial/macros.html", "partials/macros.html"),
        ("style.css", "assets/style.css"),
    ],
)
def test_a_file_that_no_page_is_made_with_is_told_with_the_name_that_was_meant(
    name: str, meant: str, tmp_path: Path
) -> None:
    own = tmp_path / "templates" / name
    own.parent.mkdir(parents=True)
    own.write_text("x")

    (fault,) = unknown(tmp_path / "templates")
    told = f"templates/{name}: warning: no page is made with a file of this name (did you mean '{meant}'?)"
    assert str(fault) == told


def test_own_partials_assets_and_notes_are_no_mistakes(tmp_path: Path) -> None:
    for name, text in {
        "home.html": "{% include 'partials/banner.html' %}",
        "partials/banner.html": "x",
        "assets/fonts/mine.css": "x",
        "notes.md": "x",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    assert unknown(tmp_path) == ()
    assert unknown(tmp_path / "not-there") == ()
