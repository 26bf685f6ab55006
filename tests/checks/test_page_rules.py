"""Each rule of pages and of their style sheet finds a planted fault, and the theme breaks none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.build import make_site
from generator.checks import contrast, nesting
from generator.config import load_config
from generator.executors import InPlace
from generator.pages.model import File, file_of
from tests.golden import NOW, SITES


@pytest.fixture(scope="module")
def made() -> Mapping[str, File]:
    config, _ = load_config(SITES / "harbour")
    return make_site(config, InPlace(), now=NOW).files


def test_the_theme_breaks_no_rule(made: Mapping[str, File]) -> None:
    assert [*nesting.check(made), *contrast.check(made)] == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<h1>x</h1><p>a<ul><li>b</ul></p>", "elements do not nest: unexpected end tag : p"),
        ("<h1>x</h1><div><b>x</div></b>", "elements do not nest: opening and ending tag mismatch: div and b"),
        ("<h1>x</h1><div><span>x</div>", "<span> is opened 1 times and closed 0"),
        ("<h1>x</h1><section>", "<section> is opened 1 times and closed 0"),
        ("<p>x</p>", "has 0 headings <h1>: a page has one"),
        ("<h1>x</h1><h1>x</h1>", "has 2 headings <h1>: a page has one"),
    ],
)
def test_a_page_that_breaks_a_rule_is_found(body: str, fault: str) -> None:
    page = file_of("a/index.html", f"<!doctype html><html lang=en><title>x</title><body>{body}</body></html>")

    assert fault in {found.message for found in nesting.check({page.path: page})}


def test_colours_that_do_not_read_are_told_with_their_scheme() -> None:
    style = (
        ":root { --paper: #fff; --ink: #000; --quiet: #777777; } @media (prefers-color-scheme: dark) { --ink: #eee; }"
    )

    assert [fault.message for fault in contrast.check({"assets/style.css": file_of("assets/style.css", style)})] == [
        "--quiet on --paper has a contrast of 4.48 in the light scheme (take colours that have 4.5 at least)",
        "--ink on --paper has a contrast of 1.16 in the dark scheme (take colours that have 4.5 at least)",
        "--quiet on --paper has a contrast of 4.48 in the dark scheme (take colours that have 4.5 at least)",
    ]


def test_a_style_sheet_with_a_palette_of_its_own_is_passed_over() -> None:
    assert list(contrast.check({"a.css": file_of("a.css", "body { color: red; --mine: #123456; }")})) == []
