"""A page an event: what happened, when, who says so; and a signpost where an event has no article any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Digest, Entry
from generator.pages.addresses import event_address
from generator.pages.model import Card, DateView, Link, Masthead, Page, SourceEntry, StatementView, Words
from generator.pages.views import card, no_view, outlet_addresses, source_anchor, source_views, statement_views
from generator.pages.wording import date_view, evidence, instant_words, reported, who_wrote, words_in
from generator.text.markdown import html_of


@dataclass(frozen=True, slots=True)
class EventView:
    """An entry as its page shows it. `headline_by` leads to the source of a quoted headline; `text` is HTML."""

    id: str
    headline: Words
    headline_by: Link | None
    date: DateView
    place: str
    published: str
    updated: str
    published_instant: str
    updated_instant: str
    evidence: str
    reported: str
    summary: str
    text: str
    note: str
    statements: tuple[StatementView, ...]
    sources: tuple[SourceEntry, ...]
    earlier: Card | None
    later: Card | None
    data: str


def pages(digest: Digest, _masthead: Masthead) -> Iterator[Page]:
    """Give the page of each event, oldest first, and the signposts."""
    addresses = outlet_addresses(digest)
    entries = digest.entries
    for earlier, entry, later in zip((None, *entries), entries, (*entries[1:], None), strict=False):
        outlets = tuple(
            (source, addresses[source]) for source in sorted({told.source for told in entry.event.articles})
        )
        yield Page(event_address(entry.event.id), "event.html", event_view, (entry, earlier, later, outlets))
    for event_id in digest.signposts:
        yield Page(event_address(event_id), "signpost.html", no_view, indexed=False)


def event_view(
    masthead: Masthead, entry: Entry, earlier: Entry | None, later: Entry | None, outlets: Iterable[tuple[str, str]]
) -> EventView:
    """Give what an event's page shows; `outlets` are the addresses of its sources' pages by their names."""
    event = entry.event
    address = event_address(event.id)
    quoted_from = next((article for article in event.articles if article.stem == entry.headline.article), None)
    return EventView(
        id=event.id,
        headline=words_in(entry.headline.text, entry.headline.lang, masthead.language),
        headline_by=Link(f"{address}#{source_anchor(quoted_from)}", who_wrote(quoted_from)) if quoted_from else None,
        date=date_view(event.when),
        place=event.place,
        published=instant_words(event.published),
        updated=instant_words(event.updated),
        published_instant=event.published,
        updated_instant=event.updated,
        evidence=evidence(event, entry.outlets, entry.origins),
        reported=reported(event.articles),
        summary=event.editorial.summary if event.editorial else "",
        text=html_of(event.editorial.text) if event.editorial else "",
        note=event.editorial.note if event.editorial else "",
        statements=statement_views(entry, masthead),
        sources=source_views(entry, masthead, dict(outlets)),
        earlier=card(earlier, masthead) if earlier else None,
        later=card(later, masthead) if later else None,
        data=f"{address}event.json",
    )
