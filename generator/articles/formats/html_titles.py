"""The headline of a web page: the one on which what it shows and what its markup says agree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from generator.articles.receipts import Found
from generator.text.characters import one_line

# What parts a headline from a kicker before it, and from a section or the site's name behind it.
_PARTING = re.compile(r"\s*[|•·»:/]+\s+|\s+[–—-]+\s+")
_WORD = re.compile(r"\w+")
# The headline is among a page's first headings, and has a few hundred characters.
_MOST_HEADINGS, _LONGEST = 200, 500
# What agrees in part with a heading has so many words: 'World news' is no headline.
_FEWEST_WORDS = 4
# Of the three, <title> is often worded for search engines and counts only as a witness.
_WORDED_FOR_READERS = ("JSON-LD headline", "og:title")


def find_headline(tree: Any, named: Mapping[str, str], sites: Collection[str], shown: str) -> Found | None:
    """Give the headline of a page whose markup calls it as in `named`, by the place of each; None for what is `shown`.

    A heading that the markup agrees with is best; without one, what the page shows above the article counts for more
    than a <title>.
    """
    headings = first_headings(tree)
    agreed = _grouped_headline(tree, named) or _agreed_heading(tree, named, sites) or _partly_agreed(headings, named)
    if agreed:
        return agreed
    if shown and any(_same(shown, _without_site(title, sites, shown)) for title in named.values()):
        return None
    if shown and any(_same(shown, heading) for heading in headings):
        return None
    for place in _WORDED_FOR_READERS:
        if named[place]:
            return Found("title", _without_site(named[place], sites, ""), place)
    if shown:
        return None
    title = _without_site(named["<title>"], sites, "")
    return Found("title", title, "<title>") if title else None


def first_headings(tree: Any) -> list[str]:
    """Give the texts of a page's `<h1>`, among which its headline may be."""
    return [one_line(heading.text_content()[:_LONGEST]) for heading in islice(tree.iter("h1"), _MOST_HEADINGS)]


def _grouped_headline(tree: Any, named: Mapping[str, str]) -> Found | None:
    """Give the headline that stands grouped with a kicker, as a part of a heading or in an <hgroup>.

    Such a page may have another headline as its <h1>, written for search engines; not the other way about.
    """
    parts = (part for heading in tree.iter("h1", "h2", "h3") for part in heading.iter("span", "strong", "em", "b"))
    grouped = (heading for group in tree.iter("hgroup") for heading in group.iter("h1", "h2", "h3"))
    for element in (*islice(parts, _MOST_HEADINGS), *islice(grouped, _MOST_HEADINGS)):
        text = one_line(element.text_content()[:_LONGEST])
        for place in _WORDED_FOR_READERS:
            if _same(text, named[place]):
                return Found("title", text, f"<{element.tag}>, as {place}")
    return None


def _agreed_heading(tree: Any, named: Mapping[str, str], sites: Collection[str]) -> Found | None:
    for heading in islice(tree.iter("h1"), _MOST_HEADINGS):
        text = one_line(heading.text_content())
        for place, title in named.items():
            if _same(text, _without_site(title, sites, text)):
                return Found("title", text, f"<h1>, as {place}")
        # A kicker and a headline may stand side by side without a blank; the markup writes what parts them.
        apart = one_line(" ".join(heading.itertext()))
        for place, title in named.items():
            if _same(apart, _without_site(title, sites, apart)):
                return Found("title", _without_site(title, sites, apart), f"{place}, as <h1>")
    return None


def _partly_agreed(headings: Collection[str], named: Mapping[str, str]) -> Found | None:
    """Give what the markup calls the headline where a heading says a kicker before it."""
    for heading in headings:
        for place in _WORDED_FOR_READERS:
            title = named[place]
            if len(_WORD.findall(title)) >= _FEWEST_WORDS and any(_same(title, end) for _, end in _parts(heading)):
                return Found("title", title, f"{place}, as <h1> behind a kicker")
    return None


def _same(one: str, other: str) -> bool:
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold()) != []


def _without_site(title: str, sites: Collection[str], heading: str) -> str:
    """Cut the name of the site, or of a section, off a title: what a bar or dash parts from the heading."""
    parts = list(_parts(title))
    for before, behind in parts:
        if _same(before, heading):
            return before
        if _same(behind, heading):
            return behind
    for before, behind in parts:
        if any(_same(behind, site) for site in sites):
            return before
    return title


def _parts(title: str) -> Iterator[tuple[str, str]]:
    """Give what stands before and behind each mark that parts a title."""
    for cut in _PARTING.finditer(title[:_LONGEST]):
        yield title[: cut.start()], title[cut.end() :]
