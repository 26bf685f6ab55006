"""Markdown plain enough to be read without a parser, which takes six to eleven times as long for an article of news.

Whatever is not provably plain is left to the parser; `tests/text/test_plain_markdown.py` holds both equal.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# With one of these in it, a text may have a block that reaches beyond a blank line (by a fence, by the definition of
# a link), or lines that begin in another way than it looks.
_REACHING = b"\t\r\0`~"
# What may begin a block that is no paragraph, or underline a heading. Of marks that do (`*`, `_`), see `_INLINE`.
_START = re.compile(r"[#>+=|:-]|\d{1,9}[.)](?:\s|$)")
_INNER_START = re.compile(rf"\n(?:{_START.pattern})")
_HEADING = re.compile(r"(#{1,6}) ([^#\n]+)")

_MARKS = b"*_[]<\\&"
_ORDINARY = bytes({*range(0x20, 0x7F), *b"\n"} - {*_MARKS, *_REACHING})
# No paragraph without marks begins like this: see `_START`; a blank or a line end may belong to the block before.
_NO_LETTERS = frozenset({*"#>+=|:-0123456789 \n", ""})
_ENTITY = r"(?:#|[A-Za-z][A-Za-z0-9]{0,31};)"
_PLAIN = rf"(?:[^*_`\[\]<~\\&]|&(?!{_ENTITY}))"
# An "&" that begins no entity; an escaped mark; a link; brackets that are none; emphasis from the beginning of a word
# to the end of one with blanks or stops around it, so that the pair can be read in one way only. The single first
# character lets the scanner skip to it: 15 -> 3 µs a paragraph; the bounds keep its stack small.
_INLINE = re.compile(
    rf"([&\\\[*](?:(?<=&)(?!{_ENTITY})"
    r"|(?<=\\)(?P<escaped>[!-/:-@\[-`{-~])"
    rf"|(?<=\[)(?<!!\[)(?P<label>{_PLAIN}{{1,300}}+)\]\((?P<address>https?://[a-z0-9.-]+(?:/[A-Za-z0-9/._=+,?-]*)?)\)"
    rf"|(?<=\[)(?<!!\[){_PLAIN}{{0,300}}+\](?![(\[])"
    rf"|(?<=\*)(?<![^\s(\"“]\*)(?P<second>\*?)(?P<stressed>\w(?:{_PLAIN}{{0,300}}\w)?)\*(?P=second)(?![^\s.,;:!?)\"”])))"
)
# What a text is cut into by it: what stands before the first mark, then the mark, its groups and what follows it.
_STRIDE = _INLINE.groups + 1


Cut = list[str | None]


class Block(NamedTuple):
    """A block of a Markdown text: its HTML element, and its texts, cut at their marks if they have any.

    Without an element it is for the parser, as its one text has it.
    """

    element: str
    texts: tuple[str | Cut, ...]


class Blocks(NamedTuple):
    """The blocks of a Markdown text; a paragraph of one line without marks is its text alone.

    `even` tells that the text has no white space but blanks and line ends.
    """

    blocks: list[str | Block]
    even: bool


def blocks_of(text: str) -> Blocks:
    """Cut a Markdown text into its blocks; one block for the parser where they cannot be told apart safely."""
    odd = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY)
    marks = [chr(mark) for mark in _MARKS if mark in odd] if odd else ()
    even = not odd or odd.decode("utf-8", "surrogatepass").isprintable()
    if len(odd.translate(None, _REACHING)) < len(odd) or ("]" in marks and _may_define(text)):
        return Blocks([Block("", (text,))], even)
    blocks: list[str | Block] = []
    lists: list[tuple[str, Block]] = []
    for source in text.strip("\n").split("\n\n"):
        first, last = source[:1], source[-1:]
        block: str | Block
        if first in _NO_LETTERS or "\n" in source or last == " " or not (even or (first + last).isprintable()):
            if first in {"", " ", "\n"} or last == " " or "\n " in source or " \n" in source:
                # An indent may belong to the block before, two blanks at the end of a line break it.
                return Blocks([Block("", (text,))], even)
            block = _block(source)
        else:
            block = source
            for mark in marks:
                if mark in source:
                    parts = _cut(source)
                    block = Block("p", (parts,)) if parts else Block("", (source,))
                    break
        if isinstance(block, Block) and block.element in {"", "ul"}:
            lists.append((source, block))
            continue
        if lists:
            blocks += _joined(lists)
            lists.clear()
        blocks.append(block)
    return Blocks([*blocks, *_joined(lists)], even)


def _may_define(text: str) -> bool:
    # To look for "]:" in the whole text takes three times as long.
    return ":" in [after[:1] for after in text.split("]")]


def _joined(lists: list[tuple[str, Block]]) -> list[Block]:
    """Give what may be lists one behind the other as one block: they may be one list, and then have other HTML."""
    if len(lists) > 1:
        return [Block("", ("\n\n".join([source for source, _ in lists]),))]
    return [block for _, block in lists]


def without_marks(text: str | Cut) -> str:
    """Give a text of a plain block as readers see it."""
    if isinstance(text, str):
        return text
    seen = [text[0] or ""]
    for at in range(1, len(text), _STRIDE):
        whole, escaped, label, _, _, stressed, after = text[at : at + _STRIDE]
        seen += [stressed or label or escaped or whole or "", after or ""]
    return "".join(seen)


def is_strong(text: str | Cut) -> bool:
    """Tell whether all of a text of a plain block is in one pair of marks for bold."""
    if isinstance(text, str) or len(text) != 1 + _STRIDE:
        return False
    before, _, _, _, _, second, _, after = text
    return not before and not after and second == "*"


def with_elements(text: str | Cut) -> str:
    """Give a text of a plain block as HTML."""
    if isinstance(text, str):
        return _escape(text)
    made = [_escape(text[0] or "")]
    for at in range(1, len(text), _STRIDE):
        whole, escaped, label, address, second, stressed, after = text[at : at + _STRIDE]
        inside = _escape(stressed or label or escaped or whole or "")
        if address:
            inside = f'<a href="{address}">{inside}</a>'
        elif stressed:
            inside = f"<strong>{inside}</strong>" if second else f"<em>{inside}</em>"
        made += [inside, _escape(after or "")]
    return "".join(made)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _block(source: str) -> Block:
    element, texts = ("p", [source]) if _is_paragraph(source) else _below_signs(source)
    cut: list[str | Cut] = []
    for text in texts:
        edges = text[:1] + text[-1:]
        parts = _cut(text) if _has_marks(text) else text
        # What is trimmed at an edge differs from parser to parser.
        if not parts or not edges.isprintable() or " " in edges:
            return Block("", (source,))
        cut.append(parts)
    return Block(element, tuple(cut)) if cut else Block("", (source,))


def _cut(text: str) -> Cut | None:
    """Cut a text at its marks; None where it may have others."""
    parts: Cut = _INLINE.split(text)
    return None if _has_marks("".join(parts[::_STRIDE])) else parts  # type: ignore[arg-type]


def _is_paragraph(source: str) -> bool:
    """Tell whether no line of a block begins a block of another kind."""
    return (source[0].isalpha() or not _START.match(source)) and not ("\n" in source and _INNER_START.search(source))


def _below_signs(source: str) -> tuple[str, list[str]]:
    """Give the paragraphs in a heading, a list or a quotation; none where it has anything else in it."""
    if source.startswith("- ") and source.count("\n- ") == source.count("\n"):
        element, texts = "ul", source[2:].split("\n- ")
    elif source.startswith(">"):
        lines = source.split("\n")
        if [line for line in lines if line[:2] not in {"> ", ">"}]:
            return "", []
        element, texts = "blockquote", "\n".join([line[2:] for line in lines]).split("\n\n")
    else:
        heading = _HEADING.fullmatch(source)
        return (f"h{len(heading[1])}", [heading[2]]) if heading else ("", [])
    if [text for text in texts if not text or "\n " in text or not _is_paragraph(text)]:
        return "", []
    return element, texts


def _has_marks(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _MARKS)) < len(data)
