"""Markdown plain enough to be read without a parser, which takes five times as long for an article of news.

Whatever is not provably plain is left to the parser; `tests/text/test_plain_markdown.py` holds both equal.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

# With one of these in it, a text may have a block that reaches beyond a blank line (by a fence, by the definition of
# a link), or lines that begin in another way than it looks.
_REACHING = ("\t", "\r", "\0", "`", "~", "]:")
# What may begin a block that is no paragraph, or underline a heading. Of marks that do (`*`, `_`), see `_INLINE`.
_START = re.compile(r"[#>+=|:-]|\d{1,9}[.)](?:\s|$)")
_INNER_START = re.compile(rf"\n(?:{_START.pattern})")
_HEADING = re.compile(r"(#{1,6}) ([^#\n]+)")

_MARKS = b"*_`[]<~\\&"
_ENTITY = r"(?:#|[A-Za-z][A-Za-z0-9]{0,31};)"
_PLAIN = rf"(?:[^*_`\[\]<~\\&]|&(?!{_ENTITY}))"
# An "&" that begins no entity; an escaped mark; a link; brackets that are none; emphasis from the beginning of a word
# to the end of one with blanks or stops around it, so that the pair can be read in one way only. The single first
# character lets the scanner skip to it: 15 -> 3 µs a paragraph; the bounds keep its stack small.
_INLINE = re.compile(
    rf"[&\\\[*](?:(?<=&)(?!{_ENTITY})"
    r"|(?<=\\)(?P<escaped>[!-/:-@\[-`{-~])"
    rf"|(?<=\[)(?<!!\[)(?P<label>{_PLAIN}{{1,300}}+)\]\((?P<address>https?://[a-z0-9.-]+(?:/[A-Za-z0-9/._=+,?-]*)?)\)"
    rf"|(?<=\[)(?<!!\[){_PLAIN}{{0,300}}+\](?![(\[])"
    rf"|(?<=\*)(?<![^\s(\"“]\*)(?P<second>\*?)(?P<stressed>\w(?:{_PLAIN}{{0,300}}\w)?)\*(?P=second)(?![^\s.,;:!?)\"”]))"
)


class Block(NamedTuple):
    """A block of a Markdown text: its HTML element and texts, and whether they have marks.

    Without an element it is for the parser, as `source` has it.
    """

    source: str
    element: str = ""
    texts: tuple[str, ...] = ()
    marked: bool = True


def blocks_of(text: str) -> list[Block]:
    """Cut a Markdown text into its blocks; one block for the parser where they cannot be told apart safely."""
    if any(mark in text for mark in _REACHING):
        return [Block(text)]
    sources = text.strip("\n").split("\n\n")
    for source in sources:
        # An indent may belong to the block before, two blanks at the end of a line break it, two blank lines count.
        if source[:1] in {"", " ", "\n"} or source[-1] == " " or "\n " in source or " \n" in source:
            return [Block(text)]
    blocks: list[Block] = []
    for lists, run in groupby(map(_block, sources), _may_be_list):
        several = list(run)
        # Lists one behind the other may be one list, and then have other HTML.
        joined = lists and len(several) > 1
        blocks += [Block("\n\n".join([block.source for block in several]))] if joined else several
    return blocks


def _may_be_list(block: Block) -> bool:
    return block.element in {"", "ul"}


def without_marks(text: str) -> str:
    """Give a marked text of a plain block as readers see it."""
    return _INLINE.sub(_seen, text)


def with_elements(text: str) -> str:
    """Give a text of a plain block as HTML."""
    made, done = [], 0
    for mark in _INLINE.finditer(text):
        made += [_escape(text[done : mark.start()]), _element(mark)]
        done = mark.end()
    return "".join([*made, _escape(text[done:])])


def _seen(mark: re.Match[str]) -> str:
    escaped, label, _, _, stressed = mark.groups()
    return stressed or label or escaped or mark[0]


def _element(mark: re.Match[str]) -> str:
    inside = _escape(_seen(mark))
    if mark["address"]:
        return f'<a href="{mark["address"]}">{inside}</a>'
    if mark["stressed"]:
        return f"<strong>{inside}</strong>" if mark["second"] else f"<em>{inside}</em>"
    return inside


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _block(source: str) -> Block:
    marked = _has_marks(source)
    if _is_paragraph(source):
        element, texts = "p", [source]
    else:
        element, texts = _below_signs(source)
    for text in texts:
        if not _has_clean_edges(text) or (marked and _has_marks(_INLINE.sub("", text))):
            return Block(source)
    return Block(source, element, tuple(texts), marked) if texts else Block(source)


def _is_paragraph(source: str) -> bool:
    """Tell whether no line of a block begins a block of another kind."""
    return (source[0].isalpha() or not _START.match(source)) and not ("\n" in source and _INNER_START.search(source))


def _below_signs(source: str) -> tuple[str, list[str]]:
    """Give the paragraphs in a heading, a list or a quotation; none where it has anything else in it."""
    heading = _HEADING.fullmatch(source)
    if heading:
        return f"h{len(heading[1])}", [heading[2]]
    lines = source.split("\n")
    if all(line.startswith("- ") for line in lines):
        element, texts = "ul", [line[2:] for line in lines]
    elif all(line.startswith("> ") or line == ">" for line in lines):
        element, texts = "blockquote", "\n".join([line[2:] for line in lines]).split("\n\n")
    else:
        return "", []
    plain = all(text and "\n " not in text and _is_paragraph(text) for text in texts)
    return element, texts if plain else []


def _has_clean_edges(text: str) -> bool:
    """Tell whether nothing is to be trimmed: what counts as white space differs from parser to parser."""
    edges = text[:1] + text[-1:]
    return edges.isprintable() and " " not in edges and edges != ""


def _has_marks(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _MARKS)) < len(data)
