"""What became of a raw page: what was found in it, what was cut from it and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model import Paragraph

Outcome = Literal["written", "unchanged", "edited", "refused", "duplicate"]


@dataclass(frozen=True, slots=True)
class Found:
    """One field of an article, its value, and the evidence in words: `line 2: 'Updated: 2013-05-08 08:00'`."""

    field: str
    value: str
    why: str


class Cut(NamedTuple):
    """A line (from 1) that did not become part of the article, and the rule that took it out.

    `after` tells how many paragraphs of the article stand before it; -1 where that is not known.

    (A named tuple, for there are a hundred a page: a frozen dataclass takes 0.5 µs more to make.)
    """

    line: int
    text: str
    rule: str
    after: int = -1


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article that a page holds: its paragraphs and fields; `notes` are worth an editor's look."""

    paragraphs: tuple[Paragraph, ...]
    found: tuple[Found, ...]
    cuts: tuple[Cut, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one page. `page` is relative to the project, `article` empty where none was written."""

    page: str
    article: str
    outcome: Outcome
    reason: str = ""
    found: tuple[Found, ...] = ()
    cuts: tuple[Cut, ...] = ()


class Refused(Exception):  # noqa: N818  # it is no error of the program: the page holds no article
    """Why a page gives no article, with the mend."""
