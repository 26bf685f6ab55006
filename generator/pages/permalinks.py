"""Make each paragraph of the editor's text one that can be linked to, as each sentence of a source is."""

from __future__ import annotations

import re
from html import escape

from generator.pages.addresses import paragraph_anchor
from generator.pages.phrasebook import Phrasebook

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def with_permalinks(html: str, phrases: Phrasebook) -> str:
    """Give HTML of Markdown whose paragraphs have ids, made of their words, and quiet marks that lead there.

    Of paragraphs that say the same the first has it.
    """
    marked: set[str] = set()
    label = escape(phrases.say("link_to_paragraph"))

    def mark(paragraph: re.Match[str]) -> str:
        anchor = paragraph_anchor(paragraph[1])
        if anchor in marked:
            return paragraph[0]
        marked.add(anchor)
        return f'<p id="{anchor}">{paragraph[1]} <a class="where" href="#{anchor}" aria-label="{label}">¶</a></p>'

    return _PARAGRAPH.sub(mark, html)
