"""Each check finds a planted fault, and finds nothing on a sound site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.build import Site, make_site
from generator.checks import excerpts, feeds, links
from generator.config import load_config
from generator.errors import Fault
from generator.events.excerpts import Excerpt
from generator.executors import InPlace
from generator.pages.model import File, file_of
from tests.golden import NOW, SITES

BASE = "https://digest.example/harbour/"


@pytest.fixture(scope="module")
def site() -> Site:
    config, _ = load_config(SITES / "harbour")
    return make_site(config, InPlace(), now=NOW)


def with_page(site: Site, path: str, html: str) -> dict[str, File]:
    return {**site.files, path: file_of(path, html.encode())}


def words(found: Iterator[Fault]) -> list[str]:
    return [f"{fault.path}: {fault.message}" for fault in found]


def test_a_sound_site_has_no_faults(site: Site) -> None:
    assert words(links.check(site.files, BASE)) == []
    assert words(feeds.check(site.files)) == []
    assert words(excerpts.check(site.draft.digest, Excerpt(), frozenset({"Open Record"}))) == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<p><a href="../nowhere/">x</a></p>', "link '../nowhere/' leads nowhere"),
        ('<p><a href="/harbour/nowhere/">x</a></p>', "link '/harbour/nowhere/' leads nowhere"),
        ('<p><a href="/elsewhere/">x</a></p>', "link '/elsewhere/' leads nowhere"),
        (f'<p><a href="{BASE}gone/">x</a></p>', f"link '{BASE}gone/' leads nowhere"),
        ('<p><a href="../about/#no-such">x</a></p>', "link '../about/#no-such' leads to no such place on its page"),
        ('<p id="a"></p><p id="a"></p>', "id 'a' stands twice"),
        ('<img src="https://other.example/a.png" alt="">', "asks another host for https://other.example/a.png"),
        ('<link rel="stylesheet" href="//other.example/a.css">', "asks another host for //other.example/a.css"),
    ],
)
def test_a_link_id_or_request_that_is_wrong_is_found(site: Site, html: str, fault: str) -> None:
    files = with_page(site, "x/index.html", f"<!doctype html><title>x</title>{html}")

    assert words(links.check(files, BASE)) == [f"site/x/index.html: {fault}"]


def test_links_that_are_right_are_left_alone(site: Site) -> None:
    html = '<title>x</title><a href="../about/#method">x</a> <a href="mailto:a@b.example">m</a> <a href="https://o.example/">o</a>'

    assert words(links.check(with_page(site, "x/index.html", html), BASE)) == []


def test_a_page_of_the_editors_that_is_blank_is_no_fault(site: Site) -> None:
    assert words(links.check(with_page(site, "verify.html", " \n"), BASE)) == []


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        (b"</channel>", b"", "is not well-formed"),
        (b"<link>https://digest.example/harbour/events", b"<link>/events", "an item's link is no full address"),
        (b"<guid", b"<id", "is not well-formed"),
        (b"event/2024-03-11", b"event/2026-01-12", "stands twice"),
        (b"<description>", b"<about>", "is not well-formed"),
    ],
)
def test_a_feed_that_a_reader_would_stumble_over_is_found(site: Site, was: bytes, now: bytes, fault: str) -> None:
    feed = site.files["feed.xml"].content.replace(was, now)
    if fault == "stands twice":
        feed = feed.replace(b"-bridge-closed</guid>", b"-bridge-opens</guid>")

    found = words(feeds.check({"feed.xml": file_of("feed.xml", feed)}))

    assert any(fault in each for each in found)


def test_an_article_of_which_too_much_is_shown_is_found(site: Site) -> None:
    rule = Excerpt(max_words=5, max_share=0.01, least=5)

    found = words(excerpts.check(site.draft.digest, rule, frozenset({"Open Record"})))

    assert found
    assert all("words of it are shown, 5 may be" in each for each in found)
    free = replace(site.draft.digest, entries=())
    assert words(excerpts.check(free, rule, frozenset())) == []
