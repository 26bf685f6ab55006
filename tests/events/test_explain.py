"""`dateline explain`: the reasons as data, and as an editor reads them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.events.grounds import grounds_of, phrase_text, phrases_shared_with, shared_phrases
from generator.model import Article, Fold, Grounds, When

Project = Callable[..., Path]
WIRE = (
    "The ferry Aurora sank off Kalmsund on Monday after a fire in the engine room, and 41 passengers were saved. "
    "Coast guard boats from three harbours took part. The fire began shortly after six, the master told the agency."
)
OWN = (
    "All 41 passengers of the Aurora were saved when the burning ferry sank off Kalmsund on Monday. "
    "Fishing boats rushed out at dawn, the coast guard said, and a fire in the engine room was to blame."
)
LATER = "The wreck of the ferry Aurora was raised off Kalmsund on Friday, weeks after a fire in the engine room."


def report(body: str, source: str = "", day: str = "2026-01-13", **header: str) -> dict[str, str]:
    return {"title": f"Ferry sinks, says {source}", "date": day, "source": source, "body": body, **header}


REPORTS = {
    "bay": report(WIRE, "Bay Courier", origin="Kestria Press", place="Kalmsund"),
    "cape": report(f"{WIRE} Nobody was missing.", "Cape Post", place="Kalmsund"),
    "dune": report(OWN, "Dune Herald", place="Kalmsund"),
    "raised": report(LATER, "Dune Herald", "2026-02-20", event_date="2026-02-20"),
    "found": {"title": "Undated", "body": "A thing was found."},
}


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(root: Path, *arguments: str) -> str:
        assert main(["explain", *arguments, "-r", str(root)]) == 0
        return capsys.readouterr().out

    return run


def test_an_event_is_explained_in_sentences(project: Project, told: Callable[..., str]) -> None:
    root = project(REPORTS)
    main(["build", "-q", "-r", str(root), "--clock", "2026-04-01"])
    project(files={"content/events/2026-01-12-bay.md": "---\nadd: [dune]\n---\n"})

    text = told(root, "event", "2026-01-12-bay")

    assert "3 articles (2 texts) grouped, in part by the editor: same place and day, " in text
    assert "phrases: “fire in the engine room”" in text
    assert "They share 4 names: Aurora, Ferry, Kalmsund, Monday." in text
    assert "content/events/2026-01-12-bay.md adds dune." in text
    assert "In the ledger since 1 April 2026, last changed 1 April 2026." in text
    assert "Kestria Press, carried by 2 outlets: bay, cape." in text
    assert "dune: " in text
    assert "added by the editor" in text
    assert "  raised, in 2026-02-20-raised: " in text
    assert "39 days apart." in text


def test_what_stands_next_in_line_for_the_summary_comes_in_where_the_editor_drops_a_sentence(
    project: Project, told: Callable[..., str]
) -> None:
    root = project({name: {**REPORTS[name], "publish": "full"} for name in ("bay", "dune")})
    before = json.loads(told(root, "event", "2026-01-12-bay", "--json"))["summary"]
    dropped, instead = next((each["text"], each["instead"][0]) for each in before if each["instead"])
    assert f"    next in line: “{instead}” (" in told(root, "event", "2026-01-12-bay")

    opening = " ".join(dropped.split()[:6])
    project(files={"content/events/2026-01-12-bay.md": f"---\ndrop: [{opening}]\n---\n"})

    after = [each["text"] for each in json.loads(told(root, "event", "2026-01-12-bay", "--json"))["summary"]]
    assert dropped not in after
    assert instead in after


def test_an_article_is_explained_with_how_its_date_is_known(project: Project, told: Callable[..., str]) -> None:
    root = project({**REPORTS, "dune": report(OWN, "Dune Herald", "2026-01-14", date_basis="page stamp")})

    text = told(root, "article", "content/articles/dune.md")

    assert "Came out: 14 January 2026, as the page states it." in text
    assert "Tells of: 12 January 2026, from the text: “on Monday”." in text
    assert "not in the ledger yet." in text
    assert "found.md is left out: undated (write 'date: YYYY-MM-DD' in it" in told(root, "article", "found")


def test_the_same_is_told_as_data(project: Project, told: Callable[..., str]) -> None:
    root = project(REPORTS)

    event: dict[str, Any] = json.loads(told(root, "event", "2026-01-12-bay", "--json"))
    article: dict[str, Any] = json.loads(told(root, "article", "cape", "--json"))

    assert [each["id"] for each in event["articles"]] == ["bay", "cape", "dune"]
    assert event["close"] > event["threshold"]
    assert event["copies"] == article["copies"] == [{"origin": "Kestria Press", "articles": ["bay", "cape"]}]
    assert (event["grounds"]["texts"], event["grounds"]["days"]) == (2, 0)
    assert [each["id"] for each in event["near"]] == ["raised"]
    assert article["event"] == "2026-01-12-bay"
    assert article["published"] == {"value": "2026-01-13", "basis": "editor", "words": ""}


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (("event", "2026-01-12"), "is no event's id (did you mean '2026-01-12-bay'?)"),
        (("event", "2026-02-20-raisde"), "is no event's id (did you mean '2026-02-20-raised'?)"),
        (("event", "x"), "is no event's id ('dateline list events' shows the ids)"),
        (("article", "cabe"), "is no article's file name (did you mean 'cape'?)"),
    ],
)
def test_an_id_that_is_none_is_told_with_the_nearest(
    project: Project, capsys: pytest.CaptureFixture[str], asked: tuple[str, str], fault: str
) -> None:
    assert main(["explain", *asked, "-r", str(project(REPORTS))]) == 1
    assert fault in capsys.readouterr().err


def test_an_event_that_was_merged_is_explained_where_it_went(project: Project, told: Callable[..., str]) -> None:
    root = project(REPORTS)
    main(["build", "-q", "-r", str(root)])
    project(files={"content/events/2026-01-12-bay.md": "---\nmerge: [2026-02-20-raised]\n---\n"})

    text = told(root, "event", "2026-02-20-raised")

    assert text.startswith("2026-02-20-raised was merged into 2026-01-12-bay by the editor.")
    assert "2026-01-12-bay.md merges 2026-02-20-raised." in text


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def test_a_phrase_is_what_two_texts_share_beyond_small_words() -> None:
    one = ("en", words("the fire in the engine room was out at the end of the day"))
    other = ("en", words("at the end of the shift a fire in the engine room began"))

    assert [phrase_text(phrase) for phrase in shared_phrases([one, other])] == ["fire in the engine room"]
    assert phrases_shared_with(one, [other]) == shared_phrases([one, other])
    assert shared_phrases([one]) == []
    assert phrase_text(("渡轮", "轮沉", "沉没")) == "渡轮沉没"


def test_what_stands_below_the_openings_is_no_shared_phrase() -> None:
    shared = words("a fire in the engine room")
    below = [("en", (*words(f"{letter} " * 60), *shared)) for letter in "ab"]

    assert shared_phrases(below) == []


def test_where_the_language_is_not_known_the_small_words_of_all_tell_nothing() -> None:
    one, other = ("", words("he said that in the harbour")), ("", words("she knew that in the evening"))

    assert shared_phrases([one, other]) == []


def test_grounds_are_those_of_texts_and_guess_no_place_and_no_day() -> None:
    def article(stem: str, place: str, day: str) -> Article:
        return Article(stem, "", "", "", None, When(day, "editor") if day else None, 0, place=place)

    told = {stem: words("a fire in the engine room began") for stem in "abc"}
    near = [article("a", "Kalmsund", "2026-01-13"), article("b", "kalmsund ", "2026-01-15")]
    vague = [article("a", "", "2026-01"), article("b", "", "2026-01-15"), article("c", "", "")]

    assert grounds_of(near, told, ()) == Grounds(texts=2, same_place=True, days=2, phrases=1)
    assert grounds_of(vague, told, [Fold("", ("a", "b", "c"))]) == Grounds(1, same_place=False, days=None, phrases=0)
