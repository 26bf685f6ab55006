"""Group any collection into events, without a digest, so that the grouping can be scored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.events.grouping import THRESHOLD, group
from generator.model import Article, When
from generator.text.days import edtf
from generator.text.vectors import terms_of


def group_collection(lines: Iterable[dict[str, Any]], *, threshold: float = THRESHOLD) -> dict[str, list[list[str]]]:
    """Give the events of articles with `id`, `title`, `date`, `source` and `text`; all but `id` may be missing."""
    lines = list(lines)
    articles = {str(line["id"]): (_article(line), line["id"]) for line in lines}
    terms = {
        str(line["id"]): terms_of(line.get("title") or "", (line.get("text") or "").splitlines()) for line in lines
    }
    groups = group([article for article, _ in articles.values()], terms, {}, threshold=threshold)
    return {"events": [[articles[stem][1] for stem in stems] for stems in groups]}


def _article(line: dict[str, Any]) -> Article:
    title, text = line.get("title") or "", line.get("text") or ""
    return Article(
        stem=str(line["id"]),
        path="",
        fingerprint="",
        title=title,
        published=_day(line.get("date") or ""),
        told=None,
        words=len(text.split()),
        source=line.get("source") or "",
    )


def _day(text: str) -> When | None:
    try:
        return When(edtf(text[:10]), "page stamp") if text else None
    except ValueError:
        return None
