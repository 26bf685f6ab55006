from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.statements import (
    _TYPOGRAPHY,
    _outline,
    has_words_of,
    openings_of,
    same_words,
    statements_of,
)
from generator.events.summarisers import centroid, coverage, lead, lexrank
from generator.model import Article, Citation, Report, Statement, When
from generator.text.sentences import split_sentences

Summariser = Callable[[Sequence[Report]], tuple[Statement, ...]]
METHODS: list[Summariser] = [coverage.summarise, lead.summarise, centroid.summarise, lexrank.summarise]

CLOSED = "The old bridge over the Drau in Lienz was closed to traffic on Monday after a crack was found."
SHUT = "Lienz shut the old bridge over the Drau to traffic on Monday because of a crack."
COST = "Repairs will cost two million euros, Mayor Ida Lang said."
BANG = "A loud bang was heard in Tyrol at noon, neighbours told the police."
SCHOOL = "A school bus crossed the bridge an hour before the crack was found, the fire brigade reported."


def make_report(
    stem: str, *paragraphs: str, day: str = "", origin: str = "", lang: str = "en", title: str = ""
) -> Report:
    published = When(day, "editor") if day else None
    article = Article(stem, f"{stem}.md", "", title, published, None, 0, origin=origin, lang=lang)
    return Report(article, tuple(split_sentences(paragraph, lang) for paragraph in paragraphs))


def verbatim(statements: Sequence[Statement]) -> list[str]:
    return [statement.verbatim for statement in statements]


def test_what_most_reports_open_with_leads() -> None:
    reports = [
        make_report("a", "Traffic was slow in Tyrol. " + CLOSED, day="2020-03-02"),
        make_report("b", SHUT, day="2020-03-02"),
        make_report("c", "Monday was cold in Lienz. The bridge over the Drau has a crack.", day="2020-03-02"),
    ]
    assert coverage.summarise(reports)[0].verbatim in (CLOSED, SHUT)


def test_a_fact_is_told_once() -> None:
    reports = [make_report("a", CLOSED, COST), make_report("b", SHUT, SCHOOL), make_report("c", SHUT, COST)]
    told = verbatim(coverage.summarise(reports))
    assert len({CLOSED, SHUT} & set(told)) == 1


def test_copies_count_once_and_are_all_cited() -> None:
    copy = CLOSED.replace('"', "”") + " " + COST
    alone = "The fire brigade of Lienz praised the driver of a school bus on Monday."
    reports = [
        *(make_report(f"copy-{number}", copy, day=f"2020-03-0{number}") for number in (3, 1, 2)),
        make_report("own", alone, SCHOOL, day="2020-03-01"),
    ]
    [closed] = [each for each in coverage.summarise(reports) if each.verbatim == CLOSED]
    assert closed.citations == tuple(Citation(f"copy-{number}", 1, 1) for number in (1, 2, 3))


def test_five_copies_outvote_nobody() -> None:
    noise = "Shares of a carmaker fell by three percent on the exchange of Vienna."
    reports = [
        *(make_report(f"copy-{number}", noise) for number in range(5)),
        make_report("x", CLOSED),
        make_report("y", SHUT),
    ]
    assert coverage.summarise(reports)[0].verbatim in (CLOSED, SHUT)


def test_a_sentence_with_another_figure_or_word_is_no_source_of_this_one() -> None:
    assert same_words("U.S. bridge – “closed”.") == same_words('US bridge-"closed"')
    assert same_words("It rose 1.5 percent.") != same_words("It rose 15 percent.")
    assert same_words("It will not open.") != same_words("It will open.")
    assert same_words("कि") != same_words("की")


@given(st.text(alphabet=st.sampled_from("abZé\u0301.,:;!-–\"'’ \t\n\x1c15٣_")) | st.text())
def test_typography_is_taken_out_of_plain_text_as_of_any(text: str) -> None:
    assert same_words(text) == _TYPOGRAPHY.sub("", text.casefold())


@given(st.text(st.sampled_from("aB1 .,:-–—“”’«»;!\u2009\u3000\x1cßİК桥") | st.characters()))
def test_what_has_the_same_words_has_the_same_outline(text: str) -> None:
    assert _outline(same_words(text)) == _outline(text)


def test_no_sign_of_typography_is_part_of_an_outline_and_every_letter_is() -> None:
    signs = [chr(code) for code in range(0x3100) if _TYPOGRAPHY.match(chr(code))]
    assert "\u2003" in signs
    assert _outline("".join(signs)) == b""
    assert all(_outline(letter) for letter in "aЖعक桥")
    assert has_words_of("“It’s over” ...", "It's over.")
    assert not has_words_of("It is over.", "It is not over.")


