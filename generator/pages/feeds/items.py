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
from generator.pages.phrasebook import Phrasebook
from generator.pages.views import source_views, statement_views
from generator.pages.wording import reported, when_words, who_tells, words_in
from generator.text.characters import direction
from generator.text.markdown import html_of

# Feed readers show about this many characters of a description.
DESCRIPTION = 300
# A name that is longer is cut, so that there is room for what it says.
_NAME = 100
# An event that hundreds tell of would fill the feed with their titles; its page has them all.
MOST_SOURCES = 30

# What in the words of a title (` onload=`, `javascript:`) a reader program that cleans by patterns takes for an act.
_ACTING = re.compile(r"=|(?<=javascript):", re.IGNORECASE)
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
        description=_description(masthead.phrases, entry),
        content="".join(_content(entry, masthead, url)),
    )


def _description(phrases: Phrasebook, entry: Entry) -> str:
    """Give the editor's sentence, else what the first source quoted says, and who that is."""
    if entry.event.editorial and entry.event.editorial.summary:
        return _cut(entry.event.editorial.summary, DESCRIPTION)
    if not entry.statements:
        return _cut(entry.headline.text, DESCRIPTION)
    first = entry.statements[0]
    article = next(each for each in entry.event.articles if each.stem == first.citations[0].article)
    who = _cut(who_tells(phrases, article), _NAME)
    room = DESCRIPTION - len(phrases.say("feed_said", who=who, text=""))
    return phrases.say("feed_said", who=who, text=_cut(first.text, room))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _content(entry: Entry, masthead: Masthead, url: str) -> Iterator[str]:
    """Give what the event's page says, as plain HTML with full addresses: no style, no class, no script."""
    event, phrases = entry.event, masthead.phrases
    yield f'<div lang="{escape(masthead.language)}" dir="{direction(masthead.language)}">'
    told = [when_words(phrases, event.when) if event.when else phrases.say("date_unknown_head"), event.place]
    yield f"<p>{as_html(phrases.listed([each for each in told if each]))}</p>"
    yield from _by_the_editor(phrases, entry, url)
    if entry.statements:
        yield f"<p>{said(phrases, 'list_follows', told=escape(reported(phrases, event.articles)))}</p><ul>"
        for statement in statement_views(entry, masthead):
            yield f"<li><q>{_in_its_language(statement.words)}</q> ({_tellers(statement, masthead)})</li>"
        yield "</ul>"
    yield from _sources(entry, masthead, url)
    yield "</div>"


def _by_the_editor(phrases: Phrasebook, entry: Entry, url: str) -> Iterator[str]:
    word = entry.event.editorial
    if word is None:
        return
    for change in sorted(word.changes, key=lambda change: (change.kind != "correction", change.date.last)):
        kind = f"<strong>{escape(phrases.say(change.kind))}</strong>"
        told = {"day": escape(when_words(phrases, change.date)), "note": as_html(change.note)}
        yield f"<p>{said(phrases, 'feed_change', kind=kind, **told)}</p>"
    if word.summary or word.text or word.note:
        yield f"<p><strong>{escape(phrases.say('by_editor'))}</strong></p>"
    yield f"<p>{as_html(word.summary)}</p>" if word.summary else ""
    yield _with_full_addresses(html_of(word.text), url)
    yield f"<p>{as_html(word.note)}</p>" if word.note else ""


def _with_full_addresses(html: str, url: str) -> str:
    """Make links of the editor's text, which are relative to the event's page, good anywhere."""
    return _LINK.sub(lambda found: f'{found[1]}="{escape(_joined(url, unescape(found[2])))}"', html)


def _joined(url: str, address: str) -> str:
    try:
        return urljoin(url, address)
    except ValueError:  # an address such as `//[`
        return url


def _tellers(statement: StatementView, masthead: Masthead) -> str:
    phrases = masthead.phrases
    told: list[str] = []
    for cited in statement.citations:
        told.append(f'<a href="{escape(_full(cited.source, masthead))}">{as_html(cited.who)}</a>')
        told += [escape(cited.status)] if cited.status else []
    listed = said(phrases, "comma").join(told)
    if not statement.uncited:
        return listed
    return said(phrases, "and").join([listed, escape(phrases.count(statement.uncited, "more"))])


def _full(address: str, masthead: Masthead) -> str:
    page, _, anchor = address.partition("#")
    return f"{absolute(masthead.base_url, page)}#{quote(anchor)}"


def _sources(entry: Entry, masthead: Masthead, url: str) -> Iterator[str]:
    articles, phrases = entry.event.articles, masthead.phrases
    yield f"<p>{said(phrases, 'list_follows', told=escape(phrases.say('source_list')))}</p><ul>"
    views = source_views(entry, masthead, [""] * len(articles))
    listed = sorted(zip(views, articles, strict=True), key=lambda pair: pair[0].number)
    shown = len(articles) if len(articles) <= MOST_SOURCES else MOST_SOURCES - 1
    for source, article in listed[:shown]:
        title = _in_its_language(source.title)
        linked = f'<a href="{escape(source.url)}">{title}</a>' if source.url else title
        told = [linked, escape(source.date.words)]
        told += [escape(phrases.say(source.status))] if source.status else []
        who = as_html(who_tells(phrases, article))
        yield f"<li>{said(phrases, 'feed_source', who=who, source=said(phrases, 'comma').join(told))}</li>"
    if len(articles) > shown:
        more = escape(phrases.count(len(articles) - shown, "more"))
        yield f'<li><a href="{escape(url)}#sources">{more}</a></li>'
    yield "</ul>"


def said(phrases: Phrasebook, key: str, **html: str) -> str:
    """Give a phrase as HTML, filled in with HTML."""
    return escape(phrases.phrases[key], quote=False).format_map(html)


def as_html(text: str) -> str:
    """Give words of others, or of the editor, as HTML that no reader program takes for more than words."""
    return _ACTING.sub(lambda sign: f"&#{ord(sign[0])};", escape(text, quote=False))


def _in_its_language(words: Words) -> str:
    text = as_html(words.text)
    return f'<span lang="{escape(words.lang)}" dir="{words.dir}">{text}</span>' if words.lang else text
