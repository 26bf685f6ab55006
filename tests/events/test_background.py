from __future__ import annotations

from dataclasses import replace

import pytest

from generator.events.background import find_background, still_told
from generator.events.entries import make_report, write_entry
from generator.events.excerpts import Excerpt
from generator.events.looking_back import look_back
from generator.events.summarisers import lead
from generator.executors import InPlace
from generator.model import (
    Article,
    BackgroundDay,
    Citation,
    Editorial,
    Entry,
    Event,
    Headline,
    Month,
    Name,
    Paragraph,
    When,
    Year,
)


def article(stem: str, published: str, source: str = "") -> Article:
    when = When(published, "page stamp")
    return Article(stem, f"{stem}.md", "", "Bridge closed", when, when, 100, source=source, lang="en")


def background(*told: tuple[Article, str]) -> list[BackgroundDay]:
    articles = tuple(each for each, _ in told)
    texts = {each.stem: [Paragraph("The bridge is closed."), Paragraph(text)] for each, text in told}
    reports = [make_report(each, texts[each.stem]) for each in articles]
    event = Event("e", articles, articles[0].published, "Lienz", "", "")
    return find_background(event, reports, texts)


def shown(days: list[BackgroundDay]) -> list[str]:
    return [f"{day.when.value} {day.articles}/{day.origins}{' ahead' * day.ahead}" for day in days]


NEWS = article("news", "2024-03-12", "Courier")
OTHER = article("other", "2024-03-13", "Observer")


def test_a_day_that_more_articles_tell_of_goes_first() -> None:
    days = background(
        (NEWS, "The bridge opened on May 2, 2011. A crack in it was found on Nov. 4."),
        (OTHER, "Engineers found the crack on Nov. 4."),
    )

    assert shown(days) == ["2023-11-04 2/2", "2011-05-02 1/1"]
    assert days[0].statement.citations == (Citation("news", 2, 2),)


def test_what_lies_within_a_week_belongs_to_the_event_itself() -> None:
    assert shown(background((NEWS, "The mayor came on March 8. The bridge was shut on Monday."))) == []


def test_what_was_still_to_come_is_told_apart() -> None:
    days = background((NEWS, "The bridge will reopen on May 1. The old one fell in early 2014."))

    assert shown(days) == ["2024-05-01 1/1 ahead", "2014-01/2014-04~ 1/1"]


@pytest.mark.parametrize(
    "text",
    ["A lawyer of the city began to take notes in April.", "The second bridge of the town reopened on April 2."],
)
def test_what_had_happened_was_not_expected_however_near_its_month_lies(text: str) -> None:
    assert shown(background((NEWS, text))) == []


def test_a_sentence_that_leans_on_another_tells_no_day_and_one_sentence_no_two() -> None:
    days = background((NEWS, "He built it in May 2011. The bridge was built in May 2011 and sold in June 2012."))

    assert shown(days) == ["2011-05 1/1"]


def test_a_day_whose_sentence_may_not_be_shown_is_left_out() -> None:
    days = background((NEWS, "The bridge opened on May 2, 2011. A crack in it was found on Nov. 4."))

    assert shown([*still_told(days, [days[0].statement])]) == shown(days[:1])
    assert still_told(days, []) == ()


def entry(event_id: str, day: str, place: str, names: str, background: tuple[BackgroundDay, ...] = ()) -> Entry:
    each = article("news", day)
    found = tuple(Name(name, name.lower(), False, 1) for name in names.split())
    event = Event(event_id, (each,), each.published, place, "", "")
    return Entry(event, Headline(event_id, "news"), (), 0, 0, names=found, background=background)


def months(*entries: Entry) -> tuple[Year, ...]:
    return tuple(
        Year(each.event.when.first.year, (Month(each.event.when.first.month, (each,)),))
        for each in entries
        if each.event.when
    )


def test_an_event_that_is_looked_back_on_is_found_by_its_days_its_place_and_a_name() -> None:
    told = tuple(background((NEWS, "Mayor Lindqvist had met engineers in Lienz in May, and closed nothing.")))
    later = entry("later", "2024-03-12", "Graz", "Lindqvist", told)

    for place, names, found in [
        ("Lienz", "Rosa Lindqvist", "earlier"),
        ("Lienz", "Haddad", ""),
        ("Graz", "Rosa Lindqvist", ""),
    ]:
        looks = [
            look
            for month in look_back(months(entry("earlier", "2023-05-12", place, names), later), InPlace())
            for look in month.looks
        ]
        assert [(look.day.when.value, look.event, look.to) for look in looks] == [("2023-05", "later", found)]


def test_no_month_has_more_than_a_dozen() -> None:
    told = tuple(background((NEWS, "The bridge opened in May 2011.")))
    years = months(*(entry(f"e{number}", f"{2020 + number}-03-12", "", "", told) for number in range(30)))

    (month,) = look_back(years, InPlace())

    assert (month.year, month.month, len(month.looks)) == (2011, 5, 12)


def written(*told: tuple[Article, str], drop: tuple[str, ...] = ()) -> list[str]:
    articles = tuple(each for each, _ in told)
    texts = {each.stem: (Paragraph("The bridge is closed."), Paragraph(text)) for each, text in told}
    word = Editorial("e", "e.md", drop=drop) if drop else None
    event = Event("e", articles, articles[0].published, "Lienz", "", "", editorial=word)
    entry = write_entry(lambda each: texts[each.stem], lead.summarise, Excerpt(), (), event)
    return shown([*entry.background])


def test_no_day_is_told_by_what_was_retracted_or_what_the_editor_drops() -> None:
    text = "The bridge opened on May 2, 2011. A crack in it was found on Nov. 4."

    assert written((NEWS, text)) == ["2011-05-02 1/1", "2023-11-04 1/1"]
    assert written((NEWS, text), drop=("The bridge opened on",)) == ["2023-11-04 1/1"]
    assert written((OTHER, "The bridge is shut."), (replace(NEWS, status="retracted"), text)) == []
