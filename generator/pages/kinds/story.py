"""A page a story: the state of play, its timeline, who is who; and the list of stories."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Digest, Entry, Story, When
from generator.pages.addresses import STORIES, event_address, story_address, story_feed_address
from generator.pages.feeds.timelinejs import story_slides
from generator.pages.footnotes import Footnotes, footnotes
from generator.pages.left_open import Open, OpenLine, left_open, open_lines
from generator.pages.model import Card, DateView, File, Link, Masthead, Page, Section, StatementView, Words
from generator.pages.phrasebook import Phrasebook
from generator.pages.picture import Picture, draw
from generator.pages.strips import Strip, Stroke, story_strip, strokes_of
from generator.pages.views import LONG, card, statement_views, year_links
from generator.pages.wording import date_view, first_day, span_words, words_in
from generator.text.characters import count_words

# Who appears in one event alone is not who is who, and a list longer than this is not read.
WHO_IS_WHO = 16
LEAST_EVENTS = 2
LEAST_STEM, LONGEST_ENDING = 4, 3
# What a reader takes in at a glance; a first sentence that is longer stands alone.
STATE_WORDS = 100


# The first and the last day known of a story.
Span = tuple[When, When]


class WhoView(NamedTuple):
    """A name, and in how many events of the story it stands."""

    name: str
    events: str


class StateView(NamedTuple):
    """How things stood at the latest event: when, its headline, and what was said of it."""

    date: DateView
    event: Link
    headline: Words
    quoted: bool
    statements: tuple[StatementView, ...]


class StoryView(NamedTuple):
    """A story, oldest event first; of a long one `years` lead to pages of their own.

    `feed` is empty if it has none; `slides` are the events of this page for TimelineJS, empty where none has a date.
    """

    title: str
    size: str
    by_editor: bool
    feed: str
    slides: str
    state: StateView | None
    picture: Picture | None
    events: tuple[Card, ...]
    years: tuple[Link, ...]
    open: tuple[OpenLine, ...]
    people: tuple[WhoView, ...]
    others: tuple[WhoView, ...]
    footnotes: Footnotes


class StoryLine(NamedTuple):
    """What lists show of a story, and no more: other edits of its events leave them as they are."""

    id: str
    title: str
    events: int
    span: Span | None
    strokes: tuple[Stroke, ...]
    latest: Entry


class StoryCard(NamedTuple):
    """A story in a list: its title and size, a small picture of its events, and the latest of them."""

    link: Link
    size: str
    strip: Strip | None
    latest: Card


class StoriesView(NamedTuple):
    """Stories, those with the latest events first, and how many there are."""

    size: str
    stories: tuple[StoryCard, ...]


class Head(NamedTuple):
    """What stands above a page of a story; `years` are those that have pages of their own, with their addresses."""

    address: str
    title: str
    events: int
    span: Span | None
    by_editor: bool
    feed: str
    years: tuple[tuple[int, str], ...] = ()


def sections(digest: Digest, _masthead: Masthead, executor: Executor) -> Iterator[Section]:
    """Give the list of stories and the pages of each."""
    lines = newest_first(digest, executor)
    yield Section(list_page, (len(lines), *lines[:LONG]), listed=(STORIES,))
    for made in executor.map(story_sections, digest.stories):
        yield from made


def newest_first(digest: Digest, executor: Executor) -> list[StoryLine]:
    """Give all stories, those with the latest events first."""
    lines = executor.map(line_of_story, digest.stories)
    return sorted(lines, key=lambda line: (first_day(line.latest.event.when), line.latest.event.id), reverse=True)


@at_hand
def line_of_story(story: Story) -> StoryLine:
    """Give what lists show of a story."""
    entries = story.entries
    return StoryLine(story.id, story.title, len(entries), _span(entries), strokes_of(entries), _latest(entries))


@at_hand
def story_sections(story: Story) -> tuple[Section, ...]:
    """Give the pages of a story: one, or one a year where there is too much for one."""
    address, feed = story_address(story.id), story_feed_address(story.id)
    head = Head(address, story.title, len(story.entries), _span(story.entries), story.by_editor, feed)
    latest = _latest(story.entries)
    whole = _cast(story.entries), left_open(story.entries), latest
    if len(story.entries) <= LONG:
        return (_section(head, *whole, *story.entries),)
    years = {year: tuple(group) for year, group in groupby(story.entries, key=_year)}
    places = {int(year or 0): f"{address}{year or 'undated'}/" for year in years}
    head = head._replace(years=tuple(places.items()))
    return (
        _section(head, *whole, *years[_year(latest)]),
        *[_section(head._replace(address=places[int(year or 0)]), (), (), None, *years[year]) for year in years],
    )


def story_page(
    masthead: Masthead,
    head: Head,
    cast: Sequence[tuple[str, int, bool]],
    unsettled: Sequence[Open],
    latest: Entry | None,
    *entries: Entry,
) -> Iterator[Page | File]:
    """Make a page of a story, and its slides.

    `cast` are its names, in how many events they stand, and whether they are people; `unsettled` what it leaves open.
    """
    phrases = masthead.phrases
    who = [(is_person, WhoView(name, phrases.count(number, "events"))) for name, number, is_person in cast]
    cards = tuple([card(entry, masthead) for entry in entries])
    slides = f"{head.address}timelinejs.json" if any(entry.event.when for entry in entries) else ""
    view = StoryView(
        title=head.title,
        size=_size(phrases, head.events, head.span),
        by_editor=head.by_editor,
        feed=head.feed if masthead.stories_have_feeds else "",
        slides=slides,
        state=_state(masthead, latest) if latest else None,
        picture=draw(phrases, {"": entries}),
        events=cards,
        years=year_links(phrases, head.years),
        open=open_lines(unsettled, masthead),
        people=tuple([each for is_person, each in who if is_person]),
        others=tuple([each for is_person, each in who if not is_person]),
        footnotes=footnotes(masthead, [each.address for each in cards]),
    )
    yield Page(head.address, "story.html", view)
    if slides:
        yield story_slides(masthead, slides, head.title, entries)


def list_page(masthead: Masthead, number: int, *lines: StoryLine) -> Iterator[Page]:
    """Make the list of stories; of many, those with the latest events."""
    phrases = masthead.phrases
    size = phrases.count(number, "stories")
    if number > len(lines):
        size = phrases.say("stories_latest", stories=size, shown=phrases.number(len(lines)))
    yield Page(STORIES, "stories.html", StoriesView(size, tuple([story_card(line, masthead) for line in lines])))


def story_card(line: StoryLine, masthead: Masthead) -> StoryCard:
    """Give a story as it stands in a list."""
    phrases = masthead.phrases
    size = _size(phrases, line.events, line.span)
    strip = story_strip(phrases, line.strokes, size)
    return StoryCard(Link(story_address(line.id), line.title), size, strip, card(line.latest, masthead))


def _size(phrases: Phrasebook, events: int, span: Span | None) -> str:
    told = phrases.count(events, "events")
    return phrases.listed([told, span_words(phrases, *span)]) if span else told


def _section(head: Head, *parts: object) -> Section:
    return Section(story_page, (head, *parts), listed=(head.address,))


def _state(masthead: Masthead, entry: Entry) -> StateView:
    return StateView(
        date=date_view(masthead.phrases, entry.event.when),
        event=Link(event_address(entry.event.id), entry.headline.text),
        headline=words_in(entry.headline.text, entry.headline.lang, masthead.language),
        quoted=bool(entry.headline.article),
        statements=in_short(statement_views(entry, masthead)),
    )


def in_short(statements: tuple[StatementView, ...]) -> tuple[StatementView, ...]:
    """Give the first statements, as many as `STATE_WORDS` hold."""
    said = list(accumulate(count_words(statement.words.text) for statement in statements))
    return statements[: max(1, bisect_right(said, STATE_WORDS))]


def _cast(entries: Sequence[Entry]) -> tuple[tuple[str, int, bool], ...]:
    """Give the names that stand in several events, in their usual form: in how many, and whether they are people."""
    events: dict[str, set[int]] = {}
    forms: dict[str, Counter[str]] = {}
    people: set[str] = set()
    for at, entry in enumerate(entries):
        for name in entry.names:
            events.setdefault(name.key, set()).add(at)
            forms.setdefault(name.key, Counter())[name.text] += 1
            if name.person:
                people.add(name.key)
    usual = {key: _usual(forms[key]) for key in events if len(events[key]) >= LEAST_EVENTS}
    for key, long in _other_forms({key: name for key, name in usual.items() if key not in people}):
        events[long] |= events[key]
        del usual[key]
    ranked = sorted(usual, key=lambda key: (-len(events[key]), key))
    return tuple([(usual[key], len(events[key]), key in people) for key in ranked[:WHO_IS_WHO]])


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (" " not in form, -forms[form], form))


def _other_forms(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give the names that are another's initials ("U.S.") or adjective ("Syrian"), longest first, each with that one.

    Of an adjective only what it adds is looked at: three letters at most behind a word of four or more.
    """
    initials = {_initials(name): key for key, name in names.items() if " " in name}
    words = {name: key for key, name in names.items() if len(name) >= LEAST_STEM and " " not in name}
    found = []
    for key, name in sorted(names.items(), key=lambda each: -len(each[1])):
        stems = [name[:-more] for more in range(1, LONGEST_ENDING + 1)] if " " not in name else []
        long = initials.get(name.replace(".", "")) or next((words[stem] for stem in stems if stem in words), None)
        if long and long != key:
            found.append((key, long))
    return found


def _initials(name: str) -> str:
    return "".join([word[0] for word in name.split() if word[0].isupper()])


def _latest(entries: Sequence[Entry]) -> Entry:
    """Give the last event with a date, the last one where none has any."""
    return next((entry for entry in reversed(entries) if entry.event.when), entries[-1])


def _span(entries: Sequence[Entry]) -> Span | None:
    known = [entry.event.when for entry in entries if entry.event.when]
    return (known[0], known[-1]) if known else None


def _year(entry: Entry) -> str:
    return entry.event.when.month[:4] if entry.event.when else ""
