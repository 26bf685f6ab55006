import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.datelines import Dateline, split_dateline


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "rest"),
    [
        ("MOSCOW -- The minister came.", "Moscow", "", "The minister came."),
        ("MUNICH (AP) — Talks opened.", "Munich", "Associated Press", "Talks opened."),
        ("Berlin (dpa) - Der Minister kam.", "Berlin", "dpa", "Der Minister kam."),
        ("WASHINGTON, Dec 15 (Reuters) - The talks", "Washington", "Reuters", "The talks"),
        ("BEIJING, Dec. 16 (Xinhua) -- China said", "Beijing", "Xinhua", "China said"),
        ("RIO DE JANEIRO (AFP) - Crowds", "Rio de Janeiro", "AFP", "Crowds"),
        ("ST. PETERSBURG, Russia (Reuters) - Ice", "St. Petersburg, Russia", "Reuters", "Ice"),
        ("KENSINGTON, P.E.I. - A police force", "Kensington, P.E.I.", "", "A police force"),
        ("CAP-HAITIEN, Haiti (AP) -- Rain", "Cap-Haitien, Haiti", "Associated Press", "Rain"),
        ("МОСКВА, 15 дек — Министр", "Москва", "", "Министр"),
        ("TALLAHASSEE, Fla.—Voters", "Tallahassee, Fla.", "", "Voters"),
        ("(Reuters) - Shares fell", "", "Reuters", "Shares fell"),
        ("(Reuters)Shares fell", "", "Reuters", "Shares fell"),
        ("Valletta (AFP) “We are here,” she said.", "Valletta", "AFP", "“We are here,” she said."),
        ("NEW DELHI: The court sat.", "New Delhi", "", "The court sat."),
        ("KUALA LUMPUR, Nov 22: Rain fell.", "Kuala Lumpur", "", "Rain fell."),
    ],
)
def test_a_dateline_gives_place_agency_and_the_rest(paragraph: str, place: str, agency: str, rest: str) -> None:
    assert split_dateline(paragraph) == Dateline(place, agency, rest)


@pytest.mark.parametrize(
    "paragraph",
    [
        "WASHINGTON STATE officials said on Monday - late - that roads were closed.",
        "The minister said - and meant it - that he would go.",
        "NATO - the alliance of thirty-two - met.",
        "US - led forces advanced.",
        "UN-backed talks opened.",
        "COVID-19 - The virus",
        "BREAKING — The minister has gone.",
        "LIVE UPDATES - The minister",
        "MOSCOW -- ",
        "Shares of the bank (AP) fell.",
        "Harbour officials (Reuters) Said",
        "DEAR ABBY: My neighbour sings.",
        "UPDATED: The road is open.",
        "MAYOR SMITH: We will rebuild.",
        "UEFA: The draw is made.",
        "By Jane Doe (Reuters) Rain fell.",
        "THE STATE OF THE HARBOUR - Rain fell.",
        "",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(paragraph: str) -> None:
    assert split_dateline(paragraph) == Dateline("", "", paragraph)


@pytest.mark.parametrize(
    ("paragraph", "place", "rest"),
    [
        ("Aldport (Daybreak Business)Rain fell.", "Aldport", "Rain fell."),
        ("(Daybreak) Rain fell.", "", "Rain fell."),
        ("daybreak - Rain fell.", "", "Rain fell."),
    ],
)
def test_the_outlet_names_itself_in_a_dateline(paragraph: str, place: str, rest: str) -> None:
    assert split_dateline(paragraph, "Daybreak") == Dateline(place, "", rest)
    assert split_dateline(paragraph) == Dateline("", "", paragraph)


@given(st.text())
def test_the_rest_is_the_end_of_the_paragraph_as_it_stands(paragraph: str) -> None:
    assert paragraph.endswith(split_dateline(paragraph).rest)


@given(
    st.sampled_from(["MOSCOW", "NEW YORK", "Paris (AFP)", "САРАЈЕВО"]), st.sampled_from([" -- ", " — ", " – ", " - "])
)
def test_what_stands_behind_the_dash_is_kept_word_for_word(place: str, dash: str) -> None:
    assert split_dateline(f"{place}{dash}It  rained -- twice.").rest == "It  rained -- twice."
