"""Group any collection into events, without a digest, so that the grouping can be scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from generator.articles.read import make_article
from generator.events.grouping import THRESHOLD, group
from generator.model import Article, Paragraph
from generator.text.days import edtf
from generator.text.language import guess_language
from generator.text.vectors import terms_of


def group_collection(lines: Iterable[dict[str, Any]], *, threshold: float = THRESHOLD) -> dict[str, list[list[str]]]:
    """Give the events of articles with `id`, `title`, `date`, `source` and `text`; all but `id` may be missing."""
    lines = list(lines)
    articles = {str(line["id"]): (_article(line), line["id"]) for line in lines}
    terms = {
        stem: terms_of(line.get("title") or "", (line.get("text") or "").splitlines(), articles[stem][0].lang)
        for stem, line in zip(articles, lines, strict=True)
    }
    groups = group([article for article, _ in articles.values()], terms, {}, threshold=threshold)
    return {"events": [[articles[stem][1] for stem in stems] for stems in groups]}


def _article(line: dict[str, Any]) -> Article:
    """Give an article as a build reads it once it was imported."""
    title, text = line.get("title") or "", line.get("text") or ""
    known = {"source": line.get("source") or "", "lang": guess_language(text), "date": _day(line.get("date") or "")}
    values = {"title": title, "date_basis": "page stamp", **{name: value for name, value in known.items() if value}}
    article = make_article("", "", values, tuple(map(Paragraph, filter(str.strip, text.splitlines()))))
    return replace(article, stem=str(line["id"]))


def _day(text: str) -> str:
    try:
        return edtf(text[:10])
    except ValueError:
        return ""
