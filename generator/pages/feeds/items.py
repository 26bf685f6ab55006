"""What a feed says, whatever its format: of itself, and of an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import quote, urljoin

from generator.model import Entry
from generator.pages.addresses import absolute, event_address
from generator.pages.model import Masthead, StatementView, Words
from generator.pages.views import source_views, statement_views
from generator.pages.wording import UNNAMED_ENTRY, reported, when_words, who_wrote, words_in
from generator.text.characters import direction
from generator.text.markdown import html_of

# Feed readers show about this many characters of a description.
DESCRIPTION = 300
# A name that is longer is cut, so that there is room for what it says.
_NAME = 100
# An event that hundreds tell of would fill the feed with their titles; its page has them all.
MOST_SOURCES = 30

_LINK = re.compile(r'(?<=\s)(href|src)="([^"]*)"')


class Channel(NamedTuple):
    """What a feed tells of: its title, a description (empty for none), and the address of the page that it follows."""

    title: str
    description: str
    home: str


class Item(NamedTuple):
    """An event in a feed: its id for ever and full address, two instants, its tags, a plain text, the whole as HTML.

    `lang` is the language of its title where that is not the digest's.
    """

    id: str
    url: str
    title: str
    lang: str
    published: str
    updated: str
    tags: tuple[str, ...]
    description: str
    content: str


def item_of(masthead: Masthead, entry: Entry) -> Item:
    """Give what a feed says of an event."""
    event = entry.event
    url = absolute(masthead.base_url, event_address(event.id))
    return Item(
        id=f"tag:{masthead.authority}:event/{quote(event.id)}",
        url=url,
        title=entry.headline.text,
        lang=words_in(entry.headline.text, entry.headline.lang, masthead.language).lang,
        published=event.published,
        updated=event.updated,
        tags=tuple(dict.fromkeys(tag for article in event.articles for tag in article.tags)),
        description=_description(entry),
        content="".join(_content(entry, masthead, url)),
    )


def _description(entry: Entry) -> str:
    """Give the editor's sentence, else what the first source quoted says, and who that is."""
    if entry.event.editorial and entry.event.editorial.summary:
        return _cut(entry.event.editorial.summary, DESCRIPTION)
    if not entry.statements:
        return _cut(entry.headline.text, DESCRIPTION)
    first = entry.statements[0]
    article = next(each for each in entry.event.articles if each.stem == first.citations[0].article)
    who = _cut(who_wrote(article, unnamed=UNNAMED_ENTRY), _NAME)
    return f"{who}: “{_cut(first.text, DESCRIPTION - len(who) - len(': “”'))}”"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _content(entry: Entry, masthead: Masthead, url: str) -> Iterator[str]:
    """Give what the event's page says, as plain HTML with full addresses: no style, no class, no script."""
    event = entry.event
    yield f'<div lang="{escape(masthead.language)}" dir="{direction(masthead.language)}">'
    told = [when_words(event.when) if event.when else "Date unknown", event.place]
    yield f"<p>{escape(', '.join(filter(None, told)))}</p>"
    yield from _by_the_editor(entry, url)
    if entry.statements:
        yield f"<p>{escape(reported(event.articles))}:</p><ul>"
        for statement in statement_views(entry, masthead):
            yield f"<li><q>{_in_its_language(statement.words)}</q> ({_tellers(statement, masthead)})</li>"
        yield "</ul>"
    yield from _sources(entry, masthead, url)
    yield "</div>"


def _by_the_editor(entry: Entry, url: str) -> Iterator[str]:
    word = entry.event.editorial
    if word is None:
        return
    for change in sorted(word.changes, key=lambda change: (change.kind != "correction", change.date.last)):
        kind = "Correction" if change.kind == "correction" else "Update"
        yield f"<p><strong>{kind}</strong>, {escape(when_words(change.date))}: {escape(change.note)}</p>"
    if word.summary or word.text or word.note:
        yield "<p><strong>By the editor</strong></p>"
    yield f"<p>{escape(word.summary)}</p>" if word.summary else ""
    yield _with_full_addresses(html_of(word.text), url)
    yield f"<p>{escape(word.note)}</p>" if word.note else ""


def _with_full_addresses(html: str, url: str) -> str:
    """Make links of the editor's text, which are relative to the event's page, good anywhere."""
    return _LINK.sub(lambda found: f'{found[1]}="{escape(_joined(url, unescape(found[2])))}"', html)


def _joined(url: str, address: str) -> str:
    try:
        return urljoin(url, address)
    except ValueError:  # an address such as `//[`
        return url


def _tellers(statement: StatementView, masthead: Masthead) -> str:
    return ", ".join(
        f'<a href="{escape(_full(cited.source, masthead))}">{escape(cited.who)}</a>'
        + (f", {cited.status}" if cited.status else "")
        for cited in statement.citations
    ) + (f" and {statement.uncited:,} more" if statement.uncited else "")


def _full(address: str, masthead: Masthead) -> str:
    page, _, anchor = address.partition("#")
    return f"{absolute(masthead.base_url, page)}#{quote(anchor)}"


def _sources(entry: Entry, masthead: Masthead, url: str) -> Iterator[str]:
    articles = entry.event.articles
    yield "<p>Sources:</p><ul>"
    views = source_views(entry, masthead, [""] * len(articles))
    listed = sorted(zip(views, articles, strict=True), key=lambda pair: pair[0].number)
    shown = len(articles) if len(articles) <= MOST_SOURCES else MOST_SOURCES - 1
    for source, article in listed[:shown]:
        title = _in_its_language(source.title)
        linked = f'<a href="{escape(source.url)}">{title}</a>' if source.url else title
        status = f", {escape(source.status)}" if source.status else ""
        who = escape(who_wrote(article, unnamed=UNNAMED_ENTRY))
        yield f"<li>{who}: {linked}, {escape(source.date.words)}{status}</li>"
    if len(articles) > shown:
        yield f'<li><a href="{escape(url)}#sources">{len(articles) - shown:,} more</a></li>'
    yield "</ul>"


def _in_its_language(words: Words) -> str:
    text = escape(words.text, quote=False)
    return f'<span lang="{escape(words.lang)}" dir="{words.dir}">{text}</span>' if words.lang else text
