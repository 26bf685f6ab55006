"""What search engines and other machines read of a page: JSON-LD in the words of schema.org.

An event's page is a `WebPage` with a list of quotations and the articles that it cites: it is no `NewsArticle`, since
what stands in it is not ours. A block of data is no script: it is allowed where a page's policy forbids all scripts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import chain, islice
from typing import Any
from urllib.parse import quote

from generator.model import Article, Entry, Statement, When
from generator.pages.addresses import absolute, event_address, statement_anchor
from generator.pages.listed_sources import source_anchor
from generator.pages.model import Masthead
from generator.pages.views import outlet_title

# So many are some 3 KB of a page's 30; an event that hundreds tell of has them all in its data file.
MOST_CITED = 10
# Made once: `json.dumps` makes one for each call that is not the usual one.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def linked_entry(masthead: Masthead, entry: Entry) -> str:
    """Give an event's page as JSON-LD, fit to stand in a page."""
    event = entry.event
    url = absolute(masthead.base_url, event_address(event.id))
    # Names on the page itself are relative, as JSON-LD in a page may have them: an address said fifty times is long.
    articles = _articles_cited(entry)
    names = {article.stem: f"#{quote(source_anchor(article.stem))}" for article in articles}
    quotations = [
        {
            "@type": "ListItem",
            "position": place,
            "item": {
                "@type": "Quotation",
                "url": f"#{statement_anchor(statement)}",
                "text": statement.text,
                "citation": [{"@id": names[stem]} for stem in dict.fromkeys(_stems(statement)) if stem in names],
            },
        }
        for place, statement in enumerate(entry.statements, 1)
    ]
    return _in_html(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "@id": url,
            "url": url,
            "name": entry.headline.text,
            "inLanguage": masthead.language,
            "datePublished": event.published,
            "dateModified": event.updated,
            "temporalCoverage": _days(event.when),
            "contentLocation": {"@type": "Place", "name": event.place} if event.place else None,
            "isPartOf": _site(masthead),
            "creditText": masthead.author,
            "mainEntity": {"@type": "ItemList", "numberOfItems": len(quotations), "itemListElement": quotations},
            "citation": [_cited(article, names[article.stem], masthead) for article in articles],
        }
    )


def linked_site(masthead: Masthead) -> str:
    """Give the digest itself as JSON-LD, fit to stand in a page."""
    return _in_html({"@context": "https://schema.org", **_site(masthead), "inLanguage": masthead.language})


def _site(masthead: Masthead) -> dict[str, Any]:
    return {
        "@type": "WebSite",
        "@id": masthead.base_url,
        "url": masthead.base_url,
        "name": masthead.title,
        "description": masthead.description,
    }


def _articles_cited(entry: Entry) -> list[Article]:
    """Give the articles that are named, in their order; of many first those quoted, one a sentence, then others."""
    articles = entry.event.articles
    if len(articles) <= MOST_CITED:
        return list(articles)
    quoted = [_stems(statement) for statement in entry.statements]
    ranked = dict.fromkeys(chain([stems[0] for stems in quoted], *quoted, [article.stem for article in articles]))
    named = set(islice(ranked, MOST_CITED))
    return [article for article in articles if article.stem in named]


def _stems(statement: Statement) -> list[str]:
    return [citation.article for citation in statement.citations]


def _cited(article: Article, name: str, masthead: Masthead) -> dict[str, Any]:
    return _known(
        {
            "@type": "Article",
            "@id": name,
            "headline": article.title,
            "url": article.url,
            "datePublished": _days(article.published),
            "publisher": _organisation(outlet_title(article.source, masthead)),
            "creator": _organisation(article.origin if article.origin != article.source else ""),
            "inLanguage": article.lang,
        }
    )


def _organisation(name: str) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _days(when: When | None) -> str:
    """Give a date, or two with a slash between (ISO 8601); "about" cannot be said here."""
    return when.value.rstrip("~") if when else ""


def _known(members: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}


def _in_html(members: Mapping[str, Any]) -> str:
    told = {name: _known(value) if isinstance(value, dict) else value for name, value in members.items()}
    text = _ENCODER.encode(_known(told))
    # No text may end the element that it stands in (HTML, restrictions on the contents of script elements). Three
    # replacements take 2 µs where `translate` takes 100.
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
