from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.words import words_of


def test_words_keep_their_order_and_their_capitals() -> None:
    assert words_of("The mayor's 3rd visit to Göteborg, at last!") == [
        *("The", "mayor", "s", "3rd", "visit", "to", "Göteborg", "at", "last")
    ]


def test_the_same_word_in_two_encodings_is_one_word() -> None:
    assert words_of("cafe\u0301") == words_of("caf\u00e9") == ["café"]


def test_a_script_without_blanks_gives_pairs_of_neighbours() -> None:
    assert words_of("外交部长 2015 会谈") == ["外交", "交部", "部长", "2015", "会谈"]


def test_latin_letters_inside_such_a_script_stay_whole() -> None:
    assert words_of("与NATO会谈") == ["与", "NATO", "会谈"]


def test_vowel_signs_and_points_do_not_cut_a_word() -> None:
    assert words_of("हिन्दी में। أَخْبَار") == ["हिन्दी", "में", "أَخْبَار"]


def test_marks_of_emphasis_are_no_letters() -> None:
    assert words_of("the “_quiet_ plan”") == ["the", "quiet", "plan"]


@given(st.text())
def test_any_text_gives_words_without_blanks(text: str) -> None:
    assert all(word and not any(character.isspace() for character in word) for word in words_of(text))
