from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.standing import has_open_quotation, introduced, is_whole, leans, without_tie


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge over the Drau was closed on Monday.",
        '"We will rebuild it," Mayor Ida Lang said.',
        "„Wir bauen sie wieder auf“, sagte Ida Lang.",
        "$5 million went to the town.",
        "桥梁于星期一关闭。",
        "أغلق الجسر يوم الاثنين.",
    ],
)
def test_a_full_sentence_is_whole(sentence: str) -> None:
    assert is_whole(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Was the bridge safe?",
        "Bridge closed on Monday",
        "and was closed on Monday.",
        "BRIDGE CLOSED ON MONDAY.",
        'We will rebuild it," Mayor Ida Lang said.',
        "“We will rebuild it, said the mayor.",
        "The bridge (built in 1904 was closed.",
        "The bridge [built in 1904 was closed.",
        "Die Brücke （1904 gebaut war zu.",
        "Photo: The bridge on Monday.",
        "Click here for the latest on the bridge.",
    ],
)
def test_a_question_a_fragment_or_a_cut_quotation_is_not_whole(sentence: str) -> None:
    assert not is_whole(sentence)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "He closed the bridge on Monday."),
        ("", "That came as a surprise to the town."),
        ("en", "But the bridge stayed closed."),
        ("en", "The official said the bridge was safe."),
        ("en", '"The bridge is safe," he said.'),
        ("en", '"The bridge is safe," the official said.'),
        ("en", "The bridge is safe, said he."),
        ("en", "“The bridge is safe for all of you.”"),
        ("zh", "“桥梁是安全的，大家放心。”"),
        ("en", "However, she opened the bridge."),
        ("de", "Er schloss die Brücke am Montag."),
        ("fr", "Il a fermé le pont lundi."),
        ("zh", "他于星期一关闭了桥梁。"),
        ("ar", "وأضاف أن الجسر آمن."),
        ("en", "In a statement, he called the bridge safe."),
        ("en", "Asked about the bridge, she declined to comment."),
        ("en", "The 23-year-old told police that the bridge shook."),
        ("en", "Residents can cross the bridge if you have a pass."),
    ],
)
def test_a_sentence_that_needs_the_one_before_leans(lang: str, sentence: str) -> None:
    assert leans(sentence, lang)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Ida Lang closed the bridge on Monday."),
        ("en", '"We will rebuild it," Mayor Ida Lang said.'),
        ("en", "The president of Austria opened the bridge."),
        ("en", "However, Ida Lang opened the bridge."),
        ("de", "Die Brücke wurde am Montag geschlossen."),
        ("it", "Il ponte è stato chiuso lunedì."),
        ("en", "After Ida Lang saw the bridge, she had it closed."),
        ("en", "The 55-year-old head of the port closed the bridge."),
        ("en", 'Ida Lang told the town: "You can cross the bridge again."'),
        ("de", "Die Gruppe You sang auf der Brücke in Lienz."),
    ],
)
def test_a_sentence_that_names_whom_it_tells_of_stands(lang: str, sentence: str) -> None:
    assert not leans(sentence, lang)


def test_only_a_tie_is_dropped_never_a_doubt_or_a_speaker() -> None:
    assert without_tie("However, the bridge held.") == "the bridge held."
    assert without_tie("Allegedly, the bridge held.") == "Allegedly, the bridge held."
    assert without_tie("Officials said, however, the bridge held.") == "Officials said, however, the bridge held."


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Foreign Minister Sergei Lavrov met Secretary of State John Kerry.", {"lavrov", "kerry"}),
        ("President Obama met Kerry, and Ida Lang was there.", set()),
        ("Bundeskanzlerin Angela Merkel war in Wien.", {"merkel"}),
        ("Президент Владимир Путин был в Москве.", {"путин"}),
        ("Prime Minister Brian O'Neill's bridge fell.", {"o'neill"}),
    ],
)
def test_who_is_named_in_full_behind_an_office_is_introduced(sentence: str, names: set[str]) -> None:
    assert introduced(sentence) == names


def test_an_apostrophe_opens_no_quotation() -> None:
    assert not has_open_quotation("Lang’s bridge held.")
    assert has_open_quotation("‘The bridge held.")


@given(st.text(), st.sampled_from(["", "en", "ja", "zh", "no-such"]))
def test_any_text_is_judged(text: str, lang: str) -> None:
    assert isinstance(is_whole(text), bool)
    assert isinstance(leans(text, lang), bool)
    assert text.endswith(without_tie(text))
