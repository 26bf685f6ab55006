"""Days: what an editor may write for a date, and the day that a lead tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.model import When
from generator.text.calendar_words import CALENDARS, calendar_words
from generator.text.datelines import split_dateline
from generator.text.expressions import Expression, find_expressions
from generator.text.language import guess_language

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?\Z|([0-9]{4})\Z")
_DAY_FIRST = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\Z")
_STAMP = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}")

# What lies farther back is background: "after the flood of 3 May". One report in a hundred comes out later than that.
_A_WEEK = 7
# Forms of words that name no single day.
_LONGER = frozenset(("two_days", "days", "months", "month", "weekdays", "quarter", "season", "years", "decade", "year"))
# No lead is longer; what is taken for one may be.
_LEAD = 2000
# No dateline ends farther in; where a report is filed it may be tomorrow.
_HEAD, _TIME_ZONES = 90, 1
_DIGIT = re.compile(r"\d")
# Words right before a day, or one word farther, that make it the edge of a longer time.
_EDGES = (
    *("after", "before", "since", "from", "by", "until", "till", "following", "previous", "seit", "bis", "nach", "vor"),
    *("vom", "ab", "depuis", "après", "avant", "jusqu'à", "dès", "desde", "hasta", "tras", "antes", "después", "dopo"),
    *("dal", "da", "prima", "fino", "após", "até", "sinds", "tot", "na de", "voor", "после", "с", "со", "до", "після"),
    *("від", "od", "do", "przed", "منذ", "بعد", "قبل", "حتى"),
)
_EDGE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _EDGES))})\s+(?:\w+\s+)?$", re.IGNORECASE)
# Words that open what was before, or what caused it: a day in their clause is not that of what is told now, where
# another is named ("who was held on Friday appeared in court on Monday").
_OPENERS = (
    *("since", "when", "who", "whose", "which", "despite", "nachdem", "seit", "wegen", "obwohl", "depuis", "qui"),
    *("desde", "raíz", "seguito", "sinds", "nadat", "который", "которая", "которые", "який", "który", "منذ"),
)
# What came of something and what it came of are often one event: "a driver died after a crash on Sunday".
_AFTER = (
    *("after", "following", "nach", "infolge", "après", "suite", "tras", "después", "dopo", "após", "depois", "na de"),
    *("na het", "после", "після", "بعد", "إثر"),
)
_CAUSES = (
    r"(?:caused|sparked|triggered|prompted) by|(?:ausgelöst|verursacht) durch|provoquée?s? par|déclenchée?s? par|"
    r"(?:provocad|desatad)[oa]s? por|provocat[oaie] da\w*|veroorzaakt door|из-за|вызванн\w+|wywołan\w+ przez"
)
_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _OPENERS))}|{_CAUSES})(?!\w)[^,.;:]*$", re.IGNORECASE)
_OUTCOME = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _AFTER))})(?!\w)[^,.;:]*$", re.IGNORECASE)
# Somebody told it on that day: "said the mayor on Tuesday".
_TELLERS = {word.word for lang in CALENDARS for word in calendar_words(lang, "said")}
_TOLD = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_TELLERS)))})(?:\s+\w+){{0,5}}\s+$", re.IGNORECASE)
# A clause has no more characters than that.
_CLAUSE = 150
# Of texts too short to guess their language by: the language of a weekday's name, of equals the first.
_LANGUAGES = {
    name.word: lang for lang in tuple(CALENDARS)[::-1] for name in calendar_words(lang, "weekdays") if not name.common
}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ON = re.compile(r"(?<!\w)(?:on|am|op|во?|у)\s+$", re.IGNORECASE)


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


def day_told(lead: str, published: date, lang: str = "") -> When | None:
    """Give the day that a lead tells of: one that it names ('on Tuesday'), else the one in its dateline.

    None where it names none within the week before it was published; a day that lies ahead, or only bounds a longer
    time ('since Friday'), is none, and neither is 'today': it stands in quotations, and for 'nowadays'.
    """
    lead = lead[:_LEAD]
    rest = split_dateline(lead).rest
    head = lead[: len(lead) - len(rest)]
    filed = next(_days_in(head, published, lang), None) if head else None
    written = filed[1].first if filed else published
    days = _days_in(rest, written, lang)
    named = _main_day(rest, [each for each in days if each[0].form != "day_word" or each[1].first < written])
    return named or (When(filed[1].value, "dateline", filed[1].words) if filed else None)


def contradicted(lead: str, published: date, event: When | None, lang: str = "") -> tuple[str, When] | None:
    """Give the field of the front matter that a lead contradicts, `event_date` or `date`, and the day it tells.

    It contradicts the day told of by naming a day, and no time that holds that one; and the day it came out by a
    dateline that no report of that day has.
    """
    lead = lead[:_LEAD]
    # A dateline with a day in it is rare, and a digit is seen in no time.
    head = lead[: len(lead) - len(split_dateline(lead).rest)] if _DIGIT.search(lead, 0, _HEAD) else ""
    if not head and event is None:
        return None
    lang = lang or _language_of(lead)
    for found in find_expressions(head, published, lang=lang, leaving=_LONGER):
        if found.precision == "day" and not -_TIME_ZONES <= (published - found.first).days <= _A_WEEK:
            return "date", When(found.first.isoformat(), "dateline", found.words)
    if event is None or event.precision != "day":
        return None
    rest = lead[len(head) :]
    every = find_expressions(rest, published, lang=lang)
    if any(found.first <= event.first <= found.last for found in every):
        return None
    told = _main_day(rest, list(_days_in(rest, published, lang)))
    return ("event_date", told) if told else None


def weekday_told(lead: str, published: date) -> When | None:
    """Give the day that a lead names by its weekday, counted back from the day of publication."""
    days = _days_in(lead[:_LEAD], published, "")
    return next((when for found, when in days if found.form == "weekday"), None)


def _days_in(text: str, written: date, lang: str) -> Iterator[tuple[Expression, When]]:
    """Give the single days that a text names in the week up to the day it was written, with the words that do."""
    for found in find_expressions(text, written, lang=lang or _language_of(text), leaving=_LONGER):
        if found.precision != "day" or found.about or found.ahead or not 0 <= (written - found.first).days <= _A_WEEK:
            continue
        before = text[max(0, found.start - 30) : found.start]
        if not _EDGE.search(before):
            on = _ON.search(before)
            words = (on[0] if on else "") + found.words
            yield found, When(found.first.isoformat(), "stated in text", words)


def _main_day(text: str, days: Sequence[tuple[Expression, When]]) -> When | None:
    """Give the first day that stands for itself, else the first after which it came, or else was told, or any."""
    if len({when.value for _, when in days}) < 2:
        return days[0][1] if days else None
    starts = [0, *(found.end for found, _ in days)]
    clauses = (
        text[max(start, found.start - _CLAUSE) : found.start] for start, (found, _) in zip(starts, days, strict=False)
    )
    weights = list(map(_farness, clauses))
    return days[weights.index(min(weights))][1]


def _farness(clause: str) -> int:
    """Tell how far a day is from what is told, by the words before it."""
    return next((far for far, before in ((3, _BEFORE), (1, _OUTCOME), (2, _TOLD)) if before.search(clause)), 0)


def _language_of(text: str) -> str:
    known = guess_language(text)
    return known or next((_LANGUAGES[word] for word in _WORD.findall(text.lower()) if word in _LANGUAGES), "en")
