"""A page an event: what happened, when, who says so; and a signpost where an event has no article any more.

What else tells of the event is made with it: the pages of its articles that are published in full, and its data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Change, Digest, Editorial, Entry, Event
from generator.pages.addresses import absolute, event_address, event_sources_address, story_address, story_feed_address
from generator.pages.background import NO_TIES, LookView, Ties, background_views, looked_back_on_by, ties_of
from generator.pages.citing import Cite, cite
from generator.pages.feeds.data import event_data
from generator.pages.footnotes import Footnotes, footnotes
from generator.pages.kinds.article import article_page
from generator.pages.linked_data import linked_entry
from generator.pages.listed_sources import (
    MOST_LISTED,
    PER_PAGE,
    listed_here,
    page_of,
    source_anchor,
    source_numbers,
    source_places,
)
from generator.pages.model import DateView, File, Link, Masthead, Page, Section, SourceEntry, StatementView, Words
from generator.pages.neighbours import Neighbour, Related, Thread, beside, neighbour_of, threads_of
from generator.pages.permalinks import with_permalinks
from generator.pages.phrasebook import Phrasebook
from generator.pages.told import ToldList, outcome_words, told_lists
from generator.pages.unfolding import Day, unfold
from generator.pages.views import is_full, outlet_addresses, source_list, statement_views
from generator.pages.wording import (
    apart_words,
    date_view,
    evidence,
    grouped,
    instant_words,
    reported,
    review_words,
    who_wrote,
    words_in,
)
from generator.text.markdown import html_of


class NeighbourView(NamedTuple):
    """The event before or after this one: where it is told, its headline, `quoted` if that is a source's, its date."""

    address: str
    headline: Words
    quoted: bool
    date: DateView


class RelatedView(NamedTuple):
    """Another event of the story, and why it is shown: the names that both rest on, the time between them."""

    event: NeighbourView
    reason: str


class EventView(NamedTuple):
    """An entry as its page shows it. `headline_by` leads to the source of a quoted headline; `text` is HTML.

    `changed` says when it last changed if that was after it was published; `later_events` look back on this one.
    """

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
    grouped: str
    reported: str
    review: str
    changed: str
    status: str
    summary: str
    text: str
    note: str
    changes: tuple[ChangeView, ...]
    statements: tuple[StatementView, ...]
    told: tuple[ToldList, ...]
    outcome: str
    unfolding: tuple[Day, ...]
    later_events: tuple[Link, ...]
    footnotes: Footnotes
    sources: tuple[SourceEntry, ...]
    source_pages: tuple[Link, ...]
    story: Link | None
    story_feed: str
    earlier: NeighbourView | None
    later: NeighbourView | None
    related: tuple[RelatedView, ...]
    data: str
    linked_data: str
    cite: Cite


class EventSourcesView(NamedTuple):
    """A page of the sources of an event that has many; `event` is its address, `pages` lead to all."""

    event: str
    headline: Words
    quoted: bool
    sources: tuple[SourceEntry, ...]
    pages: tuple[Link, ...]


class SignpostView(NamedTuple):
    """What stands at the address of an event that is not told any more: the events that have its articles now."""

    homes: tuple[Link, ...]
    withdrawn: bool
    note: str


class ChangeView(NamedTuple):
    """What the editor says has changed, and when."""

    date: DateView
    note: str
    correction: bool


