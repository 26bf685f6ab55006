"""The articles at hand while pages are imported: which page each came from, and which of them tell the same text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from generator.articles.formats.records import without_tracking
from generator.text.front_matter import a_date, a_line, an_address, anything, read_sheet
from generator.text.words import words_of

# So many words at either end of a text tell which texts may be the same.
_EDGE = 16
# A text that was trimmed at its ends still has this share of the words.
_TRIMMED = 0.8
# A line that has this share of another's words is that line, worded anew.
_REWORDED = 0.5
# One address, and of the shorter text this share of its different words also in the longer: the same page, updated.
_SAME_PAGE = 0.6
# No more articles of one address, or with one opening, are looked at: a thousand reports may end on one appeal.
_MOST = 100
# So many characters tell where a text may begin in another.
_BEGINNING = 64
# The paragraphs that a day is looked for in.
_OPENING = 4

_FIELDS = {
    "imported": anything,
    "url": an_address,
    **dict.fromkeys(("title", "source", "origin", "lang", "date_basis"), a_line),
    **dict.fromkeys(("date", "event_date"), a_date),
}
# What the command line may tell of a page, and how it is read.
_GIVEN: Mapping[str, Callable[[str], str]] = {"source": a_line, "date": a_date}


@dataclass(frozen=True, slots=True)
class Clipping:
    """What is known of an article at hand. `page` names its raw page, `words` are those of its text, folded, in lines.

    `keep` tells which cut lines the editor wants back: their numbers, or how they begin. `given` is what the command
    line of an import told of the page.
    """

    path: Path | None
    page: str
    sha256: str
    fields: Mapping[str, str]
    words: str
    opening: tuple[str, ...]
    keep: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Desk:
    """The articles at hand, those of this import among them, and the names in use."""

    by_page: dict[str, Clipping] = field(default_factory=dict)
    claimed: set[str] = field(default_factory=set)  # pages of this import
    _by_sha256: dict[str, Clipping] = field(default_factory=dict)
    _by_address: dict[str, list[Clipping]] = field(default_factory=dict)
    _by_words: dict[str, list[Clipping]] = field(default_factory=dict)
    _by_edge: dict[str, list[Clipping]] = field(default_factory=dict)
    stems: set[str] = field(default_factory=set)
    clippings: list[Clipping] = field(default_factory=list)

    def note(self, clipping: Clipping) -> None:
        """Remember an article; the first of several from one page, or with the same bytes, is the one."""
        self.clippings.append(clipping)
        if clipping.path:
            self.stems.add(clipping.path.stem.casefold())
        if clipping.page:
            self.by_page.setdefault(clipping.page, clipping)
        if clipping.sha256:
            self._by_sha256.setdefault(clipping.sha256, clipping)
        if _address(clipping):
            self._by_address.setdefault(_address(clipping), []).append(clipping)
        self._by_words.setdefault(clipping.words, []).append(clipping)
        for edge in _edges(clipping):
            self._by_edge.setdefault(edge, []).append(clipping)

    def renamed(self, sha256: str, root: Path) -> Clipping | None:
        """Give the article of a page with these bytes whose own file is gone: it is the same page, renamed."""
        clipping = self._by_sha256.get(sha256)
        if clipping is None or clipping.path is None:
            return None
        pages = [page for page, other in self.by_page.items() if other.path == clipping.path]
        return None if any((root / page.partition("#")[0]).exists() for page in pages) else clipping

    def twin(self, draft: Clipping) -> tuple[Clipping, str] | None:
        """Give an article that is the same as a draft, and what tells so: the bytes, the address, or the text."""
        same = self._by_sha256.get(draft.sha256)
        if same and _may_be_one_outlet(same, draft):
            return same, "the same page"
        for other in self._by_address.get(_address(draft), ())[-_MOST:]:
            if _share(draft.words, other.words) >= _SAME_PAGE:
                return other, "the same address"
        edges = {id(other): other for edge in _edges(draft) for other in self._by_edge.get(edge, ())[-_MOST:]}
        near = (other for other in edges.values() if not _came_out_apart(other, draft))
        for other in chain(self._by_words.get(draft.words, ()), near):
            if _may_be_one_outlet(other, draft) and is_same_text(draft.words, other.words):
                return other, "the same text"
        return None


def open_desk(folder: Path) -> Desk:
    """Give the articles of a folder and the folders in it."""
    desk = Desk()
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
        desk.note(_read(path))
    return desk


def make_clipping(page: str, sha256: str, fields: Mapping[str, str], body: str) -> Clipping:
    """Give what the desk knows of an article that is not written yet."""
    return Clipping(None, page, sha256, fields, folded(body), _opening(body))


def folded(text: str) -> str:
    """Give the words of a text in lower case, a line each paragraph, whatever its spaces, quotes and dashes are."""
    lines = (" ".join(words_of(line)) for line in text.casefold().split("\n"))
    return "\n".join(line for line in lines if line)


def _came_out_apart(one: Clipping, other: Clipping) -> bool:
    """Tell whether two articles came out on different days; a page in another zone may be dated a day off."""
    days = known_day(one), known_day(other)
    return days[0] is not None and days[1] is not None and abs(days[0].toordinal() - days[1].toordinal()) > 1


def is_same_text(one: str, other: str) -> bool:
    """Tell whether two folded texts are the same but for a few lines that one of them lacks; none is worded anew."""
    short, long = sorted((_flat(one), _flat(other)), key=len)
    if len(short) < _TRIMMED * len(long):
        return False
    if _holds(long, short):
        return True
    lines, others = _lines(one), _lines(other)
    if sum(map(len, lines & others)) < _TRIMMED * len(short):
        return False
    mine, theirs = lines - others, others - lines
    return len(mine) * len(theirs) <= _MOST and not any(
        _share(line, another) >= _REWORDED for line in mine for another in theirs
    )


def _holds(long: str, short: str) -> bool:
    """Tell whether a text is in another. Most begin differently or once alike: told in half the time of `in`."""
    opening = short[:_BEGINNING]
    until = len(long) - len(short) + len(opening)
    start = long.find(opening, 0, until)
    if start < 0 or long.startswith(short, start):
        return start >= 0
    return long.find(opening, start + 1, until) >= 0 and short in long


# A text is held against several others.
@lru_cache(maxsize=2048)
def _flat(text: str) -> str:
    return f" {text} ".replace("\n", " ")


@lru_cache(maxsize=2048)
def _lines(text: str) -> frozenset[str]:
    return frozenset(text.split("\n"))


def known_day(clipping: Clipping) -> date | None:
    """Give the day on which an article came out, if it is known other than by inference."""
    value = clipping.fields.get("date", "")
    known = len(value) == 10 and value[4] == value[7] == "-" and clipping.fields.get("date_basis") != "inferred"
    return date.fromisoformat(value) if known else None


def _read(path: Path) -> Clipping:
    sheet = read_sheet(path.name, path.read_bytes(), _FIELDS)
    values = dict(sheet.values)
    imported = values.pop("imported", None)
    origin: Mapping[str, Any] = imported if isinstance(imported, dict) else {}
    page, sha256 = str(origin.get("from") or ""), str(origin.get("sha256") or "")
    keep, given = _keep(origin.get("keep")), _given(origin.get("given"))
    return Clipping(path, page, sha256, values, folded(sheet.body), _opening(sheet.body), keep, given)


def _keep(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(str(words).strip() for words in values if isinstance(words, str) and words.strip())


def _given(value: Any) -> dict[str, str]:
    """Read what the command line told: what is not as an import wrote it is no word of anybody's."""
    told = value if isinstance(value, dict) else {}
    given: dict[str, str] = {}
    for name, read in _GIVEN.items():
        with suppress(ValueError):
            given[name] = read(told.get(name) or "")
    return {name: words for name, words in given.items() if words}


