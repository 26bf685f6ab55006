from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.outlook import looks_ahead, tells_beginning, tells_outcome, tells_past


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will meet on Friday.",
        "The bridge is due to open in May.",
        "Westhaven plans to build a bridge.",
        "Переговоры состоятся в Вене.",
        "La reunión está prevista para el lunes.",
        "明日，议会开会。",
    ],
)
def test_what_was_still_to_come_lies_ahead(sentence: str) -> None:
    assert looks_ahead(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council met on Friday.",
        "Ida Lang said the town will build a bridge.",
        "“We will build it,” Ida Lang said.",
        "The bridge was expected to open in May, and did.",
        "Die Brücke wird gebaut.",
        "The council tried to impose its will on the town.",
    ],
)
def test_what_happened_or_was_said_does_not(sentence: str) -> None:
    assert not looks_ahead(sentence)


def test_talks_that_open_are_a_beginning_and_an_agreement_is_an_outcome() -> None:
    assert tells_beginning("Kestria and Mor opened talks on Thursday.", "en")
    assert not tells_outcome("Kestria and Mor opened talks on Thursday.", "en")
    assert tells_outcome("Kestria and Mor signed a treaty after two days of talks.", "en-GB")
    assert tells_beginning("Die Gespräche haben in Wien begonnen.", "de")


@pytest.mark.parametrize(
    ("lang", "begun", "ended"),
    [
        ("it", "A Vienna sono iniziati i colloqui di pace.", "Le parti hanno firmato un accordo."),
        ("pt", "As negociações de paz começaram em Viena.", "O parlamento aprovou o plano."),
        ("nl", "In Wenen zijn de onderhandelingen begonnen.", "De partijen bereikten een akkoord."),
        ("sv", "Rättegången mot mannen inleddes på måndagen.", "Mannen dömdes till fängelse."),
        ("pl", "W Wiedniu rozpoczęły się rozmowy pokojowe.", "Strony podpisały traktat."),
        ("ru", "В Вене начались мирные переговоры.", "Стороны подписали договор."),
        ("uk", "У Відні розпочалися мирні переговори.", "Сторони підписали договір."),
        ("tr", "Viyana'da barış görüşmeleri başladı.", "Taraflar anlaşmayı imzaladı."),
        ("ar", "بدأت في فيينا محادثات السلام.", "وقع الطرفان اتفاق السلام."),
        ("zh", "和平谈判星期一在维也纳开始。", "双方签署了协议。"),
        ("ja", "ウィーンで和平協議が月曜日に始まった。", "双方は合意に達した。"),
    ],
)
def test_a_beginning_and_an_outcome_are_told_apart_in_many_languages(lang: str, begun: str, ended: str) -> None:
    assert tells_beginning(begun, lang)
    assert not tells_outcome(begun, lang)
    assert tells_outcome(ended, lang)
    assert not tells_beginning(ended, lang)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("it", "Sono iniziati i lavori sul ponte."),
        ("ru", "В городе начался ремонт моста."),
        ("nl", "De bouw van de brug is begonnen."),
        ("zh", "桥梁施工开始。"),
    ],
)
def test_the_beginning_of_what_has_no_outcome_is_none(lang: str, sentence: str) -> None:
    assert not tells_beginning(sentence, lang)


def test_in_a_language_whose_words_are_not_known_nothing_is_said_of_an_outcome() -> None:
    assert not tells_beginning("Ibiganiro byatangiye.", "rw")
    assert tells_outcome("Ibiganiro byatangiye.", "rw")


@given(st.text(), st.sampled_from(["", "en", "de", "it", "ru", "ar", "zh"]))
def test_any_text_is_judged(text: str, lang: str) -> None:
    assert isinstance(looks_ahead(text), bool)
    assert isinstance(tells_beginning(text, lang) or tells_outcome(text, lang), bool)


@pytest.mark.parametrize("lang", ["en", "it", "ru", "ar", "ja"])
@pytest.mark.parametrize("text", ["начались " * 9000, "بدأت محادثات" * 9000, "協議" * 20000, "colloqui a " * 9000])
def test_a_long_text_takes_no_long_time_in_any_language(text: str, lang: str) -> None:
    began = time.process_time()
    tells_beginning(text, lang)
    tells_outcome(text, lang)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("The lawyer began to take notes in ", True),
        ("After a year, the bridge reopened on ", True),
        ("The bridge, which closed in March, reopens in ", False),
        ("The season starts in ", False),
        ("The reopening is expected in ", False),
        ("They came for a vote on ", False),
        ("The phone was said to be released in ", False),
    ],
)
def test_whether_a_time_is_over_is_told_by_the_clause_before_it(words: str, *, past: bool) -> None:
    assert tells_past(words, "en") == past
    assert not tells_past(words, "fr")


@pytest.mark.parametrize("text", ["talks " * 9000, "opened a b c " * 4000, "after the talk " * 4000, "beg" * 20000])
def test_a_long_text_takes_no_long_time(text: str) -> None:
    began = time.process_time()
    looks_ahead(text)
    tells_beginning(text, "en")
    tells_outcome(text, "en")
    assert time.process_time() - began < 1