def sections(digest: Digest, masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give what is made of each event, oldest first, and the signposts."""
    entries = digest.entries
    addresses = outlet_addresses(digest, executor)
    outlets = executor.map(partial(addresses_in, addresses), entries)
    marks = [*executor.map(neighbour_of, entries)]
    ties = ties_of(digest)
    looks = [ties.get(mark.id, NO_TIES) for mark in marks] if ties else [NO_TIES] * len(marks)
    # The page of an event in a story leads along the story: no event beside it changes it.
    sides = list(zip((None, *marks), (*marks[1:], None), strict=False))[: len(marks)]
    near: Sequence[Thread] = list(executor.map(beside, sides))
    threads = threads_of(digest.stories, executor)
    if threads:
        near = [threads.get(mark.id, alone) for mark, alone in zip(marks, near, strict=True)]
    parts = list(zip(entries, near, outlets, looks, strict=True))
    yield from executor.map(event_section, parts)
    titles = {entry.event.id: entry.headline for entry in entries} if digest.signposts or digest.redirects else {}
    for gone in digest.signposts:
        links = tuple(Link(event_address(home), titles[home].text) for home in gone.homes)
        yield Section(signpost, (event_address(gone.id), SignpostView(links, gone.withdrawn, gone.note)))
    for event_id, home in digest.redirects:
        headline = titles[home].text if home in titles else masthead.phrases.say("another_event")
        yield Section(redirect, (event_address(event_id), Link(event_address(home), headline)))


@at_hand
def event_section(parts: tuple[Any, ...]) -> Section:
    """Give what is made of an event: the very section of the last build where its parts are the same."""
    return Section(event_pages, parts)


@at_hand
def addresses_in(addresses: Mapping[str, str], entry: Entry) -> tuple[str, ...]:
    """Give the addresses of an event's sources, an article an address."""
    return tuple([addresses[article.source] for article in entry.event.articles])


_NO_WORD = Editorial("", "")


def event_pages(
    masthead: Masthead,
    entry: Entry,
    near: Thread,
    outlets: Sequence[str],
    ties: Ties,
) -> Iterator[Page | File]:
    """Make what tells of one event; `outlets` are the addresses of its articles' sources, in their order."""
    address = event_address(entry.event.id)
    yield Page(address, "event.html", event_view(masthead, entry, near, outlets, ties))
    for article, outlet in zip(entry.event.articles, outlets, strict=True):
        if is_full(article, masthead):
            yield article_page(masthead, article, outlet, entry)
    if len(entry.event.articles) > MOST_LISTED:
        yield from _pages_of_sources(masthead, entry, outlets)
    yield event_data(masthead, entry, near.story)


def _pages_of_sources(masthead: Masthead, entry: Entry, outlets: Sequence[str]) -> Iterator[Page]:
    """Make the pages of all sources of an event that has many."""
    sources = source_list(entry, masthead, outlets)
    links = _source_pages(masthead.phrases, entry)
    headline = words_in(entry.headline.text, entry.headline.lang, masthead.language)
    for number, (address, _) in enumerate(links):
        part = sources[number * PER_PAGE : (number + 1) * PER_PAGE]
        view = EventSourcesView(event_address(entry.event.id), headline, bool(entry.headline.article), part, links)
        yield Page(address, "event-sources.html", view, indexed=False)


def signpost(_masthead: Masthead, address: str, view: SignpostView) -> Iterator[Page]:
    """Make the page of an event that is not told any more."""
    yield Page(address, "signpost.html", view, indexed=False)


def redirect(_masthead: Masthead, address: str, home: Link) -> Iterator[Page]:
    """Make the page of an event that was merged into another, which leads there."""
    yield Page(address, "redirect.html", home, indexed=False)


def event_view(
    masthead: Masthead,
    entry: Entry,
    near: Thread,
    outlets: Sequence[str],
    ties: Ties,
) -> EventView:
    """Give what an event's page shows."""
    event, phrases = entry.event, masthead.phrases
    address = event_address(event.id)
    word = event.editorial or _NO_WORD
    statements = statement_views(entry, masthead)
    numbers = source_numbers(entry)
    places = source_places(entry, numbers)
    looks, later_events = background_views(entry, ties, masthead), looked_back_on_by(ties)
    changes = sorted(word.changes, key=lambda change: (change.kind != "correction", change.date.last))
    return EventView(
        id=event.id,
        headline=words_in(entry.headline.text, entry.headline.lang, masthead.language),
        headline_by=_quoted_from(phrases, entry, numbers),
        date=date_view(phrases, event.when),
        place=event.place,
        published=instant_words(phrases, event.published),
        updated=instant_words(phrases, event.updated),
        published_instant=event.published,
        updated_instant=event.updated,
        evidence=evidence(phrases, event, entry.outlets, entry.origins, entry.folds),
        grouped=grouped(phrases, event, entry.grounds),
        reported=reported(phrases, event.articles),
        review=review_words(phrases, event),
        changed=_changed(phrases, event),
        status=phrases.say(word.status) if word.status in {"developing", "settled"} else "",
        summary=word.summary,
        text=with_permalinks(html_of(word.text), phrases),
        note=word.note,
        changes=tuple([_change_view(phrases, change) for change in changes]),
        statements=statements,
        told=told_lists(phrases, entry, statements),
        outcome=outcome_words(phrases, entry),
        unfolding=unfold(entry, statements, looks, places, masthead),
        later_events=later_events,
        footnotes=_footnotes(masthead, places.values(), near, looks, later_events),
        sources=_listed(source_list(entry, masthead, outlets), entry),
        source_pages=_source_pages(phrases, entry),
        story=Link(story_address(near.story), near.title) if near.story else None,
        story_feed=story_feed_address(near.story) if near.story and masthead.stories_have_feeds else "",
        earlier=_neighbour_view(near.earlier, masthead) if near.earlier else None,
        later=_neighbour_view(near.later, masthead) if near.later else None,
        related=tuple([_related_view(each, entry, masthead) for each in near.related]),
        data=f"{address}event.json",
        linked_data=linked_entry(masthead, entry),
        cite=cite(masthead, entry.headline.text, absolute(masthead.base_url, address), event.updated),
    )


def _footnotes(
    masthead: Masthead, places: Collection[str], near: Thread, looks: Sequence[LookView], later_events: Sequence[Link]
) -> Footnotes:
    """Give the notes of an event's page: its sources, at `places`, have the first numbers, and a list of their own."""
    events = [event_address(related.event.id) for related in near.related]
    links = [*[look.event.address for look in looks if look.event], *[link.address for link in later_events], *events]
    story = [story_address(near.story)] if near.story else []
    notes = footnotes(masthead, [*story, *links], after=len(places))
    marks = {place: masthead.phrases.number(number) for number, place in enumerate(places, 1)}
    return notes._replace(marks={**marks, **notes.marks})


def _quoted_from(phrases: Phrasebook, entry: Entry, numbers: Mapping[str, int]) -> Link | None:
    """Give the source of a quoted headline, by its number where it has no name."""
    stem = entry.headline.article
    article = next((article for article in entry.event.articles if article.stem == stem), None)
    if article is None:
        return None
    named = article.origin or article.source
    who = who_wrote(phrases, article) if named else phrases.say("source_number", number=phrases.number(numbers[stem]))
    return Link(f"{event_address(entry.event.id)}#{source_anchor(stem)}", who)


def _changed(phrases: Phrasebook, event: Event) -> str:
    """Give when an event last changed; nothing if that was on the day it was published."""
    if event.updated[:10] == event.published[:10]:
        return ""
    return phrases.say("last_change", day=instant_words(phrases, event.updated))


def _listed(sources: tuple[SourceEntry, ...], entry: Entry) -> tuple[SourceEntry, ...]:
    """Give those of an event's sources that its own page lists."""
    anchors = {source_anchor(stem) for stem in listed_here(entry)}
    return tuple([source for source in sources if source.anchor in anchors])


def _source_pages(phrases: Phrasebook, entry: Entry) -> tuple[Link, ...]:
    """Give links to the pages of an event's sources; none where its own page lists them all."""
    count = len(entry.event.articles)
    if count <= MOST_LISTED:
        return ()
    return tuple(
        Link(
            event_sources_address(entry.event.id, page_of(first)),
            phrases.say("span", first=phrases.number(first), last=phrases.number(min(first + PER_PAGE - 1, count))),
        )
        for first in range(1, count + 1, PER_PAGE)
    )


def _change_view(phrases: Phrasebook, change: Change) -> ChangeView:
    return ChangeView(date_view(phrases, change.date), change.note, change.kind == "correction")


def _related_view(related: Related, entry: Entry, masthead: Masthead) -> RelatedView:
    phrases = masthead.phrases
    names = phrases.count(len(related.names), "same_names", names=phrases.listed(related.names))
    apart = apart_words(phrases, related.event.when, entry.event.when)
    reason = phrases.say("semicolon").join(filter(None, [names, apart]))
    return RelatedView(_neighbour_view(related.event, masthead), reason)


def _neighbour_view(neighbour: Neighbour, masthead: Masthead) -> NeighbourView:
    headline = words_in(neighbour.headline, neighbour.lang, masthead.language)
    date = date_view(masthead.phrases, neighbour.when)
    return NeighbourView(event_address(neighbour.id), headline, neighbour.quoted, date)
