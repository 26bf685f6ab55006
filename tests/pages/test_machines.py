"""What machines read: linked data, microformats, citations, files for hosts, the page that lists them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree, html

from generator.build import make_site
from generator.config import load_config
from generator.executors import InPlace
from generator.model import Citation, Digest
from generator.pages.citing import cite
from generator.pages.feeds import hosting
from generator.pages.feeds.formats import FORMATS
from generator.pages.linked_data import MOST_CITED, linked_entry
from generator.pages.model import File
from tests.golden import NOW, SITES
from tests.pages.invented_digest import MASTHEAD, article, entry

BASE = "https://digest.example/harbour/"
EVENT = "events/2024-03-11-bridge-closed/"


@pytest.fixture(scope="module")
def made() -> Mapping[str, File]:
    config, _ = load_config(SITES / "harbour")
    return make_site(config, InPlace(), now=NOW).files


def page(made: Mapping[str, File], path: str) -> html.HtmlElement:
    return html.document_fromstring(made[path].content)


def test_an_event_page_is_linked_data_of_quotations_and_the_articles_they_cite(made: Mapping[str, File]) -> None:
    told = json.loads(page(made, f"{EVENT}index.html").findtext(".//script[@type='application/ld+json']"))

    assert (told["@type"], told["url"], told["temporalCoverage"]) == ("WebPage", BASE + EVENT, "2024-03-11")
    first = told["mainEntity"]["itemListElement"][0]["item"]
    assert first["@type"] == "Quotation"
    cited = next(each for each in told["citation"] if each["@id"] == first["citation"][0]["@id"])
    assert cited["publisher"]["name"] == "Evening Observer"
    assert cited["creator"]["name"] == "Kestria Press"
    assert "NewsArticle" not in json.dumps(told)


def test_no_text_ends_the_element_that_it_stands_in() -> None:
    told = linked_entry(MASTHEAD, entry("e", "2026-01-12", headline="</script><!--<script>& \u2028"))

    assert not re.search("[<>&]", told)
    assert json.loads(told)["name"] == "</script><!--<script>& \u2028"


def test_an_event_of_many_articles_leaves_most_to_its_data() -> None:
    told = entry("e", "2026-01-12", *(article(f"a{number}", "2026-01-13") for number in range(200)))
    everybody = tuple(Citation(each.stem, 1, 1) for each in told.event.articles)
    said = replace(told.statements[0], citations=everybody), replace(told.statements[0], citations=everybody[-1:])
    text = linked_entry(MASTHEAD, replace(told, statements=said))
    named = [each["@id"] for each in json.loads(text)["citation"]]
    quoted = [each["item"]["citation"] for each in json.loads(text)["mainEntity"]["itemListElement"]]

    assert len(named) == len(quoted[0]) == MOST_CITED
    assert quoted[1] == [{"@id": "#source-a199"}]
    assert {each["@id"] for cited in quoted for each in cited} <= {*named}
    assert len(text) < 8000


def test_every_page_that_is_indexed_says_what_it_is_to_who_links_to_it(made: Mapping[str, File]) -> None:
    for path in (path for path in made if path.endswith(".html")):
        tree = page(made, path)
        if tree.xpath("//meta[@name='robots']"):
            continue
        told = {each.get("property"): each.get("content") for each in tree.xpath("//meta[@property]")}
        assert told["og:url"] == tree.xpath("//link[@rel='canonical']/@href")[0], path
        assert told["og:title"], path
        assert told["og:description"], path


def test_every_page_leads_to_every_feed(made: Mapping[str, File]) -> None:
    for path in (path for path in made if path.endswith(".html")):
        found = page(made, path).xpath("//link[@rel='alternate'][contains(@type, '+')]/@type")
        assert found == [feed.media_type for feed in FORMATS.values()], path


@pytest.mark.parametrize("path", ["index.html", "timeline/index.html"])
def test_a_list_of_events_is_an_h_feed_of_entries(path: str, made: Mapping[str, File]) -> None:
    (feed,) = page(made, path).find_class("h-feed")
    entries = feed.find_class("h-entry")

    assert len(entries) == 4
    for each in entries:
        assert len(each.find_class("p-name")) == len(each.find_class("u-url")) == 1


def test_an_event_page_is_one_h_entry_with_its_address_and_instants(made: Mapping[str, File]) -> None:
    (event,) = page(made, f"{EVENT}index.html").find_class("h-entry")
    cited = event.find_class("h-cite")

    assert [each.find_class("p-name")[0].text_content() for each in cited] == [
        "Harbour bridge closed after cracks are found",
        "Cracks in pillars shut Westhaven harbour bridge",
    ]
    for each in cited:  # what stands in them is theirs, not the event's
        each.drop_tree()
    assert [each.get("href") for each in event.find_class("u-url")] == [BASE + EVENT]
    assert event.find_class("p-name")[0].text == "Westhaven closes its harbour bridge"
    assert [each.get("datetime") for each in event.find_class("dt-published")] == [NOW]


def test_a_citation_names_the_day_of_the_last_change() -> None:
    masthead = replace(MASTHEAD, author="R. Lindqvist & Sons")
    told = cite(masthead, "50% off_{x}", "https://digest.example/events/2026-01-12-x/", "2026-02-03T12:00:00Z")

    assert told.text == "R. Lindqvist & Sons (ed.), “50% off_{x}”, Harbour News, 3 February 2026,"
    assert told.bibtex == (
        "@misc{2026-01-12-x,\n"
        "  editor = {{R. Lindqvist \\& Sons}},\n"
        "  title = {{50\\% off\\_\\{x\\}}},\n"
        "  howpublished = {{Harbour News}},\n"
        "  year = {2026},\n  month = {2},\n  day = {3},\n"
        "  url = {https://digest.example/events/2026-01-12-x/}\n}"
    )
    (csl,) = json.loads(told.csl)
    assert csl["issued"] == {"date-parts": [[2026, 2, 3]]}


def fields_of(made: Mapping[str, File], term: str) -> set[str]:
    """Give the names that the subscribe page has for the fields of a file."""
    (told,) = page(made, "subscribe/index.html").xpath(
        f"//dt[starts-with(normalize-space(), '{term}')]/following-sibling::dd[1]"
    )
    return {each.text for each in told.xpath("./code | ./p/code")}


def test_the_subscribe_page_names_every_field_of_the_data(made: Mapping[str, File]) -> None:
    event = json.loads(made[f"{EVENT}event.json"].content)
    year = json.loads(made["timeline/2024.json"].content)

    def missing(value: Mapping[str, Any], term: str) -> set[str]:
        return set(value) - fields_of(made, term)

    assert missing(event, "events/") == set()
    assert missing(event["articles"][0], "articles") == set()
    assert missing(event["grouped"] or {}, "grouped") == set()
    assert missing({**event["summary"][0], **event["summary"][0]["citations"][0]}, "summary") == set()
    assert missing({name: value for day in event["background"] for name, value in day.items()}, "background") == set()
    assert missing(event["date"], "date") == set()
    assert missing(year["events"][0], "timeline/YYYY.json") == set()


def test_a_sitemap_speaks_only_for_what_lies_below_it(made: Mapping[str, File]) -> None:
    index = etree.fromstring(made["sitemap.xml"].content)
    maps = [element.text.removeprefix(BASE) for element in index.iter("{*}loc")]

    assert sorted(maps) == sorted(path for path in made if path.startswith("sitemap-"))
    assert all("/" not in path for path in maps)
    assert made["robots.txt"].content.decode().endswith(f"Sitemap: {BASE}sitemap.xml\n")


def test_hosts_are_told_the_types_of_feeds_and_to_leave_the_files_alone(made: Mapping[str, File]) -> None:
    headers = made["_headers"].content.decode()

    assert "/*\n  X-Content-Type-Options: nosniff\n" in headers
    assert "/atom.xml\n  Content-Type: application/atom+xml; charset=utf-8\n" in headers
    assert made[".nojekyll"].content == b""
    assert "_redirects" not in made


def test_a_merged_event_is_redirected_for_good() -> None:
    digest = Digest((), (), redirects=(("2026-01-12-بلد", "2026-01-11-town"),))
    sections = hosting.sections(digest)
    files = {
        file.path: file
        for section in sections
        for file in section.make(MASTHEAD, *section.parts)
        if isinstance(file, File)
    }

    assert files["_redirects"].content == (
        b"/events/2026-01-12-%D8%A8%D9%84%D8%AF/ https://digest.example/events/2026-01-11-town/ 301\n"
    )
