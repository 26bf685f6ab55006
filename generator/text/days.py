"""Days: what an editor may write for a date, and the weekday that a lead names."""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.model import When
from generator.text.calendar_words import CALENDARS, calendar_words
from generator.text.words import letters_of

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?\Z|([0-9]{4})\Z")
_DAY_FIRST = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\Z")
_STAMP = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}")

# Names as they stand in a report, Monday is 0.
_NUMBER = {name.word: name.place - 1 for lang in CALENDARS for name in calendar_words(lang, "weekdays")}
_WEEKDAY = re.compile(
    r"(?:\b(?:on|am|le|el|op|w|we|во?|у|в|на)\s+)?(?<![\w-])("
    + "|".join(sorted(_NUMBER, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[\s'’-]")
# Words right before a weekday that name another week, or only the edge of a time.
_OTHER_WEEK = (
    *("next", "coming", "following", "last", "previous", "by", "until", "till", "before", "after", "since", "from"),
    *("prochain", "nächste", "nächsten", "kommende", "kommenden", "seit", "bis", "depuis", "desde", "próximo"),
    "prossimo",
)
_ELSEWHERE = re.compile(rf"\b(?:{'|'.join(_OTHER_WEEK)})\s+(?:\w+\s+)?$", re.IGNORECASE)
# Words that point ahead, anywhere in the clause before a weekday.
_PLANS = (
    *("will", "would", "shall", "due", "scheduled", "planned", "plans", "expected", "set to", "będzie", "wird"),
    *("werden", "будет"),
)
_AHEAD = re.compile(rf"\b(?:{'|'.join(_PLANS)})\b[^.,;:]{{0,60}}$", re.IGNORECASE)
# A weekday six days back is tomorrow's name: a report that uses it more likely looks ahead.
_FARTHEST_BACK = 5

# The first words of all that is looked for: without one of them in a lead, a pattern need not be tried.
_NAMES = {_FIRST_WORD.split(name)[0].encode(): name for name in _NUMBER}
_WARNINGS = {_FIRST_WORD.split(words)[0].encode() for words in (*_OTHER_WEEK, *_PLANS)}
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and chr(code) != "_")
_TO_BLANKS = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))


def edtf(text: str) -> str:
    """Give a date as EDTF: `2015`, `2015-12`, `2015-12-15`, a range `a/b`, each with `~` for about.

    A time behind a day is dropped: the day is the one written, whatever the zone. Raises `ValueError` with the mend.
    """
    text = text.strip()
    stamp = _STAMP.match(text)
    if stamp:
        text = stamp[1]
    if _is_day(text):
        return text
    if _DAY_FIRST.match(text):
        raise ValueError(f"'{text}' is no date (write the year first, then month and day: 2016-02-11)")
    bare = text.rstrip("~").strip()
    parts = [part.strip() for part in bare.split("/")]
    if len(parts) > 2:
        raise ValueError(f"'{text}' is no date (write a range as 2015-05-12/2015-05-13)")
    for part in parts:
        _check(part)
    value = "/".join(parts)
    when = When(value, "editor")
    if len(parts) == 2 and not (when.first <= When(parts[1], "editor").first):
        raise ValueError(f"'{text}' ends before it begins (write the earlier day first)")
    return value + "~" * text.endswith("~")


def _is_day(text: str) -> bool:
    try:
        # The library reads other forms too, such as 2016W061.
        return len(text) == 10 and text[4] == text[7] == "-" and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _check(part: str) -> None:
    found = _DAY.match(part)
    if not found:
        raise ValueError(f"'{part}' is no date (write 2016-02-11, 2016-02 or 2016)")
    try:
        date(int(found[1] or found[4]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise ValueError(f"'{part}' is a day that no calendar has (write 2016-02-11, 2016-02 or 2016)") from None


def weekday_told(lead: str, published: date) -> When | None:
    """Give the day that a lead names by its weekday ('on Tuesday'), counted back from the day of publication.

    None where it names none, or where the words before it point ahead or to another week.
    """
    for found in _WEEKDAY.finditer(lead, _first_name(lead)):
        # The pattern folds more than case: it takes the name 'Sali' for Turkish 'salı'.
        number = _NUMBER.get(found[1].lower())
        if number is None or _points_elsewhere(lead[max(0, found.start() - 80) : found.start()]):
            continue
        back = (published.weekday() - number) % 7
        if back <= _FARTHEST_BACK and published.toordinal() > back:
            day = published - timedelta(days=back)
            return When(day.isoformat(), "stated in text", found[0].strip())
    return None


def _first_name(lead: str) -> int:
    """Give where the first weekday and a preposition before it may stand, the end if there is none."""
    lower = lead.lower()
    words = _words(lower)
    if words is None:
        return 0
    if _NAMES.keys().isdisjoint(words):
        return len(lead)
    first = min([lower.find(_NAMES[word]) for word in words if word in _NAMES])
    return lead.rfind(" ", 0, len(lead[: max(first, 0)].rstrip())) + 1


def _points_elsewhere(before: str) -> bool:
    words = _words(before.lower())
    if words is not None and _WARNINGS.isdisjoint(words):
        return False
    return bool(_ELSEWHERE.search(before) or _AHEAD.search(before))


def _words(lower: str) -> list[bytes] | None:
    plain = letters_of(lower)
    return None if plain is None else plain.translate(_TO_BLANKS).split()
