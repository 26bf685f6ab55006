"""Copies of one text on the page of their event: behind the first of them, and counted once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.executors import InPlace
from generator.model import Article, Editorial, Entry, Fold, Grounds
from generator.pages.kinds.event import sections
from generator.pages.model import Page
from generator.pages.press.printing import Press
from generator.pages.theme import open_theme
from generator.pages.views import source_list, source_views, statement_views
from generator.pages.wording import carried, evidence, grouped
from tests.pages.invented_digest import ENGLISH, MASTHEAD, article, digest, entry

ARTICLES = (
    replace(article("a", "2026-01-13", source="Bay Courier"), origin="Kestria Press"),
    article("b", "2026-01-13", source="Dune Herald"),
    article("c", "2026-01-14", source="Cape Post"),
)
WIRE = Fold("Kestria Press", ("a", "c"))


def told(*folds: Fold) -> Entry:
    return replace(entry("ferry", "2026-01-13", *ARTICLES), folds=folds, origins=2, outlets=3)


def test_copies_stand_behind_the_first_and_citations_have_the_numbers_of_the_list() -> None:
    views = source_list(told(WIRE), MASTHEAD, ["", "", ""])

    assert [(view.number, view.anchor, view.copy) for view in views] == [
        (1, "source-a", False),
        (2, "source-c", True),
        (3, "source-b", False),
    ]
    assert [view.carried for view in views] == ["Kestria Press, carried by 2 outlets", "", ""]
    assert [view.number for view in source_views(told(WIRE), MASTHEAD, ["", "", ""])] == [1, 3, 2]
    assert statement_views(told(WIRE), MASTHEAD)[0].citations[0].number == "1"


def test_a_page_shows_them_so_and_says_what_brings_its_articles_together() -> None:
    grounds = Grounds(texts=2, same_place=True, days=0, phrases=14)
    section = next(sections(digest([replace(told(WIRE), grounds=grounds)]), MASTHEAD, InPlace()))
    made = next(iter(section.make(MASTHEAD, *section.parts)))

    assert isinstance(made, Page)
    html, faults = Press(open_theme(Path("not there")), MASTHEAD).print_page(made, "")

    assert faults == ()
    assert ' copy">' in html.partition('id="source-c"')[2][:60]
    assert '<p class="carried"><bdi>Kestria Press, carried by 2 outlets</bdi></p>' in html
    assert "3 articles · 3 outlets · 2 origins" in html
    assert "3 articles (2 texts) grouped: same place and day, 14 shared phrases" in html


@pytest.mark.parametrize(
    ("fold", "words"),
    [
        (WIRE, "Kestria Press, carried by 2 outlets"),
        (Fold("", ("a", "b", "c")), "One text, carried by 3 outlets; who wrote it is not said"),
        (Fold("Kestria Press", ("a", "d")), "Kestria Press, in 2 articles"),
    ],
)
def test_who_carries_a_text_is_told_as_far_as_it_is_known(fold: Fold, words: str) -> None:
    assert carried(ENGLISH, fold, (*ARTICLES, article("d", "2026-01-14", source=""))) == words


def test_copies_that_name_nobody_are_one_origin_not_named() -> None:
    unnamed: tuple[Article, ...] = tuple(article(stem, "2026-01-13", source="") for stem in "abc")
    event = entry("ferry", "2026-01-13", *unnamed).event

    assert evidence(ENGLISH, event, 0, 2, [Fold("", ("a", "b"))]) == "3 articles · 2 origins, not named"
    assert evidence(ENGLISH, event, 0, 2, [Fold("Kestria Press", ("a", "b"))]).endswith("2 origins, 1 not named")


@pytest.mark.parametrize(
    ("grounds", "words"),
    [
        (None, ""),
        (Grounds(3, same_place=True, days=0, phrases=14), "3 articles grouped: same place and day, 14 shared phrases"),
        (Grounds(3, same_place=False, days=0, phrases=1), "3 articles grouped: same day, 1 shared phrase"),
        (Grounds(1, same_place=True, days=2, phrases=0), "3 articles grouped: one text, same place, 2 days apart"),
        (Grounds(3, same_place=False, days=None, phrases=0), "3 articles grouped: alike in what they say"),
    ],
)
def test_what_brings_articles_together_is_said_in_a_line(grounds: Grounds | None, words: str) -> None:
    assert grouped(ENGLISH, told().event, grounds) == words


def test_it_is_said_where_the_editor_had_a_hand_in_it() -> None:
    event = replace(told().event, editorial=Editorial("ferry", "ferry.md", add=("c",)))

    assert grouped(ENGLISH, event, Grounds(3, same_place=False, days=0, phrases=0)) == (
        "3 articles grouped, in part by the editor: same day"
    )
