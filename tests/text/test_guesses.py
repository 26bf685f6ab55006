"""Which name was meant by one that is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.guesses import MOST_GUESSES, TOLD, Guesser, did_you_mean, guess

IDS = ("2026-01-12-bridge-closes", "2026-01-13-council-meets", "2026-01-13-council-meets-2", "2026-03-01-mill-burns")


def test_what_begins_so_was_meant() -> None:
    assert guess("2026-01-13", IDS) == ("2026-01-13-council-meets", "2026-01-13-council-meets-2")


def test_a_slip_of_the_finger_is_seen_through() -> None:
    assert guess("2026-01-12-brigde-closes", IDS)[0] == "2026-01-12-bridge-closes"
    assert guess("2026-03-11-mill-burns", IDS)[0] == "2026-03-01-mill-burns"


def test_a_slip_in_the_beginning_of_a_long_name_is_seen_through() -> None:
    long = "2015-12-15-in-the-harbour-minister-calls-for-common-ground-with-the-union"

    assert guess("2015-12-15-in-the-habour", [*IDS, long]) == (long,)


def test_what_is_like_nothing_is_not_guessed() -> None:
    assert guess("harbour", IDS) == ()
    assert guess("", IDS) == ()
    assert guess("harbour", ()) == ()


def test_guesses_are_asked_in_a_sentence() -> None:
    assert did_you_mean("2026-03", IDS) == "did you mean '2026-03-01-mill-burns'?"
    assert did_you_mean("2026-01-13", IDS) == (
        "did you mean '2026-01-13-council-meets' or '2026-01-13-council-meets-2'?"
    )
    assert did_you_mean("x", IDS) == ""


def test_where_everything_is_amiss_only_the_first_few_names_are_guessed() -> None:
    guessing = Guesser()
    asked = [guessing("2026-03", IDS) for _ in range(MOST_GUESSES + 2)]

    assert [bool(meant) for meant in asked] == [True] * MOST_GUESSES + [False] * 2


@given(st.text(), st.lists(st.text(), max_size=9))
def test_only_names_that_are_there_are_guessed_whatever_their_order(name: str, names: list[str]) -> None:
    found = guess(name, names)

    assert set(found) <= set(names)
    assert len(found) <= TOLD
    assert guess(name, reversed(names)) == found
