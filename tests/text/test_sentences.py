from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import sentences as room
from generator.text.abbreviations import habits_of
from generator.text.sentences import split_sentences

SENTENCES = [
    ("en", ["Maj. Gen. Igor Konashenkov spoke.", "It was late."]),
    ("en", ["He has been held since Feb. 4 in a cell.", "He denies it."]),
    ("en", ["U.S. Secretary of State John Kerry came.", "Russia objected."]),
    ("en", ["Many live in the U.S.", "The president does too."]),
    ("en", ["P.E.I. police said so.", "They left."]),
    ("en", ["George W. Bush and J. K. Rowling met.", "Both smiled."]),
    ("en", ["They met at 9 a.m. on Friday.", "They left at 7 p.m. Wednesday.", "It ended at 6 p.m.", "Guests left."]),
    ("en", ["The No. 5 seed won.", "The answer is no.", "Five men left."]),
    ("en", ["The court ruled in Smith v. the State of Ohio.", "It was close."]),
    ("en", ["He waited ... and waited.", "Then ...", "Nothing came."]),
    ("en", ['"We agree."', "He left.", "(It was late.)", "They slept."]),
    ("en", ['"Will it hold?" Mayor Lee asked.', '"Yes!" he said.', '"Why?"', "The crowd was silent."]),
    ("en", ["It grew 3.5 percent.", "See www.example.org/a.b?c=d for more.", "It is fine."]),
    ("en", ["1. First thing.", "2. Second thing."]),
    ("en", ["He works for Acme Inc. in Ohio.", "She left Acme Inc.", "The firm is big."]),
    ("en", ["St. Louis won.", "The house is on Main St.", "It is long."]),
    ("en", ["He fell ill.", "Then he won in Springfield, Ill. on Monday."]),
    ("en", ["They came in 1990.", "15 people left."]),
    ("en", ["“We go.”", "“They stay,” she said."]),
    ("", ["Nobody wants Plan B.", "The vote comes first."]),
    ("de", ["Er kam am 15. Dezember.", "Sie ging.", "Das war z. B. gut.", "Der 19. Bezirk liegt dort."]),
    ("de", ["„Das ist gut.“", "Er ging.", "»Ja.«", "Sie kam."]),
    ("fr", ["M. Durand est arrivé.", "« C'est fini. »", "Il est parti."]),
    ("es", ["¿Vienes?", "¡Sí!", "El Sr. García llegó."]),
    ("ru", ["Министр С. Петров прибыл.", "Это 5 млн руб.", "Он рад."]),
    ("el", ["Τι είναι αυτό;", "Δεν ξέρω."]),
    ("ar", ["هل جاء؟", "نعم جاء.", "ثم ذهب."]),
    ("hi", ["वह आया।", "वह गया।"]),
]


@pytest.mark.parametrize(("lang", "sentences"), SENTENCES, ids=lambda value: str(value)[:40])
def test_sentences_joined_with_blanks_are_told_apart_again(lang: str, sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences), lang) == tuple(sentences)


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("zh", ["他来了。", "她走了！", "为什么？", "“好的。走吧。”", "他说。"]),
        ("ja", ["「行きます。そうします。」と述べた。", "彼は帰った。"]),
    ],
)
def test_scripts_without_blanks_need_none_between_sentences(lang: str, sentences: list[str]) -> None:
    assert split_sentences("".join(sentences), lang) == tuple(sentences)


def test_a_closing_quotation_mark_set_apart_stays_with_its_sentence() -> None:
    assert split_sentences('"It is over. " The crowd left.') == ('"It is over. "', "The crowd left.")


def test_a_page_may_lose_the_blank_between_two_sentences() -> None:
    assert split_sentences("It lay there for years.The harbour said “no more.”A man laughed.") == (
        "It lay there for years.",
        "The harbour said “no more.”",
        "A man laughed.",
    )
    for whole in ("He wrote to bank.example of it.", "They use Node.Js at home.", "It is e.g.Aldport here."):
        assert split_sentences(whole) == (whole,)


def test_an_ordinal_is_german_only_where_the_text_is() -> None:
    text = "Es war am 3. Advent kalt."
    assert split_sentences(text, "de-AT") == (text,)
    assert len(split_sentences(text, "en")) == 2


def test_nothing_gives_nothing() -> None:
    assert split_sentences(" \n\t") == ()


@given(
    st.text(st.sampled_from("aB1 .!?…。？;\"'“”«»「」()\n\u00a0é") | st.characters()),
    st.sampled_from(["", "de", "ja", "el", "x"]),
)
def test_sentences_are_slices_in_order_and_leave_only_blanks_out(paragraph: str, lang: str) -> None:
    at = 0
    for sentence in split_sentences(paragraph, lang):
        assert sentence
        assert sentence == sentence.strip()
        found = paragraph.index(sentence, at)
        assert not paragraph[at:found].strip()
        at = found + len(sentence)
    assert not paragraph[at:].strip()


PIECES = st.sampled_from(
    (
        *("the", "The", "Dr", "U.S", "St", "st", "Co", "No", "5", "3.5", "p.m", "Mar", "B", "é", "É", "Иван", "ß", "İ"),
        *(
            "Ⓐ",
            "ǅ",
            "“",
            "”",
            '"',
            "’",
            "(",
            ")",
            ".",
            ".",
            ".",
            '."',
            ".”",
            '. "',
            "..",
            "!",
            "?",
            ";",
            "…",
            "。",
            "。」",
        ),
        *(" ", " ", " ", "\n", "\xa0", "  "),
    )
)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["", "en", "de", "el", "ru"]))
def test_sentences_are_the_same_where_no_short_way_is_taken(paragraph: str, lang: str) -> None:
    short = split_sentences(paragraph, lang)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_plain_end", lambda *_: 0)
        patch.setattr(room, "_has_other_stops", lambda _: True)
        assert split_sentences(paragraph, lang) == short


def test_a_plain_end_is_told_at_once_and_a_shortened_word_is_not() -> None:
    habits = habits_of("en")
    text = 'It was over. "It held." Ida Lang met Dr. No.'
    ends = [room._plain_end(text, 0, at, habits) for at, sign in enumerate(text[:-1]) if sign == "."]
    assert [text[:end] for end in ends] == ["It was over. ", 'It was over. "It held." ', ""]


@pytest.mark.parametrize(
    "piece", ["U.S. X ", '." ', "a.\n", "1. ", "「あ。", "好。", ". ((", ".\u00a0”", "... ", "?! ", "word "]
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    began = time.process_time()
    split_sentences(piece * 50_000)
    # Linear, it takes a third of a second at most; quadratic, minutes.
    assert time.process_time() - began < 5
