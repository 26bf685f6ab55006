from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.text.strict_yaml import Block, YamlError, dump, parse


def test_scalars_stay_as_an_editor_wrote_them() -> None:
    block = parse("date: 2015-12-15\nanswer: no\ntime: 08:00\nnumber: 007\nnothing:\n")

    assert block.values == {"date": "2015-12-15", "answer": "no", "time": "08:00", "number": "007", "nothing": None}


def test_every_value_knows_its_line() -> None:
    block = parse("title: A\nsources:\n  Example Courier:\n    kind: wire\n", first_line=2)

    assert block.line("sources", "Example Courier", "kind") == 5
    assert block.line("sources", "no such source") == 3


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\na: 2\n", 2, "'a' twice"),
        ("a: &x 1\n", 1, "an anchor '&x'"),
        ("a: *x\n", 1, "an alias '*x'"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "a tag"),
        ("a: 1\n---\nb: 2\n", 2, "a second document"),
        ("- a\n", 1, "no 'key: value' lines"),
        ("a: b: c\n", 1, "a ':' inside a value"),
        ("a:\n\t- b\n", 2, "indent with blanks, not tabs"),
        ("a: 'b\n", 1, "a quote that is not closed"),
        ('a: "C:\\q"\n', 1, "a '\\' inside double quotes"),
        ("title: T\n\tplace: x\n", 2, "a tab at the head of a line (indent with blanks)"),
        ("tags: [a\ntitle: T\n", 1, "a '[' that no ']' closes"),
        ("title: 'The' bridge\n", 1, "what is no part of the value"),
        (" title: T\nplace: x\n", 2, "a line indented unlike the first"),
        ("title: T\nplace Westhaven\n", 2, "a line without 'key:' (write"),
        ("[" * 10_000, 1, "nested deeper than 20 levels"),
    ],
)
def test_what_is_refused_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text)

    assert caught.value.line == line
    assert message in caught.value.message


WORDS = st.text(st.characters(exclude_categories=["C"], exclude_characters="\u2028\u2029"), min_size=1)


@given(st.dictionaries(WORDS, WORDS | st.lists(WORDS, max_size=3)))
def test_what_is_dumped_is_read_back_the_same(values: dict[str, str | list[str]]) -> None:
    assert parse(dump(values)).values == values


class Texts(yaml.SafeDumper):
    """The library, told that every scalar is text."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


Texts.yaml_implicit_resolvers = {}
# Letters of several scripts, the signs that YAML knows, and blanks: what is plain, and what only looks so.
NEARLY_PLAIN = st.text("aZé字०9_ .,:/-'()+&%#?!*|>@`\"{}[]~=\n\t\u00a0\u2013\u0301", max_size=9)


@given(
    st.dictionaries(NEARLY_PLAIN | st.just("k" * 200), NEARLY_PLAIN | st.lists(NEARLY_PLAIN, max_size=2), max_size=4)
)
def test_what_is_dumped_is_what_the_library_writes(values: dict[str, str | list[str]]) -> None:
    assert dump(values) == yaml.dump(values, Dumper=Texts, sort_keys=False, allow_unicode=True, width=10**9)


@given(st.text())
def test_any_text_is_a_mapping_or_a_fault_with_a_line(text: str) -> None:
    lines = len(text.splitlines()) + 1
    try:
        block = parse(text)
    except YamlError as error:
        block = Block({}, {("fault",): error.line})
    assert all(1 <= line <= lines for line in block.lines.values())
