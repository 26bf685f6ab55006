"""The line of numbers under a headline: it counts what is known and says what is not."""

from __future__ import annotations

import pytest

from generator.model import Article, Event
from generator.pages.wording import at_most, evidence
from tests.pages.invented_digest import ENGLISH


def event(*articles: tuple[str, str, str]) -> Event:
    """Make an event of articles given as source, origin and language."""
    told = tuple(
        Article(str(number), "", "", "", None, None, 0, source=source, origin=origin, lang=lang)
        for number, (source, origin, lang) in enumerate(articles)
    )
    return Event("harbour", told, None, "", "", "")


@pytest.mark.parametrize(
    ("articles", "outlets", "origins", "line"),
    [
        ([("The Bay", "", "en")], 1, 1, "1 article · 1 outlet · 1 origin"),
        ([("The Bay", "", "en"), ("The Cape", "", "en-GB")], 2, 2, "2 articles · 2 outlets · 2 origins"),
        ([("The Bay", "", "en"), ("Der Hafen", "", "de")], 2, 2, "2 articles in 2 languages · 2 outlets · 2 origins"),
        ([("", "", "en")], 0, 1, "1 article · no outlet named · 1 origin, not named"),
        ([("", "", ""), ("", "Wire", "")], 0, 2, "2 articles · no outlet named · 2 origins, 1 not named"),
        ([("The Bay", "Wire", ""), ("", "Wire", "")], 1, 1, "2 articles · 1 outlet named · 1 origin"),
    ],
)
def test_evidence_guesses_nothing(articles: list[tuple[str, str, str]], outlets: int, origins: int, line: str) -> None:
    assert evidence(ENGLISH, event(*articles), outlets, origins) == line


def test_a_long_list_of_names_is_counted() -> None:
    assert at_most(ENGLISH, ["A", "B", "C"], 3) == ("A", "B", "C")
    assert at_most(ENGLISH, ["A", "B", "C", "D"], 3) == ("A", "B", "2 more")
