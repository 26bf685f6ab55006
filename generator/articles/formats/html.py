"""Read a page as HTML (`.html`, `.htm`): our own reading of its blocks, for which trafilatura vouches."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import html

from generator.articles.cleaning.clean import clean
from generator.articles.cleaning.lines import split_lines
from generator.articles.formats.charsets import decode
from generator.articles.formats.html_blocks import Block, blocks_of
from generator.articles.formats.html_head import read_markup
from generator.articles.formats.html_titles import first_headings
from generator.articles.receipts import Cleaned, Found, Refused

# A news page has a few hundred blocks; in a page of more than this only our own reading is affordable.
_MOST_BLOCKS = 5_000
# The parser compares each attribute of a tag with all others: with 100,000 of them it took minutes.
_MOST_ATTRIBUTES = 1_000
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']++|"[^"]*"|'[^']*')*+""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_ATTRIBUTE = re.compile(r"[\w:.-]+(?:=[\w:./#-]*)?")
_LINE = re.compile(r"^line (\d+)")


def read_html(data: bytes) -> Cleaned:
    """Give the article of a web page. Raises `Refused` for a page that holds none."""
    text, note = decode(data)
    if any(map(_is_bomb, _TAG.finditer(text))):
        raise Refused(f"a tag with more than {_MOST_ATTRIBUTES:,} attributes, which no news page has")
    # Without what is no element, trafilatura takes the tree as it is; ids would be gathered for nothing.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ValueError, html.etree.LxmlError):
        raise Refused("the page is empty") from None
    blocks = blocks_of(tree)
    vouched = _vouched(tree) if len(blocks) <= _MOST_BLOCKS else frozenset()
    headings = frozenset(line.folded for line in split_lines("\n".join(first_headings(tree))))
    cleaned = clean("\n".join(block.text for block in blocks), vouched, headings)
    marked = tuple(read_markup(tree, cleaned, text))
    told = {fact.field for fact in marked}
    found = (*marked, *(_in_source(fact, blocks) for fact in cleaned.found if fact.field not in told))
    cuts = tuple(cut._replace(line=blocks[cut.line - 1].line) for cut in cleaned.cuts)
    return replace(cleaned, found=found, cuts=cuts, notes=(note,) if note else ())


def _is_bomb(tag: re.Match[str]) -> bool:
    """Tell a tag with too many attributes from a script in which a name follows on a `<`."""
    if tag.end() - tag.start() < 2 * _MOST_ATTRIBUTES:
        return False
    words = _QUOTED.sub("", tag[0]).split()
    attributes = sum(_ATTRIBUTE.fullmatch(word) is not None for word in words)
    return attributes > _MOST_ATTRIBUTES and (attributes > 0.9 * len(words) or attributes > 20 * _MOST_ATTRIBUTES)


def _vouched(tree: Any) -> frozenset[tuple[str, ...]]:
    """Give the lines, as their words, that trafilatura holds for the article.

    Its own second opinions (readability, jusText) are left out: they take a third of its time, and with ours beside it
    change F by .0001.
    """
    try:
        import trafilatura  # noqa: PLC0415  # an extra, and half a second to import
    except ImportError:
        raise Refused("reading HTML needs an extra (run: pip install 'dateline[html]')") from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(tree, fast=True, include_comments=False, include_tables=False) or ""
    except Exception:  # noqa: BLE001  # whatever a hostile page breaks in there, our own reading goes on
        text = ""
    return frozenset(line.folded for line in split_lines(text))


def _in_source(fact: Found, blocks: Sequence[Block]) -> Found:
    """Name the line of the file in place of the block's number."""
    return replace(fact, why=_LINE.sub(lambda number: f"line {blocks[int(number[1]) - 1].line}", fact.why))
