"""Turn entries into what templates show: cards in lists, statements with citations, articles as sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from urllib.parse import quote

from generator.executors import Executor, at_hand
from generator.model import Article, Citation, Digest, Entry, Month, Statement, Year
from generator.pages.addresses import article_address, event_address, source_addresses, statement_anchor
from generator.pages.listed_sources import MOST_CITED, source_anchor, source_numbers, source_places
from generator.pages.model import Card, CitationView, Link, Masthead, SourceEntry, StatementView
from generator.pages.phrasebook import Phrasebook
from generator.pages.wording import (
    at_most,
    came_out,
    carried,
    date_view,
    evidence,
    paragraph_words,
    who_tells,
    who_wrote,
    words_in,
    year_words,
)

# A list longer than this is spread over a page a year, a year over a page a month.
LONG = 200
# What a text directive says as it is, or by three replacements.
_PLAIN = re.compile(r"[A-Za-z0-9_.~ ,-]*").fullmatch
# As many names as fit on a line.
TELLERS = 5


def card(entry: Entry, masthead: Masthead) -> Card:
    """Give an entry as it stands in a list."""
    phrases = masthead.phrases
    first = entry.statements[0] if entry.statements else None
    quoted = _quoted(entry, first) if first else None
    by = who_wrote(phrases, quoted) if quoted else ""
    tellers = dict.fromkeys([_teller(article) for article in entry.event.articles])
    teller = _teller(quoted) if quoted else ""
    return Card(
        address=event_address(entry.event.id),
        headline=words_in(entry.headline.text, entry.headline.lang, masthead.language),
        quoted=bool(entry.headline.article),
        date=date_view(phrases, entry.event.when),
        place=entry.event.place,
        sentence=words_in(first.text if first else "", quoted.lang if quoted else "", masthead.language),
        summary=entry.event.editorial.summary if entry.event.editorial else "",
        by=by,
        also=at_most(phrases, (name for name in tellers if name not in {"", teller}), TELLERS),
        evidence=evidence(phrases, entry.event, entry.outlets, entry.origins, entry.folds),
    )


def _teller(article: Article) -> str:
    """Give an article's outlet, if it has a name: in a row is no room for who wrote what it carries."""
    return article.source or article.origin


def statement_views(entry: Entry, masthead: Masthead) -> tuple[StatementView, ...]:
    """Give the statements of an entry with their citations."""
    numbers = source_numbers(entry)
    places = source_places(entry, numbers)
    cited_as = {
        article.stem: (places[article.stem], numbers[article.stem], article) for article in entry.event.articles
    }
    return tuple(
        [
            StatementView(
                anchor=statement_anchor(statement),
                words=words_in(statement.text, _quoted(entry, statement).lang, masthead.language),
                citations=tuple(
                    [
                        _citation(masthead.phrases, cited, *cited_as[cited.article], statement.verbatim)
                        for cited in statement.citations[:MOST_CITED]
                    ]
                ),
                uncited=max(0, len(statement.citations) - MOST_CITED),
            )
            for statement in entry.statements
        ]
    )


def source_list(entry: Entry, masthead: Masthead, addresses: Sequence[str]) -> tuple[SourceEntry, ...]:
    """Give the sources of an entry in the order of their numbers, copies of a text behind the first of them."""
    return tuple(sorted(source_views(entry, masthead, addresses), key=attrgetter("number")))


