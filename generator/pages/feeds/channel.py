"""The text of the main feed: RSS 2.0, made by feedgen, which is loaded where a feed has changed and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote

from feedgen.feed import FeedGenerator
from markupsafe import escape

from generator.model import Entry
from generator.pages.addresses import RSS, absolute, event_address
from generator.pages.model import Masthead
from generator.pages.views import source_views, statement_views
from generator.pages.wording import reported, when_words, who_wrote

# Feed readers show about this many characters of a description.
DESCRIPTION = 300


def channel(masthead: Masthead, newest: Sequence[Entry]) -> bytes:
    """Give a feed of entries in their order."""
    feed = FeedGenerator()
    feed.title(masthead.title)
    feed.description(masthead.description or masthead.title)
    feed.language(masthead.language)
    feed.link(href=absolute(masthead.base_url, RSS), rel="self", type="application/rss+xml")
    feed.link(href=masthead.base_url, rel="alternate")  # feedgen takes the last link for the channel's own
    feed.generator("Dateline")
    if masthead.copyright:
        feed.copyright(masthead.copyright)
    if newest:
        feed.lastBuildDate(_instant(max(entry.event.updated for entry in newest)))
    feed.load_extension("dc", atom=False)
    for entry in newest:
        _add(feed, entry, masthead)
    return _without_clock(feed.rss_str(pretty=True), newest=bool(newest))


def _add(feed: FeedGenerator, entry: Entry, masthead: Masthead) -> None:
    event = entry.event
    item = feed.add_entry(order="append")
    item.title(entry.headline.text)
    item.link(href=absolute(masthead.base_url, event_address(event.id)))
    item.guid(f"tag:{masthead.authority}:event/{quote(event.id)}", permalink=False)
    item.pubDate(_instant(event.published))
    item.updated(_instant(event.updated))
    if masthead.author:
        item.dc.dc_creator(masthead.author)
    for tag in dict.fromkeys(tag for article in event.articles for tag in article.tags):
        item.category(term=tag)
    item.description(_description(entry))
    item.content(_content(entry, masthead), type="CDATA")


def _description(entry: Entry) -> str:
    text = entry.statements[0].text if entry.statements else entry.headline.text
    if len(text) <= DESCRIPTION:
        return text
    return text[: DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


def _content(entry: Entry, masthead: Masthead) -> str:
    """Give what the event's page says, as plain HTML with full addresses."""
    page = absolute(masthead.base_url, event_address(entry.event.id))
    told = [when_words(entry.event.when) if entry.event.when else "Date unknown", entry.event.place]
    parts = [f"<p>{escape(', '.join(filter(None, told)))}</p>"]
    if entry.statements:
        parts.append(f"<p>{escape(reported(entry.event.articles))}:</p><ul>")
        for statement in statement_views(entry, masthead):
            who = ", ".join(f'<a href="{page}#{cited.anchor}">{escape(cited.who)}</a>' for cited in statement.citations)
            parts.append(f"<li>{_marked(statement.words.text, statement.words.lang, statement.words.dir)} ({who})</li>")
        parts.append("</ul>")
    parts.append("<p>Sources:</p><ul>")
    views = source_views(entry, masthead, [""] * len(entry.event.articles))
    for source, article in zip(views, entry.event.articles, strict=True):
        title = _marked(source.title.text, source.title.lang, source.title.dir)
        linked = f'<a href="{escape(source.url)}">{title}</a>' if source.url else title
        parts.append(f"<li>{escape(who_wrote(article))}: {linked}, {escape(source.date.words)}</li>")
    parts.append("</ul>")
    return "".join(parts)


def _marked(text: str, lang: str, direction: str) -> str:
    if not lang:
        return str(escape(text))
    return f'<span lang="{escape(lang)}" dir="{direction}">{escape(text)}</span>'


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _without_clock(xml: bytes, *, newest: bool) -> bytes:
    """Take out the build time that feedgen puts into an empty feed: two builds give the same bytes."""
    if newest:
        return xml
    start, end = xml.index(b"<lastBuildDate>"), xml.index(b"</lastBuildDate>") + len(b"</lastBuildDate>")
    return xml[:start].rstrip() + xml[end:]
