"""The short way through Markdown gives what the parser gives, or leaves the text to it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.markdown import _parsed_paragraphs, _parser, _rendered, _with_prose, html_of, paragraphs_of
from generator.text.plain_markdown import blocks_of

ROOT = Path(__file__).parents[2]

ORDINARY = """## Talks resume

The *two* sides met on **Tuesday**, see [the report](https://courier.example/2016/a-b) of R&D & \\[sic\\].
They "meet" again [at noon].

- One
- Two

> Nothing is *agreed*.
>
> — Rosa Lindqvist

3 of "them" left.
"""


PLAIN_WORDS = 'The¦ship¦left,¦"so"¦“so”¦*so*¦**so**¦[a](https://a.example/b)¦\\[¦&¦1.¦641¦[a]'
ODD_WORDS = (
    "The¦ship¦left,¦and¦x¦é¦日本¦10¦1.¦2)¦10.5¦2016.¦a_b¦it's¦A&B¦A&B;¦&x1;¦*so*¦**so**¦*so¦"
    "so*¦**so¦so**¦***so***¦*a b*¦"
    "**a *b* c**¦*¦**¦_so_¦__so__¦(*so*)¦a*b*c¦*so*.¦*so*x¦“*so*”¦*“so”*¦*é*¦*\u0301a*¦*a\u0301*¦*²*¦🚢*so*¦*so*—¦"
    "[a](https://a.example/b)¦[a b](http://a.example)¦[a](https://a.example/b_c)¦[a](//x)¦[a]()¦[a](¦](¦[¦]¦[]¦[a]¦"
    "![a](https://a.example/b)¦!¦[a][b]¦[a]:¦[a *b* c](https://a.example)¦[a](https://a.example/?b=1)¦[a\\](b)¦"
    "[a](https://a..b-.example/.)¦[a](https://-/)¦*[a](https://a.example)*¦[a](javascript:x)¦"
    '[a](https://a.example "t")¦[a & b](https://xn--a.example/)¦https://a.example¦"Yes,"¦*"so"*¦"¦'
    "\\*¦\\[¦\\]¦\\\\¦\\¦\\a¦\\_so\\_¦\\&amp;¦\\!¦\\<¦&¦&amp;¦&#65;¦&x¦& ¦<¦>¦<b>¦<https://a.example>¦`¦`a`¦~¦~~a~~¦"
    "|¦:¦=¦-¦+¦#¦# a¦a#¦\xa0¦\u2028¦\x0b¦\x0c¦\x85¦\u200b¦\x1c¦\ud800¦  ¦\u3000¦\ufeff"
)
PLAIN_STARTS = "¦¦¦- ¦> ¦## ¦# "
ODD_STARTS = (
    "-¦>¦-  ¦>  ¦##¦###### ¦####### ¦* ¦+ ¦1. ¦2016. ¦1) ¦=¦===¦---¦***¦- - ¦> - ¦- > ¦"
    "> > ¦> ## ¦- # ¦ ¦   ¦    ¦\t¦| a | b¦|---|---|¦:--¦```¦~~~¦\\- ¦\\# ¦1\\. ¦[a]: ¦\xa0"
)
PLAIN_GAPS = "\n\n¦\n\n\n¦\n"
ODD_GAPS = "\n \n¦ \n\n¦  \n¦\n>\n¦\r\n\r\n"


def mostly(plain: str, odd: str) -> st.SearchStrategy[str]:
    """Pick one of the odd pieces a time in ten."""
    few = odd.split("¦")
    common = plain.split("¦")
    return st.sampled_from([*common * (9 * len(few) // len(common)), *few])


LINES = st.builds(
    lambda start, words: start + " ".join(words),
    mostly(PLAIN_STARTS, ODD_STARTS),
    st.lists(mostly(PLAIN_WORDS, ODD_WORDS), min_size=1, max_size=5),
)
BLOCKS = st.builds("\n".join, st.lists(LINES, min_size=1, max_size=3))
DOCUMENTS = st.builds(
    lambda blocks: "".join([piece for pair in blocks for piece in pair]),
    st.lists(st.tuples(BLOCKS, mostly(PLAIN_GAPS, ODD_GAPS)), min_size=1, max_size=4),
)


def test_an_ordinary_article_takes_the_short_way() -> None:
    assert elements(ORDINARY) == ["h2", "p", "ul", "blockquote", "p"]
    hold_equal(ORDINARY)


def test_a_paragraph_of_one_line_without_marks_is_its_text_alone() -> None:
    assert blocks_of("The ship left.\n\nNobody “saw” it.\n").blocks == ["The ship left.", "Nobody “saw” it."]


@pytest.mark.parametrize(
    "text",
    [
        "One\n\n    code after it",
        "- One\n\n  still one",
        "```\nOne\n\nTwo\n```",
        "[a]\n\n[a]: https://a.example/",
        "One  \nTwo",
    ],
)
def test_what_reaches_beyond_a_blank_line_is_left_to_the_parser(text: str) -> None:
    assert elements(text) == [""]
    hold_equal(text)


def test_one_block_that_is_not_plain_leaves_the_others_plain() -> None:
    assert elements("One\n\n1. Two\n\n<b>Three</b>\n\nFour") == ["p", "", "p"]


def test_lists_one_behind_the_other_are_left_to_the_parser_together() -> None:
    assert elements("One\n\n- Two\n\n- Three\n\nFour\n\n- Five") == ["p", "", "p", "ul"]
    hold_equal("One\n\n- Two\n\n- Three\n\nFour\n\n- Five")


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    hold_equal(text)


@pytest.mark.slow
@settings(max_examples=5000, deadline=None)
@given(DOCUMENTS)
def test_the_short_way_gives_what_the_parser_gives_at_length(text: str) -> None:
    hold_equal(text)


@pytest.mark.parametrize("path", sorted((ROOT / "content").rglob("*.md")), ids=lambda path: path.stem)
def test_the_short_way_gives_what_the_parser_gives_for_the_articles_here(path: Path) -> None:
    hold_equal(path.read_text(encoding="utf-8"))


@given(st.text(alphabet=st.sampled_from("ab  *_[](:#>-1.&;\\\n\n\n\xa0é“")))
def test_the_short_way_gives_what_the_parser_gives_for_a_heap_of_signs(text: str) -> None:
    hold_equal(text)


@pytest.mark.parametrize(
    "piece", ["*", "[", "[a](", "**a ", "&", "\\", "- a\n", "> ", "a\n\n", "]:", "Б*", "*a* ", "#"]
)
def test_a_long_text_of_one_sign_is_cut_in_no_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    blocks_of(text)
    assert time.process_time() - started < 1


def elements(text: str) -> list[str]:
    return ["p" if isinstance(block, str) else block.element for block in blocks_of(text).blocks]


def hold_equal(text: str) -> None:
    tokens = _parser().parse(text)
    shift = int(any(token.tag == "h1" for token in tokens))
    assert paragraphs_of(text) == _with_prose(_parsed_paragraphs(text, opening=True))
    assert html_of(text) == _rendered(tokens, shift)
