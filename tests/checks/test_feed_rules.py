"""Each rule of the feed validators finds a planted fault."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.build import make_site
from generator.checks import feeds
from generator.config import load_config
from generator.executors import InPlace
from generator.pages.model import File, file_of
from tests.golden import NOW, SITES


@pytest.fixture(scope="module")
def made() -> Mapping[str, File]:
    config, _ = load_config(SITES / "harbour")
    return make_site(config, InPlace(), now=NOW).files


def faults_of(path: str, text: str, now: str = NOW) -> set[str]:
    return {fault.message for fault in feeds.check({path: file_of(path, text)}, now=now)}


CASES = [
    ("feed.xml", 'version="2.0"', 'version="0.91"', "is not RSS 2.0"),
    ("feed.xml", 'rel="self"', 'rel="next"', "says 0 times where it stands itself (a link with rel 'self')"),
    ("feed.xml", "harbour/feed.xml", "harbour/rss", "says that it stands at 'https://digest.example/harbour/rss'"),
    ("feed.xml", 'isPermaLink="false"', "", "a guid that is no address does not say so (isPermaLink)"),
    ("feed.xml", "Sun, 01 Feb 2026 12:00:00 +0000", "1 February 2026", "pubDate: '1 February 2026' is no date"),
    ("feed.xml", "01 Feb 2026 12:00:00", "01 Feb 2027 12:00:00", "pubDate: 'Sun, 01 Feb 2027 12:00:00 +0000' has yet"),
    ("feed.xml", "tag:digest.example,2000:", "bridge ", "the id 'bridge event/2024-03"),
    ("feed.xml", "<p>Sources:</p>", '<p style="x">Sources:</p>', "content has a 'style' attribute"),
    ("feed.xml", "<p>Sources:</p>", '<p onclick="x()">Sources:</p>', "content has a 'onclick' attribute"),
    ("feed.xml", "<p>Sources:</p>", "<script>x()</script>", "content has a 'script' element"),
    ("feed.xml", "<p>Sources:</p>", '<a href="../x/">x</a>', "content has an address that is not full: '../x/'"),
    ("atom.xml", "<name>A. Editor</name>", "", "the feed has no author"),
    ("atom.xml", '<content type="html">', '<content type="CDATA">', "content of type 'CDATA' is none of Atom's"),
    ("atom.xml", "2026-02-01T12:00:00+00:00", "2026-02-01", "updated: '2026-02-01' is no date that feeds know"),
    ("atom.xml", "2026-02-01T12:00:00+00:00", "2026-02-31T12:00:00Z", "updated: '2026-02-31"),
    ("atom.xml", 'href="https://digest.example/harbour/events/', 'href="/events/', "an item's link is no full"),
    ("feed.json", '"date_published": "2026-02-01T12:00:00Z"', '"date_published": ""', "an item has no date_published"),
    ("feed.json", '"id": "', '"no": "', "an id is missing"),
    ("feed.json", '"content_html"', '"content"', "an item has no content"),
    ("feed.json", '"home_page_url"', '"home"', "the feed's home_page_url is no full address: ''"),
    ("feed.json", "version/1.1", "version/9", "is no JSON Feed (its version is none)"),
    ("feed.json", '"items": [', '"items": {', "is no JSON: "),
    ("feed.xml", "<?xml version='1.0' encoding='UTF-8'?>", "<!DOCTYPE rss>", "has a DOCTYPE"),
    ("feed.xml", "<?xml version='1.0' encoding='UTF-8'?>", "", "does not begin with an XML declaration"),
    ("feed.xml", "Sun, 01 Feb 2026", "Mon, 01 Feb 2026", "pubDate: 'Mon, 01 Feb 2026 12:00:00 +0000' was no Mon"),
    ("feed.xml", "Sun, 01 Feb 2026", "Mon, 01 Feb 1982", "pubDate: 'Mon, 01 Feb 1982 12:00:00 +0000' is older"),
    ("feed.xml", "<generator>", "<generator/><generator>", "does not keep to the schema 'rss'"),
    ("feed.xml", "<language>en<", "<language>English please<", "does not keep to the schema 'rss'"),
    ("feed.xml", "<generator>", "<maker/><generator>", "does not keep to the schema 'rss'"),
    ("feed.xml", "<dc:creator>A. Editor<", "<author>A. Editor</author><dc:creator>A. Editor<", "does not keep to"),
    ("feed.xml", "<description>Open Record", "<description> </description><x>Open Record", "is not well-formed"),
    ("atom.xml", "<generator>", "<generator/><generator>", "does not keep to the schema 'atom'"),
    ("atom.xml", 'type="text/html"', 'type="html"', "does not keep to the schema 'atom'"),
    ("atom.xml", 'xml:lang="en"', 'xml:lang="en_GB"', "does not keep to the schema 'atom'"),
    ("atom.xml", "<name>A. Editor</name>", "<name> </name>", "does not keep to the schema 'atom'"),
    ("atom.xml", "<generator>", '<link href="https://a.example/" rel="alternate" type="text/html"/><generator>',
     "has 2 links of rel 'alternate' and type 'text/html'"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "was", "now", "fault"), CASES, ids=[case[3][:40] for case in CASES])
def test_a_feed_that_breaks_a_rule_is_found(
    made: Mapping[str, File], path: str, was: str, now: str, fault: str
) -> None:
    sound = made[path].content.decode()
    assert was in sound
    assert faults_of(path, sound) == set()

    assert any(message.startswith(fault) for message in faults_of(path, sound.replace(was, now)))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"version": 1}', "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")]
)
def test_what_is_no_feed_at_all_is_a_fault_and_no_crash(text: str) -> None:
    assert faults_of("feed.json", text)
    assert faults_of("feed.xml", text)
