"""The line of numbers under a headline: it counts what is known and says what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.executors import InPlace
from generator.model import Article, Editorial, Event, Review
from generator.pages.kinds.event import sections
from generator.pages.model import Link, Page
from generator.pages.wording import at_most, evidence, review_words
from tests.pages.invented_digest import ENGLISH, MASTHEAD, article, digest, entry


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
        ([("", "", "en")], 0, 1, "1 article · 1 origin, not named"),
        ([("", "", ""), ("", "Wire", "")], 0, 2, "2 articles · 2 origins, 1 not named"),
        ([("The Bay", "Wire", ""), ("", "Wire", "")], 1, 1, "2 articles · 1 outlet named · 1 origin"),
    ],
)
def test_evidence_guesses_nothing(articles: list[tuple[str, str, str]], outlets: int, origins: int, line: str) -> None:
    assert evidence(ENGLISH, event(*articles), outlets, origins) == line


def test_a_long_list_of_names_is_counted() -> None:
    assert at_most(ENGLISH, ["A", "B", "C"], 3) == ("A", "B", "C")
    assert at_most(ENGLISH, ["A", "B", "C", "D"], 3) == ("A", "B", "2 more")


def test_only_a_review_that_says_of_which_articles_can_be_outdated() -> None:
    told = event(("The Bay", "", "en"))

    def read(articles: str) -> str:
        word = Editorial("", "", reviewed=Review("2026-02-01", "Ada Holm", articles))
        return review_words(ENGLISH, replace(told, editorial=word))

    assert read("") == read(told.mark) == "Read by Ada Holm on 1 February 2026"
    assert read("others") == "Read by Ada Holm on 1 February 2026; articles have joined or left since"


@pytest.mark.parametrize(("origin", "who"), [("Kestria Press", "Kestria Press"), ("", "source 1")])
def test_a_headline_of_nobody_who_is_named_leads_to_its_source_by_number(origin: str, who: str) -> None:
    told = entry("ferry", "2026-01-13", replace(article("a", "2026-01-13", source=""), origin=origin))
    section = next(sections(digest([told]), MASTHEAD, InPlace()))
    page = next(section.make(MASTHEAD, *section.parts))

    assert isinstance(page, Page)
    assert page.view.headline_by == Link("events/ferry/#source-a", who)


@pytest.mark.parametrize(
    ("updated", "words"),
    [("2026-02-01T18:00:00Z", ""), ("2026-03-05T12:00:00Z", "last change 5 March 2026")],
)
def test_an_event_that_has_changed_since_its_first_day_says_so_at_its_head(updated: str, words: str) -> None:
    told = entry("ferry", "2026-01-13")
    event = replace(told.event, published="2026-02-01T12:00:00Z", updated=updated)
    section = next(sections(digest([replace(told, event=event)]), MASTHEAD, InPlace()))
    page = next(section.make(MASTHEAD, *section.parts))

    assert isinstance(page, Page)
    assert page.view.changed == words
