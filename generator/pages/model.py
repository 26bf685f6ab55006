"""The nouns of the pages: what a template is given, finished, and what a build writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Literal, NamedTuple

from generator.blob import Blob
from generator.errors import Fault
from generator.model import Article
from generator.pages.phrasebook import Phrasebook


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the editor says of a source in `config.yaml`."""

    title: str = ""
    url: str = ""
    country: str = ""
    language: str = ""
    owner: str = ""
    kind: Literal["outlet", "wire"] = "outlet"
    full: bool = False


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of the editor's own, from `content/pages/`. `text` is Markdown."""

    address: str
    title: str
    text: str


class Feed(NamedTuple):
    """Where subscribers find something: the name of the format, the feed's address in the site, its media type."""

    name: str
    address: str
    media_type: str

    @property
    def is_rss(self) -> bool:
        """Whether its format is RSS, which says of no item when it changed."""
        return self.media_type == "application/rss+xml"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What every page and feed says of the digest.

    `base_url` ends in a slash; `authority` mints feed ids; `own` are the editor's own pages; `feeds` are those of the
    whole digest; `search` tells that it has a search page, `stories` that it has any; `phrases` are all other words of
    its pages, in its language.
    """

    title: str
    base_url: str
    description: str = ""
    language: str = "en"
    author: str = ""
    contact: str = ""
    copyright: str = ""
    links: Literal["pretty", "file"] = "pretty"
    authority: str = ""
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    own: tuple[OwnPage, ...] = ()
    feeds: tuple[Feed, ...] = ()
    search: bool = False
    stories: bool = False
    phrases: Phrasebook = field(default_factory=Phrasebook)

    @property
    def stories_have_feeds(self) -> bool:
        """Whether each story has a feed: RSS, if the digest has that."""
        return any(feed.is_rss for feed in self.feeds)


class Page(NamedTuple):
    """A page to be rendered: its address in the site (`events/x/`), its template, and its data, the template's `view`.

    `full_text` names an article whose whole text the page carries. Pages that are not `indexed` ask search engines to
    pass them over; `same_as` is the address of the page that says the same, for them to take instead.
    """

    address: str
    template: str
    view: Any = None
    full_text: Article | None = None
    indexed: bool = True
    same_as: str = ""


class File(NamedTuple):
    """A file of the site: its path below the output folder, 128 bits of BLAKE2b over its content, and where that is."""

    path: str
    fingerprint: str
    size: int
    blob: Blob
    start: int = 0

    @property
    def content(self) -> bytes:
        """Its bytes, fetched from the disk where they wait there."""
        return self.blob.read(self.start, self.start + self.size)


def file_of(path: str, made: str | bytes) -> File:
    """Give a file of its text (UTF-8) or bytes."""
    content = made.encode() if isinstance(made, str) else made
    return File(path, blake2b(content, digest_size=16).hexdigest(), len(content), Blob(content))


class Section(NamedTuple):
    """Pages and files that are made together, because they tell of the same things.

    They are what `make(masthead, *parts)` yields, made where the work is done: laying out costs next to nothing, and
    sections with the same parts are the same. `listed` are the addresses of its pages that no year's sitemap knows of.
    What is quickly put together again of parts that are remembered, and changes with every edit, need not be `kept`.
    """

    make: Callable[..., Iterator[Page | File]]
    parts: tuple[Any, ...] = ()
    listed: tuple[str, ...] = ()
    kept: bool = True


class Printed(NamedTuple):
    """What came of a section: path, fingerprint, size and start of each file in the `ink`, which holds all their bytes.

    `faults` are those of the templates.
    """

    files: tuple[tuple[str, str, int, int], ...]
    faults: tuple[Fault, ...]
    ink: Blob


# What follows is made by the dozen for each page: a tuple takes half the time of a frozen dataclass.


class DateView(NamedTuple):
    """A date as a page shows it: `machine` for `<time datetime>` (empty where HTML has no form for it)."""

    words: str
    machine: str
    basis: str
    precision: str


class Words(NamedTuple):
    """A text with its language and direction, each empty where it is the page's own."""

    text: str
    lang: str = ""
    dir: str = ""


class CitationView(NamedTuple):
    """A citation under a statement: where its source is listed and as which, who says so, where, what became of it."""

    source: str
    number: str
    who: str
    day: str
    place: str
    status: str
    url: str


class StatementView(NamedTuple):
    """A statement of a summary; `anchor` is made of its words, `uncited` counts further citations than are told."""

    anchor: str
    words: Words
    citations: tuple[CitationView, ...]
    uncited: int = 0


class SourceEntry(NamedTuple):
    """An article in an event's list of sources; `origin` is empty where it is the outlet itself.

    `mark` is its number as the page shows it, `standing` its status in words. Addresses are of this site, urls of
    others; `cited_by` leads to the statements quoted from it. Where several carry one text, the first of them says so
    (`carried`), and the others, behind it in the list, are each a `copy`.
    """

    anchor: str
    number: int
    mark: str
    title: Words
    outlet: str
    outlet_address: str
    origin: str
    author: str
    date: DateView
    url: str
    archive_url: str
    full_address: str
    sha256: str
    quoted: int
    words: int
    language: str
    status: str
    standing: str
    reason: str
    cited_by: tuple[Link, ...]
    carried: str
    copy: bool


class Card(NamedTuple):
    """An event in a list: headline, date, one sentence, `by` whom it is, and who tells of the event `also`.

    `quoted` if the headline is a source's own, not the editor's.
    """

    address: str
    headline: Words
    quoted: bool
    date: DateView
    place: str
    sentence: Words
    summary: str
    by: str
    also: tuple[str, ...]
    evidence: str


class Link(NamedTuple):
    """A link inside this site."""

    address: str
    words: str
