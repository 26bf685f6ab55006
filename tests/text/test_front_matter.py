"""What may stand in the head of a file."""

from __future__ import annotations

import pytest

from generator.text.front_matter import DoubtError, a_language, lines_of


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN_us", "en-US"),
        ("pt-br", "pt-BR"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ckb", "ckb"),
    ],
)
def test_a_language_tag_is_known_however_it_is_written(written: str, tag: str) -> None:
    assert a_language(written) == tag


@pytest.mark.parametrize("written", ["english, french", "e", "-en", "en--us", "العربية", "x" * 99, "en-" * 99])
def test_what_is_no_language_tag_is_left_out_with_the_mend(written: str) -> None:
    with pytest.raises(DoubtError, match=r"is no language tag \(write en, ar, or pt-BR\)"):
        a_language(written)


@pytest.mark.parametrize("entries", [[""], ["a", "  "], [None]])
def test_an_entry_of_a_list_that_says_nothing_is_told(entries: list[str | None]) -> None:
    with pytest.raises(ValueError, match="has an entry without a word"):
        lines_of(entries)  # type: ignore[arg-type]
