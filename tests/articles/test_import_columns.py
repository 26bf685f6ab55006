"""Columns that a text browser has laid out side by side."""

import pytest

from generator.articles.cleaning.columns import main_column
from generator.articles.formats.text import read_text

ARTICLE = [
    "Harbour bridge to close",
    "The harbour bridge will close for six weeks from Monday while its cables are replaced, the port said.",
    "Ferries will run every ten minutes, and drivers are asked to take the tunnel or to stay at home.",
    '"We have put this off for long enough," said Ada Holm, who directs the port and its four hundred workers.',
    "The tunnel under the harbour will be free of charge until the bridge is open again, the council decided.",
]
BESIDE = ["Home", "Minister resigns over expenses", "", "A tiger was seen near the school on Tuesday.", "Contact us"]


def rows(left: list[str], right: list[str]) -> str:
    width = max(map(len, left)) + 9
    return "\n".join(f"{one:{width}}{other}".rstrip() for one, other in zip(left, right, strict=True))


@pytest.mark.parametrize("page", [rows(ARTICLE, BESIDE), rows(BESIDE, ARTICLE)], ids=["right", "left"])
def test_what_stands_beside_the_article_is_cut_and_named(page: str) -> None:
    cleaned = read_text(page.encode())
    assert [paragraph.text for paragraph in cleaned.paragraphs] == ARTICLE[1:]
    assert next(fact.value for fact in cleaned.found if fact.field == "title") == ARTICLE[0]
    assert [(cut.line, cut.text) for cut in cleaned.cuts if cut.rule == "another column"] == [
        (number, words) for number, words in enumerate(BESIDE, start=1) if words
    ]


@pytest.mark.parametrize(
    "page",
    [
        "\n".join(ARTICLE),
        "\n".join(f"          {line}" for line in ARTICLE),
        rows(["Tunnel", "Ferry", "Bridge"], ["4.20", "3.10", "free"]),
        "\n".join(line.replace(", ", ",         ") for line in ARTICLE[1:3]),
        "",
    ],
    ids=["prose", "indented", "a table of figures", "two lines", "nothing"],
)
def test_a_page_of_one_column_stays_as_it_is(page: str) -> None:
    assert main_column(page) == (page, {})
