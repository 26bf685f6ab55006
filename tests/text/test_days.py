from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import When
from generator.text.days import contradicted, day_told, edtf, weekday_told


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("2015-12-15", "2015-12-15", "day"),
        ("2015-12", "2015-12", "month"),
        ("2015", "2015", "year"),
        ("2015-05-12/2015-05-13", "2015-05-12/2015-05-13", "range"),
        (" 2015-12-15 ", "2015-12-15", "day"),
        ("2015-12-15~", "2015-12-15~", "about"),
        ("2015-12-15T23:30:00-11:00", "2015-12-15", "day"),  # the day as written, in no other zone
        ("2015-12-16 09:37", "2015-12-16", "day"),
    ],
)
def test_a_date_is_read_as_written(written: str, value: str, precision: str) -> None:
    assert edtf(written) == value
    assert When(value, "editor").precision == precision


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("Thursday", "is no date (write 2016-02-11"),
        ("2015-02-30", "no calendar has"),
        ("0000-01-01", "no calendar has"),
        ("2015-05-13/2015-05-12", "ends before it begins"),
        ("11.2.2016", "is no date"),
        ("2016-W06-4", "is no date (write 2016-02-11"),
        ("2015/2016/2017", "write a range as"),
    ],
)
def test_what_is_no_date_is_told_with_the_mend(written: str, mend: str) -> None:
    with pytest.raises(ValueError) as caught:
        edtf(written)
    assert mend in str(caught.value)


def test_a_when_knows_its_earliest_and_latest_day() -> None:
    month = When("2016-02", "editor")

    assert (month.first, month.last) == (date(2016, 2, 1), date(2016, 2, 29))


@pytest.mark.parametrize(
    ("lead", "published", "told"),
    [
        ("The bridge was closed on Monday.", "2024-03-12", "2024-03-11"),
        ("The bridge was closed Tuesday after cracks were found.", "2024-03-12", "2024-03-12"),
        ("Die Brücke wurde am Montag gesperrt.", "2024-03-12", "2024-03-11"),
        ("أغلق الجسر يوم الاثنين", "2024-03-12", "2024-03-11"),
        ("The bridge will reopen on Friday.", "2024-03-12", None),
        ("Since last Thursday the bridge has been closed.", "2024-03-12", None),
        ("The bridge, shut since Friday, reopened on Monday.", "2024-03-12", "2024-03-11"),
        ("Inspectors are back at the bridge.", "2024-03-12", None),
        ("Mondays are quiet at the bridge.", "2024-03-12", None),
        ("“Monday” was named, in São Paulo, by nobody.", "2024-03-12", "2024-03-11"),
        ("Sali Berg, who has a Turkish weekday for a name, opened it.", "2024-03-12", None),
        ("Sali Berg opened it on Monday.", "2024-03-12", "2024-03-11"),
    ],
)
def test_a_weekday_in_the_lead_is_counted_back_from_the_day_of_publication(
    lead: str, published: str, told: str | None
) -> None:
    when = weekday_told(lead, date.fromisoformat(published))

    assert (when and when.value) == told


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("The bridge was closed on Monday.", "2024-03-11 stated in text: on Monday"),
        ("The bridge was closed yesterday.", "2024-03-11 stated in text: yesterday"),
        ("The bridge was closed on March 8, the town said.", "2024-03-08 stated in text: on March 8"),
        ("The bridge, shut since Friday, reopened on Monday.", "2024-03-11 stated in text: on Monday"),
        ("El puente fue cerrado el lunes.", "2024-03-11 stated in text: lunes"),
        ("LIENZ, March 10 (AP) -- The bridge was closed.", "2024-03-10 dateline: March 10"),
        ("LIENZ, March 10 (AP) -- The bridge was closed on Friday.", "2024-03-08 stated in text: on Friday"),
        ("LIENZ, Nov. 10 (AP) -- The bridge was closed.", None),  # four months before it came out
        ("The bridge will reopen on Friday.", None),
        ("The bridge has been closed since March 8.", None),
        ("The bridge, closed after the flood of March 2011, is open.", None),
        ("The bridge was closed on February 3.", None),
        ("“Today we close it”, she said, and so the bridge was closed.", None),
        ("", None),
    ],
)
def test_a_lead_tells_of_a_day_within_the_week_before_it_came_out(lead: str, told: str | None) -> None:
    when = day_told(lead, date(2024, 3, 12))

    assert (f"{when.value} {when.basis}: {when.words}" if when else None) == told


