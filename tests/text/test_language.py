import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.language import guess_language


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister said that it was not for him to say what the talks had been about."),
        ("de", "Der Minister sagte, dass es nicht an ihm sei und dass die Gespräche auch ohne ihn weitergehen."),
        ("fr", "Le ministre a dit que ce n'est pas à lui de dire ce que les discussions ont été dans la ville."),
        ("es", "El ministro dijo que no es él quien debe decir lo que se habló en las reuniones de la ciudad."),
        ("ru", "Министр сказал, что это не его дело и что переговоры в городе были не о том, как он думал."),
        ("ar", "قال الوزير إن هذا ليس من شأنه وإن المحادثات في المدينة كانت مع الوفد الذي وصل إلى هنا بعد ذلك"),
        ("zh", "外长星期二在莫斯科举行会谈，讨论了叙利亚问题。"),
        ("ja", "外相は火曜日にモスクワで会談し、シリアについて話し合った。"),
        ("", "42 % +++ 17:30"),
        ("", ""),
    ],
)
def test_the_small_words_tell_the_language(lang: str, text: str) -> None:
    assert guess_language(text) == lang


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert guess_language(text) == "" or len(guess_language(text)) == 2
