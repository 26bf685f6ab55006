from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.events.dropping import drop_faults, next_in_line, without
from generator.events.summarisers import coverage
from generator.model import Article, Editorial, Report

CLOSED = "Meanwhile, Lienz closed the old bridge over the Drau on Monday."
COST = "“Repairs will cost two million euros,” Mayor Ida Lang said."
SCHOOL = "A school bus crossed the bridge an hour before."
BRIGADE = "The fire brigade of Lienz guards the bridge at night."


def report(*sentences: str) -> Report:
    return Report(Article("a", "a.md", "", "", None, None, 99, lang="en"), (sentences,))


def told(reports: tuple[Report, ...]) -> list[str]:
    return [each.verbatim for each in coverage.summarise(reports)]


def test_a_sentence_is_taken_out_by_its_opening_words_and_the_next_one_takes_its_place() -> None:
    whole = (report(CLOSED, SCHOOL, BRIGADE, COST),)
    assert told(whole) == [CLOSED, SCHOOL, BRIGADE]

    assert told(without(whole, ["A school bus crossed"])) == [CLOSED, BRIGADE, COST]


def test_the_words_may_be_copied_from_the_page_with_other_quotes_and_the_ellipsis() -> None:
    left = without([report(CLOSED, COST, SCHOOL)], ["… Lienz closed the", '"Repairs will'])

    assert tuple(left[0].sentences) == (("", "", SCHOOL),)


def test_words_with_which_nothing_begins_are_a_warning_at_their_line() -> None:
    word = Editorial("e", "content/events/e.md", drop=("A school bus", "The bridge"), lines={"drop": 4})

    [fault] = drop_faults(word, [report(CLOSED, SCHOOL)])

    assert str(fault).startswith("content/events/e.md:4: warning: drop: no sentence begins with 'The bridge'")


def test_the_editor_drops_a_statement_from_its_page(
    project: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    article = {"title": "Bridge", "date": "2026-01-13", "event": "2026-01-13-a", "body": f"{CLOSED} {SCHOOL} {BRIGADE}"}
    root = project({"a": article}, files={"content/events/2026-01-13-a.md": '---\ndrop: "A school boat, red"\n---\n'})

    assert main(["build", "-q", "-r", str(root)]) == 0
    told = "content/events/2026-01-13-a.md:2: warning: drop: no sentence begins with 'A school boat, red'"
    assert told in capsys.readouterr().err

    project(files={"content/events/2026-01-13-a.md": "---\ndrop: [A school bus crossed]\n---\n"})
    assert main(["build", "-q", "-r", str(root)]) == 0
    page = (root / "site/events/2026-01-13-a/index.html").read_text("utf-8")
    assert "A school bus" not in page
    assert "The fire brigade of Lienz" in page


def test_an_article_is_withdrawn_though_the_editor_drops_a_sentence_of_it(project: Callable[..., Path]) -> None:
    kept = {"title": "Bridge", "date": "2026-01-13", "event": "2026-01-13-a", "body": CLOSED}
    gone = {"title": "Bus", "date": "2026-01-14", "event": "2026-01-13-a", "body": f"{SCHOOL} {BRIGADE}"}
    word = {"content/events/2026-01-13-a.md": "---\ndrop: [A school bus crossed]\n---\n"}
    root = project({"kept": kept, "gone": gone}, files=word)
    assert main(["build", "-q", "-r", str(root)]) == 0
    assert "fire brigade" in (root / "site/events/2026-01-13-a/index.html").read_text("utf-8")

    project({"gone": {**gone, "status": "withdrawn"}})

    assert main(["build", "-q", "-r", str(root)]) == 0
    assert "fire brigade" not in (root / "site/events/2026-01-13-a/index.html").read_text("utf-8")


def test_what_stands_next_in_line_is_known_for_each_statement() -> None:
    reports = (report(CLOSED, SCHOOL, BRIGADE, COST),)

    line = next_in_line(coverage.summarise, reports, coverage.summarise(reports))

    assert [(each.verbatim, [other.verbatim for other in others]) for each, others in line] == [
        (CLOSED, [COST]),
        (SCHOOL, [COST]),
        (BRIGADE, [COST]),
    ]
