"""The language of an article: what the editor says, else what its small words say."""

from __future__ import annotations

import pytest

from generator.articles.read import make_article
from generator.model import Paragraph

ENGLISH = "The bridge was closed on Tuesday, and the mayor said that it would be open again by the end of the week."
GERMAN = "Die Brücke wurde am Dienstag gesperrt, und der Bürgermeister sagte, dass sie bis zum Ende der Woche zu ist."


@pytest.mark.parametrize(
    ("values", "text", "lang"),
    [
        ({}, ENGLISH, "en"),
        ({}, GERMAN, "de"),
        ({"lang": "en-GB"}, ENGLISH, "en-GB"),
        ({"lang": "fr"}, GERMAN, "fr"),
        ({}, "Bridge closed.", ""),
    ],
)
def test_a_language_is_the_editors_else_guessed_else_not_known(values: dict[str, str], text: str, lang: str) -> None:
    article = make_article("a.md", "", {"title": "Bridge closed", **values}, (Paragraph(text),))
    assert article.lang == lang


def test_the_day_of_an_article_is_read_in_the_language_of_all_of_it() -> None:
    texts = (Paragraph("Gestern gesperrt."), Paragraph(GERMAN))
    article = make_article("a.md", "", {"title": "Sperrung", "date": "2026-01-15"}, texts)
    assert article.told is not None
    assert (article.told.value, article.told.words) == ("2026-01-14", "Gestern")
