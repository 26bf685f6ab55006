"""Texts cut to the room there is for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.shortening import shortened


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The bridge", "The bridge"),
        ("The bridge opens", "The bridge…"),
        ("The, bridge opens", "The…"),
        ("Bridgeopening", "Bridgeopeni…"),
        ("大橋は月曜日に開通する", "大橋は月曜…"),
    ],
)
def test_a_text_is_cut_at_a_word_and_at_a_letter_where_it_has_none(text: str, cut: str) -> None:
    assert shortened(text, 12) == cut


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_no_text_is_longer_than_its_room(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most
