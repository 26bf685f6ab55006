"""Files of many articles: JSON lines, lists, feeds."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.formats.feed import read_feed
from generator.articles.formats.json_lines import read_json, read_json_lines
from generator.articles.formats.records import clean_record, without_tracking
from generator.articles.intake import import_pages
from generator.articles.receipts import Receipt, Refused

STORY = """\
The harbour bridge will close for six weeks from Monday while its cables are replaced, the port authority said.

"We have put this off for long enough," said the authority's director, Ada Holm, at a meeting in the town hall.

Ferries will run every ten minutes, and drivers are asked to take the tunnel or to leave their cars at home."""
MARKUP = "".join(f"<p>{paragraph}</p>\n" for paragraph in STORY.split("\n\n"))
RECORD = {"title": "Harbour bridge to close", "date": "2019-03-04T22:10:00-05:00", "source": "Example Courier"}
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Courier</title><language>en-gb</language>
<link>https://courier.example/</link>
<item><media:title>A picture</media:title><title>Harbour bridge to close</title>
<link>https://courier.example/bridge?utm_source=rss</link><guid>courier-17</guid>
<pubDate>Mon, 04 Mar 2019 23:10:00 GMT</pubDate><dc:creator>Per Lund</dc:creator>
<description>The bridge closes.</description><content:encoded><![CDATA[{MARKUP}]]></content:encoded></item>
<item><title>Market fees rise</title><link>https://courier.example/fees</link>
<description>Fees rise&nbsp;soon.</description></item>
</channel></rss>
"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Courier</title>
<entry><id>tag:courier.example,2019:17</id><title>Harbour bridge to close</title>
<link rel="self" href="https://courier.example/17.xml"/><link href="https://courier.example/bridge"/>
<published>2019-03-04T22:10:00-05:00</published><updated>2019-03-06T10:00:00Z</updated>
<author><name>Per Lund</name><uri>https://courier.example/lund</uri></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content></entry></feed>
"""


def run(folder: Path, **files: str | bytes) -> tuple[Receipt, ...]:
    (folder / "raw").mkdir(exist_ok=True)
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"raw/{stem}.{suffix}").write_bytes(text.encode() if isinstance(text, str) else text)
    return import_pages([folder / "raw"], folder / "articles", root=folder)


def lines(*records: Any) -> str:
    return "".join(f"{record if isinstance(record, str) else json.dumps(record)}\n" for record in records)


def fields(receipt: Receipt) -> dict[str, str]:
    return {fact.field: fact.value for fact in receipt.found}


def test_a_json_line_is_an_article_with_what_it_states_and_its_paragraphs(tmp_path: Path) -> None:
    (receipt,) = run(tmp_path, a_jsonl=lines({**RECORD, "url": "https://courier.example/b?utm_id=7#x", "text": STORY}))

    assert receipt.page == "raw/a.jsonl#https://courier.example/b"
    assert receipt.article == "articles/2019-03-04-harbour-bridge-to-close.md"
    text = (tmp_path / receipt.article).read_text()
    assert (
        "\ndate: 2019-03-04\ndate_basis: page stamp\nsource: Example Courier\nurl: https://courier.example/b?" in text
    )
    assert text.endswith(f"---\n\n{STORY}\n")
    assert ("date", "field 'date': '2019-03-04T22:10:00-05:00'") in {(fact.field, fact.why) for fact in receipt.found}


def test_a_html_field_is_read_as_html_and_a_text_that_is_html_too(tmp_path: Path) -> None:
    one = {**RECORD, "id": "1", "html": MARKUP}
    other = {**RECORD, "id": "2", "source": "Evening Observer", "content": MARKUP}

    for receipt in run(tmp_path, a_ndjson=lines(one, other)):
        assert (tmp_path / receipt.article).read_text().endswith(f"---\n\n{STORY}\n")


def test_a_bad_line_is_named_by_its_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = {**RECORD, "text": STORY}
    receipts = run(
        tmp_path, a_jsonl=lines("{broken", "", "[1]", {"title": "No text"}, good).encode() + b'{"a": "\xff"}\n'
    )

    assert [(receipt.page.partition("#")[0], receipt.outcome) for receipt in receipts] == [
        ("raw/a.jsonl:1", "refused"),
        ("raw/a.jsonl:3", "refused"),
        ("raw/a.jsonl", "refused"),
        ("raw/a.jsonl", "written"),
        ("raw/a.jsonl:6", "refused"),
    ]
    assert "the line is no JSON: Expecting property name" in receipts[0].reason
    assert "no text in it" in receipts[2].reason
    assert "not UTF-8" in receipts[4].reason


def test_a_list_an_object_and_a_json_feed_are_read_too(tmp_path: Path) -> None:
    record = {**RECORD, "text": STORY}
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "x", "content_html": MARKUP}]}

    assert [len(list(read_json(json.dumps(value).encode()))) for value in ([record, record], record, feed)] == [2, 1, 1]
    assert run(tmp_path, a_json=json.dumps([record]))[0].outcome == "written"


