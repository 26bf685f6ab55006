from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.copies import (
    count_origins,
    first_words,
    fold_copies,
    likely_copies,
    text_told,
    with_origins,
)
from generator.model import Article, Fold, Paragraph, When

WIRE = (
    "The ferry Aurora sank off Kalmsund on Monday after a fire in the engine room, and 41 passengers were saved. "
    "Coast guard boats from three harbours took part. The fire began shortly after six, the master told the agency. "
    "Two sailors were treated for burns. The owner of the ferry said that it had been inspected in March. "
    "Divers are to look at the wreck on Wednesday, and the harbour stays closed until then."
)
OWN = (
    "All 41 people aboard a burning ferry were saved near Kalmsund when fishing boats rushed out at dawn. "
    "'We saw the smoke before we heard the call,' said Marta Lind, who steered the first of them. "
    "Her crew counted heads twice on the way home, she said, and nobody was missing."
)
LONGER = f"{WIRE} {OWN}"


def article(stem: str, source: str = "", origin: str = "", day: str = "2026-01-13") -> Article:
    return Article(stem, "", "", stem, When(day, "page stamp") if day else None, None, 0, source=source, origin=origin)


def folds_of(*told: tuple[Article, str]) -> tuple[Fold, ...]:
    texts = {article.stem: text_told([Paragraph(text)]) for article, text in told}
    likely = likely_copies([article for article, _ in told], texts)
    return fold_copies(likely, {article.stem: first_words(texts[article.stem]) for article in likely})


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        WIRE.upper(),
        WIRE.replace(", ", " – "),
        WIRE[: len(WIRE) // 2],
        WIRE[WIRE.index("Coast") :],
        LONGER,
        WIRE.replace("Monday", "Jan. 12").replace("sailors", "seamen"),
        f"{WIRE} Reporting by Ilse Brandt; editing by Tom Karre",
    ],
)
def test_a_text_is_a_copy_however_it_is_trimmed_or_set(copy: str) -> None:
    told = (article("a", "Bay Courier", "Kestria Press"), WIRE), (article("b", "Cape Post"), copy)

    assert folds_of(*told) == (Fold("Kestria Press", ("a", "b")),)


@pytest.mark.parametrize(
    "other", [OWN, "", "The ferry Aurora sank off Kalmsund on Monday.", "渡轮在卡尔姆松港口附近沉没"]
)
def test_what_somebody_else_wrote_is_no_copy(other: str) -> None:
    assert folds_of((article("a"), WIRE), (article("b"), other)) == ()


def test_texts_without_words_are_no_copies_of_one_another() -> None:
    assert folds_of((article("a"), ""), (article("b"), ""), (article("c"), "– …")) == ()


def test_one_line_is_a_copy_only_of_the_very_same_line() -> None:
    line = "The ferry Aurora sank off Kalmsund on Monday."

    assert folds_of((article("a"), line), (article("b"), line), (article("c"), f"{line} All lived.")) == (
        Fold("", ("a", "b")),
    )


def test_who_had_a_text_first_stands_first_and_then_who_has_most_of_it() -> None:
    late, part = (article("a", day="2026-01-14"), WIRE), (article("b"), WIRE[: len(WIRE) // 2])
    whole, undated = (article("c"), WIRE), (article("d", day=""), LONGER)

    assert folds_of(late, part, whole, undated)[0].articles == ("c", "a", "b", "d")


def test_a_wire_copy_counts_once() -> None:
    articles = [
        article("a", "Bay Courier", "Kestria Press"),
        article("b", "Cape Post"),
        article("c", "Cape Post"),
        article("d", "Dune Herald"),
        article("e"),
    ]

    assert count_origins(articles) == 4
    assert count_origins(articles, [Fold("Kestria Press", ("a", "b"))]) == 4
    assert count_origins(articles, [Fold("Kestria Press", ("a", "b", "d"))]) == 3
    assert count_origins(articles, [Fold("", ("d", "e"))]) == 3


def test_copies_that_nobody_signed_have_the_origin_of_the_first_outlet_and_are_one_voice() -> None:
    articles = [article("a", "Bay Courier"), article("b", "Cape Post"), article("c", "Dune Herald")]

    voices = with_origins(articles, [Fold("", ("b", "a"))])

    assert [each.origin for each in voices] == ["Cape Post", "Cape Post", ""]
    assert with_origins(articles, ()) == articles


def test_two_hundred_copies_each_trimmed_elsewhere_are_one_text() -> None:
    sentences = [f"Sentence {number} tells of boat {number * 7} and of harbour {number * 3}." for number in range(60)]
    told = [(article(f"a{number:03}"), " ".join(sentences[: 60 - number % 23])) for number in range(200)]

    (fold,) = folds_of(*told)

    assert len(fold.articles) == 200


def test_only_what_may_be_a_copy_is_compared_run_by_run() -> None:
    numbers = " ".join([f"Ship {number} came at {number * 3} past a pier." for number in range(40)])
    told = {"a": f"{WIRE} {OWN}", "b": WIRE, "c": numbers}

    assert [each.stem for each in likely_copies([article(stem) for stem in "abc"], told)] == ["a", "b"]


def test_among_texts_in_another_script_all_may_be_copies() -> None:
    told = {"a": "渡轮在卡尔姆松港口附近沉没" * 20, "b": "市长说大桥关闭了" * 20, "c": ""}

    assert [each.stem for each in likely_copies([article(stem) for stem in "abc"], told)] == ["a", "b"]


@given(st.text(st.sampled_from("abİß de—中。\u0301\x00"), max_size=200), st.integers(1, 40))
def test_the_first_words_of_a_text_are_where_all_its_words_begin(text: str, most: int) -> None:
    assert first_words(text, most) == first_words(text)[:most]


TEXTS = st.lists(st.text(st.sampled_from("abc de—中。\u0301\x00"), max_size=80), max_size=6)


@given(TEXTS)
def test_folds_part_the_articles_whatever_they_say(texts: Sequence[str]) -> None:
    told = [(article(f"a{number}"), text) for number, text in enumerate(texts)]

    folded = [stem for fold in folds_of(*told) for stem in fold.articles]

    assert len(folded) == len(set(folded))
    assert count_origins([article for article, _ in told], folds_of(*told)) <= len(told)


def test_reports_that_differ_in_their_figures_are_no_copies() -> None:
    text = (
        "An earthquake of magnitude {} shook the coast near Kalmsund on Tuesday and killed {} people, they said. "
        "Houses fell in the old town, roads were blocked by rocks, and the ferry to the islands stayed in the harbour."
    )
    articles = [article("a", "One"), article("b", "Two")]
    words = {"a": tuple(text.format("5.1", 12).lower().split()), "b": tuple(text.format("6.8", 340).lower().split())}

    assert fold_copies(articles, words) == ()
    assert len(fold_copies(articles, {"a": words["a"], "b": words["a"][:40]})) == 1
