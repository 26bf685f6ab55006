"""Pages as HTML. They are read with the extra that `pip install 'dateline[html]'` brings."""

import sys

import pytest

from generator.articles.formats.html import read_html
from generator.articles.receipts import Refused

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


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://courier.example/", "/a/1", "data:text/html,x"])
def test_only_a_plain_address_of_the_article_is_recorded(address: str) -> None:
    assert "url" not in found(web(head=HEAD.replace("https://courier.example/a/1", address)))


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


def test_a_hostile_page_is_survived() -> None:
    page = web(BODY + "<b>" * 20_000 + "&#x202e;&#0;&#xd800;<script>alert(1)</script>" + "<td>" * 2_000)
    assert len(read_html(page).paragraphs) == 3


def test_without_the_extra_the_page_is_refused_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(Refused, match=r"pip install 'dateline\[html\]'"):
        read_html(web())
