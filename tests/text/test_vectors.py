from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Terms
from generator.text.vectors import cosine, likeness_of_any_two, terms_of, vectors_of, without

TEXTS = st.lists(st.text("abAB 外交.", max_size=40), max_size=8)


def test_terms_count_words_the_lead_and_capitals() -> None:
    terms = terms_of("Ferry sinks", ["The ferry Aurora sank.", "the crew was saved."])
    assert terms.words == (
        *(("aurora", 1), ("crew", 1), ("ferry", 2), ("sank", 1)),
        *(("saved", 1), ("sinks", 1), ("the", 2), ("was", 1)),
    )
    assert terms.lead == terms.words
    assert dict(terms.names) == {"ferry": 1, "the": 1, "aurora": 1}


def test_terms_are_sorted_and_bounded() -> None:
    terms = terms_of("", ["word" + str(number) for number in range(100_000)])
    assert list(terms.words) == sorted(terms.words)
    assert len(terms.words) < 500


def test_a_text_without_its_title_keeps_what_the_text_says_itself() -> None:
    terms = terms_of("Morning briefing", ["This morning the harbour froze."])
    left = without(terms, "Morning briefing")
    assert dict(left.words) == {"this": 1, "morning": 1, "the": 1, "harbour": 1, "froze": 1}


def test_a_text_that_is_only_a_title_keeps_it() -> None:
    terms = terms_of("Morning briefing", [])
    assert without(terms, "Morning briefing") == terms


def test_what_two_texts_share_counts_the_more_the_rarer_it_is() -> None:
    texts = [
        "the ferry sank",
        "the ferry burned",
        "the mayor left",
        "the mayor spoke",
        "the mayor won",
        "the mayor ran",
    ]
    vectors = vectors_of([terms_of("", [text]) for text in texts])
    assert cosine(vectors[0], vectors[1]) > cosine(vectors[2], vectors[3]) > cosine(vectors[0], vectors[3]) > 0


def test_a_script_without_capitals_loses_nothing_by_it() -> None:
    chinese = [terms_of("", [text]) for text in ("渡轮沉没港口", "渡轮沉没港口", "市长选举")]
    vectors = vectors_of(chinese)
    assert cosine(vectors[0], vectors[1]) == pytest.approx(1)


@given(TEXTS)
def test_no_two_texts_are_more_than_alike(texts: list[str]) -> None:
    vectors = vectors_of([terms_of("", [text]) for text in texts])
    assert all(0 <= cosine(one, other) <= 1 + 1e-9 for one, other in combinations(vectors, 2))


@given(TEXTS)
def test_the_likeness_of_any_two_is_the_mean_of_all_pairs(texts: list[str]) -> None:
    vectors = vectors_of([terms_of("", [text]) for text in texts])
    pairs = [cosine(one, other) for one, other in combinations(vectors, 2)]
    assert likeness_of_any_two(vectors) == pytest.approx(sum(pairs) / len(pairs) if pairs else 0)


@given(st.lists(st.text()), st.text())
def test_any_text_has_terms(paragraphs: list[str], title: str) -> None:
    assert isinstance(without(terms_of(title, paragraphs), title), Terms)
