import pytest

from generator.text.agencies import agency, credit


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AP", "Associated Press"),
        ("A.P.", "Associated Press"),
        ("AFP-Reuters", "AFP-Reuters"),
        ("reuters/dpa", "Reuters-dpa"),
        ("ITAR-TASS", "TASS"),
        ("新华社", "Xinhua"),
        ("China Daily/Agencies", ""),
        ("A local paper", ""),
        ("", ""),
    ],
)
def test_a_credit_names_agencies_and_nothing_else(words: str, name: str) -> None:
    assert agency(words) == name


@pytest.mark.parametrize(
    ("words", "outlet", "origin"),
    [
        ("China Daily/Agencies", "China Daily", ""),
        ("The Courier/AFP", "The Courier", "AFP"),
        ("Xinhua", "", "Xinhua"),
        ("Agencies", "", ""),
    ],
)
def test_what_is_no_agency_in_a_credit_is_the_outlet(words: str, outlet: str, origin: str) -> None:
    assert credit(words) == (outlet, origin)
