"""The feed as a reader program meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest

from generator.build import make_site
from generator.config import load_config
from generator.executors import InPlace
from tests.golden import SITES

Project = Callable[..., Path]


def read(root: Path, now: str = "2026-02-01T12:00:00Z") -> feedparser.FeedParserDict:
    config, _ = load_config(root)
    made = feedparser.parse(make_site(config, InPlace(), now=now).files["feed.xml"].content)
    assert not made.bozo
    return made


def test_an_item_is_an_event_with_its_address_its_sources_and_an_id_for_ever() -> None:
    feed = read(SITES / "harbour")
    item = next(item for item in feed.entries if item.title == "Westhaven closes its harbour bridge")

    assert feed.feed.link == "https://digest.example/harbour/"
    assert item.link == "https://digest.example/harbour/events/2024-03-11-bridge-closed/"
    assert item.id.endswith(":event/2024-03-11-bridge-closed")
    assert not item.guidislink
    assert item.author == "A. Editor"
    assert [tag.term for tag in item.tags] == ["bridge"]
    assert 0 < len(item.summary) <= 300
    assert 'href="https://courier.example/2024/bridge-closed"' in item.content[0].value
    assert "Kestria Press, in Evening Observer" in item.content[0].value


def test_a_foreign_text_says_its_language_and_direction() -> None:
    item = next(item for item in read(SITES / "harbour").entries if "2025-06-01" in item.id)

    assert '<span dir="rtl" lang="ar">إعلان' in item.content[0].value


def test_an_empty_digest_has_a_feed_that_is_valid_and_always_the_same(project: Project) -> None:
    root = project({})

    assert read(root).entries == []
    config, _ = load_config(root)
    one, other = (make_site(config, InPlace(), now=now).files["feed.xml"] for now in ("2026-02-01T12:00:00Z", "2027"))
    assert one.content == other.content


def test_the_newest_fifty_events_stand_in_the_feed(project: Project) -> None:
    event = {"title": "Event", "date": "2026-01-13", "body": "It was."}
    articles = {f"a{number:02}": {**event, "event": f"e{number}"} for number in range(60)}

    assert len(read(project(articles)).entries) == 50
    assert len(read(project(config={"feeds": {"limit": "3"}})).entries) == 3


@pytest.mark.parametrize("title", ["a < b & c > d", "]]> x", "<script>alert(1)</script>", "😀 مرحبا"])
def test_a_hostile_title_stays_text(title: str, project: Project) -> None:
    root = project({"a": {"title": title, "date": "2026-01-13", "body": "It was."}})

    assert read(root).entries[0].title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == title
