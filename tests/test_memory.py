from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blob import Blob
from generator.codec import ForeignError, decode, encode
from generator.executors import InPlace, Recalling, Remembering, text_of
from generator.memory import Memory
from generator.model import Article, Citation, Statement, When
from generator.text.characters import count_words

KEYS = st.binary(min_size=16, max_size=16)


@given(st.lists(st.tuples(KEYS, st.binary(max_size=50)), max_size=20))
def test_what_is_kept_is_there_for_the_next_process(
    tmp_path_factory: pytest.TempPathFactory, items: list[tuple[bytes, bytes]]
) -> None:
    path = tmp_path_factory.mktemp("memory") / "memory"
    memory = Memory(path, b"one")
    for key, payload in items:
        memory.put(key, payload)
    memory.keep()

    again = Memory(path, b"one")

    assert {key: again.get(key) for key, _ in items} == dict(items)


@given(st.data())
def test_damage_is_forgotten_and_never_believed(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("memory") / "memory"
    memory = Memory(path, b"one")
    kept = {bytes([number]) * 16: b"result %d" % number for number in range(20)}
    for key, payload in kept.items():
        memory.put(key, payload)
    memory.keep()
    memory.close()
    spoilt = data.draw(st.sampled_from([path, path.with_name("memory.index")]))
    damaged = bytearray(spoilt.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=5)):
        damaged[at] ^= data.draw(st.integers(1, 255))
    spoilt.write_bytes(bytes(damaged[: data.draw(st.integers(0, len(damaged)))]))

    again = Memory(path, b"one")

    assert all(again.get(key) in {None, payload} for key, payload in kept.items())
    again.keep()
    again.close()


def test_a_second_process_reads_what_is_there_and_keeps_nothing(tmp_path: Path) -> None:
    first = Memory(tmp_path / "memory", b"one")
    first.put(b"k" * 16, b"old", b"and its blob")
    first.keep()

    second = Memory(tmp_path / "memory", b"one")  # the first still has it open
    second.put(b"l" * 16, b"new", b"another blob")
    second.keep()

    assert (second.get(b"k" * 16), second.get(b"l" * 16)) == (b"old", b"new")
    assert [second.fetch(key * 16, bytes)(0, 12) for key in (b"k", b"l")] == [b"and its blob", b"another blob"]
    second.close()
    first.close()
    assert Memory(tmp_path / "memory", b"one").get(b"l" * 16) is None


def test_a_memory_that_is_closed_can_be_written_by_another_although_a_blob_of_it_is_held(tmp_path: Path) -> None:
    first = Memory(tmp_path / "memory", b"one")
    first.put(b"k" * 16, b"old", b"and its blob")
    first.keep()
    held = first.fetch(b"k" * 16, bytes)
    first.close()

    second = Memory(tmp_path / "memory", b"one")
    second.put(b"l" * 16, b"new")
    second.keep()
    second.close()

    assert held(0, 3) == b"and"
    assert Memory(tmp_path / "memory", b"one").get(b"l" * 16) == b"new"


def test_a_damaged_blob_is_made_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory", b"one")
    memory.put(b"k" * 16, b"payload", b"blob")
    memory.keep()
    memory.close()
    data = (tmp_path / "memory").read_bytes()
    (tmp_path / "memory").write_bytes(data.replace(b"blob", b"bulb"))

    again = Memory(tmp_path / "memory", b"one")

    assert again.get(b"k" * 16) == b"payload"
    assert again.fetch(b"k" * 16, lambda: b"BLOB")(1, 3) == b"LO"


def test_a_full_disk_costs_nothing_but_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    memory = Memory(tmp_path / "memory", b"one")
    memory.put(b"k" * 16, b"old", b"x")
    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", full)
        memory.put(b"l" * 16, b"new", b"y" * 2_000_000)

        assert [memory.get(key * 16) for key in (b"k", b"l")] == [b"old", b"new"]
        assert memory.fetch(b"l" * 16, bytes)(0, 2) == b"yy"
        memory.keep()
    memory.close()
    assert Memory(tmp_path / "memory", b"one").get(b"k" * 16) is None