def test_what_leans_on_its_article_is_passed_over() -> None:
    report = make_report(
        "a", "He closed it. But nobody knew? " + CLOSED, '"It held. We were lucky. It was old," he said.'
    )
    assert verbatim(coverage.summarise([report])) == [CLOSED]


def test_a_sentence_inside_a_running_quotation_is_passed_over() -> None:
    report = make_report("a", CLOSED, 'Ida Lang said: "It was luck. The bus had crossed it long before. Nobody fell."')
    assert verbatim(coverage.summarise([report])) == [CLOSED]


def test_where_nothing_stands_alone_something_is_said_all_the_same() -> None:
    assert verbatim(coverage.summarise([make_report("a", "He closed it on Monday at noon.")])) == [
        "He closed it on Monday at noon."
    ]


def test_an_event_without_prose_has_no_summary() -> None:
    assert all(summarise([make_report("a", ""), make_report("b")]) == () for summarise in METHODS)
    assert all(summarise([]) == () for summarise in METHODS)


def test_a_single_report_tells_by_its_opening() -> None:
    report = make_report("a", CLOSED, SCHOOL, "The fire brigade found the crack at noon.")
    assert verbatim(coverage.summarise([report], statements=2)) == [CLOSED, SCHOOL]


def test_an_announcement_that_a_report_opens_with_is_its_news() -> None:
    ahead = "The old bridge will be closed, the town council said."

    summary = coverage.summarise([make_report("a", ahead, CLOSED, SCHOOL)])

    assert (summary[0].verbatim, summary[0].ahead) == (ahead, False)


def test_what_lay_ahead_comes_last() -> None:
    ahead = "The town council will meet on Friday to vote on a new bridge."
    said = "Ida Lang said the town will build a new bridge."
    assert verbatim(coverage.summarise([make_report("a", CLOSED, ahead, SCHOOL)])) == [CLOSED, SCHOOL, ahead]
    assert verbatim(coverage.summarise([make_report("a", CLOSED, said, SCHOOL)])) == [CLOSED, said, SCHOOL]


def test_behind_the_first_statements_follow_the_event_as_its_reports_tell_it() -> None:
    cold = "Snow fell on all of Tyrol through the night."
    late = make_report("a", SHUT, day="2020-03-03", title="Old bridge over the Drau closed to traffic")
    early = [make_report("c", SCHOOL, day="2020-03-02"), make_report("b", cold, day="2020-03-01")]
    assert in_order(*early, late) == [SHUT, cold, SCHOOL]


def test_what_another_report_speaks_of_as_known_does_not_lead() -> None:
    reports = [
        make_report("a", "The closure is the third in ten years, Mayor Ida Lang said.", day="2020-03-01"),
        make_report("b", "Rain fell. " + SHUT, day="2020-03-02"),
    ]
    assert verbatim(coverage.summarise(reports))[0] == SHUT


def in_order(*reports: Report) -> list[str]:
    """Give the order in which a summary would tell the first sentence of each report."""
    return verbatim(statements_of(list(map(next, openings_of(reports, 1))), reports))


def test_what_most_reports_are_headed_by_leads_whoever_told_what_first() -> None:
    around = "Residents of both banks were brought to safety as a precaution."
    assert in_order(
        make_report("a", around, day="2020-03-01", title="Night of fear on the river"),
        make_report("b", BANG, day="2020-03-02", title="Old bridge over the Drau closed to traffic"),
        make_report("c", SHUT, day="2020-03-03", title="Crack closes the bridge in Lienz"),
    ) == [SHUT, around, BANG]


@pytest.mark.parametrize(
    "opening",
    [
        '"A crack went through the old bridge in Lienz on Monday," driver Otto Berg told the fire brigade.',
        "51-year-old Berg crossed the old bridge over the Drau on Monday.",
        "An old bridge report called it after the Drau, and nobody closed the bridge on Monday.",
        "Otto Berg saw them on the old bridge over the Drau on Monday.",
    ],
)
def test_neither_somebodys_words_nor_what_was_named_elsewhere_leads(opening: str) -> None:
    early = make_report("a", opening, day="2020-03-01", title="Crack in the old bridge over the Drau on Monday")
    assert in_order(early, make_report("b", BANG, day="2020-03-02")) == [BANG, opening]


def test_a_report_in_another_language_changes_no_order() -> None:
    told = "Mayor Ida Lang told 640 people in Lienz to leave their homes by nine."
    early = make_report("a", SHUT, day="2020-03-01", title="Old bridge over the Drau closed")
    late = make_report("b", told, day="2020-03-02", title="Night of fear on the river")
    german = [
        make_report("c", "Ida Lang hat in Lienz 640 Menschen aus den Häusern geholt.", lang="de"),
        make_report("d", "In Lienz haben 640 Menschen die Nacht im Freien verbracht, sagt Ida Lang.", lang="de"),
    ]

    chosen = list(map(next, openings_of([early, late], 1)))

    assert verbatim(statements_of(chosen, [early, late])) == [SHUT, told]
    assert verbatim(statements_of(chosen, [early, late, *german])) == [SHUT, told]


