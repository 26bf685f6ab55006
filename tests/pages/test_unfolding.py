"""How an event unfolded: its own short timeline, in which nothing stands twice."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Article, BackgroundDay, Citation, Entry, Statement, When
from generator.pages.background import NO_TIES, background_views
from generator.pages.listed_sources import source_numbers, source_places
from generator.pages.unfolding import Day, unfold
from generator.pages.views import statement_views
from tests.pages.invented_digest import MASTHEAD, article, entry


def unfolded(told: Entry) -> tuple[Day, ...]:
    places = source_places(told, source_numbers(told))
    return unfold(told, statement_views(told, MASTHEAD), background_views(told, NO_TIES, MASTHEAD), places, MASTHEAD)


def lines(told: Entry) -> list[str]:
    """Give each day with what it tells, a line each."""
    lines = []
    for day in unfolded(told):
        report = day.report and f"{'latest' if day.report.latest else 'earliest'}: {day.report.source.words}"
        parts = [
            "expected" if day.expected else "",
            day.headline.text if day.headline else "",
            day.look.words.text if day.look else "",
            *[sentence.words.text for sentence in day.sentences],
            report or "",
        ]
        lines.append(f"{day.date.words}: {' / '.join(filter(None, parts))}")
    return lines


def looking(told: Entry, *days: tuple[str, str, bool]) -> Entry:
    stem = told.event.articles[0].stem
    return replace(
        told,
        background=tuple(
            BackgroundDay(When(value, "stated in text"), Statement(words, words, (Citation(stem, 2, 1),)), 1, 1, ahead)
            for value, words, ahead in days
        ),
    )


REPORTS: tuple[Article, ...] = tuple(
    article(f"bridge-{day}", f"2026-01-{day}", source=source)
    for day, source in (("13", "Courier"), ("14", "Gazette"), ("15", "Herald"))
)


def test_what_came_before_the_day_itself_its_reports_and_what_was_expected_stand_in_one_order() -> None:
    told = looking(
        entry("bridge", "2026-01-13", *REPORTS, headline="The bridge opens"),
        ("2023-05", "Work began in May 2023.", False),
        ("2026-03-01", "The toll ends on March 1.", True),
    )

    assert lines(told) == [
        "May 2023: Work began in May 2023.",
        "13 January 2026: The bridge opens / earliest: Courier",
        "15 January 2026: latest: Herald",
        "1 March 2026: expected / The toll ends on March 1.",
    ]


def test_a_sentence_of_the_summary_stands_on_the_day_that_it_means_cut_to_a_line() -> None:
    told = entry("bridge", "2026-01-13", *REPORTS[:2], headline="The bridge opens")
    words = "On Friday the mayor will cut the ribbon before guests from all the towns along the river and the coast."
    said = Statement(words, words, (Citation("bridge-13", 1, 1),), True, (("On Friday", "2026-01-16"),))

    assert lines(replace(told, statements=(said,)))[-1] == (
        "16 January 2026: expected / On Friday the mayor will cut the ribbon before guests from all the towns…"
    )


def test_a_sentence_that_tells_the_background_stands_there_once() -> None:
    told = looking(entry("bridge", "2026-01-13"), ("2026-03", "It closes in March.", True))
    said = replace(told.background[0].statement, ahead=True, days=(("in March", "2026-03"),))

    assert lines(replace(told, statements=(said,)))[-1] == "March 2026: expected / It closes in March."


def test_where_the_head_of_the_page_tells_it_all_nothing_is_told_again() -> None:
    assert unfolded(entry("bridge", "2026-01-13", *REPORTS[:1])) == ()
    assert unfolded(entry("bridge", "2026-01-12", *REPORTS[:1])) == ()
    assert len(unfolded(entry("bridge", "2026-01-12", *REPORTS[:2]))) == 3


def test_an_event_that_lasts_stands_before_the_reports_of_its_days() -> None:
    told = entry("talks", "2026-01-13/2026-01-15", *REPORTS, headline="Talks on the bridge")

    assert [line.partition(": ")[0] for line in lines(looking(told, ("2026-01", "It begins in January.", False)))] == [
        "13–15 January 2026",
        "13 January 2026",
        "15 January 2026",
        "January 2026",
    ]


def test_an_event_without_a_date_tells_what_it_looks_back_on() -> None:
    told = entry("bridge", "2026-01-13", replace(REPORTS[0], published=None))
    told = replace(told, event=replace(told.event, when=None))

    assert unfolded(told) == ()
    assert lines(looking(told, ("2023-05", "Work began in May 2023.", False))) == [
        "May 2023: Work began in May 2023.",
    ]


def test_of_hundreds_of_reports_the_first_and_the_last_are_named() -> None:
    many = [article(f"bridge-{number:03}", f"2026-{1 + number // 28:02}-{1 + number % 28:02}") for number in range(200)]

    assert lines(entry("bridge", "2026-01-01", *many, headline="The bridge opens")) == []
    told = looking(entry("bridge", "2026-01-01", *many, headline="Opens"), ("2023-05", "Work began in May.", False))
    assert [day.report.source.address for day in unfolded(told) if day.report] == [
        "events/bridge/#source-bridge-000",
        "events/bridge/sources/7/#source-bridge-199",
    ]
