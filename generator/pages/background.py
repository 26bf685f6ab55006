"""What an event looks back on, or ahead to, as its page and the timeline show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from generator.model import Article, BackgroundDay, Digest, Entry, Headline, Look
from generator.pages.addresses import event_address
from generator.pages.listed_sources import source_anchor
from generator.pages.model import DateView, Link, Masthead, Words
from generator.pages.wording import date_view, paragraph_words, who_tells, words_in


class LookView(NamedTuple):
    """A background day: its sentence, who says so and where, and the event of this digest that it is, if any.

    `teller` leads to the event whose articles tell of it, from pages that are not its own; `also` counts who else does.
    """

    date: DateView
    words: Words
    cited: Link
    where: str
    also: str
    ahead: bool
    event: Link | None
    teller: Link | None


class Ties(NamedTuple):
    """What other events an event's page names for its background: by value and article those that its days are, and
    those that look back on it.
    """

    events: tuple[tuple[str, str, str, str], ...] = ()
    by: tuple[tuple[str, str], ...] = ()


NO_TIES = Ties()


def ties_of(digest: Digest) -> Mapping[str, Ties]:
    """Give the ties of each event that has some, by its id."""
    events: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    by: dict[str, dict[str, str]] = defaultdict(dict)
    for month in digest.background:
        for look in month.looks:
            if look.to_headline:
                events[look.event].append((look.day.when.value, look.article.stem, look.to, look.to_headline.text))
                by[look.to][look.event] = look.headline.text
    return {
        event: Ties(tuple(events.get(event, ())), tuple(sorted(by.get(event, {}).items())))
        for event in sorted(events.keys() | by.keys())
    }


def background_views(entry: Entry, ties: Ties, masthead: Masthead) -> tuple[LookView, ...]:
    """Give the background of an event as its page shows it."""
    articles = {article.stem: article for article in entry.event.articles}
    known = {(value, stem): Link(event_address(event), headline) for value, stem, event, headline in ties.events}

    def view(day: BackgroundDay) -> LookView:
        article = articles[day.statement.citations[0].article]
        return _view(day, article, entry.event.id, known.get((day.when.value, article.stem)), None, masthead)

    return tuple([view(day) for day in entry.background])


def looked_back_on_by(ties: Ties) -> tuple[Link, ...]:
    """Give the later events that look back on an event."""
    return tuple([Link(event_address(event), headline) for event, headline in ties.by])


def look_view(look: Look, masthead: Masthead) -> LookView:
    """Give a background day as the timeline shows it."""
    event = _link(look.to, look.to_headline) if look.to_headline else None
    return _view(look.day, look.article, look.event, event, _link(look.event, look.headline), masthead)


def _link(event: str, headline: Headline) -> Link:
    return Link(event_address(event), headline.text)


def _view(
    day: BackgroundDay, article: Article, teller: str, event: Link | None, told_by: Link | None, masthead: Masthead
) -> LookView:
    cited = day.statement.citations[0]
    others, phrases = day.articles - 1, masthead.phrases
    return LookView(
        date=date_view(phrases, day.when),
        words=words_in(day.statement.text, article.lang, masthead.language),
        cited=Link(f"{event_address(teller)}#{source_anchor(article.stem)}", who_tells(phrases, article)),
        where=paragraph_words(phrases, cited.paragraph),
        also=phrases.count(others, "others_tell") if others else "",
        ahead=day.ahead,
        event=event,
        teller=told_by,
    )
