"""Number the addresses that a page leads to, for paper: marks beside the links, the addresses at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.pages.addresses import absolute
from generator.pages.model import Masthead


class Note(NamedTuple):
    """An address as paper has it, and the mark of the links that lead there."""

    mark: str
    url: str


class Footnotes(NamedTuple):
    """The notes in the order of their marks, and the mark of each address of this site that has one."""

    marks: Mapping[str, str]
    notes: tuple[Note, ...]


def footnotes(masthead: Masthead, addresses: Iterable[str], *, after: int = 0) -> Footnotes:
    """Give numbers to addresses in their order, each once; `after` so many others that the page has numbered."""
    numbered = enumerate(dict.fromkeys(addresses), after + 1)
    marks = {address: masthead.phrases.number(number) for number, address in numbered}
    return Footnotes(
        marks, tuple([Note(mark, absolute(masthead.base_url, address)) for address, mark in marks.items()])
    )
