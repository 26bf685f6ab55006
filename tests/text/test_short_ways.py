"""Where most texts are counted in a short way, it gives what the long way gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.characters import _HARMFUL, _LINE_END, count_words, harmless
from generator.text.front_matter import _PLAIN_ADDRESS, DoubtError, an_address
from generator.text.language import guess_language
from generator.text.words import letters_of, words_of

# A letter with which no text goes the short way, and which adds one word and no vote.
LONG_WAY = " ॐ"
PIECES = st.sampled_from(
    (
        *(
            "the",
            "der",
            "la",
            "и",
            "в",
            "de",
            "It",
            "’s",
            "'s",
            "-",
            "--",
            "_",
            "a_b",
            "x1",
            "1.5",
            "é",
            "e\u0301",
            "ß",
            "ŉ",
        ),
        *(
            "“",
            "”",
            "‘",
            "’",
            "—",
            "–",
            "…",
            "ª",
            "½",
            "²",
            "ſ",
            "ĳ",
            "İ",
            "Σ",
            "ς",
            "Ж",
            "ё",
            "א",
            "ب",
            "٣",
            "\u0301",
            "\u0345",
        ),
        *(
            " ",
            " ",
            "\n",
            "\t",
            "\xa0",
            "\x85",
            "\x1c",
            "\u2028",
            "\u200e",
            "\x00",
            "\x7f",
            "\ufeff",
            "\ud800",
            "漢",
            "ก",
            "🚢",
        ),
    )
)
TEXTS = st.builds("".join, st.lists(PIECES | st.text(max_size=3), max_size=20))


def test_ordinary_texts_go_the_short_way_and_a_text_with_that_letter_does_not() -> None:
    assert letters_of("“It’s over” — the café in Лондон") is not None
    assert letters_of("over" + LONG_WAY) is None


@given(TEXTS)
def test_words_are_the_same_both_ways(text: str) -> None:
    assert [*words_of(text), "ॐ"] == words_of(text + LONG_WAY)


@given(TEXTS)
def test_words_are_counted_the_same_both_ways(text: str) -> None:
    assert count_words(text) + 1 == count_words(text + LONG_WAY)


@given(st.lists(TEXTS, max_size=5).map(" ".join))
def test_a_language_is_guessed_the_same_both_ways(text: str) -> None:
    assert guess_language(text) == guess_language(text + LONG_WAY)


@given(TEXTS)
def test_a_text_is_made_harmless_the_same_both_ways(text: str) -> None:
    assert harmless(text) == _HARMFUL.sub("", _LINE_END.sub("\n", text))


@given(st.from_regex(_PLAIN_ADDRESS, fullmatch=True))
def test_an_address_of_plain_letters_is_good_both_ways(address: str) -> None:
    assert an_address(address) == address
    try:
        longer = an_address(f"{address}?")
    except DoubtError:
        longer = ""
    assert longer == f"{address}?"
