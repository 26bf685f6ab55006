"""Bad input: whatever stands in titles, names and addresses, pages stay whole, readable and safe."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import html5lib
import pytest
from lxml import html

from generator.build import make_site
from generator.checks import feeds, links
from generator.config import load_config
from generator.executors import InPlace
from generator.pages.model import File
from tests.golden import NOW

Project = Callable[..., Path]
SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(1)>javascript:alert(1)\"'"
BIDI = "abc \u202egnp.exe\u2066 \u2069\u200f"
ARTICLES: Mapping[str, Mapping[str, Any]] = {
    "words": {"title": "Harbour " * 62, "source": "S" * 200, "body": "The harbour was closed on Monday."},
    "unbroken": {"title": "x" * 500, "source": "A", "place": "y" * 200, "body": "Ships waited outside for hours."},
    "emoji": {"title": "🌉🚢 👩‍👩‍👧‍👦 🏴‍☠️" * 9, "source": "🗞️", "body": "Nobody could say what the signs meant."},
    "script": {"title": SCRIPT, "source": SCRIPT, "author": SCRIPT, "place": SCRIPT, "tags": [SCRIPT], "body": SCRIPT},
    "bidi": {"title": BIDI, "source": BIDI, "place": BIDI, "body": f"{BIDI} was the name of the file that came."},
    "nameless": {"title": "Nobody says who wrote this", "body": "The lighthouse keeper kept his notes to himself."},
    "arabic": {
        "title": "إعلان نتائج انتخابات المجلس",
        "lang": "ar",
        "source": "صحيفة",
        "body": "أعلنت اللجنة النتائج.",
    },
    "controls": {"title": "a\x85b\u2028c\ufeff", "source": "A", "body": "A line\u2028and another\x85 came with it."},
    "acting": {"title": "Acts", "url": "javascript:alert(1)", "body": "The council spoke of the bridge."},
    "secret": {"title": "Secret", "url": "https://me:pass@a.example/", "body": "A treaty was signed at the port."},
    "spaces": {"title": "Spaces", "url": "https://a.example/x y?<z>", "body": "Two ferries ran late all morning."},
    "script-of-others": {
        "title": "Cyrillic",
        "url": "https://пример.example/статья?q=ü",
        "body": "Fishermen protested.",
    },
    "percent": {"title": "Per cent", "url": "https://a.example/?q=100%&r=%zz%20", "body": "Prices rose by a tenth."},
    "data": {"title": "Data", "url": "data:text/html,<script>1</script>", "body": "Engineers inspected the pillars."},
}
MASTHEAD = {"title": f"{SCRIPT} {BIDI}", "description": SCRIPT, "author": SCRIPT, "contact": "javascript:alert(1)"}


def made(root: Path) -> Mapping[str, File]:
    config, _ = load_config(root)
    site = make_site(config, InPlace(), now=NOW)
    assert [fault for fault in site.faults if fault.weight == "error"] == []
    return site.files


@pytest.fixture
def hostile(project: Project) -> Mapping[str, File]:
    articles = {stem: {"date": "2026-01-13", **article} for stem, article in ARTICLES.items()}
    return made(project(articles, MASTHEAD))


def pages(files: Mapping[str, File]) -> dict[str, html.HtmlElement]:
    return {path: html.document_fromstring(file.content) for path, file in files.items() if path.endswith(".html")}


def test_every_page_is_whole(hostile: Mapping[str, File]) -> None:
    for path, file in hostile.items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(file.content, transport_encoding="utf-8")
    assert list(links.check(hostile, "https://digest.example/")) == []
    assert list(feeds.check(hostile, now=NOW)) == []


def test_no_page_has_what_acts(hostile: Mapping[str, File]) -> None:
    for path, page in pages(hostile).items():
        assert {element.get("type") for element in page.iter("script")} <= {"application/ld+json"}, path
        assert not page.xpath("//img | //iframe | //form | //object | //@style"), path
        assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")], path
        for block in page.iter("script"):
            json.loads(block.text)


def test_links_lead_to_plain_addresses(hostile: Mapping[str, File]) -> None:
    for path, page in pages(hostile).items():
        for address in page.xpath("//a/@href"):
            parts = urlsplit(address)
            assert parts.scheme in {"", "http", "https", "mailto"}, path
            assert "@" not in parts.netloc, path
            assert not set(' <>"') & set(address), path


def test_an_address_is_linked_in_any_script_and_not_at_all_where_it_is_none(hostile: Mapping[str, File]) -> None:
    linked = {
        str(address) for page in pages(hostile).values() for address in page.xpath("//a[@class='u-url p-name']/@href")
    }

    assert {address for address in linked if "digest.example" not in address} == {
        "https://пример.example/статья?q=ü",
        "https://a.example/?q=100%25&r=%25zz%20",
    }


def test_what_a_reader_program_makes_of_a_description_is_text(hostile: Mapping[str, File]) -> None:
    read = feedparser.parse(hostile["feed.xml"].content, sanitize_html=False)
    told = [html.fromstring(f"<div>{text}</div>") for text in (item.description for item in [read.feed, *read.entries])]

    assert len(told) > 5
    assert [each.tag for description in told for each in description.iterdescendants()] == []
    assert any("<script>alert(1)</script>" in description.text for description in told)


def test_no_words_of_a_feed_look_like_an_act(hostile: Mapping[str, File]) -> None:
    items = json.loads(hostile["feed.json"].content)["items"]
    told = [item["content_html"] for item in items]

    assert any("javascript&#58;alert(1)" in each for each in told)
    assert not [each for each in told if re.search(r"\son\w+\s*=|javascript:", each, re.IGNORECASE)]


def test_no_sign_that_turns_the_text_around_reaches_a_page_or_a_feed(hostile: Mapping[str, File]) -> None:
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\x85")
    for path, file in hostile.items():
        if not path.startswith("assets/"):
            assert not turning & set(file.content.decode()), path


def test_a_source_without_a_name_says_so(hostile: Mapping[str, File]) -> None:
    page = pages(hostile)["sources/not-named/index.html"]

    assert "Nobody says who wrote this" in page.text_content()


@pytest.mark.parametrize("count", [0, 1])
def test_a_digest_of_one_article_or_of_none_is_whole(count: int, project: Project) -> None:
    article = {"title": "The bridge opened", "date": "2026-01-13", "body": "The bridge opened on Tuesday."}
    root = project({"bridge": article} if count else {}, files={"content/articles/.keep": ""})
    files = made(root)

    assert list(links.check(files, "https://digest.example/")) == []
    assert list(feeds.check(files, now=NOW)) == []
    assert (
        sum(path.count("/") == 2 and path.startswith("events/") and path.endswith(".html") for path in files) == count
    )
    assert {"index.html", "404.html", "timeline/index.html", "stories/index.html", "sources/index.html"} <= files.keys()
