"""One article of a file that holds many: what the file states of it, and its text cleaned as a page of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape
from typing import Any

from generator.articles.cleaning.clean import clean
from generator.articles.cleaning.dates import days_in
from generator.articles.cleaning.lines import split_lines
from generator.articles.cleaning.wrapping import unwrapped
from generator.articles.formats.html import read_html
from generator.articles.receipts import Cleaned, Found, Refused
from generator.text.characters import count_words, harmless, one_line
from generator.text.days import edtf
from generator.text.front_matter import an_address

# A text with one of these is HTML, whatever its field is called.
_MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|article|section|body|html|blockquote)\b[^<>]{0,500}>", re.IGNORECASE
)
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}")
_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_hs\w+|at_\w+|cmpid|"
    r"ocid|ref_?src|smid|partner|xtor)(?:=|$)",
    re.IGNORECASE,
)
_LINE = re.compile(r"^line (\d+)")
# Of 80 articles without their pages 78 have this share of lines that end as sentences do, of 80 whole pages one.
_PROSE = 0.7
# An outlet or a person is named in less; what is longer is a sentence.
_LONGEST_NAME = 100
_DAYS = frozenset({"date", "event_date", "retrieved"})


@dataclass(frozen=True, slots=True)
class Record:
    """One article as its file has it. `name` tells it from the others of the file, whatever comes before it.

    `stated` holds its fields as written, each with the place they stand in. `fault` says why it cannot be read, `notes`
    what of it was left out.
    """

    line: int
    name: str = ""
    stated: tuple[Found, ...] = ()
    text: str = ""
    html: str = ""
    fault: str = ""
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The SHA-256 of all that is stated."""
        told = [[fact.field, fact.value] for fact in self.stated]
        return sha256(json.dumps([told, self.text, self.html]).encode()).hexdigest()


def make_record(line: int, stated: Mapping[str, tuple[str, str]], body: str, identity: str = "") -> Record:
    """Make a record of fields (name -> value, place) and a body that is text or HTML.

    It goes by its address (but that of a front page), else by the identity that the file gives it, else by its words.
    """
    facts = tuple(_read_fields(stated))
    url = without_tracking(next((fact.value for fact in facts if fact.field == "url"), ""))
    told = f"{dict(stated).get('title', ('', ''))[0]}\n{body}"
    words = sha256(" ".join(told.split()).encode("utf-8", "replace")).hexdigest()[:16]
    name = (url if url.rstrip("/").count("/") > 2 else "") or one_line(identity)[:200] or words
    is_html = _MARKUP.search(body) is not None
    known = {fact.field for fact in facts}
    notes = tuple(
        f"{field}: '{one_line(value)[:60]}' is no day that can be read, so it is left out ({place})"
        for field, (value, place) in stated.items()
        if field in _DAYS and value.strip() and field not in known
    )
    return Record(line, name, facts, "" if is_html else body, body if is_html else "", notes=notes)


def clean_record(record: Record) -> Cleaned:
    """Give the article of a record; what its file states beats what its text says. Raises `Refused`."""
    if record.fault:
        raise Refused(record.fault)
    if not count_words(record.text or record.html[:10_000]):
        raise Refused("no text in it (write the text into the field 'text', or save the page itself)")
    title = next((fact.value for fact in record.stated if fact.field == "title"), "")
    cleaned = _clean_html(record.html, title) if record.html else _clean_text(record.text, title)
    told = {fact.field for fact in record.stated}
    found = (*record.stated, *(fact for fact in cleaned.found if fact.field not in told))
    return replace(cleaned, found=found, notes=(*cleaned.notes, *record.notes))


def without_tracking(address: str) -> str:
    """Give an address without its fragment and without what only tells who followed it from where."""
    bare, _, query = address.partition("#")[0].partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    return f"{bare}?{'&'.join(kept)}" if kept else bare


def _clean_text(text: str, title: str) -> Cleaned:
    """Clean bare text under its headline, which it may lack, and count its own lines alone."""
    above = 2 if title else 0
    page = unwrapped(f"{title}\n\n{harmless(text)}" if title else harmless(text))
    lines = split_lines(page)
    # Who made the file took the article out of its page already, if most of its lines are sentences.
    is_article = sum(line.whole for line in lines) >= _PROSE * len(lines)
    cleaned = clean(page, frozenset(line.folded for line in lines) if is_article else frozenset())
    found = [
        replace(fact, why=_LINE.sub(lambda line: f"line {int(line[1]) - above}", fact.why)) for fact in cleaned.found
    ]
    cuts = [cut._replace(line=cut.line - above) for cut in cleaned.cuts if cut.line > above]
    return replace(cleaned, found=tuple(found), cuts=tuple(cuts))


def _clean_html(markup: str, title: str) -> Cleaned:
    page = harmless(markup)
    if not _WHOLE_PAGE.search(page[:5000]):
        heading = f"<h1>{escape(title)}</h1>" if title else ""
        page = f"<html><body><article>{heading}{page}</article></body></html>"
    cleaned = read_html(page.encode())
    # The heading is ours.
    cuts = tuple(cut for cut in cleaned.cuts if cut.line > 1 or one_line(cut.text) != title)
    return replace(cleaned, cuts=cuts)


def _read_fields(stated: Mapping[str, tuple[str, str]]) -> Iterator[Found]:
    """Give the fields whose values are good; another is left out, as if it were not stated."""
    for name, (value, place) in stated.items():
        good = _read(name, one_line(value))
        if good:
            shown = "" if good == value else f": '{one_line(value)[:60]}'"
            yield Found(name, good, f"{place}{shown}")


def _read(name: str, value: str) -> str:
    try:
        if name in _DAYS:
            return _day(value)
        if name == "url":
            return an_address(value) if "://" in value else ""
    except ValueError:
        return ""
    if name == "lang":
        return value.lower() if _LANGUAGE.fullmatch(value.lower()) else ""
    if name in {"title", "place"}:
        return value[:500]
    return value if len(value) <= _LONGEST_NAME and "://" not in value else ""


def _day(value: str) -> str:
    """Give the local day of a stamp, as written."""
    try:
        return edtf(value)
    except ValueError:
        return next(iter(days_in(value[:80])), "")


def words_in(values: Any) -> str:
    """Give a name or names as one line: `{"name": …}` and lists of such are names too."""
    if isinstance(values, dict):
        return words_in(values.get("name"))
    if isinstance(values, list):
        return ", ".join(dict.fromkeys(_names(values[:10])))
    return one_line(values) if isinstance(values, str) else ""


def _names(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        name = words_in(value) if not isinstance(value, list) else ""
        if name:
            yield name
