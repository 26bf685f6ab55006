from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.model import Paragraph
from generator.text.markdown import html_of, paragraphs_of


def test_blocks_become_plain_paragraphs_that_know_their_kind() -> None:
    text = "# Head\n\nIt *was* [closed](https://a.example/)\nat noon.\n\n- One\n\n> Quoted\n\n    code\n"

    assert paragraphs_of(text) == (
        Paragraph("Head", "heading"),
        Paragraph("It was closed at noon."),
        Paragraph("One", "item"),
        Paragraph("Quoted", "quote"),
        Paragraph("code", "code"),
    )


@pytest.mark.parametrize("mark", ["", "`x` "])  # read by us, and by the parser
def test_what_opens_a_text_in_bold_is_its_standfirst_unless_there_is_nothing_else(mark: str) -> None:
    kinds = [
        paragraph.kind
        for paragraph in paragraphs_of(f"**{mark}Cables, new.**\n\nIt closed.\n\n**Then** it\n\n**opened.**")
    ]
    assert kinds == ["standfirst", "prose", "prose", "prose"]
    assert paragraphs_of(f"**{mark}Cables.**\n\n## Then")[0].kind == "prose"
    assert paragraphs_of(f"**{mark}Cables** and **more**\n\nIt closed.")[0].kind == "prose"


def test_no_html_script_or_foreign_picture_passes() -> None:
    made = html_of(
        "<script>alert(1)</script> [a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example)\n\n"
        "![pixel](https://evil.example/p.gif) ![mine](../pictures/p.png)\n"
    )

    tree = html.fromstring(f"<div>{made}</div>")
    assert not tree.xpath("//script")
    assert tree.xpath("//@href") == ["https://evil.example/p.gif"]
    assert tree.xpath("//@src") == ["../pictures/p.png"]


def test_a_picture_has_its_words_and_its_credit_below() -> None:
    assert html_of('![The "bridge"](../bridge.jpg "Photo: Ada & Bo, CC BY 4.0")\n') == (
        '<p><img src="../bridge.jpg" alt="The &quot;bridge&quot;"> '
        '<span class="credit">Photo: Ada &amp; Bo, CC BY 4.0</span></p>\n'
    )


def test_headings_of_a_text_stand_below_the_title_of_its_page() -> None:
    assert html_of("# One\n\n## Two\n") == "<h2>One</h2>\n<h3>Two</h3>\n"
    assert html_of("## Two\n") == "<h2>Two</h2>\n"


@given(st.text())
def test_any_text_gives_html_without_elements_that_run(text: str) -> None:
    tree = html.fromstring(f"<div>{html_of(text)}</div>")

    assert not tree.xpath("//script|//iframe|//object|//form|//style|//@onclick")
