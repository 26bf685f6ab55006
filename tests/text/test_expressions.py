from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import When
from generator.text.calendar_words import CALENDARS
from generator.text.expressions import Expression, expressions_in, find_expressions
from generator.text.time_cues import may_name_month
from generator.text.time_grammar import _TIME, readings_of
from generator.text.time_signs import calendar_of

WEDNESDAY = date(2015, 12, 16)
LAST_WEEK = "上周: week 2015-12-07 to 2015-12-13"


def read(sentence: str, lang: str = "en", written: date | None = WEDNESDAY) -> list[str]:
    return [_shown(expression) for expression in find_expressions(sentence, written, lang=lang)]


def _shown(found: Expression) -> str:
    days = f"{found.first}" if found.first == found.last else f"{found.first} to {found.last}"
    marks = [name for name in ("about", "explicit", "ahead") if getattr(found, name)]
    return " ".join([f"{found.words}: {found.precision} {days}", *marks])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It began on 12 May 2014.", "12 May 2014: day 2014-05-12 explicit"),
        ("It began on May 12th, 2014, at night.", "May 12th, 2014: day 2014-05-12 explicit"),
        ("It began on the 12th of May, 2014.", "12th of May, 2014: day 2014-05-12 explicit"),
        ("It began on Monday, May 12, 2014.", "Monday, May 12, 2014: day 2014-05-12 explicit"),
        ("It began on Sept. 3, 2014.", "Sept. 3, 2014: day 2014-09-03 explicit"),
        ("Updated 2014-09-03 at 10:30.", "2014-09-03: day 2014-09-03 explicit"),
        ("Updated 2014-09-03 00:05:30.", "2014-09-03: day 2014-09-03 explicit"),
        ("Updated: 14/09/2013, 10:30.", "14/09/2013: day 2013-09-14 explicit"),
        ("Updated 9/14/13.", "9/14/13: day 2013-09-14 explicit"),
        ("Updated 03/04/2014.", "03/04/2014: year 2014-03-04 to 2014-04-03 about explicit"),
        ("Flooded since March 2011.", "March 2011: month 2011-03-01 to 2011-03-31 explicit"),
        ("Closed in early 2014.", "early 2014: year 2014-01-01 to 2014-04-30 about explicit"),
        ("Closed in mid-2014.", "mid-2014: year 2014-05-01 to 2014-08-31 about explicit"),
        ("Closed at the end of May 2014.", "end of May 2014: month 2014-05-21 to 2014-05-31 about explicit"),
        ("Sold in the first quarter of 2014.", "first quarter of 2014: quarter 2014-01-01 to 2014-03-31 explicit"),
        ("Sold in the summer of 2014.", "summer of 2014: season 2014-06-01 to 2014-08-31 about explicit"),
        ("The 2012 budget was cut.", "2012: year 2012-01-01 to 2012-12-31 explicit"),
        ("Its mayor from 2011 to 2013.", "2011 to 2013: range 2011-01-01 to 2013-12-31 explicit"),
        ("The 2011-13 drought.", "2011-13: range 2011-01-01 to 2013-12-31 explicit"),
        ("A song of the 1990s.", "1990s: decade 1990-01-01 to 1999-12-31 explicit"),
        ("A song of the late 1990s.", "late 1990s: decade 1997-01-01 to 1999-12-31 about explicit"),
        ("Open from March 3 to April 5, 2014.", "March 3 to April 5, 2014: range 2014-03-03 to 2014-04-05 explicit"),
        (
            "Open from December 20 to January 5, 2014.",
            "December 20 to January 5, 2014: range 2013-12-20 to 2014-01-05 explicit",
        ),
    ],
)
def test_a_time_that_names_its_year_needs_no_day_of_publication(sentence: str, told: str) -> None:
    assert read(sentence, written=None) == [told]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("They met on Tuesday.", "Tuesday: day 2015-12-15"),
        ("They met Wednesday.", "Wednesday: day 2015-12-16"),
        ("They met on Thursday.", "Thursday: week 2015-12-10 to 2015-12-17 about"),
        ("They will meet on Thursday.", "Thursday: day 2015-12-17 ahead"),
        ("On Friday, the court will rule.", "Friday: day 2015-12-18 ahead"),
        ("The ruling will be announced on Friday.", "Friday: day 2015-12-18 ahead"),
        ("She said on Monday that she will sing.", "Monday: day 2015-12-14"),
        ("The two were due to meet later Tuesday.", "Tuesday: day 2015-12-15"),
        ("They met last Friday.", "last Friday: day 2015-12-11"),
        ("They met last Monday.", "last Monday: week 2015-12-07 to 2015-12-14 about"),
        ("They meet next Monday.", "next Monday: day 2015-12-21 ahead"),
        ("By Saturday, some 6,000 sites had been closed.", "Saturday: day 2015-12-12"),
        ("Some 6,000 sites had been closed by Saturday.", "Saturday: day 2015-12-12"),
        ("Some 6,000 sites are to close by Saturday.", "Saturday: day 2015-12-19 ahead"),
        ("They met yesterday.", "yesterday: day 2015-12-15"),
        ("They met last night.", "last night: day 2015-12-15"),
        ("They meet tomorrow.", "tomorrow: day 2015-12-17 ahead"),
        ("They met two days ago.", "two days ago: day 2015-12-14"),
        ("They met two weeks ago.", "two weeks ago: week 2015-11-29 to 2015-12-05 about"),
        ("They met a year ago.", "a year ago: year 2014-01-01 to 2014-12-31 about"),
        ("They met last week.", "last week: week 2015-12-07 to 2015-12-13"),
        ("They met earlier this month.", "earlier this month: month 2015-12-01 to 2015-12-16 about"),
        ("They met late last year.", "late last year: year 2014-09-01 to 2014-12-31 about"),
        ("They meet next year.", "next year: year 2016-01-01 to 2016-12-31 ahead"),
        ("They met on Nov. 14.", "Nov. 14: day 2015-11-14"),
        ("They met on January 20.", "January 20: day 2015-01-20"),
        ("A proposed March 1 match.", "March 1: day 2016-03-01 ahead"),
        ("The match is scheduled for Feb. 14.", "Feb. 14: day 2016-02-14 ahead"),
        ("They met in May.", "May: month 2015-05-01 to 2015-05-31"),
        ("A February agreement.", "February: month 2015-02-01 to 2015-02-28"),
        ("Closed since January.", "January: month 2015-01-01 to 2015-01-31"),
        ("In late September, they met.", "late September: month 2015-09-21 to 2015-09-30 about"),
        ("Wet last May.", "last May: month 2015-05-01 to 2015-05-31"),
        ("It rained from March 3 to 5.", "March 3 to 5: range 2015-03-03 to 2015-03-05"),
        ("It rained on 12-13 May.", "12-13 May: range 2015-05-12 to 2015-05-13"),
        ("It rained between May and June.", "May and June: range 2015-05-01 to 2015-06-30"),
        ("Ready by the end of the year.", "end of the year: year 2015-09-01 to 2015-12-31 about"),
        ("In May 12 people sang.", "May: month 2015-05-01 to 2015-05-31"),
        ("They met in October last year.", "October last year: month 2014-10-01 to 2014-10-31"),
        ("They meet on 3 May next year.", "3 May next year: day 2016-05-03 ahead"),
        ("In early March of this year, they met.", "early March of this year: month 2015-03-01 to 2015-03-10 about"),
        ("The two met three weeks ago.", "three weeks ago: week 2015-11-22 to 2015-11-28 about"),
        ("It rained on 12 or 13 May.", "12 or 13 May: range 2015-05-12 to 2015-05-13"),
        ("Some had sung by June.", "June: month 2015-06-01 to 2015-06-30"),
    ],
)
def test_any_other_time_is_read_from_the_day_of_publication(sentence: str, told: str) -> None:
    assert read(sentence) == [told]
    assert read(sentence, written=None) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march in the sun, and sat for a second.",
        "Theresa May said that March Hill is steep.",
        "2,014 people read Article 2014 and dialled 555-2014.",
        "It cost $2014 and seated 2000 people at 10:30 or at 1945 GMT.",
        "Five years of civil war, and a few days of rest.",
        "It happened on 30 February 2014, or on 31 April.",
        "The Sunday Herald said so.",
        "Good Friday is a holiday.",
        "The market is held every Tuesday, and each October in the hall.",
        "He wrote it one or two years ago.",
        "In the last year of school, for the next two years.",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("lang", "sentence", "told"),
    [
        ("de", "Am 12. Mai 2014 und am Montag", ["2014-05-12", "2015-12-14"]),
        ("de", "Am Montagabend und am 3. Mai vergangenen Jahres", ["2015-12-14", "2014-05-03"]),
        ("fr", "En mai de l'année dernière", ["2014-05-01"]),
        ("es", "El 3 de mayo del año pasado, en la década de 1990", ["2014-05-03", "1990-01-01"]),
        ("it", "Dal 1° al 3 maggio 2014, nel marzo dell'anno scorso", ["2014-05-01", "2014-03-01"]),
        ("nl", "Dinsdagavond, in mei vorig jaar", ["2015-12-15", "2014-05-01"]),
        ("ru", "В мае прошлого года, вечером понедельника", ["2014-05-01", "2015-12-14"]),
        ("uk", "Минулого вівторка, у травні минулого року", ["2015-12-15", "2014-05-01"]),
        ("pl", "W maju ubiegłego roku, od wtorku", ["2014-05-01", "2015-12-15"]),
        ("ar", "في مايو من العام الماضي", ["2014-05-01"]),
        ("de", "Die Finanzkrise 2008", ["2008-01-01"]),
        ("de", "Ende September, vor zwei Wochen, in den 1990er Jahren", ["2015-09-21", "2015-11-29", "1990-01-01"]),
        ("fr", "Le 1er mai 2014, mardi dernier et fin septembre", ["2014-05-01", "2015-12-15", "2015-09-21"]),
        ("fr", "il y a deux semaines, la semaine dernière, aujourd'hui", ["2015-11-29", "2015-12-07", "2015-12-16"]),
        ("es", "El 12 de mayo de 2014, el martes y en marzo", ["2014-05-12", "2015-12-15", "2015-03-01"]),
        ("es", "hace dos semanas, la semana pasada, los años 1990", ["2015-11-29", "2015-12-07", "1990-01-01"]),
        ("it", "Il 12 maggio 2014, lunedì scorso, due settimane fa", ["2014-05-12", "2015-12-14", "2015-11-29"]),
        ("pt", "Em 12 de maio de 2014, na segunda-feira, há dois meses", ["2014-05-12", "2015-12-14", "2015-10-01"]),
        ("nl", "Op 12 mei 2014, afgelopen dinsdag, vorig jaar", ["2014-05-12", "2015-12-15", "2014-01-01"]),
        ("pl", "Od 12 maja 2014 r., we wtorek, dwa lata temu", ["2014-05-12", "2015-12-15", "2013-01-01"]),
        ("ru", "С 12 мая 2014 года, в среду, на прошлой неделе", ["2014-05-12", "2015-12-16", "2015-12-07"]),
        ("uk", "З 12 травня 2014 року, у п'ятницю, минулого тижня", ["2014-05-12", "2015-12-11", "2015-12-07"]),
        ("tr", "12 Mayıs 2014'te, Salı günü, geçen hafta", ["2014-05-12", "2015-12-15", "2015-12-07"]),
        ("ar", "في 12 مايو 2014، يوم الثلاثاء، الأسبوع الماضي", ["2014-05-12", "2015-12-15", "2015-12-07"]),
        ("ar", "في ١٢ مايو ٢٠١٤", ["2014-05-12"]),
        ("sw", "2014-05-12, 12.05.2014", ["2014-05-12", "2014-05-12"]),
    ],
)
def test_the_larger_languages_are_read(lang: str, sentence: str, told: list[str]) -> None:
    assert [str(found.first) for found in find_expressions(sentence, WEDNESDAY, lang=lang)] == told


