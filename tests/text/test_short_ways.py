"""Where most texts are counted in a short way, it gives what the long way gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.characters import (
    _HARMFUL,
    _LINE_END,
    _UNSPACED,
    _WORD,
    CHARACTERS_A_WORD,
    count_words,
    count_words_in,
    harmless,
    harmless_utf8,
    one_line,
)
from generator.text.front_matter import (
    _FENCE,
    _PLAIN_ADDRESS,
    DoubtError,
    _head_of,
    an_address,
    anything,
    body_of,
    read_sheet,
)
from generator.text.language import guess_language
from generator.text.slugs import _APOSTROPHE, _SLUG, _letters, slugify
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
    unspaced = len(_UNSPACED.findall(text))
    assert count_words(text) == len(_WORD.findall(_UNSPACED.sub(" ", text))) + round(unspaced / CHARACTERS_A_WORD)


@given(st.lists(TEXTS, max_size=4))
def test_several_texts_have_as_many_words_together_as_each_by_itself(texts: list[str]) -> None:
    assert count_words_in(texts) == sum(map(count_words, texts))


def test_a_text_with_signs_of_many_kinds_is_counted_in_no_time() -> None:
    assert count_words("a".join(map(chr, range(0xE000, 0xF000)))) == 0xFFF


@given(st.lists(TEXTS, max_size=5).map(" ".join))
def test_a_language_is_guessed_the_same_both_ways(text: str) -> None:
    assert guess_language(text) == guess_language(text + LONG_WAY)


@given(TEXTS)
def test_a_text_is_made_harmless_the_same_both_ways(text: str) -> None:
    expected = _HARMFUL.sub("", _LINE_END.sub("\n", text))
    assert harmless(text) == expected
    assert one_line(text) == " ".join(expected.split())


@given(TEXTS.map(lambda text: text.encode("utf-8", "replace")))
def test_bytes_are_made_harmless_as_their_text_is(data: bytes) -> None:
    assert harmless_utf8(data) == harmless(data.decode())


HEAD_PIECES = "---\n¦--- \n¦---¦...\n¦\n¦title: a\n¦---a\n¦a¦ ¦\n---\n¦\n..."
HEADS = st.lists(st.sampled_from(HEAD_PIECES.split("¦")), max_size=7).map("".join)


@given(HEADS)
def test_a_head_ends_at_the_same_fence_both_ways(text: str) -> None:
    fence = _FENCE.match(text)
    assert _head_of(text) == ((fence[1], fence.end()) if fence else (None, 0))


@given(HEADS)
def test_a_body_is_the_same_with_and_without_its_head_read(text: str) -> None:
    sheet = read_sheet("a.md", f"---\n{text}".encode(), {"title": anything})
    if not sheet.faults:
        assert body_of(f"---\n{text}".encode()) == sheet.body


@given(st.text(alphabet=st.characters(max_codepoint=0x7F)), st.integers(1, 90))
def test_a_text_of_ascii_has_the_same_slug_both_ways(text: str, limit: int) -> None:
    letters = "".join(_letters(_APOSTROPHE.sub("", text[: 20 * limit].casefold())))
    assert slugify(text, limit=limit) == slugify(letters if letters.strip() else text, limit=limit)


@given(st.from_regex(_SLUG, fullmatch=True), st.integers(1, 90))
def test_what_is_a_slug_already_has_the_same_slug_both_ways(text: str, limit: int) -> None:
    assert slugify(text, limit=limit) == slugify(f"{text}!", limit=limit)


@given(st.from_regex(_PLAIN_ADDRESS, fullmatch=True))
def test_an_address_of_plain_letters_is_good_both_ways(address: str) -> None:
    assert an_address(address) == address
    try:
        longer = an_address(f"{address}?")
    except DoubtError:
        longer = ""
    assert longer == f"{address}?"
