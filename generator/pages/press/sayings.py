"""The words of the pages as templates have them: `say.timeline`, and `say.contact(contact=…)` to fill something in."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from generator.pages.phrasebook import Phrasebook
from generator.pages.press.escaping import escaped, marked

_CODE = re.compile("`([^`]+)`")
_LINK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


class Sayings(SimpleNamespace):
    """Every phrase by its name."""


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


def sayings_of(phrases: Phrasebook) -> Sayings:
    """Give the phrases of a language for templates."""
    forms = Phrasebook(
        counted={key: {name: _marked_up(form) for name, form in told.items()} for key, told in phrases.counted.items()},
        rules=phrases.rules,
        digits=phrases.digits,
        thousands=phrases.thousands,
        mark=f"{phrases.mark} escaped",
    )
    sayings = Sayings()
    for key, phrase in (*phrases.phrases.items(), *((key, told["other"]) for key, told in phrases.counted.items())):
        text = _marked_up(phrase)
        saying = Saying(text)
        saying.forms, saying.key, saying.text = forms, key, text
        setattr(sayings, key, saying)
    return sayings


def _marked_up(phrase: str) -> str:
    """Give a phrase as HTML: escaped, but for `code` and links such as `[words](place)`."""
    return _LINK.sub(r'<a href="{\2}">\1</a>', _CODE.sub(r"<code>\1</code>", str(escape(phrase))))
