"""The day that a page's head states in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

# Month names and their usual short forms, January first, one line a language.
_MONTHS = """
january jan | february feb | march mar | april apr | may | june jun | july jul | \
august aug | september sept sep | october oct | november nov | december dec
januar jänner | februar feber | märz mrz | april | mai | juni | juli | \
august | september | oktober okt | november | dezember dez
janvier janv | février févr fév | mars | avril avr | mai | juin | juillet juil | \
août | septembre | octobre | novembre | décembre déc
enero ene | febrero | marzo | abril abr | mayo | junio | julio | \
agosto ago | septiembre setiembre | octubre | noviembre | diciembre dic
gennaio gen | febbraio | marzo | aprile | maggio mag | giugno giu | luglio lug | \
agosto | settembre set | ottobre ott | novembre | dicembre
janeiro | fevereiro fev | março | abril | maio | junho | julho | agosto | setembro | outubro out | novembro | dezembro
januari | februari | maart mrt | april | mei | juni | juli | augustus | september | oktober | november | december
stycznia | lutego | marca | kwietnia | maja | czerwca | lipca | \
sierpnia | września | października | listopada | grudnia
ledna | února | března | dubna | května | června | července | srpna | září | října | listopadu | prosince
января | февраля | марта | апреля | мая | июня | июля | августа | сентября | октября | ноября | декабря
січня | лютого | березня | квітня | травня | червня | липня | серпня | вересня | жовтня | листопада | грудня
ocak | şubat | mart | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim | kasım | aralık
ιανουαρίου | φεβρουαρίου | μαρτίου | απριλίου | μαΐου μαίου | ιουνίου | ιουλίου | \
αυγούστου | σεπτεμβρίου | οκτωβρίου | νοεμβρίου | δεκεμβρίου
يناير | فبراير | مارس | أبريل إبريل | مايو | يونيو | يوليو | أغسطس | سبتمبر | أكتوبر | نوفمبر | ديسمبر
januari | februari | mars | april | maj | juni | juli | augusti | september | oktober | november | december
ianuarie | februarie | martie | aprilie | mai | iunie | iulie | \
august | septembrie | octombrie | noiembrie | decembrie
januari | februari | maret | april | mei | juni | juli | agustus | september | oktober | november | desember
"""
_MONTH = {
    form: number
    for language in _MONTHS.split("\n")
    for number, forms in enumerate(language.split("|"), start=1)
    for form in forms.split()
}

_ANY_YEAR = re.compile(r"(?:19|20)\d\d|\d[./]\d\d(?!\d)")
_NAME = r"([^\W\d_]{3,12})\.?"
_YEAR = r"((?:19|20)\d\d)(?![\d-])"
_FORMS = (
    ("ymd", re.compile(r"(?<![\d/.-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")),
    (
        "dMy",
        re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?{_NAME},?[\s-]+(?:de\s+)?{_YEAR}"
        ),
    ),
    ("Mdy", re.compile(rf"{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}")),
    ("dmy", re.compile(rf"(?<![\d/.-])(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?{_YEAR}")),
    ("dmy", re.compile(r"(?<![\d/.-])(\d\d?)(/)(\d\d?)\2(\d\d)(?![\d/.-])")),
    ("dmy", re.compile(r"(?<![\d/.-])(\d\d)(\.)(\d\d)\2(\d\d)(?![\d/-]|\.\d)")),
    ("cjk", re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")),
)


def days_in(text: str) -> tuple[str, ...]:
    """Give the days (`2013-05-08`) that a text states in full and without doubt, in the order of the text."""
    if not _ANY_YEAR.search(text):
        return ()
    found: list[tuple[int, str]] = []
    for form, pattern in _FORMS:
        for match in pattern.finditer(text):
            found += ((match.start(), day) for day in _days(form, match))
    return tuple(dict.fromkeys(day for _, day in sorted(found)))


def _days(form: str, match: re.Match[str]) -> Iterator[str]:
    year, month, day = _parts(form, match)
    if not month:
        return
    try:
        yield date(year, month, day).isoformat()
    except ValueError:
        return


def _parts(form: str, match: re.Match[str]) -> tuple[int, int, int]:
    if form == "ymd":
        return int(match[1]), int(match[3]), int(match[4])
    if form == "cjk":
        return int(match[1]), int(match[2]), int(match[3])
    if form == "dMy":
        return int(match[3]), _MONTH.get(match[2].casefold(), 0), int(match[1])
    if form == "Mdy":
        return int(match[3]), _MONTH.get(match[1].casefold(), 0), int(match[2])
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    # 15/12/2015 can only be a day first, 12/15/2015 only a month first; points stand for day first everywhere.
    if match[2] == "." or first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else (year, 0, 0)
