"""Microformats as a parser of them reads the pages: entries, their dates, authors and the sources that they cite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import mf2py
import pytest

from generator.build import make_site
from generator.config import load_config
from generator.executors import InPlace
from generator.pages.model import File
from tests.golden import NOW, SITES

BASE = "https://digest.example/harbour/"


@pytest.fixture(scope="module")
def made() -> Mapping[str, File]:
    config, _ = load_config(SITES / "harbour")
    return make_site(config, InPlace(), now=NOW).files


def items(made: Mapping[str, File], address: str) -> list[dict[str, Any]]:
    read = mf2py.parse(doc=made[f"{address}index.html"].content.decode(), url=BASE + address)
    found: list[dict[str, Any]] = read["items"]
    return found


def test_an_event_is_an_entry_with_a_name_dates_an_address_and_an_author(made: Mapping[str, File]) -> None:
    address = "events/2024-03-11-bridge-closed/"
    (entry,) = items(made, address)
    told = entry["properties"]

    assert entry["type"] == ["h-entry"]
    assert told["url"] == [BASE + address]
    assert told["published"] == told["updated"] == ["2026-02-01T12:00:00Z"]
    assert [each["value"] for each in told["author"]] == ["A. Editor"]
    assert len(told["name"]) == 1
    assert told["summary"]


def test_the_sources_of_an_event_are_citations_with_their_outlets_and_days(made: Mapping[str, File]) -> None:
    (entry,) = items(made, "events/2024-03-11-bridge-closed/")
    cited = [each["properties"] for each in entry["children"] if each["type"] == ["h-cite"]]

    assert [each["publication"] for each in cited] == [["Example Courier"], ["Evening Observer"]]
    assert all(len(each["name"]) == 1 and each["published"][0].startswith("2024-03") for each in cited)


def test_the_home_page_is_a_feed_of_entries(made: Mapping[str, File]) -> None:
    (feed,) = items(made, "")
    entries = [each["properties"] for each in feed["children"]]

    assert feed["type"] == ["h-feed"]
    assert [f"{BASE}events/2026-01-12-bridge-opens/"] in [each["url"] for each in entries]
    assert all(len(each["name"]) == len(each["url"]) == 1 for each in entries)