@pytest.mark.parametrize(
    ("lead", "lang", "told"),
    [
        ("Marches sparked by the tax of 8 March spread, the union said on Monday.", "en", "2024-03-11"),
        ("A man who was held on Friday appeared in court on Monday.", "en", "2024-03-11"),
        ("A driver has died after a crash on Sunday, police said on Monday.", "en", "2024-03-10"),
        ("After a storm on Sunday the council resigned on Monday.", "en", "2024-03-11"),
        ("After a march on Saturday drew thousands, the mayor resigned on Monday.", "en", "2024-03-11"),
        ("Three people died in a fire on Sunday, police said on Monday.", "en", "2024-03-10"),
        ("Police said on Monday that three people died in a fire on Sunday.", "en", "2024-03-10"),
        ("The bridge was closed on Sunday and shook on Monday.", "en", "2024-03-10"),
        ("A driver has died after a crash on Sunday.", "en", "2024-03-10"),
        ("Nachdem sie am Freitag gefasst worden war, stand sie am Montag vor Gericht.", "de", "2024-03-11"),
        ("La police a annoncé lundi que trois personnes étaient mortes dimanche.", "fr", "2024-03-10"),
        ("Tras la protesta del sábado, el alcalde dimitió el lunes.", "es", "2024-03-11"),
        ("Após o protesto de sábado, o prefeito renunciou na segunda-feira.", "pt", "2024-03-11"),
        ("После протестов в субботу мэр подал в отставку в понедельник.", "ru", "2024-03-11"),
        ("استقال العمدة يوم الاثنين بعد احتجاج يوم السبت", "ar", "2024-03-11"),
    ],
)
def test_of_two_days_in_a_lead_the_one_of_what_is_told_counts(lead: str, lang: str, told: str) -> None:
    when = day_told(lead, date(2024, 3, 12), lang)

    assert when
    assert when.value == told


LEAD_PIECES = (
    "LIENZ",
    ", ",
    "March 10",
    "(AP)",
    " -- ",
    "on ",
    "Monday",
    "since ",
    "yesterday",
    "вчера",
    "\ud800",
    ".",
)


@given(
    st.lists(st.sampled_from(LEAD_PIECES)),
    st.sampled_from([date.min, date(2024, 3, 12), date.max]),
    st.sampled_from(["", "en", "de", "xx"]),
)
def test_whatever_a_lead_says_its_day_is_in_the_week_before(words: list[str], published: date, lang: str) -> None:
    when = day_told("".join(words), published, lang)

    assert when is None or 0 <= (published - when.first).days <= 14  # a week before its dateline, at most a week old


@pytest.mark.parametrize(
    ("lead", "event", "told"),
    [
        ("MUNICH, Feb. 12 (AP) -- Talks began.", "", ("date", "2016-02-12")),
        ("MUNICH, Aug. 29 (AP) -- Talks began.", "", None),  # filed three days before it came out
        ("TOKYO, Sept. 2 (Kyodo) -- Talks began.", "", None),  # where it is tomorrow already
        ("MÜNCHEN, 12. Februar (dpa) -- Die Gespräche haben am Freitag begonnen.", "", ("date", "2016-02-12")),
        ("The bridge was closed on Monday.", "2016-08-30", ("event_date", "2016-08-29")),
        ("The bridge was closed on Monday.", "2016-08-29", None),
        ("The bridge was closed on Monday and shook on Tuesday.", "2016-08-30", None),
        ("The mayor said on Monday that the bridge will close on 20 September.", "2016-09-20", None),
        ("The bridge was closed last week, the mayor said on Monday.", "2016-08-24", None),
        ("The bridge is closed.", "2016-08-24", None),
        ("The bridge was closed on Monday.", "2016-08", None),
    ],
)
def test_a_lead_that_contradicts_the_front_matter_is_seen(lead: str, event: str, told: tuple[str, str] | None) -> None:
    found = contradicted(lead, date(2016, 9, 1), When(event, "editor") if event else None)

    assert (found and (found[0], found[1].value)) == told
