"""Times in Chinese, Japanese and Korean, where nothing parts the words and numbers carry their units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.text.time_grammar import Reading

EASTERN = frozenset({"zh", "ja", "ko"})

_TIME = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日号號일]"
    r"|(?<!\d)(?:(?P<of>\d{4})\s?[年년]\s?)?(?P<whole>\d{1,2})\s?[月월](?!\s?\d)"
    r"|(?<!\d)(?P<alone>\d{4})\s?[年년](?!\s?\d)"
    # "Last week's" and "next week's" count by weeks, and which is meant is not sure.
    r"|(?<![上下本这這])(?:星期|周|週|礼拜|禮拜)(?P<chinese>[一二三四五六日天])(?!本)"
    r"|(?P<japanese>[月火水木金土日])曜|(?P<korean>[월화수목금토일])요일"
    r"|(?P<before>昨天|昨日|어제)|(?P<same>今天|今日|오늘)|(?P<after>明天|明日|내일)"
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
        return ("day", *_numbers(found, ("year", "y"), ("month", "m"), ("day", "d")))
    if kind == "whole":
        return ("month", *_numbers(found, ("of", "y"), ("whole", "m")))
    if kind == "alone":
        return "year", "y", (int(word),)
    if kind in _DAY_WORDS:
        return "day_word", "D", (_DAY_WORDS[kind],)
    return "weekday", "w", (_WEEKDAYS[kind].find(word) % 7 + 1,)


def _numbers(found: re.Match[str], *parts: tuple[str, str]) -> tuple[str, tuple[int, ...]]:
    """Give the signs and the numbers of those parts that are there."""
    there = [(sign, int(found[name])) for name, sign in parts if found[name]]
    return "".join([sign for sign, _ in there]), tuple([number for _, number in there])