def _opening(body: str) -> tuple[str, ...]:
    paragraphs = [part.strip() for part in body[:8000].split("\n\n") if part.strip()]
    return tuple(part for part in paragraphs if not part.startswith("#"))[:_OPENING]


def _address(clipping: Clipping) -> str:
    """Give an article's address as far as it tells pages apart, nothing for that of a front page."""
    address = without_tracking(clipping.fields.get("url", "")).partition("://")[2].rstrip("/")
    host, _, rest = address.partition("/")
    return f"{host.lower().removeprefix('www.')}/{rest}" if rest else ""


def _edges(clipping: Clipping) -> tuple[str, ...]:
    """Give what texts have in common that may be the same: the headline, the first words, the last."""
    words = clipping.words.replace("\n", " ")
    first, last = words.split(" ", _EDGE)[:_EDGE], words.rsplit(" ", _EDGE)[-_EDGE:]
    headline = folded(clipping.fields.get("title", ""))
    return tuple(dict.fromkeys(edge for edge in (headline, " ".join(first), " ".join(last)) if edge))


def _may_be_one_outlet(one: Clipping, other: Clipping) -> bool:
    """Tell whether two articles may be of one outlet: the same text in two outlets is two articles."""
    names = one.fields.get("source", ""), other.fields.get("source", "")
    return not all(names) or names[0].casefold() == names[1].casefold()


def _share(one: str, other: str) -> float:
    short, long = sorted((set(one.split()), set(other.split())), key=len)
    return len(short & long) / max(1, len(short))
