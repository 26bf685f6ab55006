"""The nouns reach other processes as they are."""

from __future__ import annotations

import pickle
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from generator import model
from generator.articles import read
from generator.events import entries
from generator.model import (
    Article,
    BackgroundDay,
    Citation,
    Entry,
    Event,
    Fold,
    Grounds,
    Headline,
    Name,
    Statement,
    When,
)

TRAVELLING = [
    kind
    for module in (model, read, entries)
    for kind in vars(module).values()
    if is_dataclass(kind) and "__reduce__" in vars(kind)
]


@pytest.mark.parametrize("kind", TRAVELLING)
def test_what_travels_arrives_with_every_member_in_its_place(kind: Any) -> None:
    value = kind(*[f"the {each.name}" for each in fields(kind)])

    assert pickle.loads(pickle.dumps(value)) == value


def test_an_entry_arrives_with_all_that_is_in_it_and_an_article_that_stands_in_it_twice_is_one() -> None:
    day = When("2026-02-01", "editor")
    article = Article("a", "a.md", "", "Ferry sinks", day, day, 9, tags=("sea",))
    said = Statement("It sank.", "It sank.", (Citation("a", 1, 1),))
    entry = Entry(
        Event("ferry", (article, article), day, "Lienz", "", ""),
        *(Headline("Ferry sinks", "a"), (said,), 1, 1, (("a", 2),)),
        names=(Name("Aurora", "aurora", person=False, weight=3),),
        folds=(Fold("AP", ("a", "b")),),
        grounds=Grounds(2, same_place=True, days=0, phrases=4),
        background=(BackgroundDay(day, said, 1, 1, ahead=False),),
    )

    arrived = pickle.loads(pickle.dumps(entry))

    assert arrived == entry
    assert arrived.event.articles[0] is arrived.event.articles[1]
