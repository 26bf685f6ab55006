"""The blocks of a web page in reading order, as lines of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# What no reader sees, or only as a control.
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "button", "form"}
)
# The page's own frame; an article's header and footer are inside its article.
_FRAME = frozenset({"nav", "footer"})
_BLOCKS = frozenset(
    {
        *("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "ul", "ol", "main"),
        *("table", "tr", "td", "th", "figure", "figcaption", "blockquote", "aside", "br", "hr", "dt", "dd", "dl"),
        *("address", "pre", "body", "time"),
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text and the line of the file on which it begins."""

    text: str
    line: int


def blocks_of(tree: Any) -> list[Block]:
    """Give the blocks of a page; the first of a list item begins with a bullet."""
    blocks: list[Block] = []
    words: list[str] = []
    line, bullet = 1, ""

    def close() -> None:
        nonlocal bullet
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            blocks.append(Block(bullet + text, line))
            bullet = ""

    todo: list[Any] = [tree]
    while todo:  # a stack, not recursion: a hostile page is nested ten thousand deep
        step = todo.pop()
        if step is None:
            close()
        elif isinstance(step, str):
            words.append(step)
        elif isinstance(step.tag, str) and step.tag not in _UNSEEN and step.tag not in _FRAME:
            is_block = step.tag in _BLOCKS
            if is_block:
                close()
                line, bullet = step.sourceline or line, "• " if step.tag == "li" else bullet
            todo += reversed(_inside(step, is_block=is_block))
    close()
    return blocks


def _inside(element: Any, *, is_block: bool) -> list[Any]:
    """Give an element's text and children in order; None ends a block."""
    steps: list[Any] = [element.text] if element.text else []
    for child in element:
        steps.append(child)
        if child.tail:
            steps.append(child.tail)
    return [*steps, None] if is_block else steps
