"""What a feed says of an event, whatever the feed's format."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Entry
from generator.pages.addresses import absolute, event_address
from generator.pages.model import Masthead, Words
from generator.pages.views import source_views, statement_views
from generator.pages.wording import reported, when_words, who_wrote

# Feed readers show about this many characters of a description.
DESCRIPTION = 300


class Item(NamedTuple):
    """An event in a feed: its id and full address, two instants, its tags, a plain text, and the whole as HTML."""

    id: str
    url: str
    title: str
    published: str
    updated: str
    tags: tuple[str, ...]
    description: str
    content: str


def item_of(masthead: Masthead, entry: Entry) -> Item:
    """Give what a feed says of an event."""
    event = entry.event
    return Item(
        id=event.id,
        url=absolute(masthead.base_url, event_address(event.id)),
        title=entry.headline.text,
        published=event.published,
        updated=event.updated,
        tags=tuple(dict.fromkeys(tag for article in event.articles for tag in article.tags)),
        description=_description(entry),
        content=_content(entry, masthead),
    )


def _description(entry: Entry) -> str:
    text = entry.statements[0].text if entry.statements else entry.headline.text
    if len(text) <= DESCRIPTION:
        return text
    return text[: DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


def _content(entry: Entry, masthead: Masthead) -> str:
    """Give what the event's page says, as plain HTML with full addresses."""
    from markupsafe import escape  # noqa: PLC0415 - a build that remembers every item does without

    page = absolute(masthead.base_url, event_address(entry.event.id))
    told = [when_words(entry.event.when) if entry.event.when else "Date unknown", entry.event.place]
    parts = [f"<p>{escape(', '.join(filter(None, told)))}</p>"]
    if entry.statements:
        parts.append(f"<p>{escape(reported(entry.event.articles))}:</p><ul>")
        for statement in statement_views(entry, masthead):
            who = ", ".join(f'<a href="{page}#{cited.anchor}">{escape(cited.who)}</a>' for cited in statement.citations)
            parts.append(f"<li>{_marked(escape(statement.words.text), statement.words)} ({who})</li>")
        parts.append("</ul>")
    parts.append("<p>Sources:</p><ul>")
    views = source_views(entry, masthead, [""] * len(entry.event.articles))
    for source, article in zip(views, entry.event.articles, strict=True):
        title = _marked(escape(source.title.text), source.title)
        linked = f'<a href="{escape(source.url)}">{title}</a>' if source.url else title
        parts.append(f"<li>{escape(who_wrote(article))}: {linked}, {escape(source.date.words)}</li>")
    parts.append("</ul>")
    return "".join(parts)


def _marked(text: str, words: Words) -> str:
    return f'<span lang="{words.lang}" dir="{words.dir}">{text}</span>' if words.lang else text