def source_views(entry: Entry, masthead: Masthead, addresses: Sequence[str]) -> tuple[SourceEntry, ...]:
    """Give the articles of an entry as its sources, in their order; `addresses` are those of their outlets' pages."""
    phrases = masthead.phrases
    quoted = dict(entry.quoted)
    numbers = source_numbers(entry)
    heads = {fold.articles[0]: carried(phrases, fold, entry.event.articles) for fold in entry.folds}
    copies = {stem for fold in entry.folds for stem in fold.articles[1:]}
    cited_by = _cited_by(entry)
    return tuple(
        [
            SourceEntry(
                anchor=source_anchor(article.stem),
                number=numbers[article.stem],
                mark=phrases.number(numbers[article.stem]),
                title=words_in(article.title, article.lang, masthead.language),
                outlet=outlet_title(article.source, masthead),
                outlet_address=address,
                origin=article.origin if article.origin != article.source else "",
                author=article.author,
                date=came_out(phrases, article),
                url=article.url,
                archive_url=article.archive_url,
                full_address=article_address(article.stem) if is_full(article, masthead) else "",
                sha256=article.sha256,
                quoted=quoted.get(article.stem, 0),
                words=article.words,
                language=article.lang,
                status=article.status,
                standing=phrases.say(f"{article.status}_head") if article.status else "",
                reason=article.reason,
                cited_by=tuple(cited_by.get(article.stem, ())),
                carried=heads.get(article.stem, ""),
                copy=article.stem in copies,
            )
            for article, address in zip(entry.event.articles, addresses, strict=True)
        ]
    )


def _cited_by(entry: Entry) -> dict[str, list[Link]]:
    """Give links to the statements that quote an article, by its stem."""
    found: dict[str, list[Link]] = {}
    for place, statement in enumerate(entry.statements, 1):
        link = Link(f"{event_address(entry.event.id)}#{statement_anchor(statement)}", str(place))
        for stem in dict.fromkeys([citation.article for citation in statement.citations]):
            found.setdefault(stem, []).append(link)
    return found


def is_full(article: Article, masthead: Masthead) -> bool:
    """Tell whether an article's whole text is published."""
    outlet = masthead.outlets.get(article.source)
    return article.full or bool(outlet and outlet.full)


def outlet_title(source: str, masthead: Masthead) -> str:
    """Give the name of an outlet as the editor writes it."""
    outlet = masthead.outlets.get(source)
    return (outlet.title if outlet else "") or source


def outlet_addresses(digest: Digest, executor: Executor) -> dict[str, str]:
    """Give the address of every source's page, by the source's name."""
    return source_addresses(sorted(set().union(*executor.map(sources_of, months_of(digest)))))


@at_hand
def sources_of(month: Month) -> frozenset[str]:
    """Give the names of the sources of a month's events."""
    return frozenset([article.source for entry in month.entries for article in entry.event.articles])


def months_of(digest: Digest) -> list[Month]:
    """Give the months of a digest: after an edit all but one of them are the same."""
    return [month for year in digest.timeline for month in year.months]


def is_crowded(year: Year) -> bool:
    """Tell whether a year's events are spread over its months, so that an edit touches one month and not the year."""
    return len(year.months) > 1 and sum(len(month.entries) for month in year.months) > LONG


def year_links(phrases: Phrasebook, years: Iterable[tuple[int, str]]) -> tuple[Link, ...]:
    """Give links to years, of each of which the address is known, newest first."""
    return tuple([Link(address, year_words(phrases, year)) for year, address in sorted(years, reverse=True)])


def _quoted(entry: Entry, statement: Statement) -> Article:
    """Give the article that a statement is quoted from: the first that it cites."""
    stem = statement.citations[0].article
    return next(article for article in entry.event.articles if article.stem == stem)


def _citation(
    phrases: Phrasebook, citation: Citation, source: str, number: int, article: Article, verbatim: str
) -> CitationView:
    return CitationView(
        source=source,
        number=phrases.number(number),
        who=who_tells(phrases, article),
        day=date_view(phrases, article.published).words,
        place=paragraph_words(phrases, citation.paragraph),
        status=phrases.say(article.status) if article.status else "",
        url=f"{article.url.partition('#')[0]}#:~:text={_fragment(verbatim)}" if article.url else "",
    )


def _fragment(verbatim: str) -> str:
    """Give the text directive that finds a sentence on its page: its first and last words (WICG Text Fragments)."""
    words = verbatim.split()
    if len(words) <= 8:
        return _escaped(verbatim)
    return f"{_escaped(' '.join(words[:4]))},{_escaped(' '.join(words[-4:]))}"


def _escaped(text: str) -> str:
    # Plain words need no table looked up for each letter: 0.5 µs instead of 4.
    plain = _PLAIN(text)
    return (text if plain else quote(text, safe=" ,")).replace(" ", "%20").replace(",", "%2C").replace("-", "%2D")
