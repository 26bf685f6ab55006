"""The data files: JSON as the library would write it, CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.executors import InPlace
from generator.model import Month, Statement, When
from generator.pages.feeds.data import event_data, month_rows, year_tables
from generator.pages.model import Section, file_of
from generator.pages.render import render
from generator.pages.theme import open_theme
from tests.pages.invented_digest import MASTHEAD, article, entry

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.sampled_from([None, When("2025-01", "inferred")]))
def test_an_event_is_json_as_the_library_writes_it(title: str, text: str, tags: list[str], day: When | None) -> None:
    told = replace(article("a", "2025-01-13", title=title), tags=tuple(tags), url=text, published=day)
    made = entry("opening", "2025-01-13", told, headline=title)
    made = replace(made, statements=(Statement(text, text, made.statements[0].citations),) if text else ())
    content = event_data(MASTHEAD, made).content.decode()

    assert content == json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n"
    assert json.loads(content)["articles"][0]["url"] == (text or None)
    assert json.loads(content)["articles"][0]["tags"] == tags
    assert [statement["text"] for statement in json.loads(content)["summary"]] == [text] * bool(text)


def test_a_year_is_a_table_in_json_and_csv() -> None:
    january = Month(1, (entry("opening", "2025-01-13", headline="=HYPERLINK(1)"), entry("closing", "2025-01-14")))
    march = Month(3, (entry("reopening", "2025-03-02"),))
    as_json, as_csv = year_tables(MASTHEAD, 2025, *[month_rows(MASTHEAD.base_url, each) for each in (january, march)])
    rows = list(csv.DictReader(io.StringIO(as_csv.content.decode(), newline="")))
    content = as_json.content.decode()

    assert content == json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n"
    assert [row["id"] for row in json.loads(content)["events"]] == [row["id"] for row in rows]
    assert [row["id"] for row in rows] == ["opening", "closing", "reopening"]
    assert rows[0]["title"] == "'=HYPERLINK(1)"
    assert (rows[0]["cited_article"], rows[0]["cited_paragraph"]) == ("opening-a", "1")
    assert rows[0]["statement"] == json.loads(content)["events"][0]["statement"] == "The opening opened."


def test_a_year_without_a_date_says_so() -> None:
    undated = entry("lighthouse", "2025-01-13")
    undated = replace(undated, event=replace(undated.event, when=None, place=""))
    as_json, as_csv = year_tables(MASTHEAD, 0, month_rows(MASTHEAD.base_url, Month(0, (undated,))))

    assert (as_json.path, as_csv.path) == ("timeline/undated.json", "timeline/undated.csv")
    assert json.loads(as_json.content)["year"] is None
    assert json.loads(as_json.content)["events"][0]["date"] is None


def test_what_need_not_be_kept_is_made_again_when_it_is_asked_for() -> None:
    january = Month(1, (entry("opening", "2025-01-13"),))
    sections = [
        Section(year_tables, (year, month_rows("https://a.example/", january)), kept=False) for year in range(9)
    ]
    files, _ = render(sections, open_theme(Path("not there")), MASTHEAD, lambda _: "", InPlace())

    assert len(files) == 18
    assert all(file_of(file.path, file.content).fingerprint == file.fingerprint for file in files)
    assert json.loads(files[0].content)["year"] is None