@pytest.mark.parametrize(
    ("lang", "sentence", "told"),
    [
        ("zh", "会议于2014年5月12日在西港举行。", ["2014年5月12日: day 2014-05-12 explicit"]),
        (
            "zh",
            "大桥11月14日关闭，2000年建成。",
            ["11月14日: day 2015-11-14", "2000年: year 2000-01-01 to 2000-12-31 explicit"],
        ),
        ("zh", "双方将于3月1日会谈。", ["3月1日: day 2016-03-01 ahead"]),
        ("zh-TW", "市長昨天說，大橋週二關閉。", ["昨天: day 2015-12-15", "週二: day 2015-12-15"]),
        ("zh", "他在2015年9月抵达，上周五离开。", ["2015年9月: month 2015-09-01 to 2015-09-30 explicit", LAST_WEEK]),
        (
            "zh",
            "大桥去年3月2日关闭，上个月重开。",
            ["去年3月2日: day 2014-03-02", "上个月: month 2015-11-01 to 2015-11-30"],
        ),
        ("ja", "橋は昨年3月に閉鎖された。", ["昨年3月: month 2014-03-01 to 2014-03-31"]),
        ("ko", "다리는 내년 개통된다.", ["내년: year 2016-01-01 to 2016-12-31 ahead"]),
        ("ja", "橋は２０１４年５月１２日に開通した。", ["２０１４年５月１２日: day 2014-05-12 explicit"]),
        ("ja", "会談は月曜日に行われた。", ["月曜: day 2015-12-14"]),
        ("ko", "다리는 2014년 5월 12일에 개통되었다.", ["2014년 5월 12일: day 2014-05-12 explicit"]),
        ("zh", "2015年2月30日，5个月，13月1日", []),
    ],
)
def test_times_are_read_where_nothing_parts_the_words(lang: str, sentence: str, told: list[str]) -> None:
    assert read(sentence, lang) == told