def test_what_follows_another_report_of_the_news_does_not_come_before_the_news() -> None:
    quits = "The head of the bridge office, Otto Berg, resigned on Monday, a day after a crack was found in Lienz."
    again = "Otto Berg, the head of the bridge office, resigned on Monday after a crack was found in Lienz."
    reports = [make_report("a", quits, day="2020-03-02"), make_report("b", again, SCHOOL, day="2020-03-03")]

    [news], [_, behind] = map(list, openings_of(reports, 2))

    assert verbatim(statements_of([behind, news], reports)) == [quits, SCHOOL]


def test_one_fact_in_other_words_and_endings_is_told_once() -> None:
    told = "The parties of Mor vote in May, the first election in which two parties compete, a commissioner said."
    again = "Mor's first elections with competing parties will be in May, says its electoral commission in Westhaven."
    other = "Ballots are printed in Westhaven from paper that was made abroad."
    statements = coverage.summarise([make_report("a", told), make_report("b", again), make_report("c", other)])
    assert len({told, again} & set(verbatim(statements))) == 1


def test_nobody_is_introduced_twice_and_each_report_is_heard() -> None:
    reports = [
        make_report("a", "Mayor Ida Lang met Governor Otto Berg in Lienz on Monday to speak of the old bridge."),
        make_report(
            "b",
            "Governor Otto Berg spoke of the old bridge in Lienz, where Mayor Ida Lang showed him all cracks.",
            "Berg called every crack a warning from engineers, whom nobody heard.",
        ),
    ]
    told = verbatim(coverage.summarise(reports))
    assert sum("Governor Otto Berg" in sentence for sentence in told) == 1
    assert len(told) == 2


def test_headings_questions_and_lines_of_a_list_are_no_summary() -> None:
    assert coverage.summarise([make_report("a", "Home", "News from Lienz and all of Tyrol", "- more -")]) == ()
    assert coverage.summarise([make_report("a", "Was the bridge safe? Who knew of it?", "桥梁安全吗？")]) == ()
    capitals = "THE OLD BRIDGE OVER THE DRAU WAS CLOSED ON MONDAY."
    assert verbatim(coverage.summarise([make_report("a", "HOME", capitals)])) == [capitals]


def test_a_tie_to_the_sentence_before_is_shown_as_left_out() -> None:
    [statement] = coverage.summarise([make_report("a", "Meanwhile, Lienz closed the old bridge over the Drau.")])
    assert statement.verbatim == "Meanwhile, Lienz closed the old bridge over the Drau."
    assert statement.text == "… Lienz closed the old bridge over the Drau."


def test_lead_takes_the_earliest_report() -> None:
    reports = [make_report("late", SHUT, day="2020-03-03"), make_report("early", CLOSED, COST, day="2020-03-02")]
    assert verbatim(lead.summarise(reports)) == [CLOSED, COST]


@pytest.mark.parametrize("method", [centroid, lexrank])
def test_what_is_said_most_is_found_below_the_opening_too(method: ModuleType) -> None:
    reports = [make_report("a", "Rain fell in Tyrol all through the week.", CLOSED), make_report("b", SHUT, COST)]
    assert {CLOSED, SHUT} & set(verbatim(method.summarise(reports, statements=1)))


MIXED = 'The bridge closed on Monday in Lienz. He said: "It held. “No” (5) ”! However, 桥。 جسر؟ …'
WORDS = st.sampled_from(re.findall(r"\w+|\S", MIXED))
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=40), max_size=3)
EVENTS = st.lists(st.tuples(PARAGRAPHS, st.sampled_from(["", "2020-03-02", "2020-03"])), max_size=5)


@given(EVENTS, st.sampled_from(METHODS), st.integers(0, 99))
def test_every_statement_stands_where_it_is_cited_whatever_the_order_of_the_reports(
    event: list[tuple[list[str], str]], summarise: Summariser, seed: int
) -> None:
    reports = [make_report(f"r{at}", *paragraphs, day=day) for at, (paragraphs, day) in enumerate(event)]
    statements = summarise(reports)
    for statement in statements:
        first, *others = [
            next(report for report in reports if report.article.stem == citation.article).sentences[
                citation.paragraph - 1
            ][citation.sentence - 1]
            for citation in statement.citations
        ]
        assert first == statement.verbatim
        assert all(same_words(other) == same_words(first) for other in others)
        assert statement.text.removeprefix("… ") in statement.verbatim
    assert len(statements) <= 4
    shuffled = random.Random(seed).sample(reports, len(reports))
    assert summarise(shuffled) == statements
