"""`dateline list` and `dateline check`: what is there, and what may be wrong. Nothing is written."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from generator.build import Draft, build, make_draft, make_suggestions, rehearse
from generator.checks import contrast, excerpts, feeds, links, nesting
from generator.commands.columns import in_columns
from generator.commands.opening import open_config, open_workshop, read_clock
from generator.commands.telling import counted, fault_as_json, show, tell, tell_faults
from generator.config import Config
from generator.errors import errors_among
from generator.events.suggestions import Suggestion
from generator.files import relative
from generator.model import Article, When


def list_(options: argparse.Namespace) -> int:
    """List events, articles, or articles without a date."""
    config, faults = open_config(options)
    with open_workshop(config, options) as workshop:
        if options.what == "suggestions":
            return _show_suggestions(make_suggestions(config, workshop.executor), config, options)
        draft = make_draft(config, workshop.executor, now=read_clock(None))
    rows = list(_ROWS[options.what](draft))
    if options.json:
        show(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        show(*in_columns([[_cell(name, value) for name, value in row.items()] for row in rows]))
    if not rows and not options.quiet:
        tell(f"No {options.what}{' articles' * (options.what == 'undated')} here.")
    errors = errors_among((*faults, *draft.faults, *draft.article_faults))
    tell_faults(errors)
    return 1 if errors else 0


def _cell(name: str, value: Any) -> str:
    return counted(len(value), name.removesuffix("s")) if isinstance(value, list) else str(value or "")


def _show_suggestions(suggestions: Iterable[Suggestion], config: Config, options: argparse.Namespace) -> int:
    """Show what the machine would put right, each as the lines that do it."""
    suggestions = tuple(suggestions)
    if options.json:
        show(json.dumps([asdict(each) for each in suggestions], ensure_ascii=False, indent=1))
    for each in suggestions if not options.json else ():
        path = relative(config.root, config.content / "events" / f"{each.event}.md")
        why = "reads like one event with these" if each.kind == "merge" else "reads like another event than these"
        show(f"# {path}: {why}", f"{each.kind}: [{', '.join(each.names)}]")
    if not suggestions and not options.quiet:
        tell("No suggestions: the events are those that their articles would be grouped into today.")
    return 0


def check(options: argparse.Namespace) -> int:
    """Tell all that may be wrong with the site."""
    config, faults = open_config(options)
    now = read_clock(None)
    with open_workshop(config, options) as workshop:
        report = build(config, workshop.executor, rehearse, now=now, faults=faults)
    files = report.site.files
    found = (
        *links.check(files, config.masthead.base_url),
        *nesting.check(files),
        *contrast.check(files),
        *feeds.check(files, now=now),
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
            "articles": [article.stem for article in entry.event.articles],
            "title": entry.headline.text,
        }


def _stories(draft: Draft) -> Iterable[dict[str, Any]]:
    for story in draft.digest.stories:
        yield {"id": story.id, "events": [entry.event.id for entry in story.entries], "title": story.title}


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


def _drafts(draft: Draft) -> Iterable[dict[str, Any]]:
    for event in draft.held_back:
        word = event.editorial
        why = "withdrawn" if word and word.status == "withdrawn" else "draft" if word and word.draft else "not read yet"
        yield {
            "id": event.id,
            "date": _value(event.when),
            "why": why,
            "articles": [article.stem for article in event.articles],
            "title": word.title if word and word.title else event.articles[0].title,
        }
    for left in draft.left_out:
        if left.why == "draft":
            yield {"id": left.stem, "path": left.path, "why": "draft", "title": left.title}


def _undated(draft: Draft) -> Iterable[dict[str, Any]]:
    for left in draft.left_out:
        if left.why == "undated":
            yield {"id": left.stem, "path": left.path, "title": left.title, "mend": left.mend}


def _value(when: When | None) -> str | None:
    return when.value if when else None


_ROWS: Mapping[str, Callable[[Draft], Iterable[dict[str, Any]]]] = {
    "events": _events,
    "stories": _stories,
    "articles": _articles,
    "drafts": _drafts,
    "undated": _undated,
}