@pytest.mark.parametrize(
    ("lang", "sentence", "day"),
    [
        ("fr", "Les ministres se retrouveront lundi à Lyon.", "2015-12-21"),
        ("fr", "Le conseil se réunira vendredi.", "2015-12-18"),
        ("fr", "Le front a cédé lundi.", "2015-12-14"),
        ("es", "La cumbre se celebrará el lunes.", "2015-12-21"),
        ("it", "I ministri si incontreranno lunedì.", "2015-12-21"),
        ("pt", "O conselho reunirá na segunda-feira.", "2015-12-21"),
    ],
)
def test_a_verb_in_the_future_tense_points_ahead(lang: str, sentence: str, day: str) -> None:
    assert [str(found.first) for found in find_expressions(sentence, WEDNESDAY, lang=lang)] == [day]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("on Tuesday", "2015-12-15"),
        ("in May", "2015-05"),
        ("last year", "2014"),
        ("two years ago", "2013~"),
        ("in early May", "2015-05-01/2015-05-10~"),
        ("last week", "2015-12-07/2015-12-13"),
        ("in the first half of 2014", "2014-01/2014-06"),
    ],
)
def test_an_expression_can_be_written_as_front_matter_has_it(sentence: str, edtf: str) -> None:
    assert [found.edtf for found in find_expressions(sentence, WEDNESDAY)] == [edtf]


