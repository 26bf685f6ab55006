"""How to cite a page: as a line of text, as BibTeX, as CSL-JSON, each with the day of the page's last change."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from generator.pages.model import Masthead
from generator.pages.wording import instant_words

# What LaTeX reads as commands.
_LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_COMMANDS = re.compile(r"[&%$#_{}\\~^]").search
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_NO_KEY = re.compile(r"[^A-Za-z0-9-]+")


class Cite(NamedTuple):
    """A page as others cite it; behind the text stands its address."""

    text: str
    bibtex: str
    csl: str


def cite(masthead: Masthead, title: str, url: str, changed: str) -> Cite:
    """Give how to cite a page of this digest that last changed at an instant."""
    known = {"title": title, "digest": masthead.title, "day": instant_words(masthead.phrases, changed)}
    if masthead.author:
        text = masthead.phrases.say("cite_page_of", author=masthead.author, **known)
    else:
        text = masthead.phrases.say("cite_page", **known)
    return Cite(
        text=text,
        bibtex=_bibtex(masthead, title, url, changed[:10]),
        csl=_csl(masthead, title, url, changed[:10]),
    )


def _bibtex(masthead: Masthead, title: str, url: str, day: str) -> str:
    year, month, of_month = day.split("-")
    # Double braces: a name is not taken apart, a title keeps its capitals.
    fields = {
        "editor": f"{{{_latex(masthead.author)}}}" if masthead.author else "",
        "title": f"{{{_latex(title)}}}",
        "howpublished": f"{{{_latex(masthead.title)}}}",
        "year": year,
        "month": str(int(month)),
        "day": str(int(of_month)),
        "url": url,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{_key(url, day)},\n{lines}\n}}"


def _latex(text: str) -> str:
    return text.translate(_LATEX) if _COMMANDS(text) else text


def _key(url: str, day: str) -> str:
    return _NO_KEY.sub("", url.rstrip("/").rpartition("/")[2]) or day


def _csl(masthead: Masthead, title: str, url: str, day: str) -> str:
    told = {
        "id": _key(url, day),
        "type": "webpage",
        "title": title,
        "container-title": masthead.title,
        "editor": [{"literal": masthead.author}] if masthead.author else None,
        "issued": {"date-parts": [[int(part) for part in day.split("-")]]},
        "URL": url,
        "language": masthead.language,
    }
    return _ENCODER.encode([{name: value for name, value in told.items() if value}])
