"""Pages as HTML. They are read with the extra that `pip install 'dateline[html]'` brings."""

import sys
from pathlib import Path
from time import process_time

import pytest

from generator.articles.formats.html import read_html
from generator.articles.receipts import Refused
from generator.model import Paragraph

BODY = """<p>The harbour bridge will close for six weeks from Monday while its cables are replaced, they said.</p>
<p>Ferries will run every ten minutes, and drivers are asked to take the tunnel or leave their cars at home.</p>
<p>&ldquo;We have put this off for long enough,&rdquo; said Ada Holm, who directs the port.</p>"""
HEAD = """<title>Harbour bridge to close - The Courier</title><meta property="og:site_name" content="The Courier">
<meta property="og:title" content="Harbour bridge to close"><link rel="canonical" href="https://courier.example/a/1">"""


def web(body: str = BODY, head: str = HEAD, above: str = "<h1>Harbour bridge to close</h1>") -> bytes:
    frame = "<nav><a href='/'>Home</a></nav>{}<article>{}</article><footer>Imprint</footer>"
    return f"<!doctype html><html><head>{head}</head><body>{frame.format(above, body)}</body></html>".encode()


@pytest.fixture(autouse=True)
def _extra() -> None:
    pytest.importorskip("trafilatura", reason="the extra 'html' is not installed", exc_type=ImportError)


def found(page: bytes) -> dict[str, str]:
    return {fact.field: fact.value for fact in read_html(page).found}


def test_an_article_is_taken_out_of_its_page() -> None:
    cleaned = read_html(web())
    assert [paragraph.text[:12] for paragraph in cleaned.paragraphs] == ["The harbour ", "Ferries will", "“We have put"]
    assert found(web()) == {
        "title": "Harbour bridge to close",
        "source": "The Courier",
        "url": "https://courier.example/a/1",
        "lang": "en",
    }


def test_the_standfirst_below_the_first_heading_stays() -> None:
    deck = "Cables of the harbour bridge are replaced while drivers take the tunnel"
    above = f"<h1>Bridge to close</h1><p class='deck'>{deck}</p><p>By Ada Holm</p>"
    assert read_html(web(above=above)).paragraphs[0] == Paragraph(deck, "standfirst")


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('{"@type": "NewsArticle", "datePublished": "2019-03-04T23:30:00-05:00"}', "2019-03-04"),
        ('{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "datePublished": "2019-03-04"}]}', "2019-03-04"),
        ('{"@type": "NewsArticle", "datePublished": "yesterday"}', None),
        ("{not json", None),
        ("[" * 100_000, None),
    ],
)
def test_the_day_is_the_one_that_the_markup_writes(markup: str, day: str | None) -> None:
    head = f'{HEAD}<script type="application/ld+json">{markup}</script>'
    assert found(web(head=head)).get("date") == day


def test_a_date_of_another_article_in_the_page_is_not_taken() -> None:
    assert "date" not in found(web(above="<h1>Harbour bridge to close</h1><time datetime='2011-01-01'>old</time>"))


def test_the_site_is_cut_off_the_title_when_it_has_no_heading() -> None:
    assert found(web(head=HEAD.replace("og:title", "x"), above=""))["title"] == "Harbour bridge to close"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("<h1>Port: bridge shut</h1><h2><span>Traffic</span> <span>Harbour bridge to close</span></h2>", None),
        ("<h1>Port: bridge shut</h1><hgroup><p>Traffic</p><h2>Harbour bridge to close</h2></hgroup>", None),
        ("<h1><span>Traffic</span>Harbour bridge to close</h1>", "Traffic / Harbour bridge to close"),
        ("<h1>News</h1><h1>Harbour bridge to close</h1>", None),
    ],
)
def test_the_headline_is_told_from_its_kicker(above: str, title: str | None) -> None:
    head = HEAD.replace('"og:title" content="', '"og:title" content="Traffic / ') if title else HEAD
    assert found(web(head=head, above=above))["title"] == (title or "Harbour bridge to close")


@pytest.mark.parametrize(
    ("heading", "named", "title"),
    [
        ("Harbour bridge to close", "Traffic news: Harbour bridge to close", "Harbour bridge to close"),
        ("Traffic: Harbour bridge to close", "Harbour bridge to close", "Harbour bridge to close"),
        ("Harbour bridge to close", "Harbour bridge to close : The Courier", "Harbour bridge to close"),
        ("World news: Traffic", "Traffic", "World news: Traffic"),
    ],
)
def test_a_heading_and_the_markup_may_agree_in_part(heading: str, named: str, title: str) -> None:
    head = f'<meta property="og:title" content="{named}"><title>World news: Traffic</title>'
    assert found(web(head=head, above=f"<h1>{heading}</h1>"))["title"] == title


