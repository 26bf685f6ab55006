"""`dateline explain`: why articles are one event, and what is known of an article. Nothing is written."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from generator.articles.read import LeftOut, Reading, StaleError, read_paragraphs
from generator.build import find, read_content
from generator.commands.explanations import Summary, article_sentences, event_sentences, summary_sentences
from generator.commands.opening import open_config, open_workshop, read_clock
from generator.commands.telling import show
from generator.config import Config
from generator.errors import DigestError, Fault
from generator.events.entries import stand_ins, write_entries
from generator.events.find import Found
from generator.events.ledger import Ledger
from generator.events.reasons import Reasons, Tie, reasons_of
from generator.executors import InPlace
from generator.model import Article, Event, Statement, When
from generator.pages.languages import english
from generator.text.guesses import did_you_mean


@dataclass(frozen=True, slots=True)
class _Known:
    """What an explanation draws on: the articles, the ledger as it is, the events as the next build has them."""

    config: Config
    reading: Reading
    ledger: Ledger
    found: Found

    def event(self, event_id: str) -> Event | None:
        """Give an event, whether it is told or held back."""
        return next((event for event in (*self.found.events, *self.found.held_back) if event.id == event_id), None)

    def homes(self) -> dict[str, str]:
        """Give the event of each article."""
        events = (*self.found.events, *self.found.held_back)
        return {article.stem: event.id for event in events for article in event.articles}

    def summary(self, event: Event) -> Summary:
        """Give the statements of an event's summary, each with those that would come in if it were dropped."""
        config = self.config
        texts = partial(read_paragraphs, config.root)
        free = config.full_sources
        entries, _ = write_entries(
            [event], texts, config.summarise, InPlace(), excerpt=config.excerpt, full_sources=free
        )
        rules = config.summarise, config.excerpt, tuple(sorted(free))
        return [each for entry in entries for each in stand_ins(texts, *rules, entry)]

    def reasons(self, event: Event) -> Reasons:
        """Give why an event is one."""
        grouping = self.config.grouping
        return reasons_of(
            event,
            self.homes(),
            self.reading.articles,
            self.reading.terms(),
            partial(read_paragraphs, self.config.root),
            self.ledger.lines.get(event.id),
            threshold=grouping.threshold,
            window_days=grouping.window_days,
        )


def explain(options: argparse.Namespace) -> int:
    """Explain an event or an article."""
    config, _ = open_config(options)
    with open_workshop(config, options) as workshop:
        try:
            content = read_content(config, workshop.executor)
            found = find(config, content, workshop.executor, now=read_clock(None))
            known = _Known(config, content.reading, content.ledger, found)
            data, sentences = (_event if options.what == "event" else _article)(options.id, known)
        except StaleError as error:
            raise DigestError(Fault(str(error), 0, "was saved just now (ask again)")) from None
    if options.json:
        show(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        show(*sentences)
    return 0


def _event(event_id: str, known: _Known) -> tuple[dict[str, Any], Iterable[str]]:
    merged = known.found.ledger.merged().get(event_id, "")
    event = known.event(merged or event_id)
    if event is None:
        raise DigestError(Fault(event_id, 0, _no_event(event_id, known)))
    reasons = known.reasons(event)
    sentences = [f"{event_id} was merged into {merged} by the editor.", ""] if merged else []
    summary = known.summary(event)
    data = {**_event_data(reasons), "summary": [_statement_data(*each) for each in summary]}
    return data, (*sentences, *event_sentences(english(), reasons), *summary_sentences(summary))


def _no_event(event_id: str, known: _Known) -> str:
    if event_id in known.found.ledger.lines:
        homes = known.homes()
        line = known.found.ledger.lines[event_id]
        now = sorted({homes[stem] for stem in (*line.articles, *line.left) if stem in homes})
        return f"has no articles any more{'; they are in ' * bool(now)}{', '.join(now)}"
    ids = [event.id for event in (*known.found.events, *known.found.held_back)]
    return f"is no event's id{_close(event_id, ids, 'events')}"


def _close(name: str, names: Sequence[str], what: str) -> str:
    shown = f"'dateline list {what}' shows the ids"
    return f" ({did_you_mean(name, names) or shown})"


def _article(name: str, known: _Known) -> tuple[dict[str, Any], Iterable[str]]:
    stem = name.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
    left = next((left for left in known.reading.left_out if left.stem == stem), None)
    if left:
        return _left_data(left), [f"{left.path} is left out: {left.why} ({left.mend})."]
    home = known.event(known.homes().get(stem, ""))
    if home is None:
        names = [*known.homes(), *(left.stem for left in known.reading.left_out)]
        raise DigestError(Fault(stem, 0, f"is no article's file name{_close(stem, names, 'articles')}"))
    reasons = known.reasons(home)
    tie = next(tie for tie in reasons.members if tie.article.stem == stem)
    return _article_data(tie, reasons), article_sentences(english(), tie, reasons)


def _event_data(reasons: Reasons) -> dict[str, Any]:
    event, line = reasons.event, reasons.line
    return {
        "id": event.id,
        "articles": [_tie_data(tie) for tie in reasons.members],
        "close": round(reasons.close, 4),
        "threshold": reasons.threshold,
        "shared": asdict(reasons.shared),
        "grounds": asdict(reasons.grounds) if reasons.grounds else None,
        "copies": [asdict(fold) for fold in reasons.folds],
        "editor": {key: list(getattr(event.editorial, key, ())) for key in ("add", "remove", "merge")},
        "ledger": {"published": line.published, "updated": line.updated, "left": sorted(line.left)} if line else None,
        "near": [_tie_data(tie) for tie in reasons.near],
    }


def _statement_data(statement: Statement, instead: Sequence[Statement]) -> dict[str, Any]:
    return {
        "text": statement.text,
        "articles": [citation.article for citation in statement.citations],
        "instead": [other.text for other in instead],
    }


def _tie_data(tie: Tie) -> dict[str, Any]:
    return {
        "id": tie.article.stem,
        "event": tie.event or None,
        "close": round(tie.close, 4),
        "shared": asdict(tie.shared),
        "by": tie.by or None,
    }


def _article_data(tie: Tie, reasons: Reasons) -> dict[str, Any]:
    article: Article = tie.article
    dates: Mapping[str, When | None] = {"published": article.published, "told": article.told}
    return {
        **_tie_data(tie),
        "title": article.title,
        **{name: asdict(when) if when else None for name, when in dates.items()},
        "copies": [asdict(fold) for fold in reasons.folds if article.stem in fold.articles],
        "left_out": None,
    }


def _left_data(left: LeftOut) -> dict[str, Any]:
    return {"id": left.stem, "title": left.title, "left_out": {"why": left.why, "mend": left.mend}}
