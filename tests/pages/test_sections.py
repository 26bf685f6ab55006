"""What is made anew after an edit, and that a long digest is cut so that this is little."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace

from generator.executors import InPlace
from generator.model import Digest, Entry
from generator.pages.addresses import NEWEST_FIRST
from generator.pages.layout import lay_out
from generator.pages.model import File, Page, Section
from tests.pages.invented_digest import MASTHEAD, article, digest, entry

# Two years: one of 12 events, one of 240, twenty a month.
DAYS = [*(f"2024-{month:02}-11" for month in range(1, 13))]
DAYS += [f"2025-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 21)]


def many() -> list[Entry]:
    return [
        entry(f"event-{number}", day, article(f"article-{number}", day, source=f"Outlet {number % 3}", full=True))
        for number, day in enumerate(DAYS)
    ]


def laid_out(entries: Iterable[Entry]) -> tuple[Section, ...]:
    return lay_out(digest(entries), MASTHEAD, InPlace(), feed_limit=20)


def made(section: Section) -> list[str]:
    return [each.address if isinstance(each, Page) else each.path for each in section.make(MASTHEAD, *section.parts)]


def remade(before: Iterable[Entry], after: Iterable[Entry]) -> list[str]:
    old = set(map(repr, laid_out(before)))
    return [name for section in laid_out(after) if repr(section) not in old for name in made(section)]


def test_an_edit_of_an_event_remakes_its_month_and_nothing_that_does_not_show_it() -> None:
    entries = many()
    edited = entry(
        "event-50", DAYS[50], replace(entries[50].event.articles[0], words=91), headline="News of article-50"
    )
    after = [*entries[:50], edited, *entries[51:]]

    assert remade(entries, after) == [
        "events/event-50/",
        "articles/article-50/",
        "events/event-50/event.json",
        "timeline/2025/02/",
        "sitemap-2025-02.xml",
    ]


def test_a_new_headline_reaches_the_events_before_and_after() -> None:
    entries = many()
    edited = entry("event-50", DAYS[50], *entries[50].event.articles, headline="Bridge opens")
    after = [*entries[:50], edited, *entries[51:]]

    pages = [name for name in remade(entries, after) if name.startswith("events/") and name.endswith("/")]
    assert pages == ["events/event-49/", "events/event-50/", "events/event-51/"]


def test_a_crowded_year_is_spread_over_its_months_and_keeps_its_address() -> None:
    pages = {page.address: page.view for page in of_timeline(digest(many()))}

    assert [address for address in pages if "2024" in address] == ["timeline/2024/"]
    assert [line.link.address for line in pages["timeline/2025/"].years[0].lines][:2] == [
        "timeline/2025/01/",
        "timeline/2025/02/",
    ]
    assert pages["timeline/2025/"].years[0].lines[0].size == "20 events"
    assert pages["timeline/2025/"].years[0].months == ()
    assert pages["timeline/"].lead == "252 events, 2024–2025, here those of December 2025, oldest first."


def test_every_event_stands_once_on_the_timeline_beside_its_first_page() -> None:
    entries = [*many(), entry("of-the-year", "2025")]
    pages = [page for page in of_timeline(digest(entries)) if page.address not in {"timeline/", NEWEST_FIRST}]
    cards = [
        item.card.address for page in pages for year in page.view.years for month in year.months for item in month.items
    ]

    assert sorted(cards) == sorted(f"events/{each.event.id}/" for each in entries)
    assert (
        next(page.address for page in pages if "without a month" in page.view.title) == "timeline/2025/month-unknown/"
    )


def of_timeline(told: Digest) -> list[Page]:
    sections = lay_out(told, MASTHEAD, InPlace(), feed_limit=20)
    made = [each for section in sections for each in section.make(MASTHEAD, *section.parts)]
    return [each for each in made if isinstance(each, Page) and each.template == "timeline.html"]


def test_no_file_lists_every_article_and_every_page_is_in_a_sitemap() -> None:
    sections = laid_out(many())
    made = [each for section in sections for each in section.make(MASTHEAD, *section.parts)]
    pages = [each.address for each in made if isinstance(each, Page) and each.indexed and not each.same_as]
    maps = [each.content.decode() for each in made if isinstance(each, File) and each.path.startswith("sitemap-")]

    assert max(text.count("/articles/") for text in maps) <= 20
    assert sorted(pages) == sorted(
        line.partition("</loc>")[0].removeprefix(f"<url><loc>{MASTHEAD.base_url}")
        for text in maps
        for line in text.splitlines()
        if line.startswith("<url>")
    )


def test_to_lay_out_a_site_loads_no_library() -> None:
    libraries = "{'babel', 'jinja2', 'markupsafe', 'feedgen', 'lxml'} & set(sys.modules)"
    script = f"import sys; import generator.pages.layout, generator.pages.render; print({libraries})"

    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
