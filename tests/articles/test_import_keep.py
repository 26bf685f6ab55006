"""A line that was cut is brought back by one line in the article's head."""

from pathlib import Path

import pytest

from generator.articles.intake import import_pages
from generator.articles.keeping import bring_back
from generator.articles.receipts import Cleaned, Cut, Receipt
from generator.model import Paragraph

PAGE = """Home
Harbour bridge to close for repairs
The harbour bridge will close for six weeks from Monday while its cables are replaced, the port authority said.
"We have put this off for long enough," said the authority's director, Ada Holm, at a meeting in the town hall.
Ferries will run every ten minutes, and drivers are asked to take the tunnel or to leave their cars at home.
Correction: an hour was wrong
Contact us
"""
LINE = "Correction: an hour was wrong"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/bridge.txt").write_text(PAGE)
    return tmp_path / "raw"


def run(raw: Path) -> Receipt:
    (receipt,) = import_pages([raw], raw.parent / "articles", root=raw.parent)
    return receipt


@pytest.mark.parametrize(
    "keep", ["keep: 6", "keep: [6]", 'keep: ["Correction: an"]', "keep:\n    - '6'", "keep:\n  - '6'"]
)
def test_a_line_is_named_by_its_number_or_its_first_words_and_stays(raw: Path, keep: str) -> None:
    article = raw.parent / run(raw).article
    assert LINE not in article.read_text()
    article.write_text(article.read_text().replace("imported:\n", f"imported:\n  {keep}\n"))

    receipt = run(raw)

    assert receipt.outcome == "written"
    assert article.read_text().endswith(f"cars at home.\n\n{LINE}\n")
    assert LINE not in {cut.text for cut in receipt.cuts}
    assert run(raw).outcome == "unchanged"
    (raw / "bridge.txt").write_text(PAGE.replace("six", "eight"))
    assert (run(raw).outcome, LINE in article.read_text(), "eight" in article.read_text()) == ("written", True, True)


def test_what_names_no_cut_line_is_said(raw: Path) -> None:
    article = raw.parent / run(raw).article
    article.write_text(article.read_text().replace("imported:\n", "imported:\n  keep: 99\n"))

    assert run(raw).reason == "keep: '99' is no line that was cut (--receipt shows them)"


def test_a_word_to_the_import_hides_no_other_edit(raw: Path) -> None:
    article = raw.parent / run(raw).article
    article.write_text(article.read_text().replace("imported:\n", "imported:\n  keep: 6\n") + "\n  keep: mine\n")

    assert run(raw).outcome == "edited"


def test_a_line_goes_where_it_stood() -> None:
    cuts = (Cut(1, "above", "x", 0), Cut(1, "in", "x", 1), Cut(1, "side", "x", 1), Cut(1, "below", "x", 2))
    cleaned = Cleaned((Paragraph("one"), Paragraph("two")), (), cuts)

    kept = bring_back(cleaned, ("below", "in", "side", "above"))

    assert [paragraph.text for paragraph in kept.paragraphs] == ["above", "one", "in", "side", "two", "below"]
    assert kept.cuts == ()


def test_without_its_place_a_line_goes_above_or_below_the_article() -> None:
    cuts = (Cut(1, "above", "above the article"), Cut(7, "below", "a copyright notice"))

    kept = bring_back(Cleaned((Paragraph("one"),), (), cuts), ("7", "1"))

    assert [paragraph.text for paragraph in kept.paragraphs] == ["above", "one", "below"]
