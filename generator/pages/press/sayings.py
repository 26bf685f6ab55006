"""The words of the pages as templates have them: `say.timeline`, and `say.contact(contact=…)` to fill something in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from generator.pages.phrasebook import Phrasebook
from generator.pages.press.escaping import escaped, marked

_CODE = re.compile("`([^`]+)`")
_LINK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


class Sayings:
    """Every phrase of a language by its name, made fit for a page when it is first said."""

    def __init__(self, phrases: Phrasebook) -> None:
        self._phrases = phrases

    def __getattr__(self, key: str) -> Saying:
        """Give a phrase; it stays."""
        saying = _saying(self._phrases, key)
        if saying is None:
            raise AttributeError(key)
        setattr(self, key, saying)
        return saying


class Saying(Markup):
    """A phrase fit to be printed; it is called with what stands in its places, which is escaped."""

    forms: Phrasebook
    key: str
    text: str

    def __call__(self, *, number: int | None = None, **values: Any) -> Markup:
        """Give the phrase filled in, of one that counts the form for the `number`."""
        told = {
            name: self.forms.number(value) if type(value) is int else escaped(value) for name, value in values.items()
        }
        if number is None:
            return marked(self.text.format_map(told))
        told["number"] = self.forms.number(number)
        return marked(self.forms.form(number, self.key).format_map(told))


def _saying(phrases: Phrasebook, key: str) -> Saying | None:
    forms = {name: _marked_up(form) for name, form in phrases.counted.get(key, {}).items()}
    text = forms["other"] if forms else _marked_up(phrases.phrases[key]) if key in phrases.phrases else None
    if text is None:
        return None
    saying = Saying(text)
    saying.forms = replace(phrases, counted={key: forms}, mark=f"{phrases.mark} for pages {key}")
    saying.text, saying.key = text, key
    return saying


def _marked_up(phrase: str) -> str:
    """Give a phrase as HTML: escaped, but for `code` and links such as `[words](place)`."""
    return _LINK.sub(r'<a href="{\2}">\1</a>', _CODE.sub(r"<code>\1</code>", str(escape(phrase))))
