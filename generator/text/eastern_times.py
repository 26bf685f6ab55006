"""Times in Chinese, Japanese and Korean, where nothing parts the words and numbers carry their units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.text.periods import MONTH, WEEK, YEAR
from generator.text.time_grammar import Reading

EASTERN = frozenset({"zh", "ja", "ko"})

# Years, months and weeks told from the day of writing: the one before, the same, the one after.
_TURNED = {
    YEAR: ("去年|昨年|작년|지난해", "今年|올해", "明年|来年|내년"),
    MONTH: (
        r"上个月|上個月|上月|先月|지난\s?달",
        r"本月|这个月|這個月|今月|이번\s?달",
        r"下个月|下個月|下月|来月|다음\s?달",
    ),
    WEEK: (
        r"上周|上週|上星期|先週|지난\s?주",
        r"本周|本週|这周|這週|今週|이번\s?주",
        r"下周|下週|下星期|来週|다음\s?주",
    ),
}
_TURNS = "LTN"
_YEAR = rf"(?:(?:(?P<NAME>\d{{4}})\s?[年년]|(?P<NAME_turned>{'|'.join(_TURNED[YEAR])}))\s?)?"
_TIME = re.compile(
    rf"(?<!\d){_YEAR.replace('NAME', 'year')}(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日号號일]"
    rf"|(?<!\d){_YEAR.replace('NAME', 'of')}(?P<whole>\d{{1,2}})\s?[月월](?!\s?\d)"
    r"|(?<!\d)(?P<alone>\d{4})\s?[年년](?!\s?\d)"
    # "Last week's" and "next week's" count by weeks, and which is meant is not sure.
    r"|(?<![上下本这這])(?:星期|周|週|礼拜|禮拜)(?P<chinese>[一二三四五六日天])(?!本)"
    r"|(?P<japanese>[月火水木金土日])曜|(?P<korean>[월화수목금토일])요일"
    r"|(?P<before>昨天|昨日|어제)|(?P<same>今天|今日|오늘)|(?P<after>明天|明日|내일)"
    rf"|(?P<turned>{'|'.join(word for words in _TURNED.values() for word in words)})"
)
_WEEKDAYS = {"chinese": "一二三四五六日", "japanese": "月火水木金土日", "korean": "월화수목금토일"}
_DAY_WORDS = {"before": -1, "same": 0, "after": 1}
# What points ahead in the clause of a time.
_AHEAD = re.compile(r"将|將|预计|預計|计划|計劃|予定|見通し|예정|계획")
_CLAUSE = re.compile(r"[^。，、,；;！？!?]*")


def eastern_readings(sentence: str) -> Iterator[Reading]:
    """Give what tells a time in a sentence, in order."""
    for clause in _CLAUSE.finditer(sentence):
        ahead = _AHEAD.search(clause[0]) is not None
        for found in _TIME.finditer(clause[0]):
            form, signs, values = _read(found)
            start, end = clause.start() + found.start(), clause.start() + found.end()
            # As behind "in": with its unit a round number too is a year.
            yield Reading(start, end, form, signs, values, "F" if ahead else "i", "", ahead)


def _read(found: re.Match[str]) -> tuple[str, str, tuple[int, ...]]:
    kind, word = found.lastgroup or "", found[found.lastgroup or 0]
    if kind == "day":
        return ("day", *_dated(found, "year", ("month", "m"), ("day", "d")))
    if kind == "whole":
        return ("month", *_dated(found, "of", ("whole", "m")))
    if kind == "alone":
        return "year", "y", (int(word),)
    if kind == "turned":
        return ("unit", *_turn(word))
    if kind in _DAY_WORDS:
        return "day_word", "D", (_DAY_WORDS[kind],)
    return "weekday", "w", (_WEEKDAYS[kind].find(word) % 7 + 1,)


def _dated(found: re.Match[str], year: str, *parts: tuple[str, str]) -> tuple[str, tuple[int, ...]]:
    """Give the signs and the numbers of the parts of a date, and of its year if that is there."""
    signs, numbers = "".join([sign for _, sign in parts]), tuple([int(found[name]) for name, _ in parts])
    if found[year]:
        return f"y{signs}", (int(found[year]), *numbers)
    turn, turned = _turn(found[f"{year}_turned"]) if found[f"{year}_turned"] else ("", ())
    return signs + turn, numbers + turned


def _turn(word: str) -> tuple[str, tuple[int, ...]]:
    """Give the signs of "last year" for a word that means it."""
    for unit, words in _TURNED.items():
        for turn, same in zip(_TURNS, words, strict=True):
            if re.fullmatch(same, word):
                return f"{turn}u", (0, unit)
    return "", ()
