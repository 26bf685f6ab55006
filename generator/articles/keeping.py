"""Bring cut lines back that the editor wants in the article: `imported: {keep: [12, "The minister's"]}`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from generator.articles.receipts import Cleaned, Cut
from generator.model import Paragraph

# What stands above an article, where a format does not tell places.
_ABOVE = ("above the article", "the title", "the date")


def bring_back(cleaned: Cleaned, keep: Sequence[str]) -> Cleaned:
    """Give a cleaned page with the lines that `keep` names, by their number in the page or by how they begin."""
    back = [cut for cut in cleaned.cuts if any(_is_named(cut, words) for words in keep)]
    missed = [words for words in keep if not any(_is_named(cut, words) for cut in back)]
    notes = [f"keep: '{words}' is no line that was cut (--receipt shows them)" for words in missed]
    paragraphs = list(enumerate(cleaned.paragraphs, start=1))
    # A line goes behind the paragraph that stands before it, and lines there stay in their order.
    kept = [(_place(cut, len(paragraphs)), Paragraph(cut.text)) for cut in back]
    return replace(
        cleaned,
        paragraphs=tuple(paragraph for _, paragraph in sorted([*paragraphs, *kept], key=itemgetter(0))),
        cuts=tuple(cut for cut in cleaned.cuts if cut not in back),
        notes=(*cleaned.notes, *notes),
    )


def _is_named(cut: Cut, words: str) -> bool:
    return str(cut.line) == words if words.isdecimal() else cut.text.startswith(words)


def _place(cut: Cut, paragraphs: int) -> int:
    return cut.after if cut.after >= 0 else 0 if cut.rule in _ABOVE else paragraphs
