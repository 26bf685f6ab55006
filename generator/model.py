"""The nouns of a digest: small frozen values, which is all that travels between stages."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from hashlib import blake2b
from operator import attrgetter
from typing import Literal, NamedTuple, TypeVar

Basis = Literal["editor", "dateline", "page stamp", "stated in text", "inferred"]
Precision = Literal["day", "month", "year", "range", "about"]
Kind = TypeVar("Kind", bound=type)


def travels(kind: Kind) -> Kind:
    """Let the values of a frozen dataclass (of two fields or more) reach other processes in half the time.

    They go as the tuple of their members; `dataclasses` asks each time which fields there are. A cold build of 10,000
    articles over two processes sends each article ten times, which is 4 % of its CPU.
    """
    members = attrgetter(*[each.name for each in fields(kind)])

    def reduced(value: object) -> tuple[Kind, object]:
        return kind, members(value)

    setattr(kind, "__reduce__", reduced)  # noqa: B010 - no type has it as something to be set
    return kind


@travels
@dataclass(frozen=True, slots=True)
class When:
    """A date with its evidence.

    `value` is EDTF (ISO 8601-2): `2015-12-15`, `2015-12`, `2015`, `2015-05-12/2015-05-13`, and `~` behind any of
    them for "about". `basis` tells how it is known, `words` what it was read from.
    """

    value: str
    basis: Basis
    words: str = ""

    @property
    def precision(self) -> Precision:
        """How exact the value is."""
        if self.value.endswith("~"):
            return "about"
        if "/" in self.value:
            return "range"
        return "day" if len(self.value) == 10 else "month" if len(self.value) == 7 else "year"

    @property
    def first(self) -> date:
        """The earliest day it may be."""
        return _edge(self.value.rstrip("~").split("/")[0], last=False)

    @property
    def first_day(self) -> str:
        """The earliest day it may be, as ISO 8601."""
        return self.value if self.precision == "day" else self.first.isoformat()

    @property
    def month(self) -> str:
        """Year and month of the earliest day it may be (`2015-12`), the year where no more is known."""
        return self.value[:7] if self.value[4:5] == "-" else self.value[:4]

    @property
    def last(self) -> date:
        """The latest day it may be."""
        return _edge(self.value.rstrip("~").split("/")[-1], last=True)


def _edge(text: str, *, last: bool) -> date:
    if len(text) == 10:
        return date.fromisoformat(text)
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12 if last else 1
    return date(year, month, monthrange(year, month)[1] if last else 1)


@dataclass(frozen=True, slots=True)
class Terms:
    """What grouping needs to know of a text: the words it rests on, those of its title and lead first.

    Each word stands once, in lower case, parted by blanks. How often it stands is one digit, and so is how often as a
    name, that is, with a capital; nine tells of nine or more. The first `lead` words stand in the title or the lead.
    """

    words: str
    word_counts: str
    lead: int
    name_counts: str


@travels
@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet: its header and its fingerprint. Empty text means unknown.

    `published` is the day it came out, `told` the day it tells of. Its paragraphs are asked for by `path` and
    `fingerprint` where they are needed. `mark` tells that it is the same article under another file name.
    """

    stem: str
    path: str
    fingerprint: str
    title: str
    published: When | None
    told: When | None
    words: int
    source: str = ""
    origin: str = ""
    url: str = ""
    author: str = ""
    place: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()
    event: str = ""
    status: Literal["", "corrected", "retracted", "withdrawn"] = ""
    reason: str = ""
    draft: bool = False
    retrieved: str = ""
    archive_url: str = ""
    license: str = ""
    full: bool = False
    sha256: str = ""
    mark: str = ""


class Paragraph(NamedTuple):
    """One block of an article as plain text. Only prose is quoted in a summary: a standfirst sums up itself."""

    text: str
    kind: Literal["prose", "standfirst", "heading", "item", "quote", "code"] = "prose"


@dataclass(frozen=True, slots=True)
class Report:
    """One article as a summariser reads it: the sentences of each paragraph, none where it is not prose."""

    article: Article
    sentences: Sequence[tuple[str, ...]]


@travels
@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence stands: article (its stem), paragraph and sentence, both counted from 1."""

    article: str
    paragraph: int
    sentence: int


@travels
@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a summary: `verbatim` as its sources have it, `text` as it is shown.

    `ahead`: it tells of what was still to come. `days` has words of it that tell a day by the day on which they were
    written ("on Tuesday"), where that is another day than the event's, each with that day (EDTF).
    """

    verbatim: str
    text: str
    citations: tuple[Citation, ...]
    ahead: bool = False
    days: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What the editor says has changed in an event: an `update` is news to subscribers, a `correction` is quiet."""

    date: When
    note: str
    kind: Literal["update", "correction"] = "update"


@dataclass(frozen=True, slots=True)
class Review:
    """Who has read an event, on which day (ISO 8601), and a fingerprint of the articles it had then."""

    on: str
    by: str = ""
    articles: str = ""


@travels
@dataclass(frozen=True, slots=True)
class Name:
    """A name that a few texts rest on, in its fullest short form, and the key by which other texts know it.

    `person` if it stands in full and by its last word alone, as people do. `weight` tells how much the texts are about
    it: the more often it stands there, in their titles and in their first sentences.
    """

    text: str
    key: str
    person: bool
    weight: int


@dataclass(frozen=True, slots=True)
class Filed:
    """Where the editor files an event: the story's id or title (`none`: in no story), and what to call the story."""

    story: str
    title: str = ""


