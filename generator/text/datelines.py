"""The dateline at the head of a report: `MUNICH (AP) -- `, its place and its agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.agencies import agency

# No dateline is longer than this; a dash further in is punctuation.
_LONGEST = 90
_MOST_WORDS = 6

_DASH = re.compile(r"[-–—―]")
_SEPARATOR = re.compile(r"\s*(?:--+|[—―])\s*|\s+[–-]\s+|\s*[–-]\s+(?=[A-Z\"“])")
_BRACKET = re.compile(r"\s*[(/\[]\s*([^()\[\]/]{2,40}?)\s*[)\]/]\s*$")
_DAY = re.compile(r",?\s+(?:[^\W\d_]{3,10}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,10}\.?)(?:,?\s+\d{4})?\s*,?$")
_SMALL = frozenset({"de", "del", "la", "las", "los", "el", "am", "an", "der", "den", "do", "da", "of", "and", "upon"})
# Words in capitals that head a report and are no place.
_LABELS = re.compile(
    r"(?:breaking|update|updated|exclusive|analysis|opinion|live|video|watch|factbox|corrected|news|explainer|editorial|"
    r"eilmeldung|urgent|ultima hora|última hora)\b",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and agency of a report, empty where it names none; `rest` is the paragraph from behind them on."""

    place: str
    agency: str
    rest: str


def split_dateline(paragraph: str) -> Dateline:
    """Give the dateline of a paragraph: a place in capitals, or any place before an agency in brackets, then a dash."""
    none = Dateline("", "", paragraph)
    # Most paragraphs have no dash there, which is told in a tenth of the time.
    found = _DASH.search(paragraph, 0, _LONGEST) and _SEPARATOR.search(paragraph, 0, _LONGEST)
    if not found or not paragraph[found.end() :]:
        return none
    head = paragraph[: found.start()].strip()
    bracket = _BRACKET.search(head)
    origin = agency(bracket[1]) if bracket else ""
    if bracket:
        head = head[: bracket.start()]
    rest = paragraph[found.end() :]
    place = _DAY.sub("", head).strip(" ,")
    if not place:
        return Dateline("", origin, rest) if origin else none
    # A report begins with a capital behind its dateline: "NATO - the alliance" is a sentence.
    if not _is_place(place, loose=bool(origin)) or (rest[0].islower() and not origin):
        return none
    return Dateline(_title_case(place), origin, rest)


def _is_place(place: str, *, loose: bool) -> bool:
    """Tell whether words may be a place: the town in capitals, or `loose`, in title case."""
    town, *regions = [part.strip() for part in re.split(r"[,/]", place)]
    words = town.split()
    everything = place.replace(",", " ").split()
    if not words or len(everything) > _MOST_WORDS or _LABELS.match(place):
        return False
    if not all(map(_PLACE_WORD.fullmatch, everything)):
        return False
    capital = all(word.isupper() or word.lower() in _SMALL for word in words)
    titled = all(word[0].isupper() or word in _SMALL for word in words)
    fitting = all(region[:1].isupper() for region in regions)
    return fitting and ((loose and titled) or (capital and sum(map(len, words)) > 2))


def _title_case(place: str) -> str:
    town, comma, region = place.partition(",")
    words = [
        word.lower() if index and word.lower() in _SMALL else _capitalised(word) if word.isupper() else word
        for index, word in enumerate(town.split())
    ]
    return " ".join(words) + comma + region


def _capitalised(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0][0] + part[0][1:].lower(), word)
