"""`dateline list` and `dateline check`: what is there, and what may be wrong. Nothing is written."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from typing import Any

from generator.build import Draft, build, make_draft, rehearse
from generator.checks import excerpts, feeds, links
from generator.commands.opening import open_config, open_workshop, read_clock
from generator.commands.telling import fault_as_json, show, tell, tell_faults
from generator.errors import errors_among
from generator.model import Article, When
from generator.pages.wording import counted


def list_(options: argparse.Namespace) -> int:
    """List events, articles, or articles without a date."""
    config, faults = open_config(options)
    with open_workshop(config, options) as workshop:
        draft = make_draft(config, workshop.executor, now=read_clock(None))
    rows = list({"events": _events, "articles": _articles, "undated": _undated}[options.what](draft))
    if options.json:
        show(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            show("  ".join(_cell(value) for value in row.values() if value))
    if not rows and not options.quiet:
        tell(f"No {options.what}{' articles' * (options.what == 'undated')} here.")
    errors = errors_among((*faults, *draft.faults, *draft.article_faults))
    tell_faults(errors)
    return 1 if errors else 0


def _cell(value: Any) -> str:
    return counted(len(value), "article") if isinstance(value, list) else str(value)


def check(options: argparse.Namespace) -> int:
    """Tell all that may be wrong with the site."""
    config, faults = open_config(options)
    with open_workshop(config, options) as workshop:
        report = build(config, workshop.executor, rehearse, now=read_clock(None), faults=faults)
    files = report.site.files
    found = (
        *links.check(files, config.masthead.base_url),
        *feeds.check(files),
        *excerpts.check(report.site.draft.digest, config.excerpt, config.full_sources),
    )
    faults = (*report.faults, *found)
    if options.json:
        show(json.dumps([fault_as_json(fault) for fault in faults], ensure_ascii=False, indent=1))
    else:
        tell_faults(faults)
    if not options.quiet:
        errors = len(errors_among(faults))
        told = f"{counted(errors, 'fault')} and {counted(len(faults) - errors, 'warning')} found"
        tell(f"{counted(len(files), 'file')} checked, {told}.")
    return 1 if errors_among(faults) else 0


def _events(draft: Draft) -> Iterable[dict[str, Any]]:
    for entry in draft.digest.entries:
        yield {
            "id": entry.event.id,
            "date": _value(entry.event.when),
            "place": entry.event.place or None,
            "title": entry.headline.text,
            "articles": [article.stem for article in entry.event.articles],
        }


def _articles(draft: Draft) -> Iterable[dict[str, Any]]:
    told = [(article, entry.event.id) for entry in draft.digest.entries for article in entry.event.articles]
    for article, event in sorted(told, key=lambda pair: pair[0].stem):
        yield {**_article(article), "event": event}


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.stem,
        "date": _value(article.published),
        "source": article.source or None,
        "origin": article.origin or None,
        "title": article.title,
    }


def _undated(draft: Draft) -> Iterable[dict[str, Any]]:
    for left in draft.left_out:
        if left.why == "undated":
            yield {"id": left.stem, "path": left.path, "title": left.title, "mend": left.mend}


def _value(when: When | None) -> str | None:
    return when.value if when else None