@travels
@dataclass(frozen=True, slots=True)
class BackgroundDay:
    """A time other than the event's own that its articles tell of, by a sentence of one of them.

    `articles` and `origins` count who tells of it; it was still `ahead` when they were written.
    """

    when: When
    statement: Statement
    articles: int
    origins: int
    ahead: bool


@dataclass(frozen=True, slots=True)
class Editorial:
    """The editor's word on an event: what stands in `content/events/<id>.md`. `text` is Markdown.

    `merge` are the ids of events that this one takes in, `drop` the opening words of statements not to be made;
    `lines` tells on which line of the file each key stands.
    """

    id: str
    path: str
    title: str = ""
    date: When | None = None
    place: str = ""
    summary: str = ""
    note: str = ""
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    merge: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    draft: bool = False
    status: Literal["", "developing", "settled", "withdrawn"] = ""
    changes: tuple[Change, ...] = ()
    reviewed: Review | None = None
    story: Filed | None = None
    text: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


@travels
@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at one time and place, told by its articles, earliest first.

    `published` and `updated` are the instants (ISO 8601, UTC) at which this digest first had it and last changed it.
    """

    id: str
    articles: tuple[Article, ...]
    when: When | None
    place: str
    published: str
    updated: str
    editorial: Editorial | None = None

    @property
    def mark(self) -> str:
        """A fingerprint of which articles they are: a review is of these."""
        stems = "\n".join(sorted(article.stem for article in self.articles))
        return blake2b(stems.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@travels
@dataclass(frozen=True, slots=True)
class Headline:
    """A headline and the stem of the article it is quoted from; none where it is the editor's own."""

    text: str
    article: str
    lang: str = ""


@travels
@dataclass(frozen=True, slots=True)
class Fold:
    """The articles (stems) that carry one text, the first that had it at their head, and the origin that they name."""

    origin: str
    articles: tuple[str, ...]


@travels
@dataclass(frozen=True, slots=True)
class Grounds:
    """What the articles of an event have in common: how many different texts they are, and what these share.

    `days` lie between the first and the last day told of, unless one is not known.
    """

    texts: int
    same_place: bool
    days: int | None
    phrases: int


@travels
@dataclass(frozen=True, slots=True)
class Entry:
    """An event as the digest tells it. `quoted` counts the words shown of each article, by its stem.

    `names` are those that its articles rest on, weightiest first. `open_ended`: all its articles tell of a beginning,
    and none of them how it ended. `folds` are the texts that several articles carry; an event of one article has no
    `grounds`.
    """

    event: Event
    headline: Headline
    statements: tuple[Statement, ...]
    outlets: int
    origins: int
    quoted: tuple[tuple[str, int], ...] = ()
    open_ended: bool = False
    folds: tuple[Fold, ...] = ()
    grounds: Grounds | None = None
    names: tuple[Name, ...] = ()
    background: tuple[BackgroundDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Events that belong together over time, oldest first. `by_editor` if the editor gave it its title."""

    id: str
    title: str
    by_editor: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A background day and who tells of it: the article, its event. It is the event `to` of this digest, if any."""

    day: BackgroundDay
    article: Article
    event: str
    headline: Headline
    to: str = ""
    to_headline: Headline | None = None


@dataclass(frozen=True, slots=True)
class BackgroundMonth:
    """What events look back on, or ahead to, in one month, oldest first."""

    year: int
    month: int
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month, oldest first; month 0 holds those known by the year alone."""

    month: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of one year that have entries; year 0 holds entries without a date."""

    year: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Signpost:
    """The address of an event that is not told any more: the ids of the events that have its articles today.

    Of an event that the editor has withdrawn, `withdrawn` is set and `note` is the editor's.
    """

    id: str
    homes: tuple[str, ...] = ()
    withdrawn: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """All that is published: entries by date, oldest first, the same by year and month, and addresses kept alive.

    `signposts` stand for events that once were published and are not told now; `redirects` are ids of events that the
    editor merged, each with where it went. `stories` come in the order of their ids, `background` by month.
    """

    entries: tuple[Entry, ...]
    timeline: tuple[Year, ...]
    signposts: tuple[Signpost, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    stories: tuple[Story, ...] = ()
    background: tuple[BackgroundMonth, ...] = ()
