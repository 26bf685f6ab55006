from __future__ import annotations

import pytest

from generator.events.relative_days import with_days
from generator.model import Article, Citation, Event, Statement, When


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The bridge was closed on Tuesday.", (("Tuesday", "2026-01-13"),)),
        ("The bridge was closed on Wednesday.", ()),  # the event's own day
        ("The bridge was closed last month.", (("last month", "2025-12"),)),
        ("The bridge was closed on 3 January.", ()),
        ("The bridge was closed in 2019.", ()),
        ('"The bridge was closed yesterday," Ida Lang said.', ()),  # nobody tells when she said so
        ("The bridge was closed.", ()),
    ],
)
def test_a_relative_day_is_told_where_it_is_another_than_the_events(
    text: str, days: tuple[tuple[str, str], ...]
) -> None:
    article = Article("a", "a.md", "", "", When("2026-01-15", "page stamp"), None, 9, lang="en")
    event = Event("e", (article,), When("2026-01-14", "editor"), "", "", "")
    statement = Statement(text, text, (Citation("a", 1, 1),))

    told = with_days(statement, event)

    assert told.days == days
    assert (told.text, told.verbatim) == (text, text)


def test_what_an_article_without_a_day_means_is_not_guessed() -> None:
    event = Event("e", (Article("a", "a.md", "", "", None, None, 9),), When("2026-01-14", "editor"), "", "", "")
    statement = Statement("Closed on Tuesday.", "Closed on Tuesday.", (Citation("a", 1, 1),))

    assert with_days(statement, event) is statement