def test_another_edition_remembers_nothing(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory", b"one")
    memory.put(b"k" * 16, b"old")
    memory.keep()

    assert Memory(tmp_path / "memory", b"two").get(b"k" * 16) is None


def test_results_that_nobody_asks_for_are_forgotten_in_time(tmp_path: Path) -> None:
    for number in range(100):
        memory = Memory(tmp_path / "memory", b"one")
        memory.put(number.to_bytes(16), b"x" * 100_000, b"blob")
        assert memory.get(bytes(16))
        memory.keep()
        memory.close()

    assert (tmp_path / "memory").stat().st_size < 6_000_000
    memory = Memory(tmp_path / "memory", b"one")
    assert memory.get(bytes(16)) == memory.get((99).to_bytes(16)) == b"x" * 100_000
    assert memory.fetch(bytes(16), bytes)(0, 4) == b"blob"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["memory", "memory.index"]


ARTICLE = Article("a", "a.md", "ff", "T", When("2015", "editor"), None, 3, tags=("u", "v"), full=True)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (ARTICLE, Article),
        (Statement("a", "b", (Citation("x", 1, 2),)), Statement),
        ((("a", 1), ("b", 2)), tuple[tuple[str, int], ...]),
        (None, When | None),
        ({"a": (1.5,)}, dict[str, tuple[float, ...]]),
    ],
)
def test_a_value_comes_back_as_it_went(value: object, kind: object) -> None:
    assert decode(encode(value), kind) == value


def test_a_blob_comes_back_with_its_value(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory", b"one")
    (made,) = Remembering(InPlace(), memory).map(printed, ["page"])
    memory.keep()
    memory.close()

    (again,) = Remembering(InPlace(), Memory(tmp_path / "memory", b"one")).map(printed, ["page"])

    assert (made.name, made.ink.read()) == (again.name, again.ink.read(0, 4)) == ("page", b"page")


class Sheet(NamedTuple):
    name: str
    ink: Blob


def printed(name: str) -> Sheet:
    return Sheet(name, Blob(name.encode()))


printed.__module__ = "generator.tests"  # only work of ours is remembered


@given(st.lists(st.integers(0, 9), max_size=8), st.lists(st.integers(0, 9), max_size=8))
def test_recalling_gives_what_the_work_gives_whatever_came_or_went(before: list[int], after: list[int]) -> None:
    recalling = Recalling(InPlace())
    for numbers in (before, after):
        items = [("page", str(number)) for number in numbers]
        assert list(recalling.map(encode, items)) == [encode(item) for item in items]
        recalling.turn()


def test_a_function_of_the_users_own_has_no_key() -> None:
    def mine(item: str) -> str:
        return item

    assert text_of(partial(count_words, "a")) != text_of(partial(count_words, "b"))
    with pytest.raises(ForeignError):
        text_of(partial(mine))


def test_work_is_done_once_and_remembered_in_the_order_of_its_items(tmp_path: Path) -> None:
    done: list[str] = []

    class Counting:
        def map(self, function: Callable[[Any], Any], items: Iterable[Any], /) -> Iterator[Any]:
            for item in items:
                done.append(item)
                yield function(item)

    memory = Memory(tmp_path / "memory", b"one")
    first = list(Remembering(Counting(), memory).map(count_words, ["a b", "c", "a b"]))
    memory.keep()
    second = list(Remembering(Counting(), Memory(tmp_path / "memory", b"one")).map(count_words, ["c", "a b", "d e f"]))

    assert (first, second) == ([2, 1, 2], [1, 2, 3])
    assert done == ["a b", "c", "d e f"]
    assert list(InPlace().map(count_words, ["a"])) == [1]


def test_the_very_same_things_are_asked_for_once_and_let_go_when_nobody_asks() -> None:
    done: list[Any] = []

    class Counting:
        def map(self, function: Callable[[Any], Any], items: Iterable[Any], /) -> Iterator[Any]:
            for item in items:
                done.append(item)
                yield function(item)

    recalling = Recalling(Counting())
    event = (ARTICLE, "x")
    first = next(recalling.map(encode, [event]))
    recalling.turn()

    assert next(recalling.map(encode, [(ARTICLE, "x")])) is first
    assert next(recalling.map(encode, [(replace(ARTICLE), "x")])) is not first
    assert len(done) == 2
    recalling.turn()
    recalling.turn()
    assert next(recalling.map(encode, [event])) is first
    recalling.turn()
    next(recalling.map(encode, [("another", "x")]))
    recalling.turn()
    assert next(recalling.map(encode, [event])) is not first
