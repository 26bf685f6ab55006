"""The dateline at the head of a report: `MUNICH (AP) -- `, `KUALA LUMPUR: `, its place and its agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.agencies import agency

# No dateline is longer than this; a dash further in is punctuation.
_LONGEST = 90
_MOST_WORDS, _MOST_NAMES = 6, 3

_DASH = re.compile(r"[-–—―]")
_SEPARATOR = re.compile(r"\s*(?:--+|[—―])\s*|\s+[–-]\s+|\s*[–-]\s+(?=[A-Z\"“])")
# Careless markup glues what follows to the bracket.
_BRACKETED = re.compile(r"([^()]{0,60})\(([^()]{2,40})\)\s*(?=[^\W\d_]|[\"'“‘«„])")
_BRACKET = re.compile(r"\s*[(/\[]\s*([^()\[\]/]{2,40}?)\s*[)\]/]\s*$")
_DAY = re.compile(r",?\s+(?:[^\W\d_]{3,10}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,10}\.?)(?:,?\s+\d{4})?\s*,?$")
# A town that a colon closes: `NEW DELHI, May 4: The court`.
_COLON = re.compile(r"([^\W\d_][^:;.!?]{2,50}):\s+(?=\S)")
_LEAST_BEFORE_COLON = 5  # letters: `FIFA: `, `COVID: ` name a subject
# Words that begin what somebody says, behind the speaker's name: `SPEAKER: We will`.
_SAID = re.compile(r"[\"'“‘«„]|(?:I|We|My|Our|You|Your|It|What|Why|How|Who|Is|Are|Do|Did|Yes|No|Thank|Well)\b")
_SMALL = frozenset({"de", "del", "la", "las", "los", "el", "am", "an", "der", "den", "do", "da", "of", "and", "upon"})
# Words in capitals that head a report and are no place.
_LABELS = re.compile(
    r"(?:breaking|update|updated|exclusive|analysis|opinion|live|video|watch|factbox|corrected|news|explainer|editorial|"
    r"eilmeldung|urgent|ultima hora|última hora|by|von|par|por|dear|question|answer|note|review|profile|comment|column|"
    r"letter|photos?|pictures?|gallery|podcast|poll|quiz|recipe|sports?|politics|business|weather|world|timeline)\b",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and agency of a report, empty where it names none; `rest` is the paragraph from behind them on."""

    place: str
    agency: str
    rest: str


def split_dateline(paragraph: str, outlet: str = "") -> Dateline:
    """Give the dateline of a paragraph, if it has one.

    It is a place in capitals, then a dash or a colon; or any place, or none, before an agency in brackets, with or
    without a dash; or the name of the `outlet` itself, in brackets or before a dash.
    """
    none = Dateline("", "", paragraph)
    # Most paragraphs have none of these there, which is told in a tenth of the time.
    if paragraph.find("(", 0, _LONGEST) >= 0 and (filed := _filed(paragraph, outlet)):
        return filed
    if paragraph.find(":", 0, _LONGEST) >= 0 and (filed := _before_colon(paragraph)):
        return filed
    found = _DASH.search(paragraph, 0, _LONGEST) and _SEPARATOR.search(paragraph, 0, _LONGEST)
    if not found or not paragraph[found.end() :]:
        return none
    head = paragraph[: found.start()].strip()
    if outlet and head.casefold() == outlet.casefold():
        return Dateline("", "", paragraph[found.end() :])
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


def _filed(paragraph: str, outlet: str) -> Dateline | None:
    """Give the dateline that ends with an agency's or the outlet's name in brackets, and no dash behind it."""
    found = _BRACKETED.match(paragraph)
    if not found:
        return None
    origin, own = agency(found[2]), outlet.casefold()
    if not origin and not (own and f"{found[2]} ".casefold().startswith(f"{own} ")):
        return None
    place, rest = _DAY.sub("", found[1].strip()).strip(" ,"), paragraph[found.end() :]
    if rest[0].islower() or (place and not _is_place(place, loose=True)):
        return None
    return Dateline(_title_case(place), origin, rest)


def _before_colon(paragraph: str) -> Dateline | None:
    """Give the dateline that a colon closes: a town in capitals, and behind it no words of a speaker of that name."""
    found = _COLON.match(paragraph)
    if not found:
        return None
    place, rest = _DAY.sub("", found[1]).strip(" ,"), paragraph[found.end() :]
    if sum(map(str.isalpha, place)) < _LEAST_BEFORE_COLON or rest[0].islower() or _SAID.match(rest):
        return None
    return Dateline(_title_case(place), "", rest) if _is_place(place, loose=False) else None


def _is_place(place: str, *, loose: bool) -> bool:
    """Tell whether words may be a place: the town in capitals, or `loose`, in title case."""
    town, *regions = [part.strip() for part in re.split(r"[,/]", place)]
    words = town.split()
    everything = place.replace(",", " ").split()
    names = [word for word in words if word.lower() not in _SMALL]
    if not names or len(names) > _MOST_NAMES or len(everything) > _MOST_WORDS or _LABELS.match(place):
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
