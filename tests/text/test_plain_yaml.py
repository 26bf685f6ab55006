"""The short way through YAML gives what the library gives, or leaves the text to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.plain_yaml import OddError, read_plain
from generator.text.strict_yaml import Block, YamlError, _parse_any

ORDINARY = """title: "Talks: a new round"
date: 2016-02-11T09:30:00Z
source: The Example Courier
url: https://courier.example/2016/02/11/talks
note: 'It''s late'
said: "\\"No\\", a \\\\ said"
tags: [talks, far east]
empty:
people:
- Rosa Lindqvist
- "Nils: Falk"
imported:
  from: content/raw/1.txt
  sha256: 00ff
"""

PLAIN_SCALARS = "a¦no¦2015-12-15T08:00¦a b¦it's¦“a”¦\"a: b\"¦'it''s'¦\"\"¦[a, b c]¦https://a.example/#b"
ODD_SCALARS = (
    'a: b¦a :b¦a:¦a#b¦a #b¦#b¦-¦- a¦-a¦"a" b¦"a¦"a\\n"¦"a \\"b\\""¦"a\\\\"¦"a\\"¦"a\\/b"¦"a\\ b"¦'
    "''¦'''¦'a¦'a' 'b'¦"
    '"\u2028"¦[]¦[a¦[a, [b]]¦[a: b]¦[a:b]¦'
    '[a #b]¦[a, ]¦["a"]¦[a,b]¦[-]¦[a] b¦[a b , c]¦{a: b}¦{}¦&a b¦*a¦!a b¦!!str a¦%a¦@a¦`a¦? a¦?a¦|¦>¦>-¦~¦null¦a]¦'
    "é: b¦ü¦\xa0a¦a\xa0¦\u2028a¦a\u2029b¦a\x85b¦\ufeffa¦a\tb¦\ta¦a\t¦a \t#b¦---¦--- a¦...¦a ---¦\x00¦\x07¦🚢¦日本語¦"
) + "x" * 1100
PLAIN_STARTS = "a: ¦b: ¦c: ¦d: ¦e: ¦f: ¦g: ¦title: ¦a-b: ¦_: "
ODD_STARTS = (
    "  a: ¦  b: ¦ c: ¦- ¦- ¦  - ¦ - ¦-¦a:¦a:  ¦a :¦1: ¦a b: ¦é: ¦\"a\": ¦'a': ¦- a: ¦? ¦?¦&a a: ¦\ta: ¦a:\t¦¦ ¦  ¦# ¦"
    f"{'k' * 61}: ¦{'k' * 1100}: "
)
PLAIN_LINES = "h:\n  a: b\n  c: 'd'¦i:\n- a\n- \"b\"¦j:\n  - a¦k:¦l: m"
ODD_LINES = "---¦--- ¦...¦¦ ¦\t¦# a¦%YAML 1.1¦a¦n: o  ¦p:¦  q¦-"


def mostly(plain: str, odd: str) -> st.SearchStrategy[str]:
    """Pick one of the odd pieces a time in ten."""
    few = odd.split("¦")
    common = plain.split("¦")
    return st.sampled_from([*common * (9 * len(few) // len(common)), *few])


LINES = st.one_of(
    st.builds("{}{}".format, mostly(PLAIN_STARTS, ODD_STARTS), mostly(PLAIN_SCALARS, ODD_SCALARS)),
    mostly(PLAIN_LINES, ODD_LINES),
)
BODIES = st.builds("\n".join, st.lists(LINES, min_size=1, max_size=5))
TEXTS = st.builds("{}{}".format, BODIES, mostly("\n", "¦\n\n¦ \n"))


def test_an_ordinary_front_matter_takes_the_short_way() -> None:
    values, lines = read_plain(ORDINARY, 2)

    assert Block(values, lines) == _parse_any(ORDINARY, 2)
    assert values["people"] == ["Rosa Lindqvist", "Nils: Falk"]
    assert values["note"] == "It's late"
    assert values["said"] == '"No", a \\ said'


@pytest.mark.parametrize("text", ["", "a", " a: b\n", "a: b\n\tc: d\n", "a: 1\na: 2\n", "a: b\n- c\n", "a: [b: c]\n"])
def test_what_is_odd_or_wrong_is_left_to_the_library(text: str) -> None:
    with pytest.raises(OddError):
        read_plain(text, 1)


@settings(max_examples=300)
@given(TEXTS)
def test_the_short_way_gives_what_the_library_gives(text: str) -> None:
    hold_equal(text)


@pytest.mark.slow
@settings(max_examples=5000, deadline=None)
@given(TEXTS)
def test_the_short_way_gives_what_the_library_gives_at_length(text: str) -> None:
    hold_equal(text)


def hold_equal(text: str) -> None:
    try:
        values, lines = read_plain(text, 2)
    except OddError:
        return
    try:
        expected = _parse_any(text, 2)
    except YamlError as error:
        raise AssertionError(f"{text!r} has a fault: {error}") from error
    assert (values, list(lines.items())) == (expected.values, list(expected.lines.items()))
