from __future__ import annotations

from tests.quality.days import days_of_collection


def ranked(dates: int, *told: tuple[str, str]) -> list[str]:
    documents = [{"date": day, "text": text} for day, text in told]
    return days_of_collection([{"id": 7, "documents": documents, "dates": dates}])["7"]


def test_the_day_that_most_articles_tell_of_goes_first() -> None:
    days = ranked(
        1,
        ("2024-03-12", "The bridge was closed on Monday."),
        ("2024-03-13", "Two days ago the bridge was closed. It opened on May 2, 2011."),
        ("2024-04-02", "The bridge, closed on March 11, is open."),
    )

    assert days == ["2024-03-11"]


def test_a_day_named_over_and_over_in_one_article_counts_once() -> None:
    often = "It rained on March 10. " * 20
    both = "It was closed on March 11."

    assert ranked(1, ("2024-03-12", often), ("2024-03-13", both), ("2024-03-14", both)) == ["2024-03-11"]


def test_without_days_of_publication_only_days_that_name_their_year_are_known() -> None:
    assert ranked(3, ("", "It was closed on Monday, and opened on 2 May 2011.")) == ["2011-05-02"]
    assert ranked(3) == []


def test_the_day_of_a_stamp_or_a_dateline_counts_less_than_one_that_a_report_tells_of() -> None:
    told = ("2024-03-12", "WESTHAVEN, March 12 (Reuters) - The bridge was closed on Monday.")

    assert ranked(2, told) == ["2024-03-11", "2024-03-12"]


def test_what_can_be_told_again_by_few_is_no_worse_for_being_late() -> None:
    early = [(f"2024-02-{day:02}", "A gate fell on January 3.") for day in range(1, 5)]
    late = [(f"2024-05-{day:02}", "A wall fell on April 3.") for day in range(1, 4)]

    assert ranked(2, *early, *late) == ["2024-04-03", "2024-01-03"]


def test_a_copy_of_a_text_counts_once() -> None:
    copies = [(f"2024-03-{day}", "A gate fell on March 5.") for day in (12, 13, 14)]
    reports = [("2024-03-12", "A wall fell on March 6."), ("2024-03-13", "On March 6, a wall fell.")]

    assert ranked(1, *copies, *reports) == ["2024-03-06"]
