"""Summarise any collection, so that quality can be measured on texts that are not in this repository."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.events.entries import make_report
from generator.events.summarisers import coverage
from generator.model import Article, Paragraph, Report, When
from generator.text.days import edtf
from generator.text.language import guess_language


def summarise_collection(lines: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Give `{id: [verbatim sentence, ...]}` for lines `{id, documents: [{title, date, source, text}]}`."""
    return {str(line["id"]): [each.verbatim for each in coverage.summarise(_reports(line))] for line in lines}


def _reports(line: dict[str, Any]) -> tuple[Report, ...]:
    return tuple(_report(str(number), document) for number, document in enumerate(line["documents"]))


def _report(stem: str, document: dict[str, Any]) -> Report:
    text = document.get("text") or ""
    article = Article(
        stem=stem,
        path=f"{stem}.md",
        fingerprint="",
        title=document.get("title") or "",
        published=_day(document.get("date") or ""),
        told=None,
        words=len(text.split()),
        source=document.get("source") or "",
        lang=document.get("lang") or guess_language(text),
    )
    return make_report(article, [Paragraph(line) for line in text.split("\n") if line.strip()])


def _day(text: str) -> When | None:
    try:
        return When(edtf(text), "page stamp")
    except ValueError:
        return None