def test_names_that_scrapers_use_are_known_and_bad_values_are_left_out(tmp_path: Path) -> None:
    record = {
        "headline": "Harbour bridge to close",
        "date_publish": "4 March 2019",
        "source": "https://courier.example/b",
        "sitename": "Example Courier",
        "authors": [{"name": "Per Lund"}, "Ida Berg"],
        "language": "EN-gb",
        "retrieved": "soon",
        "maintext": STORY,
    }
    (receipt,) = run(tmp_path, a_jsonl=lines(record))

    assert fields(receipt) == {
        "title": "Harbour bridge to close",
        "date": "2019-03-04",
        "source": "Example Courier",
        "author": "Per Lund, Ida Berg",
        "url": "https://courier.example/b",
        "lang": "en-gb",
        "date_basis": "page stamp",
    }


def test_a_day_that_no_calendar_has_is_left_out_with_a_word(tmp_path: Path) -> None:
    (receipt,) = run(tmp_path, pages_jsonl=json.dumps({**RECORD, "date": "2019-02-30", "text": STORY}))

    assert receipt.outcome == "written"
    assert receipt.reason.startswith("date: '2019-02-30' is no day that can be read, so it is left out (")


def test_an_item_of_a_feed_is_an_article_and_a_teaser_is_refused(tmp_path: Path) -> None:
    article, teaser = run(tmp_path, feed_xml=RSS)

    assert article.page == "raw/feed.xml#https://courier.example/bridge"
    assert fields(article) | {"url": ""} == {
        "title": "Harbour bridge to close",
        "date": "2019-03-04",
        "author": "Per Lund",
        "source": "Example Courier",
        "lang": "en-gb",
        "url": "",
        "date_basis": "page stamp",
    }
    assert (tmp_path / article.article).read_text().endswith(f"---\n\n{STORY}\n")
    assert (teaser.outcome, "only a teaser" in teaser.reason) == ("refused", True)


def test_an_atom_entry_is_known_by_its_address_and_dated_by_its_local_day(tmp_path: Path) -> None:
    (receipt,) = run(tmp_path, feed_atom=ATOM)

    assert receipt.page == "raw/feed.atom#https://courier.example/bridge"
    assert [fields(receipt)[name] for name in ("date", "author", "source")] == [
        *("2019-03-04", "Per Lund", "Example Courier")
    ]
    assert (tmp_path / receipt.article).read_text().endswith(f"---\n\n{STORY}\n")


def test_items_put_before_others_change_no_article(tmp_path: Path) -> None:
    first = run(tmp_path, a_jsonl=lines({**RECORD, "text": STORY}))[0].article
    new = {"title": "Market fees rise", "text": STORY.replace("bridge", "market").replace("six", "two")}

    receipts = run(tmp_path, a_jsonl=lines(new, {**RECORD, "text": STORY}))

    assert [(receipt.outcome, receipt.article) for receipt in receipts] == [
        ("written", "articles/market-fees-rise.md"),
        ("unchanged", first),
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("map.xml", '<?xml version="1.0"?><urlset><url/></urlset>', "no RSS or Atom feed but <urlset>"),
        ("none.xml", "no XML at all", "no RSS or Atom feed but no XML"),
        ("bare.xml", "<rss><channel/></rss>", "a feed without items"),
        ("bomb.xml", '<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><item>&a;</item></channel></rss>', "DOCTYPE"),
        ("xxe.rss", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "DOCTYPE"),
        ("data.json", '{"a": [1, 2]}', "no article"),
        ("lines.json", '{"a": 1}\n{"a": 2}\n', ".jsonl"),
        ("broken.json", "{", "no JSON"),
        ("deep.json", "[" * 100_000, "no JSON"),
        ("void.jsonl", "", "empty"),
        ("picture.xml", b"\x89PNG\0", "binary"),
    ],
)
def test_what_is_no_feed_and_no_list_of_articles_is_refused_with_the_reason(
    tmp_path: Path, name: str, data: str | bytes, reason: str
) -> None:
    stem, _, suffix = name.partition(".")

    (receipt,) = run(tmp_path, **{f"{stem}_{suffix}": data})

    assert receipt.outcome == "refused"
    assert reason in receipt.reason
    assert not (tmp_path / "articles").exists()


def test_a_feed_that_breaks_off_gives_what_came_before_and_names_the_line(tmp_path: Path) -> None:
    receipts = run(tmp_path, feed_xml=RSS.partition("<item><title>Market")[0] + "<item><title>Fees")

    assert receipts[0].outcome == "written"
    assert "the feed is broken here" in receipts[-1].reason


def test_what_only_tells_who_followed_an_address_is_no_part_of_it() -> None:
    assert (
        without_tracking("https://a.example/b?id=7&utm_source=x&fbclid=y&page=2#top")
        == "https://a.example/b?id=7&page=2"
    )
    assert without_tracking("https://a.example/b?gclid=1") == "https://a.example/b"


names = st.sampled_from(["text", "title", "html", "date", "url", "author", "items"]) | st.text()
plain = st.none() | st.booleans() | st.floats() | st.text()
anything = st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(names, inner), max_leaves=8)


@given(anything)
def test_whatever_a_line_of_json_holds_it_is_an_article_or_is_refused(value: Any) -> None:
    for record in read_json_lines(json.dumps(value).encode()):
        with suppress(Refused):
            assert clean_record(record).paragraphs


@given(st.text(), st.text())
def test_whatever_a_feed_holds_it_is_items_or_is_refused(one: str, other: str) -> None:
    page = f"<rss><channel><item><title>{one}</title><description>{other}</description></item></channel></rss>"
    for data in (page.encode("utf-8", "surrogatepass"), one.encode("utf-8", "surrogatepass")):
        with suppress(Refused):
            assert list(read_feed(data))
