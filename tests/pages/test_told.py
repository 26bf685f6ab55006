from __future__ import annotations

from dataclasses import replace

from generator.model import Citation, Entry, Fold, Statement
from generator.pages.told import Piece, ToldView, outcome_words, told_lists
from generator.pages.views import statement_views
from tests.pages.invented_digest import ENGLISH, MASTHEAD, article, entry

CLOSED = Statement("Westhaven closed it on Monday.", "Westhaven closed it on Monday.", (Citation("a", 1, 1),))
MEETS = Statement("The council will meet.", "The council will meet.", (Citation("b", 1, 1),), ahead=True)
ENTRY = entry("bridge", "2026-01-14", *(article(stem, "2026-01-15", source=stem.upper()) for stem in "abc"))


def told(made: Entry) -> list[tuple[str, list[ToldView]]]:
    return [(each.title, list(each.statements)) for each in told_lists(ENGLISH, made, statement_views(made, MASTHEAD))]


def test_what_lay_ahead_has_a_title_of_its_own() -> None:
    lists = told(replace(ENTRY, statements=(CLOSED, MEETS)))

    assert [(title, [each.statement.words.text for each in views]) for title, views in lists] == [
        ("", ["Westhaven closed it on Monday."]),
        ("Expected at the time", ["The council will meet."]),
    ]


def test_a_day_of_ours_stands_behind_the_words_that_mean_it() -> None:
    [(_, [view])] = told(replace(ENTRY, statements=(replace(CLOSED, days=(("on Monday", "2026-01-12"),)),)))

    assert view.pieces == (Piece("Westhaven closed it on Monday", "12 January 2026"), Piece("."))
    assert view.statement.words.text == CLOSED.text


def test_sources_of_one_statement_are_counted_and_copies_have_one_origin() -> None:
    cited = replace(CLOSED, citations=tuple(Citation(stem, 1, 1) for stem in "abc"))
    made = replace(ENTRY, statements=(cited,))

    assert told(made)[0][1][0].sources == "3 articles, 3 origins"
    assert told(replace(made, folds=(Fold("", ("a", "c")),)))[0][1][0].sources == "3 articles, 2 origins"
    assert told(replace(made, statements=(CLOSED,)))[0][1][0].sources == ""


def test_the_page_says_that_nobody_tells_the_outcome() -> None:
    assert outcome_words(ENGLISH, ENTRY) == ""
    assert outcome_words(ENGLISH, replace(ENTRY, open_ended=True)) == "None of these reports tells how it ended."


def test_many_citations_stand_folded_behind_the_first() -> None:
    two, three = (replace(CLOSED, citations=tuple(Citation(stem, 1, 1) for stem in stems)) for stems in ("ab", "abc"))
    [(_, [of_two, of_three])] = told(replace(ENTRY, statements=(two, three)))

    assert ([cited.number for cited in of_two.shown], of_two.others) == (["1", "2"], ())
    assert ([cited.number for cited in of_three.shown], [cited.number for cited in of_three.others]) == (
        ["1"],
        ["2", "3"],
    )
