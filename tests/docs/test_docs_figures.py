"""Figures that documents give are those of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.events import likeness
from generator.events.grouping import THRESHOLD
from generator.pages.listed_sources import MOST_LISTED, PER_PAGE
from generator.pages.views import LONG
from generator.text.vectors import BACKGROUND, LEAD_WORDS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("theming.md", f"more than {MOST_LISTED} articles tell of, {PER_PAGE} a page"),
        ("editing.md", f"more than {LONG} are spread over a page a year"),
        ("grouping-quality.md", f"(in use: {THRESHOLD:.2f}".replace("0.", ".")),
        ("grouping-quality.md", f"the lead is 60 words ({LEAD_WORDS})"),
        ("grouping-quality.md", f"ease 3 ({likeness.EASE})"),
        ("grouping-quality.md", f"30 of an article's terms looked up ({likeness.MOST_KEYS})"),
        ("grouping-quality.md", f"only 100 back ({likeness.STRETCH})"),
        ("grouping-quality.md", f"no background documents ({BACKGROUND})"),
    ],
)
def test_a_figure_in_a_document_is_the_one_in_use(document: str, words: str) -> None:
    assert words in " ".join((DOCS / document).read_text("utf-8").split())