def test_a_title_worded_for_search_engines_stands_behind_the_headline_that_is_shown() -> None:
    head = "<title>Bridge closure dates, ferry times and tunnel tolls - The Courier</title>"
    assert found(web(head=head))["title"] == "Harbour bridge to close"


def test_entities_in_a_json_headline_are_read() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ada&#039;s bridge"}</script>'
    assert found(web(head=head, above=""))["title"] == "Ada's bridge"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://courier.example/", "/a/1", "data:text/html,x"])
def test_only_a_plain_address_of_the_article_is_recorded(address: str) -> None:
    assert "url" not in found(web(head=HEAD.replace("https://courier.example/a/1", address)))


@pytest.mark.parametrize(
    "comment",
    [
        "saved from url=(0028)https://courier.example/a/2",
        "\n Page saved with SingleFile \n url: https://courier.example/a/2 ",
    ],
)
def test_the_address_that_a_browser_saved_a_page_from_counts_where_the_page_tells_none(comment: str) -> None:
    page = web(head=HEAD.replace("canonical", "icon")).replace(b"<html>", f"<!-- {comment} --><html>".encode())
    assert found(page)["url"] == "https://courier.example/a/2"


def test_a_page_in_another_encoding_is_read_as_it_declares() -> None:
    page = web(BODY.replace("Ada", "Åsa"), f'<meta charset="iso-8859-1">{HEAD}').decode().encode("latin-1")
    cleaned = read_html(page)
    assert "Åsa" in cleaned.paragraphs[-1].text
    assert cleaned.notes == ("read as iso-8859-1, as the page declares",)


def test_cuts_name_the_line_of_the_file() -> None:
    page = web(above="\n\n<h1>Harbour bridge to close</h1>\n<p>Share</p>\n")
    assert (5, "Share") in {(cut.line, cut.text) for cut in read_html(page).cuts}


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<",
        b"<html></html>",
        b"<!-- -->",
        b"<div>" * 50_000,
        b"<ul>" + b"<li><a href='/x'>Minister resigns</a></li>" * 50 + b"</ul>",
        b"\xff\xfe<\x00h\x00",
        b"GIF89a\x00\x00",
    ],
)
def test_a_page_without_an_article_is_refused(page: bytes) -> None:
    with pytest.raises(Refused):
        read_html(page)


@pytest.mark.parametrize(
    "hostile",
    [
        "<table>" + "<tr><td colspan=100000 rowspan=100000>x</td></tr>" * 500 + "</table>",
        "<h1><span>" * 2_000 + "Harbour bridge to close",
        "<div>" * 20_000 + "<span>x</span>" * 2_000,
        "<iframe src=//evil.example></iframe><img src=x onerror=alert(1)><a href=javascript:alert(1)>x</a>",
    ],
    ids=["colspan", "headings", "nesting", "scripts"],
)
def test_hostile_markup_costs_no_more_than_seconds_and_leaves_nothing(hostile: str) -> None:
    start = process_time()
    cleaned = read_html(web(BODY + hostile))
    assert process_time() - start < 5
    assert not any(mark in paragraph.text for paragraph in cleaned.paragraphs for mark in "<>")


@pytest.mark.parametrize("first", ["", """x="<'" """])
def test_a_tag_with_a_hundred_thousand_attributes_is_refused_before_it_is_parsed(first: str) -> None:
    tag = f"<p {first}" + " ".join(f"a{number}=1" for number in range(100_000)) + ">"
    start = process_time()
    with pytest.raises(Refused, match="attributes"):
        read_html(web(tag + BODY))
    assert process_time() - start < 1


def test_no_file_or_address_is_opened_for_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of the house")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + web(BODY.replace("Ada", "&x; Ada")).decode()
    assert not any("secret of" in paragraph.text for paragraph in read_html(page.encode()).paragraphs)


def test_a_hostile_page_is_survived() -> None:
    page = web(BODY + "<b>" * 20_000 + "&#x202e;&#0;&#xd800;<script>alert(1)</script>" + "<td>" * 2_000)
    assert len(read_html(page).paragraphs) == 3


def test_without_the_extra_the_page_is_refused_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(Refused, match=r"pip install 'dateline\[html\]'"):
        read_html(web())
