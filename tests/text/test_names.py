"""The names that texts rest on."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.names import MOST_NAMES, names_of
from generator.text.sentences import split_sentences

BRIDGE = (
    "Lindqvist closes harbour bridge",
    split_sentences(
        "The mayor of Westhaven, Rosa Lindqvist, closed the old harbour bridge to all cars and lorries on Tuesday. She "
        "said that cracks had been found in three of its pillars. Lindqvist blamed the Port Authority of Kestria for "
        "the delay of the works. However, the Port Authority of Kestria said in January that it had warned the town. "
        '"Nobody asked us about the repairs," said a retired engineer, Emre Uzun. Ferries sail from Westhaven twice an '
        "hour while the bridge is closed, and most of them are full.",
        "en",
    ),
)


def told(*texts: tuple[str, list[str] | tuple[str, ...]]) -> list[tuple[str, bool]]:
    return [(name.text, name.person) for name in names_of(texts)]


def test_who_is_named_in_full_and_then_briefly_is_a_person() -> None:
    assert told(BRIDGE) == [
        ("Rosa Lindqvist", True),
        ("Westhaven", False),
        ("Port Authority of Kestria", False),
        ("Emre Uzun", False),
    ]


def test_days_months_agencies_and_first_words_of_sentences_are_no_names() -> None:
    names = {name.key for name in names_of([BRIDGE, ("", ["It was shown by Reuters.", "Ferries were late."])])}

    assert names.isdisjoint({"tuesday", "january", "however", "reuters", "ferries", "the", "nobody"})


def test_a_name_of_the_title_and_the_lead_weighs_more_than_one_below() -> None:
    weights = {name.key: name.weight for name in names_of([BRIDGE])}

    assert weights["lindqvist"] > weights["westhaven"] > weights["port authority kestria"]


def test_where_every_noun_has_a_capital_a_single_word_is_no_name() -> None:
    text = (
        "Die Brücke am Hafen bleibt gesperrt, sagte Bürgermeisterin Rosa Lindqvist. Nach Angaben der Stadt fehlt Geld "
        "für den Bau. Lindqvist bat das Land um Hilfe."
    )

    assert told(("Brücke bleibt gesperrt", split_sentences(text, "de"))) == [("Rosa Lindqvist", True)]


def test_a_script_without_capitals_has_no_names() -> None:
    assert told(("北港大桥", ["市长说大桥关闭了。"]), ("جسر", ["أغلق الجسر يوم الثلاثاء."])) == []


@given(st.lists(st.tuples(st.text(), st.lists(st.text()))))
@example([("", ["A" * 5000])])
@example([("", ["Aa " * 5000])])
@example([("", ["A'" * 5000 + "b-" * 5000])])
def test_any_text_has_names_of_its_own(texts: list[tuple[str, list[str]]]) -> None:
    names = names_of(texts)

    assert len(names) <= MOST_NAMES
    assert len({name.key for name in names}) == len(names)
    assert all(name.weight > 0 for name in names)
