"""A page for each article whose whole text may be published; it is made with the page of its event."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Article, Entry
from generator.pages.addresses import article_address, event_address
from generator.pages.model import DateView, Link, Masthead, Page, Words
from generator.pages.views import outlet_title
from generator.pages.wording import date_view, words_in


class ArticleView(NamedTuple):
    """An article with its text; the text itself is given to the template as `full_text`."""

    title: Words
    outlet: str
    outlet_address: str
    origin: str
    author: str
    date: DateView
    url: str
    license: str
    event: Link


def article_page(masthead: Masthead, article: Article, outlet: str, entry: Entry) -> Page:
    """Make an article's page; `outlet` is the address of its source's page, `entry` tells of its event."""
    view = ArticleView(
        title=words_in(article.title, article.lang, masthead.language),
        outlet=outlet_title(article.source, masthead),
        outlet_address=outlet,
        origin=article.origin,
        author=article.author,
        date=date_view(masthead.phrases, article.published),
        url=article.url,
        license=article.license,
        event=Link(event_address(entry.event.id), entry.headline.text),
    )
    return Page(article_address(article.stem), "article.html", view, full_text=article)
