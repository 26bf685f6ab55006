"""Where a reader meets what events look back on: on their own pages, on the timeline, on those of the events meant."""

from __future__ import annotations

from dataclasses import replace

from generator.events.looking_back import look_back
from generator.executors import InPlace
from generator.model import BackgroundDay, Citation, Digest, Entry, Name, Statement, When
from generator.pages.addresses import NEWEST_FIRST, OTHER_YEARS, TIMELINE
from generator.pages.background import background_views, looked_back_on_by, ties_of
from generator.pages.kinds import timeline
from generator.pages.model import Page
from generator.pages.views import LONG
from tests.pages.invented_digest import MASTHEAD, article, digest, entry


def looking(event_id: str, day: str, told: str, sentence: str, *, ahead: bool = False) -> Entry:
    """Give an entry whose first article tells of another day."""
    news = entry(event_id, day, article(f"{event_id}-a", day))
    said = Statement(sentence, sentence, (Citation(f"{event_id}-a", 4, 1),))
    return replace(news, background=(BackgroundDay(When(told, "stated in text", "then"), said, 2, 1, ahead),))


def with_background(*entries: Entry) -> Digest:
    told = digest(entries)
    return replace(told, background=look_back(told.timeline, InPlace()))


def pages_of(told: Digest) -> list[Page]:
    sections = timeline.sections(told, MASTHEAD, InPlace())
    return [page for section in sections for page in section.make(MASTHEAD, *section.parts) if isinstance(page, Page)]


def timeline_of(told: Digest, address: str = TIMELINE) -> list[str]:
    (page,) = [page for page in pages_of(told) if page.address == address]
    return [
        f"{year.name} {month.name}: {item.card.address if item.card else item.look.words.text}"
        for year in page.view.years
        for month in year.months
        for item in month.items
    ]


def test_the_timeline_has_what_is_looked_back_on_in_its_place_even_where_a_year_has_no_event() -> None:
    told = with_background(
        entry("fair", "2025-03-01"),
        looking("closing", "2025-03-09", "2023-05", "The bridge opened in May."),
        looking("ruling", "2025-04-01", "2025-03-08", "It was heard on March 8."),
    )

    assert timeline_of(told) == [
        "2023 May: The bridge opened in May.",
        "2025 March: events/fair/",
        "2025 March: It was heard on March 8.",
        "2025 March: events/closing/",
        "2025 April: events/ruling/",
    ]


def test_a_crowded_year_tells_of_its_months_without_events_on_its_own_page() -> None:
    crowd = [entry(f"e{number}", f"2025-0{1 + number % 2}-01") for number in range(LONG + 1)]
    told = with_background(*crowd, looking("ruling", "2025-02-01", "2025-03-08", "It was heard on March 8."))

    assert timeline_of(told, "timeline/2025/") == ["2025 March: It was heard on March 8."]


def test_a_longer_time_stands_at_its_end_under_no_month() -> None:
    told = with_background(
        entry("fair", "2025-03-01"),
        looking("closing", "2025-06-09", "2025-01/2025-04~", "The bridge cracked in early 2025."),
        entry("mill", "2025-04-02"),
    )

    assert timeline_of(told) == [
        "2025 March: events/fair/",
        "2025 April: events/mill/",
        "2025 : The bridge cracked in early 2025.",
        "2025 June: events/closing/",
    ]
    assert timeline_of(told, NEWEST_FIRST) == [
        "2025 June: events/closing/",
        "2025 : The bridge cracked in early 2025.",
        "2025 April: events/mill/",
        "2025 March: events/fair/",
    ]


def test_newest_first_what_is_not_known_comes_last_all_the_same() -> None:
    told = with_background(
        entry("of-the-year", "2025"),
        entry("fair", "2025-03-01"),
        looking("closing", "2025-03-09", "2023-05", "The bridge opened in May."),
    )

    assert timeline_of(told, NEWEST_FIRST) == [
        "2025 March: events/closing/",
        "2025 March: events/fair/",
        "2025 : events/of-the-year/",
        "2023 May: The bridge opened in May.",
    ]


def test_of_many_events_the_years_without_one_have_pages_and_a_list() -> None:
    crowd = [entry(f"e{number}", "2025-02-01") for number in range(LONG)]
    looks = [
        looking("closing", "2025-03-09", "2023-05", "The bridge opened in May."),
        looking("ruling", "2025-04-01", "2023-06-08", "It was heard on June 8."),
        looking("mending", "2025-05-01", "1998-03", "It was built in March 1998."),
    ]
    told = with_background(*crowd, *looks)
    listed = next(page for page in pages_of(told) if page.address == OTHER_YEARS)

    assert [(line.link.address, line.size) for line in listed.view.years[0].lines] == [
        ("timeline/1998/", "1 day"),
        ("timeline/2023/", "2 days"),
    ]
    assert timeline_of(told, "timeline/2023/") == [
        "2023 May: The bridge opened in May.",
        "2023 June: It was heard on June 8.",
    ]
    assert all(OTHER_YEARS in [link.address for link in page.view.other_years] for page in pages_of(told))


def test_an_event_and_the_one_that_looks_back_on_it_lead_to_each_other() -> None:
    opening = replace(entry("opening", "2023-05-12"), names=(Name("Rosa Lindqvist", "lindqvist", True, 1),))
    closing = looking("closing", "2025-03-09", "2023-05", "Lindqvist had opened it in Westhaven in May.")
    ties = ties_of(with_background(opening, closing))

    (look,) = background_views(closing, ties["closing"], MASTHEAD)
    assert look.event is not None
    assert (look.event.address, look.cited.words, look.where) == (
        "events/opening/",
        "Example Courier",
        "paragraph\N{NO-BREAK SPACE}4",
    )
    assert look.also == "1 other article tells of it"
    assert [link.address for link in looked_back_on_by(ties["opening"])] == ["events/closing/"]
