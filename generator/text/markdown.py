"""Markdown in, plain paragraphs or safe HTML out; no HTML of the text itself passes through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from generator.model import Paragraph

_KINDS = {
    "blockquote_open": "quote",
    "list_item_open": "item",
    "heading_open": "heading",
    "td_open": "item",
    "th_open": "item",
}


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Give the blocks of a Markdown text in order, each as plain text with its white space folded."""
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
            if plain:
                found.append(Paragraph(plain, kind))
    return tuple(found)


def html_of(text: str) -> str:
    """Give a Markdown text as HTML: headings from `h2`, http, https, mailto and relative links, no foreign pictures."""
    tokens = _parser().parse(text)
    shift = 1 if any(token.tag == "h1" for token in tokens) else 0
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + shift)}"
    return str(_parser().renderer.render(tokens, _parser().options, {}))


@cache
def _parser() -> MarkdownIt:
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
    """Render a picture; one of another host becomes a link, since no page asks another host for anything."""
    token = tokens[index]
    alt = renderer.renderInlineAsText(token.children, options, env)
    parts = urlsplit(str(token.attrs.get("src", "")))
    if parts.scheme or parts.netloc:
        return f'<a href="{escapeHtml(parts.geturl())}">{escapeHtml(alt or parts.geturl())}</a>'
    return f'<img src="{escapeHtml(parts.geturl())}" alt="{escapeHtml(alt)}">'


def _plain(tokens: Sequence[Token] | None) -> str:
    return "".join(
        " "
        if token.type in {"softbreak", "hardbreak"}
        else _plain(token.children)
        if token.type == "image"
        else token.content
        for token in tokens or ()
    )
