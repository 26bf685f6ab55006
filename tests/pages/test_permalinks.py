"""Each paragraph of the editor's text has an address of its own, which its words keep."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.pages.permalinks import with_permalinks
from generator.text.markdown import html_of
from tests.pages.invented_digest import ENGLISH


def anchors(text: str) -> list[str]:
    page = html.fromstring(f"<div>{with_permalinks(html_of(text), ENGLISH)}</div>")
    assert page.xpath("//a[@aria-label]/@href") == [f"#{anchor}" for anchor in page.xpath("//p/@id")]
    return [str(anchor) for anchor in page.xpath("//p/@id")]


def test_a_paragraph_keeps_its_anchor_wherever_it_stands() -> None:
    first, second = anchors("The bridge is open.\n\nThe *mayor* crossed first.")

    assert anchors("The *mayor* crossed first.\n\n- a list\n\nThe bridge is open.") == [second, first]
    assert anchors("The bridge is shut.") != [first]


def test_what_is_said_twice_has_one_anchor() -> None:
    assert len(anchors("Said twice.\n\nSaid twice.\n\nSaid once.")) == 2


@given(st.text())
def test_no_text_gives_an_anchor_twice(text: str) -> None:
    found = anchors(text)

    assert len(set(found)) == len(found)
