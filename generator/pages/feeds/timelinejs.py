"""The timeline as TimelineJS reads it, a slide an event: `timeline/YYYY.timelinejs.json`, and one of each story.

Its format: timeline.knightlab.com/docs/json-format.html. What it does not know stands under `dateline` in each slide.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from html import escape
from typing import Any

from generator.blob import Blob
from generator.executors import Executor
from generator.model import Digest, Entry, Month, When
from generator.pages.addresses import absolute, event_address
from generator.pages.feeds.items import said
from generator.pages.model import File, Masthead, Section, file_of
from generator.pages.phrasebook import Phrasebook
from generator.pages.views import months_of
from generator.pages.wording import when_words, who_tells


@dataclass(frozen=True, slots=True)
class MonthSlides:
    """The slides of a month, a line each; `mark` is a fingerprint."""

    mark: str
    ink: Blob = field(compare=False, repr=False)


def sections(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the slides of each year, made of those of its months; what has no date has no slide."""
    slides = executor.map(partial(month_slides, masthead.base_url, masthead.phrases), months_of(digest))
    for year in digest.timeline:
        months = [next(slides) for _ in year.months]
        if year.year:
            yield Section(year_slides, (year.year, *months), kept=False)


def month_slides(base_url: str, phrases: Phrasebook, month: Month) -> MonthSlides:
    """Give a slide an event."""
    ink = _slides(month.entries, base_url, phrases)
    return MonthSlides(blake2b(ink, digest_size=16).hexdigest(), Blob(ink))


def year_slides(masthead: Masthead, year: int, *months: MonthSlides) -> Iterator[File]:
    """Make the slides of a year, under a title."""
    slides = b",\n".join(month.ink.read() for month in months)
    yield file_of(f"timeline/{year}.timelinejs.json", _titled(masthead.title, masthead.description, slides))


def story_slides(masthead: Masthead, address: str, title: str, entries: Iterable[Entry]) -> File:
    """Make the slides of a story, or of a year of a long one."""
    return file_of(address, _titled(title, masthead.title, _slides(entries, masthead.base_url, masthead.phrases)))


def _titled(headline: str, text: str, slides: bytes) -> bytes:
    title = {"text": {"headline": escape(headline), "text": escape(text)}}
    return b'{"title": %b, "events": [\n%b\n]}\n' % (json.dumps(title, ensure_ascii=False).encode(), slides)


def _slides(entries: Iterable[Entry], base_url: str, phrases: Phrasebook) -> bytes:
    slides = [_slide(entry, entry.event.when, base_url, phrases) for entry in entries if entry.event.when]
    return ",\n".join([json.dumps(slide, ensure_ascii=False) for slide in slides]).encode()


def _slide(entry: Entry, when: When, base_url: str, phrases: Phrasebook) -> dict[str, Any]:
    address = absolute(base_url, event_address(entry.event.id))
    first, _, last = when.value.rstrip("~").partition("/")
    slide = {
        "unique_id": entry.event.id,
        "start_date": _date(first),
        "display_date": when_words(phrases, when),
        "text": {"headline": escape(entry.headline.text), "text": _text(phrases, entry, address)},
        "dateline": {
            "date": {"value": when.value, "precision": when.precision, "basis": when.basis},
            "url": address,
            "citations": [
                {"article": cited.article, "paragraph": cited.paragraph, "sentence": cited.sentence}
                for statement in entry.statements[:1]
                for cited in statement.citations
            ],
        },
    }
    return {**slide, "end_date": _date(last)} if last else slide


def _date(value: str) -> dict[str, str]:
    """Give the parts of a date that are known."""
    return dict(zip(("year", "month", "day"), [part.lstrip("0") for part in value.split("-")], strict=False))


def _text(phrases: Phrasebook, entry: Entry, address: str) -> str:
    """Give the HTML of a slide: the first sentence, who says so, and the way to all sources."""
    link = f'<p><a href="{escape(address)}">{escape(phrases.count(len(entry.event.articles), "sources"))}</a></p>'
    if not entry.statements:
        return link
    stem = entry.statements[0].citations[0].article
    who = next((who_tells(phrases, each) for each in entry.event.articles if each.stem == stem), "")
    told = said(phrases, "slide_said", text=escape(entry.statements[0].text), who=escape(who))
    return f"<p>{told}</p>{link}"
