from __future__ import annotations

import pytest

from generator.model import When
from generator.pages.wording import date_view, span_words, when_words
from tests.pages.invented_digest import ENGLISH


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2015-12-15", "15 December 2015"),
        ("2015-12", "December 2015"),
        ("2015", "2015"),
        ("2015-12-15~", "about 15 December 2015"),
        ("2015-05-12/2015-05-13", "12–13 May 2015"),
        ("2015-05-30/2015-06-02", "30 May – 2 June 2015"),
        ("2015-12-30/2016-01-02", "30 December 2015 – 2 January 2016"),
        ("2014/2016", "2014–2016"),
        ("2014-01-01/2014-04-30~", "early 2014"),
        ("2014-05-01/2014-08-31~", "mid-2014"),
        ("2013-09-01/2013-12-31~", "late 2013"),
        ("2015-09-21/2015-09-30~", "late September 2015"),
        ("2015-09-11/2015-09-21~", "about 11–21 September 2015"),
        ("2015-09-21/2015-09-30", "21–30 September 2015"),
        ("2015-03/2015-05", "March–May 2015"),
        ("2015-12-30/2015-12-30", "30 December 2015"),
    ],
)
def test_a_date_is_worded_as_exactly_as_it_is_known(value: str, words: str) -> None:
    assert when_words(ENGLISH, When(value, "editor")) == words


def test_a_date_says_how_it_is_known() -> None:
    view = date_view(ENGLISH, When("2015-12-15", "stated in text", "on Tuesday"))

    assert view.basis == "from the text: “on Tuesday”"
    assert view.machine == "2015-12-15"
    assert date_view(ENGLISH, When("2015-05-12/2015-05-13", "editor")).machine == ""
    assert date_view(ENGLISH, None).precision == "unknown"


def test_a_span_says_nothing_twice() -> None:
    assert span_words(ENGLISH, When("2015-12-15", "editor"), When("2015-12-16", "editor")) == "15–16 December 2015"