WORDS = """
May march 30 31st 2014 1990s 9999 0 12 . , - / : ( in on the of from to between and end early last next this Tuesday
week years ago a will said “ مايو 12月 Mai vor İ ſ 2014年 5月 12日 周二 月曜 将 昨天 ٣月
"""
PIECES = st.sampled_from([*WORDS.split(), "\u200f", "\ud800", "\x00", "\n"])


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)),
    st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max])),
    st.sampled_from([*sorted(CALENDARS), "", "xx", "de-AT", "zh", "ja"]),
)
def test_any_text_whatever_gives_slices_in_order(text: str, written: date | None, lang: str) -> None:
    end = 0
    for found in find_expressions(text, written, lang=lang):
        assert end <= found.start < found.end
        assert found.words == text[found.start : found.end]
        assert found.first <= found.last
        assert (When(found.edtf, "editor").first, When(found.edtf, "editor").last) == (found.first, found.last)
        assert found.explicit or written is not None
        end = found.end


TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES).map(" ".join),
    st.lists(st.one_of(PIECES, st.sampled_from([" ", " of ", "X"]))).map("".join),
)


@given(TEXTS, st.sampled_from([*sorted(CALENDARS), "xx"]))
def test_what_is_looked_up_between_blanks_is_what_the_words_one_by_one_give(text: str, lang: str) -> None:
    calendar = calendar_of(lang)
    signs = "".join(map(calendar.signs.__getitem__, calendar.token.findall(text)))
    one_by_one = [(found.lastgroup, found[0]) for found in _TIME.finditer(signs)]

    assert [(each.form, each.signs) for each in readings_of(text, lang)] == one_by_one


@given(TEXTS, st.sampled_from([*sorted(CALENDARS), "xx", "zh"]))
def test_a_text_that_tells_a_month_is_seen_to(text: str, lang: str) -> None:
    told = [each for each in expressions_in(text, WEDNESDAY, lang=lang) if each.form in {"day", "days", "month"}]

    assert may_name_month(text, lang) or not told


@pytest.mark.parametrize(
    "piece",
    ["May ", "in 2014; ", "2", "12 ", "12/", "1-", "end of the ", "will ", "the last ", "2014-", "x'", "é", "Monday,"],
)
def test_a_sentence_of_any_length_comes_to_an_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    expressions_in(text, WEDNESDAY)
    may_name_month(text, "en")


def test_every_language_names_twelve_months_and_seven_weekdays() -> None:
    for lang, words in CALENDARS.items():
        assert (lang, words["months"].count("|"), words["weekdays"].count("|")) == (lang, 11, 6)
