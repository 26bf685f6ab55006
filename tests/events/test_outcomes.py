from __future__ import annotations

from generator.events.outcomes import is_open_ended
from generator.model import Article, Citation, Report, Statement

OPENED = "Kestria and Mor opened talks in Westhaven on Thursday."
HOPED = "Negotiators hope to reach a truce."
SIGNED = "Kestria and Mor signed a truce in Westhaven."


def report(stem: str, *sentences: str, lang: str = "en") -> Report:
    return Report(Article(stem, f"{stem}.md", "", "Westhaven", None, None, 99, lang=lang), (sentences,))


def statement(text: str) -> Statement:
    return Statement(text, text, (Citation("a", 1, 1),))


def test_where_all_reports_open_with_a_beginning_nobody_tells_how_it_ended() -> None:
    assert is_open_ended([statement(OPENED)], [report("a", OPENED), report("b", "Rain fell.", HOPED)])


def test_where_one_of_them_tells_an_outcome_or_no_beginning_nothing_is_said() -> None:
    assert not is_open_ended([statement(OPENED)], [report("a", OPENED), report("b", HOPED, SIGNED)])
    assert not is_open_ended([statement(OPENED)], [report("a", OPENED), report("b", "The bridge is old.")])
    assert not is_open_ended([], [report("a", OPENED)])


def test_of_a_language_that_is_not_known_nothing_is_said() -> None:
    assert not is_open_ended([statement(OPENED)], [report("a", OPENED, lang="sw")])
