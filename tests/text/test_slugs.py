import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.slugs import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("US, Russia vow to boost cooperation", "us-russia-vow-to-boost-cooperation"),
        ("Größe: Łódź & Ångström's naïve", "grosse-lodz-angstroms-naive"),
        ("Керри — Лавров: йод", "керри-лавров-йод"),
        ("प्रधानमंत्री की यात्रा", "प्रधानमंत्री-की-यात्रा"),
        ("بناية النخيل", "بناية-النخيل"),
        ("İstanbul", "istanbul"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_slug_keeps_letters_of_every_script_and_folds_latin_accents(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_title_is_cut_at_a_word() -> None:
    assert slugify("one two three", limit=9) == "one-two"


def test_a_text_without_letters_still_gets_a_name_of_its_own() -> None:
    assert slugify("!!!") != slugify("???") != ""


@given(st.text(), st.integers(1, 90))
def test_a_slug_is_short_never_empty_and_composed(text: str, limit: int) -> None:
    slug = slugify(text, limit=limit)
    assert 0 < len(slug.encode()) <= max(limit, 1)
    assert unicodedata.is_normalized("NFC", slug)
    assert slug == slug.strip("-")
    assert not set(slug) & set('/\\:*?"<>| \n\t')
