from __future__ import annotations

import pytest

from generator.events.entries import make_report
from generator.events.headlines import choose_headline
from generator.model import Article, Editorial, Event, Headline, Paragraph, Report


def report(stem: str, title: str, *paragraphs: str) -> Report:
    article = Article(stem, f"{stem}.md", "", title, None, None, 0, lang="en")
    return make_report(article, [Paragraph(text) for text in paragraphs])


def event(reports: list[Report], editorial: Editorial | None = None) -> Event:
    return Event("e", tuple(report.article for report in reports), None, "", "", "", editorial)


SHUT = report("a", "Old town wakes to a surprise", "The bridge in Lienz was closed. It has a crack.")
CRACK = report("b", "Crack found in bridge", "A crack was found. The bridge is old.")
CLOSED = report("c", "Was the bridge closed because of a crack?", "Lienz is cut off.")


@pytest.mark.parametrize(
    ("reports", "headline"),
    [
        ([SHUT, CRACK], "Crack found in bridge"),
        ([SHUT, CRACK, CLOSED], "Crack found in bridge"),
        ([SHUT], "Old town wakes to a surprise"),
        ([CLOSED], "Was the bridge closed because of a crack?"),
    ],
)
def test_the_headline_is_the_one_that_others_share_most_words_with_and_no_question(
    reports: list[Report], headline: str
) -> None:
    chosen = choose_headline(event(reports), reports)

    assert (chosen.text, chosen.lang) == (headline, "en")


def test_the_words_of_an_article_itself_are_no_voice_for_its_headline() -> None:
    talkative = report("a", "Rain and rain", "Rain fell. Rain and more rain and rain will fall. Rain is wet.")
    echoed = report("b", "Bridge shut", "Nobody knows why.")
    other = report("c", "Town waits", "In Lienz it is quiet. Bridge traffic stands.")

    assert choose_headline(event([talkative, echoed, other]), [talkative, echoed, other]).article == "b"


def test_small_words_and_capitals_are_no_part_of_what_headlines_share() -> None:
    reports = [
        report("a", "What it is like to be on it", "The bridge was closed."),
        report("b", "Bridge In Lienz Closed", "It is like this on the day to be at it."),
        report("c", "Lienz bridge shut for a day", "The bridge of Lienz was closed."),
    ]

    assert choose_headline(event(reports), reports).article == "b"


def test_a_short_name_in_capitals_is_another_word_than_the_same_letters_small() -> None:
    reports = [
        report("a", "Council shuts bridge", "It helps us, the council said."),
        report("b", "US shuts bridge", "Nobody knows why."),
    ]

    assert choose_headline(event(reports), reports).article == "a"


def test_the_headline_of_the_editor_goes_before_all() -> None:
    headline = choose_headline(event([SHUT], Editorial("e", "e.md", title="Bridge closed")), [SHUT])

    assert headline == Headline("Bridge closed", "")
