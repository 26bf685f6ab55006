"""The home page: what this digest follows, the latest events, the way to everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Change, Digest, Entry, Month
from generator.pages.addresses import HOME, event_address
from generator.pages.footnotes import Footnotes, footnotes
from generator.pages.kinds.story import StoryCard, StoryLine, in_short, newest_first, story_card
from generator.pages.linked_data import linked_site
from generator.pages.model import Card, Masthead, Page, Section, StatementView, Words
from generator.pages.strips import Count, Pace, counts_of, pace
from generator.pages.views import card, months_of, statement_views
from generator.pages.wording import instant_words, size_words, when_words, words_in

# As many as an editor's front page has: more are one link away, on the timeline.
LATEST = 9
STORIES_SHOWN = 6
CHANGES_SHOWN = 5
# So many of them are corrections if there are so many, whatever else changed later: who read it wrong comes back.
CORRECTIONS_SHOWN = 2


class Changed(NamedTuple):
    """What the home page shows of an event that has changed since it was first published: on which day it last did.

    `changes` are the last that the editor tells of, before it the last correction if that is another.
    """

    day: str
    id: str
    headline: str
    lang: str
    quoted: bool
    changes: tuple[Change, ...]


class Whole(NamedTuple):
    """The size of the digest, the instant of its last change, and how many events it has over time."""

    events: int
    articles: int
    updated: str
    counts: tuple[Count, ...]


class NoteLine(NamedTuple):
    """What the editor said of a change, and of which day."""

    day: str
    note: str
    correction: bool


class ChangeLine(NamedTuple):
    """An event that has changed, the day of that, and what the editor said of it.

    `quoted` if the headline is a source's own.
    """

    address: str
    headline: Words
    quoted: bool
    day: str
    notes: tuple[NoteLine, ...]


class HomeView(NamedTuple):
    """The latest events, newest first, those without a date last; how many `more` there are; the stories that go on.

    `points` are what is said of the first beyond the sentence on its card; `changed` are the events that changed last;
    `size` is that of the whole, `pace` draws how it lies in time.
    """

    latest: tuple[Card, ...]
    points: tuple[StatementView, ...]
    more: str
    changed: tuple[ChangeLine, ...]
    stories: tuple[StoryCard, ...]
    size: str
    updated: str
    pace: Pace | None
    footnotes: Footnotes
    linked_data: str


def sections(digest: Digest, _masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the home page."""
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    updated = max((entry.event.updated for entry in digest.entries), default="")
    latest = _latest(digest)
    told = tuple(newest_first(digest, executor)[:STORIES_SHOWN])
    changed = _changed_last(chain.from_iterable(executor.map(changed_in, months_of(digest))))
    whole = Whole(len(digest.entries), articles, updated, counts_of(digest.timeline, executor))
    yield Section(home_page, (latest, changed, told, whole), listed=(HOME,))


@at_hand
def changed_in(month: Month) -> tuple[Changed, ...]:
    """Give the events of a month that changed last."""
    return _changed_last(filter(None, map(_changed, month.entries)))


def _changed_last(changed: Iterable[Changed]) -> tuple[Changed, ...]:
    """Give what changed last, newest first, with room for corrections; the days are those of the ledger and the editor.

    Nothing is held against today: the same content makes the same page whenever it is built.
    """
    newest = sorted(changed, key=_day_and_id, reverse=True)
    corrections = [each for each in newest if _is_corrected(each)][:CORRECTIONS_SHOWN]
    others = [each for each in newest if each not in corrections][: CHANGES_SHOWN - len(corrections)]
    return tuple(sorted([*corrections, *others], key=_day_and_id, reverse=True))


def _changed(entry: Entry) -> Changed | None:
    """Give what has changed of an event, if anything; a correction counts too, though no subscriber is told of it."""
    event, headline = entry.event, entry.headline
    changes = event.editorial.changes if event.editorial else ()
    if event.updated == event.published and not changes:
        return None
    latest = sorted(changes, key=lambda change: change.date.last, reverse=True)
    corrections = [change for change in latest if change.kind == "correction"]
    days = [event.updated[:10]] if event.updated != event.published else []
    days += [change.date.last.isoformat() for change in latest[:1]]
    return Changed(
        max(days),
        event.id,
        headline.text,
        headline.lang,
        bool(headline.article),
        tuple(dict.fromkeys([*corrections[:1], *latest[:1]])),
    )


def _is_corrected(changed: Changed) -> bool:
    return any(change.kind == "correction" for change in changed.changes)


def _day_and_id(changed: Changed) -> tuple[str, str]:
    return changed.day, changed.id


def _latest(digest: Digest) -> tuple[Entry, ...]:
    """Give the latest events, newest first; those of which nobody knows the day fill what is left."""
    undated = sum(len(month.entries) for year in digest.timeline[-1:] if not year.year for month in year.months)
    dated = len(digest.entries) - undated
    newest = digest.entries[max(0, dated - LATEST) : dated][::-1]
    return newest + digest.entries[dated:][: LATEST - len(newest)]


def home_page(
    masthead: Masthead,
    latest: Sequence[Entry],
    changed: Sequence[Changed],
    stories: Sequence[StoryLine],
    whole: Whole,
) -> Iterator[Page]:
    """Make the home page."""
    phrases, updated = masthead.phrases, whole.updated
    cards = tuple([card(entry, masthead) for entry in latest])
    changes = tuple([_change_line(masthead, each) for each in changed])
    told_of = tuple([story_card(line, masthead) for line in stories])
    addresses = [each.address for each in cards] + [each.address for each in changes]
    addresses += [each.link.address for each in told_of]
    view = HomeView(
        latest=cards,
        points=_points(latest[0], masthead) if latest else (),
        more=phrases.count(whole.events - LATEST, "earlier_on_timeline") if whole.events > LATEST else "",
        changed=changes,
        stories=told_of,
        size=size_words(phrases, whole.events, whole.articles),
        updated=phrases.say("last_change", day=instant_words(phrases, updated)) if updated else "",
        pace=pace(phrases, whole.counts),
        footnotes=footnotes(masthead, addresses),
        linked_data=linked_site(masthead),
    )
    yield Page(HOME, "home.html", view)


def _points(lead: Entry, masthead: Masthead) -> tuple[StatementView, ...]:
    """Give what is said of the lead, as far as its card does not show it."""
    said = in_short(statement_views(lead, masthead)) if lead.statements else ()
    return said if lead.event.editorial and lead.event.editorial.summary else said[1:]


def _change_line(masthead: Masthead, changed: Changed) -> ChangeLine:
    phrases = masthead.phrases
    return ChangeLine(
        address=event_address(changed.id),
        headline=words_in(changed.headline, changed.lang, masthead.language),
        quoted=changed.quoted,
        day=instant_words(phrases, changed.day),
        notes=tuple(
            [
                NoteLine(when_words(phrases, change.date), change.note, change.kind == "correction")
                for change in changed.changes
            ]
        ),
    )
