"""The pages of the demo digest, cleaned: each expected article lies in tests/cases/import."""

from pathlib import Path

import pytest

from generator.articles.intake import import_pages

PROJECT = Path(__file__).parents[2]
CASES = PROJECT / "tests" / "cases" / "import"
PAGES = sorted((PROJECT / "content" / "raw").glob("*.txt"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_raw_page_becomes_the_article_that_an_editor_would_make_of_it(page: Path, tmp_path: Path) -> None:
    copy = tmp_path / "content" / "raw" / page.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(page.read_bytes())

    (receipt,) = import_pages([copy], tmp_path / "articles", root=tmp_path)

    written = tmp_path / receipt.article
    assert written.read_text(encoding="utf-8") == (CASES / f"{page.stem}.md").read_text(encoding="utf-8")


def test_every_page_has_its_expected_article() -> None:
    assert [page.stem for page in PAGES] == sorted(case.stem for case in CASES.glob("*.md"))
