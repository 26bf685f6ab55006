"""Group any collection into events, without a digest, so that the grouping can be scored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.events.grouping import group
from generator.model import Article, When
from generator.text.vectors import terms_of


def group_collection(lines: Iterable[dict[str, Any]]) -> dict[str, list[list[str]]]:
    """Give the events of articles with `id`, `title`, `date`, `source` and `text`; all but `id` may be missing."""
    return {"events": [list(stems) for stems in group([_article(line) for line in lines], {})]}


def _article(line: dict[str, Any]) -> Article:
    title, text = line.get("title") or "", line.get("text") or ""
    return Article(
        stem=line["id"],
        path="",
        fingerprint="",
        title=title,
        published=_day(line.get("date") or ""),
        told=None,
        words=len(text.split()),
        terms=terms_of(title, text.splitlines()),
        source=line.get("source") or "",
    )


def _day(text: str) -> When | None:
    day = re.match(r"\d{4}-\d\d-\d\d", text)
    return When(day.group(), "page stamp") if day else None
