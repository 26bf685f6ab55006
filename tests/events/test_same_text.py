from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.events.same_text import first_with_its_text
from generator.text.vectors import terms_of

TEXT = (
    "The ferry Aurora sank off Kalmsund on Monday after a fire in the engine room, and 41 passengers were saved.",
    "Fishing boats took most of them aboard while a helicopter from Tarnow lifted the captain from the burning bridge.",
    "Divers of the coast guard will look for the recorder of the Aurora once the storm over Kalmsund has passed.",
)


def firsts(*texts: tuple[str, str], days: tuple[int, ...] = (), kinds: str = "") -> list[int]:
    """Give what carries whose text; each is a title and a body."""
    terms = [terms_of(title, [body]) for title, body in texts]
    return first_with_its_text(kinds or "a" * len(terms), days or (0,) * len(terms), terms)


def test_a_trimmed_text_under_another_title_is_the_same() -> None:
    whole, trimmed = ("Ferry sinks", " ".join(TEXT)), ("All saved from burning ship", " ".join(TEXT[:2]))
    assert firsts(whole, trimmed) == [0, 0]
    assert firsts(trimmed, whole) == [0, 0]


def test_another_language_or_another_week_is_another_text() -> None:
    text = ("Ferry sinks", " ".join(TEXT))
    assert firsts(text, text, kinds="ab") == [0, 1]
    assert firsts(text, text, days=(0, 9)) == [0, 1]


def test_the_same_form_filled_in_with_other_figures_is_another_text() -> None:
    form = "It lay {} metres deep, {} miles from land, at {} degrees, and {} tons of oil leaked. " + " ".join(TEXT)
    one, other = form.format(80, 12, 4, 300), form.format(95, 31, 7, 210)
    assert firsts(("Ferry sinks", one), ("Ferry sinks", one)) == [0, 0]
    assert firsts(("Ferry sinks", one), ("Ship lost", other)) == [0, 1]


def test_a_headline_is_the_same_only_word_by_word() -> None:
    texts = [("Ferry sinks off Kalmsund", ""), ("Ferry sinks off Tarnow", ""), ("Ferry sinks off Kalmsund", "")]
    assert firsts(*texts) == [0, 1, 0]
    assert firsts(("", ""), ("", "")) == [0, 1]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=6))
def test_whoever_carries_a_text_points_to_one_that_came_before_and_carries_none(texts: list[tuple[str, str]]) -> None:
    first = firsts(*texts)
    assert all(first[origin] == origin <= at for at, origin in enumerate(first))
