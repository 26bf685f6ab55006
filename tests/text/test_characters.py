from __future__ import annotations

import pytest

from generator.text.characters import count_words, harmless, one_line


def test_controls_and_direction_marks_go_and_line_ends_become_newlines() -> None:
    assert harmless("a\x00b\u202ec\r\nd\u2028e\ufefff") == "abc\nd\nef"
    assert one_line("  a\tb\u2029c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three short words.", 3),
        ("It's a well-known one", 4),
        ("", 0),
        ("关闭了大桥的交通", 5),  # eight characters of a script without blanks
        ("The 北京 talks", 3),
    ],
)
def test_the_length_of_a_text_in_words_holds_for_any_script(text: str, words: int) -> None:
    assert count_words(text) == words
