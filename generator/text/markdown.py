"""Markdown in, plain paragraphs or safe HTML out; no HTML of the text itself passes through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generator.model import Paragraph
from generator.text.plain_markdown import Block, blocks_of, is_strong, with_elements, without_marks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_KINDS = {
    "blockquote_open": "quote",
    "list_item_open": "item",
    "heading_open": "heading",
    "td_open": "item",
    "th_open": "item",
}
_PLAIN_KINDS: dict[str, Any] = {
    "p": "prose",
    "ul": "item",
    "blockquote": "quote",
    **{f"h{level}": "heading" for level in range(1, 7)},
}


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Give the blocks of a Markdown text in order, each as plain text with its white space folded.

    Paragraphs in bold that open a text are its standfirst, unless it has no other.
    """
    blocks, even = blocks_of(text)
    tidy = even and "  " not in text
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, str):
            found.append(Paragraph(block if tidy else _folded(block)))
        elif block.element:
            for each in block.texts:
                plain = _folded(without_marks(each))
                if plain:
                    bold = block.element == "p" and is_strong(each) and _is_opening(found)
                    found.append(Paragraph(plain, "standfirst" if bold else _PLAIN_KINDS[block.element]))
        else:
            found += _parsed_paragraphs(without_marks(block.texts[0]), opening=_is_opening(found))
    return _with_prose(found)


def html_of(text: str) -> str:
    """Give a Markdown text as HTML: headings from `h2`, http, https, mailto and relative links, no foreign pictures."""
    blocks, _ = blocks_of(text)
    parsed = {
        at: _parser().parse(without_marks(block.texts[0]))
        for at, block in enumerate(blocks)
        if isinstance(block, Block) and not block.element
    }
    tags = {block.element for block in blocks if isinstance(block, Block)}
    shift = int("h1" in tags or any(token.tag == "h1" for tokens in parsed.values() for token in tokens))
    made: list[str] = []
    for at, block in enumerate(blocks):
        if isinstance(block, str):
            made.append(f"<p>{with_elements(block)}</p>\n")
        else:
            made.append(_rendered(parsed[at], shift) if at in parsed else _element_of(block, shift))
    return "".join(made)


def _folded(text: str) -> str:
    # Two scans in C; to split and join, which most texts do not need, takes five times as long.
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _is_opening(found: Sequence[Paragraph]) -> bool:
    return not found or found[-1].kind == "standfirst"


def _with_prose(found: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    if found and found[0].kind == "standfirst" and all(paragraph.kind != "prose" for paragraph in found):
        return tuple([Paragraph(text, "prose" if kind == "standfirst" else kind) for text, kind in found])
    return tuple(found)


def _parsed_paragraphs(text: str, *, opening: bool) -> list[Paragraph]:
    found: list[Paragraph] = []
    inside: list[str] = []
    for token in _parser().parse(text):
        if token.type in _KINDS:
            inside.append(_KINDS[token.type])
        elif token.type.replace("_close", "_open") in _KINDS:
            inside.pop()
        elif token.type in {"inline", "fence", "code_block"}:
            content = _plain(token.children) if token.type == "inline" else token.content
            plain = " ".join(content.split())
            kind: Any = "code" if token.type != "inline" else inside[-1] if inside else "prose"
            if kind == "prose" and opening and _is_opening(found) and _is_bold(token.children or ()):
                kind = "standfirst"
            if plain:
                found.append(Paragraph(plain, kind))
    return found


def _is_bold(tokens: Iterable[Token]) -> bool:
    """Tell whether all of a paragraph is in one pair of marks for bold."""
    types = [token.type for token in tokens if token.content or token.type != "text"]
    return types[:1] == ["strong_open"] and types.index("strong_close") == len(types) - 1


def _element_of(block: Block, shift: int) -> str:
    texts = [with_elements(text) for text in block.texts]
    if block.element == "ul":
        return "<ul>\n" + "".join([f"<li>{text}</li>\n" for text in texts]) + "</ul>\n"
    if block.element == "blockquote":
        return "<blockquote>\n" + "".join([f"<p>{text}</p>\n" for text in texts]) + "</blockquote>\n"
    name = block.element if block.element == "p" else _shifted(block.element, shift)
    return f"<{name}>{texts[0]}</{name}>\n"


def _rendered(tokens: Sequence[Token], shift: int) -> str:
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = _shifted(token.tag, shift)
    return str(_parser().renderer.render(tokens, _parser().options, {}))


def _shifted(heading: str, shift: int) -> str:
    return f"h{min(6, int(heading[1]) + shift)}"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most texts are plain, and it takes 60 ms to load

    parser = MarkdownIt("js-default")
    setattr(parser, "validateLink", _is_safe)  # noqa: B010 - the documented way to narrow links; typed as a method
    parser.add_render_rule("image", _picture)
    return parser


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https", "mailto"} or (not parts.scheme and not parts.netloc)


def _picture(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Render a picture, its title below it as the credit.

    One of another host becomes a link, since no page asks another host for anything.
    """
    token = tokens[index]
    alt = renderer.renderInlineAsText(token.children, options, env)
    parts = urlsplit(str(token.attrs.get("src", "")))
    if parts.scheme or parts.netloc:
        return f'<a href="{_escaped(parts.geturl())}">{_escaped(alt or parts.geturl())}</a>'
    credit = str(token.attrs.get("title", ""))
    below = f' <span class="credit">{_escaped(credit)}</span>' if credit else ""
    return f'<img src="{_escaped(parts.geturl())}" alt="{_escaped(alt)}">{below}'


def _escaped(text: str) -> str:
    """Escape as markdown-it-py does."""
    return escape(text, quote=False).replace('"', "&quot;")


def _plain(tokens: Sequence[Token] | None) -> str:
    return "".join(
        " "
        if token.type in {"softbreak", "hardbreak"}
        else _plain(token.children)
        if token.type == "image"
        else token.content
        for token in tokens or ()
    )
