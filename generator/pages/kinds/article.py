"""A page for each article whose whole text may be published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article, Digest
from generator.pages.addresses import article_address, event_address
from generator.pages.model import DateView, Link, Masthead, Page, Words
from generator.pages.views import is_full, outlet_addresses, outlet_title
from generator.pages.wording import date_view, words_in


@dataclass(frozen=True, slots=True)
class ArticleView:
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


def pages(digest: Digest, masthead: Masthead) -> Iterator[Page]:
    """Give the page of each article that is published in full."""
    addresses = outlet_addresses(digest)
    for entry in digest.entries:
        for article in entry.event.articles:
            if is_full(article, masthead):
                parts = (article, addresses[article.source], entry.event.id, entry.headline.text)
                yield Page(article_address(article.stem), "article.html", article_view, parts, full_text=article)


def article_view(masthead: Masthead, article: Article, outlet: str, event_id: str, headline: str) -> ArticleView:
    """Give what an article's page shows; `outlet` is the address of its source's page."""
    return ArticleView(
        title=words_in(article.title, article.lang, masthead.language),
        outlet=outlet_title(article.source, masthead),
        outlet_address=outlet,
        origin=article.origin,
        author=article.author,
        date=date_view(article.published),
        url=article.url,
        license=article.license,
        event=Link(event_address(event_id), headline),
    )
