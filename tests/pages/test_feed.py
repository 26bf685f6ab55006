"""The feeds as a reader program meets them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.build import make_site
from generator.checks import feeds
from generator.config import load_config
from generator.executors import InPlace
from generator.model import Editorial
from generator.pages.feeds.feed import feed_section
from generator.pages.feeds.formats import FORMATS
from generator.pages.feeds.items import Channel, item_of
from generator.pages.model import Feed, File
from generator.text.characters import harmless, one_line
from tests.golden import SITES
from tests.pages.invented_digest import MASTHEAD, article, entry

Project = Callable[..., Path]
NOW = "2026-02-01T12:00:00Z"


def files_of(root: Path, now: str = NOW) -> Mapping[str, File]:
    config, _ = load_config(root)
    return make_site(config, InPlace(), now=now).files


def read(root: Path, path: str = "feed.xml") -> feedparser.FeedParserDict:
    made = feedparser.parse(files_of(root)[path].content)
    assert not made.bozo
    return made


def read_json(root: Path) -> Any:
    return json.loads(files_of(root)["feed.json"].content)


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml"])
def test_an_item_is_an_event_with_its_address_its_sources_and_an_id_for_ever(path: str) -> None:
    feed = read(SITES / "harbour", path)
    item = next(item for item in feed.entries if item.title == "Westhaven closes its harbour bridge")

    assert feed.feed.link == "https://digest.example/harbour/"
    assert item.link == "https://digest.example/harbour/events/2024-03-11-bridge-closed/"
    assert item.id == "tag:digest.example,2000:event/2024-03-11-bridge-closed"
    assert [tag.term for tag in item.tags] == ["bridge"]
    assert 0 < len(item.summary) <= 300
    assert 'href="https://courier.example/2024/bridge-closed"' in item.content[0].value
    assert "Kestria Press, in Evening Observer" in item.content[0].value
    assert item.published_parsed[:5] == (2026, 2, 1, 12, 0)


def test_rss_names_the_editor_and_an_id_that_is_no_address() -> None:
    item = read(SITES / "harbour").entries[0]

    assert item.author == "A. Editor"
    assert not item.guidislink


def test_atom_tells_when_an_event_was_updated_and_in_what_language_its_title_is() -> None:
    feed = read(SITES / "harbour", "atom.xml")
    foreign = next(item for item in feed.entries if "2025-06-01" in item.id)

    assert feed.feed.author == "A. Editor"
    assert [(link.rel, link.type) for link in feed.entries[0].links] == [("alternate", "text/html")]
    assert foreign.updated_parsed[:3] == (2026, 2, 1)
    assert (feed.entries[0].title_detail.language, foreign.title_detail.language) == ("en", "ar")


def test_the_json_feed_holds_what_the_others_hold() -> None:
    files = files_of(SITES / "harbour")
    told, rss = json.loads(files["feed.json"].content), etree.fromstring(files["feed.xml"].content)

    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == "https://digest.example/harbour/feed.json"
    assert [item["id"] for item in told["items"]] == [guid.text for guid in rss.iter("guid")]
    assert [item["content_html"] for item in told["items"]] == [each.text for each in rss.iter("{*}encoded")]
    assert told["items"][0]["date_published"] == NOW
    assert "tags" not in told["items"][0]


def test_what_is_quoted_in_a_description_names_who_says_it() -> None:
    items = {item["url"].rsplit("/", 2)[1]: item["summary"] for item in read_json(SITES / "harbour")["items"]}

    assert items["2024-03-11-bridge-closed"].startswith("Kestria Press, in Evening Observer: “Inspectors found")


def test_a_foreign_text_says_its_language_and_direction() -> None:
    item = next(item for item in read(SITES / "harbour").entries if "2025-06-01" in item.id)

    assert item.content[0].value.startswith('<div dir="ltr" lang="en">')
    assert '<span dir="rtl" lang="ar">إعلان' in item.content[0].value


def test_what_the_editor_says_comes_first_and_its_links_lead_to_full_addresses(project: Project) -> None:
    root = project(
        {"a": {"title": "Bridge", "date": "2026-01-13", "event": "b", "body": "The bridge opened on Monday."}},
        files={
            "content/events/b.md": "---\nsummary: At last.\n---\nSee [the other](../c/) and [them](https://o.example/?a=1&b=2).\n"
        },
    )
    told = read_json(root)["items"][0]

    assert told["summary"] == "At last."
    before, _, _ = told["content_html"].partition("The bridge opened")
    assert '<a href="https://digest.example/events/c/">the other</a>' in before
    assert '<a href="https://o.example/?a=1&amp;b=2">them</a>' in before


def test_an_empty_digest_has_feeds_that_are_valid_and_always_the_same(project: Project) -> None:
    root = project({})
    one, other = files_of(root), files_of(root, now="2027-03-01T00:00:00Z")

    assert read(root).entries == read(root, "atom.xml").entries == read_json(root)["items"] == []
    for path in ("feed.xml", "atom.xml", "feed.json"):
        assert one[path].content == other[path].content
    assert list(feeds.check(one, now=NOW)) == []


def test_the_newest_fifty_events_stand_in_the_feeds(project: Project) -> None:
    event = {"title": "Event", "date": "2026-01-13", "body": "It was."}
    articles = {f"a{number:02}": {**event, "event": f"e{number}"} for number in range(60)}

    assert len(read(project(articles)).entries) == 50
    assert len(read(project(config={"feeds": {"limit": "3"}}), "atom.xml").entries) == 3


def test_only_the_formats_that_are_wanted_are_made_and_linked(project: Project) -> None:
    files = files_of(project({}, config={"feeds": {"formats": ["json", "rss"]}}))

    assert {"feed.xml", "feed.json"} <= files.keys()
    assert "atom.xml" not in files
    home = files["index.html"].content.decode()
    assert home.index("application/rss+xml") < home.index("application/feed+json")
    assert "atom" not in home


def test_a_format_that_there_is_not_is_an_error(project: Project) -> None:
    _, faults = load_config(project({}, config={"feeds": {"formats": ["rss", "xml"]}}))

    assert [fault.message for fault in faults] == ["feeds: formats: 'xml' is not known (valid: atom, json, rss)"]


@pytest.mark.parametrize("title", ["a < b & c > d", "]]> x", "<script>alert(1)</script>", "😀 مرحبا", "x" * 500])
def test_a_hostile_title_stays_text(title: str, project: Project) -> None:
    root = project({"a": {"title": title, "date": "2026-01-13", "body": "It was."}})

    for path in ("feed.xml", "atom.xml"):
        shown = read(root, path).entries[0].title
        assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == title
    assert read_json(root)["items"][0]["title"] == title
    assert list(feeds.check(files_of(root), now=NOW)) == []


def test_an_event_of_many_articles_leaves_most_to_its_page() -> None:
    told = entry("bridge", "2026-01-12", *(article(f"a{number}", "2026-01-13") for number in range(200)))
    content = item_of(MASTHEAD, told).content

    assert content.count("News of a") == 29
    assert '<a href="https://digest.example/events/bridge/#sources">171 more</a>' in content


WORDS = st.text(max_size=60).map(one_line)


@given(WORDS, WORDS, WORDS, st.text(max_size=200).map(harmless), st.lists(WORDS.filter(bool), max_size=3))
def test_whatever_the_words_are_the_feeds_are_sound(
    title: str, source: str, place: str, text: str, tags: list[str]
) -> None:
    told = entry("bridge", "2026-01-12", replace(article("a", "2026-01-13", title=title or "x"), source=source))
    word = Editorial("bridge", "", summary=place, note=title, text=text)
    articles = tuple(replace(each, tags=tuple(tags)) for each in told.event.articles)
    told = replace(told, event=replace(told.event, articles=articles, place=place, editorial=word))
    items = [item_of(MASTHEAD, told)]

    assert len(items[0].description) <= 300
    for kind in FORMATS.values():
        section = feed_section(kind, Channel(title or "x", place, ""), items)
        files = {file.path: file for file in section.make(MASTHEAD, *section.parts) if isinstance(file, File)}
        assert list(feeds.check(files)) == []


@pytest.mark.parametrize("kind", FORMATS.values(), ids=lambda kind: kind.name)
def test_a_feed_of_any_events_stands_at_any_address(kind: Feed) -> None:
    feed = kind._replace(address=f"stories/bridge/{kind.address}")
    items = [item_of(MASTHEAD, entry("bridge", "2026-01-12"))]
    section = feed_section(feed, Channel("The bridge", "", "stories/bridge/"), items)

    (file,) = section.make(MASTHEAD, *section.parts)

    assert isinstance(file, File)
    assert file.path == feed.address
    assert b"https://digest.example/stories/bridge/" in file.content
    assert list(feeds.check({file.path: file}, now="2026-03-01T00:00:00Z")) == []
