from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.events.excerpts import Excerpt, within_budget, within_reach
from generator.model import Article, Citation, Report, Statement
from generator.text.characters import count_words


def article(stem: str, words: int) -> Article:
    return Article(stem, f"{stem}.md", "", stem, None, None, words)


def statement(words: int, *stems: str) -> Statement:
    text = " ".join(["word"] * words)
    return Statement(text, text, tuple(Citation(stem, 1, 1) for stem in stems))


def test_a_budget_is_the_lesser_of_words_and_share_and_never_under_the_least() -> None:
    rule = Excerpt()

    assert [rule.budget(article("a", words)) for words in (10, 100, 300, 2000)] == [40, 40, 90, 150]


def test_a_statement_that_would_overdraw_a_source_is_left_out_whole_and_a_shorter_one_still_fits() -> None:
    kept, shown = within_budget(
        [statement(30, "a"), statement(20, "a"), statement(10, "a")], [article("a", 100)], Excerpt()
    )

    assert [len(said.verbatim.split()) for said in kept] == [30, 10]
    assert shown == {"a": 40}


def test_a_statement_of_two_sources_counts_for_both() -> None:
    kept, shown = within_budget([statement(40, "a", "b")], [article("a", 100), article("b", 100)], Excerpt())

    assert (len(kept), shown) == (1, {"a": 40, "b": 40})


def test_an_article_that_is_published_whole_has_no_budget() -> None:
    kept, _ = within_budget([statement(90, "a")], [article("a", 100)], Excerpt(), frozenset({"a"}))

    assert len(kept) == 1


def test_a_sentence_longer_than_the_budget_is_out_of_reach_and_the_others_keep_their_places() -> None:
    long, short = " ".join(["long"] * 41), "A short one."

    report = within_reach(Report(article("a", 100), ((long, short),)), Excerpt())

    assert tuple(report.sentences) == (("", short),)


@given(st.text(st.sampled_from("aB1 .'’-_桥 é“") | st.characters(), max_size=120), st.integers(1, 60))
def test_a_sentence_is_within_reach_if_its_words_are_no_more_than_the_budget(sentence: str, budget: int) -> None:
    rule = Excerpt(max_words=budget, max_share=1.0, least=1)

    [kept] = within_reach(Report(article("a", 999), ((sentence,),)), rule).sentences[0]

    assert (kept == sentence) is (count_words(sentence) <= budget or not sentence)
