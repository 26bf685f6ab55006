"""A page an event: what happened, when, who says so; and a signpost where an event has no article any more.

What else tells of the event is made with it: the pages of its articles that are published in full, and its data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Basis, Digest, Entry, When
from generator.pages.addresses import event_address
from generator.pages.feeds.data import event_data
from generator.pages.kinds.article import article_page
from generator.pages.model import DateView, File, Link, Masthead, Page, Section, SourceEntry, StatementView, Words
from generator.pages.views import is_full, outlet_addresses, source_anchor, source_views, statement_views
from generator.pages.wording import date_view, evidence, instant_words, reported, who_wrote, words_in
from generator.text.markdown import html_of


class NeighbourView(NamedTuple):
    """The event before or after this one: where it is told, its headline and its date."""

    address: str
    headline: Words
    date: DateView


class EventView(NamedTuple):
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
    earlier: NeighbourView | None
    later: NeighbourView | None
    data: str


class Neighbour(NamedTuple):
    """What an event's page shows of another event, and no more: other edits of that one leave this page as it is."""

    id: str
    headline: str
    lang: str
    value: str
    basis: Basis
    words: str


def sections(digest: Digest, _masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give what is made of each event, oldest first, and the signposts."""
    entries = digest.entries
    addresses = outlet_addresses(digest, executor)
    outlets = executor.map(partial(addresses_in, addresses), entries)
    marks = [*executor.map(neighbour_of, entries)]
    parts = list(zip(entries, (None, *marks), (*marks[1:], None), outlets, strict=False))
    yield from executor.map(event_section, parts)
    titles = {entry.event.id: entry.headline for entry in entries} if digest.signposts or digest.redirects else {}
    for event_id, homes in digest.signposts:
        links = tuple(Link(event_address(home), titles[home].text) for home in homes)
        yield Section(signpost, (event_address(event_id), links))
    for event_id, home in digest.redirects:
        headline = titles[home].text if home in titles else "another event"
        yield Section(redirect, (event_address(event_id), Link(event_address(home), headline)))


@at_hand
def event_section(parts: tuple[Any, ...]) -> Section:
    """Give what is made of an event: the very section of the last build where its parts are the same."""
    return Section(event_pages, parts)


@at_hand
def addresses_in(addresses: Mapping[str, str], entry: Entry) -> tuple[str, ...]:
    """Give the addresses of an event's sources, an article an address."""
    return tuple([addresses[article.source] for article in entry.event.articles])


@at_hand
def neighbour_of(entry: Entry) -> Neighbour:
    """Give what other events' pages show of one."""
    headline, when = entry.headline, entry.event.when or _UNKNOWN
    return Neighbour(entry.event.id, headline.text, headline.lang, when.value, when.basis, when.words)


_UNKNOWN = When("", "inferred")


def event_pages(
    masthead: Masthead, entry: Entry, earlier: Neighbour | None, later: Neighbour | None, outlets: Sequence[str]
) -> Iterator[Page | File]:
    """Make what tells of one event; `outlets` are the addresses of its articles' sources, in their order."""
    address = event_address(entry.event.id)
    yield Page(address, "event.html", event_view(masthead, entry, earlier, later, outlets))
    for article, outlet in zip(entry.event.articles, outlets, strict=True):
        if is_full(article, masthead):
            yield article_page(masthead, article, outlet, entry)
    yield event_data(masthead, entry)


def signpost(_masthead: Masthead, address: str, homes: tuple[Link, ...]) -> Iterator[Page]:
    """Make the page of an event that has no article any more; `homes` are the events that have them now."""
    yield Page(address, "signpost.html", homes, indexed=False)


def redirect(_masthead: Masthead, address: str, home: Link) -> Iterator[Page]:
    """Make the page of an event that was merged into another, which leads there."""
    yield Page(address, "redirect.html", home, indexed=False)


def event_view(
    masthead: Masthead, entry: Entry, earlier: Neighbour | None, later: Neighbour | None, outlets: Sequence[str]
) -> EventView:
    """Give what an event's page shows."""
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
        sources=source_views(entry, masthead, outlets),
        earlier=_neighbour_view(earlier, masthead) if earlier else None,
        later=_neighbour_view(later, masthead) if later else None,
        data=f"{address}event.json",
    )


def _neighbour_view(neighbour: Neighbour, masthead: Masthead) -> NeighbourView:
    when = When(neighbour.value, neighbour.basis, neighbour.words) if neighbour.value else None
    headline = words_in(neighbour.headline, neighbour.lang, masthead.language)
    return NeighbourView(event_address(neighbour.id), headline, date_view(when))
