from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Terms
from generator.text.vectors import Weights, likeness_of_any_two, terms_of, without

TEXTS = st.lists(st.text("abAB 外交.", max_size=40), max_size=8)
LEAD = "Rescuers worked through the night. " * 25


def cosines_of(texts: list[str]) -> list[list[float]]:
    """Give how alike each text is to each."""
    terms = [terms_of("", [text], "en") for text in texts]
    weights = Weights(terms, complete=True)
    vectors = [weights.vector(one) for one in terms]
    return [weights.cosines(one, vectors) for one in vectors]


def test_terms_are_the_words_and_which_of_them_have_a_capital() -> None:
    assert terms_of("Ferry sinks", ["Ferry Aurora sank.", "Crew saved."]) == Terms(
        words="ferry sinks aurora sank crew saved",
        word_counts="211111",
        lead=6,
        name_counts="201010",
    )


def test_the_small_words_of_its_language_are_no_terms() -> None:
    assert terms_of("THE FERRY", ["The ferry is not the one of old."], "en").words == "ferry old"


def test_of_a_text_too_short_to_tell_its_language_the_small_words_of_the_likeliest_are_none() -> None:
    assert terms_of("Bridge closed", ["The bridge was closed to all."]).words == "bridge closed"
    assert terms_of("Brücke gesperrt", ["Die Brücke ist gesperrt."]).words == "brücke gesperrt"


def test_what_is_said_once_below_the_lead_is_background() -> None:
    terms = terms_of("", [LEAD, "and later a pump failed, as Ilse Brandt said: the pump was new."], "en")
    assert terms.words == "rescuers worked through night ilse brandt pump"
    assert terms.lead == 4


def test_a_count_is_one_digit_however_often_a_word_stands() -> None:
    assert terms_of("", ["haha " * 5000]).word_counts == "9"
    assert terms_of("", ["ﷺ " * 5000]).word_counts == "9999"


def test_a_text_of_any_length_has_few_terms() -> None:
    assert len(terms_of("", ["Word" + str(number) for number in range(100_000)]).words) < 5000


def test_a_text_without_its_title_keeps_what_the_text_says_itself() -> None:
    terms = terms_of("Morning briefing", ["This morning the harbour froze."])
    assert without(terms, "Morning briefing").words == "morning harbour froze"


def test_a_text_that_is_only_a_title_keeps_it() -> None:
    terms = terms_of("Morning briefing", [])
    assert without(terms, "Morning briefing") == terms


def test_what_two_texts_share_counts_the_more_the_rarer_it_is() -> None:
    cosines = cosines_of(
        [
            "the ferry sank",
            "the ferry burned",
            "the mayor left",
            "the mayor spoke",
            "the mayor won",
            "the mayor ran",
        ]
    )
    assert cosines[0][1] > cosines[2][3] > cosines[0][3] == 0


def test_what_stands_in_one_text_alone_makes_it_less_like_the_others() -> None:
    short = cosines_of(["ferry sank", "ferry sank", "mayor left"])
    longer = cosines_of(["ferry sank", "ferry sank while fog hid every light ashore", "mayor left"])
    assert short[0][1] > longer[0][1] > 0


def test_a_term_that_is_not_in_the_sample_is_as_rare_as_any() -> None:
    weights = Weights([terms_of("", ["the mayor left"], "en")] * 5, complete=False)
    one, other = (weights.vector(terms_of("", [text], "en")) for text in ("ferry mayor", "ferry left"))
    assert 0.5 < weights.cosines(one, [other])[0] < 1


def test_a_script_without_capitals_loses_nothing_by_it() -> None:
    assert cosines_of(["渡轮沉没港口", "渡轮沉没港口", "市长选举"])[0][1] == pytest.approx(1)


@given(TEXTS)
def test_how_alike_two_texts_are_is_what_the_weights_of_what_they_share_come_to(texts: list[str]) -> None:
    terms = [terms_of("", [text], "en") for text in texts]
    weights = Weights(terms[1:], complete=False)
    vectors = [weights.vector(one) for one in terms]
    for one in vectors:
        weight_of = dict(zip(one.numbers, one.weights, strict=True))
        shared = [
            sum(
                weight * weight_of.get(number, 0.0) for number, weight in zip(other.numbers, other.weights, strict=True)
            )
            for other in vectors
        ]
        assert weights.cosines(one, vectors) == pytest.approx(shared)
        assert weights.cosines(one, vectors) == pytest.approx(shared), "the one before is forgotten"


@given(TEXTS)
def test_no_two_texts_are_more_than_alike(texts: list[str]) -> None:
    assert all(-1e-9 <= cosine <= 1 + 1e-9 for row in cosines_of(texts) for cosine in row)


@given(TEXTS)
def test_the_likeness_of_any_two_is_the_mean_of_all_pairs(texts: list[str]) -> None:
    terms = [terms_of("", [text], "en") for text in texts]
    weights = Weights(terms, complete=True)
    vectors = [weights.vector(one) for one in terms]
    pairs = [weights.cosines(one, [other])[0] for one, other in combinations(vectors, 2)]
    assert likeness_of_any_two(vectors) == pytest.approx(sum(pairs) / len(pairs) if pairs else 0)


@given(st.lists(st.text()), st.text())
def test_any_text_has_terms(paragraphs: list[str], title: str) -> None:
    assert isinstance(without(terms_of(title, paragraphs), title), Terms)
