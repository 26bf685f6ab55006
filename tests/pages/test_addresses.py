from __future__ import annotations

from posixpath import relpath
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model import Citation, Statement
from generator.pages.addresses import anchor_of, link, source_addresses, statement_anchor

BASE = "https://digest.example/harbour/"


@pytest.mark.parametrize(
    ("here", "to", "pretty", "file"),
    [
        ("", "timeline/", "timeline/", "timeline/index.html"),
        ("", "", "./", "index.html"),
        ("events/x/", "", "../../", "../../index.html"),
        ("events/x/", "events/y/", "../y/", "../y/index.html"),
        ("events/x/", "feed.xml", "../../feed.xml", "../../feed.xml"),
        ("events/x/", "events/x/#sources", "#sources", "#sources"),
        ("events/x/", "about/#subscribe", "../../about/#subscribe", "../../about/index.html#subscribe"),
        ("timeline/", "events/برج/", "../events/%D8%A8%D8%B1%D8%AC/", "../events/%D8%A8%D8%B1%D8%AC/index.html"),
        ("404.html", "timeline/", "/harbour/timeline/", "/harbour/timeline/index.html"),
    ],
)
def test_links_are_relative_so_that_a_site_works_anywhere(here: str, to: str, pretty: str, file: str) -> None:
    assert link(BASE, "pretty", here, to) == pretty
    assert link(BASE, "file", here, to) == file


NAMES = st.lists(st.sampled_from(["events", "e", "events-2", "برج", "a b", "index.html"]), max_size=4)
PLACES = st.tuples(NAMES, st.booleans()).map(lambda parts: "/".join(parts[0]) + "/" * (parts[1] and bool(parts[0])))


@given(PLACES, PLACES)
def test_a_link_leads_where_the_path_library_leads(here: str, to: str) -> None:
    assume(not here.startswith(f"{to}/"))  # no file has the name of a folder
    near = relpath(f"/{to}", f"/{here.rpartition('/')[0]}")
    folder = to.endswith("/") or not to

    assert link(BASE, "pretty", here, to) == quote(near.rstrip("/") + "/" if folder else near)


def test_sources_whose_names_come_out_alike_have_addresses_of_their_own() -> None:
    addresses = source_addresses(["The Post", "the post!", "Gazette", ""])

    assert len(set(addresses.values())) == 4
    assert addresses["Gazette"] == "sources/gazette/"
    assert addresses[""] == "sources/not-named/"


def test_a_statement_is_known_by_its_words_not_by_its_place() -> None:
    said = Statement("The bridge opened.", "The bridge opened.", (Citation("a", 1, 1),))
    moved = Statement("The bridge  opened.", "… bridge opened.", (Citation("b", 3, 2),))

    assert statement_anchor(said) == statement_anchor(moved)


def test_a_file_name_that_is_no_anchor_is_made_one() -> None:
    assert anchor_of("bridge-opens") == "bridge-opens"
    assert " " not in anchor_of("bridge opens")
    assert anchor_of("bridge opens") != anchor_of("bridge-opens")
