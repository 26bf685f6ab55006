from __future__ import annotations

import pytest

from generator.events.on_demand import OnDemand
from generator.events.summarisers import coverage
from generator.model import Article, Report


def test_an_item_is_worked_out_once_and_only_if_it_is_asked_for() -> None:
    asked: list[str] = []

    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    words = OnDemand(upper, ["a", "b", "c", "d"])

    assert len(words) == 4
    assert asked == []
    assert (words[1], words[1], words[-1]) == ("B", "B", "D")
    assert asked == ["b", "d"]


def test_it_is_a_sequence_like_another() -> None:
    words = OnDemand(str.upper, ["a", "b", "c"])

    assert (list(words), words[:2], words[::-1]) == (["A", "B", "C"], ("A", "B"), ("C", "B", "A"))
    assert "C" in words
    with pytest.raises(IndexError):
        words[3]


def test_a_summary_asks_for_no_more_than_the_opening_of_its_reports() -> None:
    asked: set[int] = set()
    lines = [f"The {name} closed the bridge over the Drau." for name in ("mayor", "council", "police", "army")] * 20

    def sentences_of(at: int) -> tuple[str, ...]:
        asked.add(at)
        return (lines[at],)

    reports = [
        Report(Article(stem, "", "", "", None, None, 0, origin=stem), OnDemand(sentences_of, range(len(lines))))
        for stem in ("a", "b", "c")
    ]

    assert coverage.summarise(reports)
    assert max(asked) < 10
