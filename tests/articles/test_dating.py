"""Undated articles in a build: dated by a sibling and a weekday, or left out and named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.build import Draft, make_draft, release
from generator.build import build as make
from generator.config import load_config
from generator.executors import InPlace, Recalling
from generator.model import When
from tests.invented import corpus

Project = Callable[..., Path]
LEAD = (
    "The harbour bridge in Westhaven was closed on {} after divers of the port authority found cracks in two pillars."
)
MORE = "Mayor Rosa Lindqvist said repairs would take four months and cost nine million crowns. Ferries run every hour."
BRIDGE = {"title": "Bridge closed", "date": "2026-01-14", "body": f"{LEAD.format('Tuesday')}\n\n{MORE}"}
UNDATED = {"title": "Cracks found", "source": "Evening Observer", "body": f"{LEAD.format('Tuesday')}\n\n{MORE}"}


def draft(root: Path, now: str = "2026-02-01T12:00:00Z") -> Draft:
    """Build, as a release does, and give what came of it."""
    config, _ = load_config(root)
    return make(config, InPlace(), release, now=now).site.draft


def told(made: Draft) -> dict[str, list[str]]:
    return {entry.event.id: [article.stem for article in entry.event.articles] for entry in made.digest.entries}


def test_an_undated_article_joins_the_event_that_its_words_and_its_weekday_tell(project: Project) -> None:
    made = draft(project({"bridge": BRIDGE, "cracks": UNDATED}))

    assert told(made) == {"2026-01-13-bridge": ["bridge", "cracks"]}
    assert not made.left_out
    assert not made.article_faults
    [_, cracks] = made.digest.entries[0].event.articles
    assert cracks.published is None
    # The reason has no words of the source: what a page shows of these is counted.
    assert cracks.told == When("2026-01-13", "inferred", "'on Tuesday', and bridge.md of 2026-01-14 tells of the same")


def test_another_weekday_or_other_words_leave_it_out_and_named(project: Project) -> None:
    friday = {**UNDATED, "body": f"{LEAD.format('Friday')} {MORE}"}
    council = {"title": "Fees", "body": "The council of Kestrel Bay voted on Tuesday to raise the fees of its market."}
    made = draft(project({"bridge": BRIDGE, "cracks": friday, "council": council}))

    assert told(made) == {"2026-01-13-bridge": ["bridge"]}
    assert [(left.stem, left.why) for left in made.left_out] == [("council", "undated"), ("cracks", "undated")]


def test_two_siblings_of_different_weeks_leave_no_day(project: Project) -> None:
    later = {**BRIDGE, "title": "Bridge closed again", "date": "2026-01-21"}
    made = draft(project({"bridge": BRIDGE, "later": later, "cracks": UNDATED}))
    assert [left.stem for left in made.left_out] == ["cracks"]


def test_once_in_an_event_it_stays_whatever_is_imported(project: Project) -> None:
    root = project({"bridge": BRIDGE, "cracks": UNDATED})
    before = draft(root)
    again = {**BRIDGE, "title": "Bridge closed again", "date": "2027-03-17"}
    project({"again": again}, files=corpus(5, 40))

    made = draft(root, "2027-03-20T12:00:00Z")

    assert told(made)["2027-03-16-again"] == ["again"]
    assert told(made)["2026-01-13-bridge"] == told(before)["2026-01-13-bridge"]
    assert made.ledger.lines["2026-01-13-bridge"] == before.ledger.lines["2026-01-13-bridge"]


def test_where_its_sibling_goes_it_is_left_out_and_comes_back_with_it(project: Project) -> None:
    root = project({"bridge": BRIDGE, "cracks": UNDATED})
    draft(root)
    (root / "content/articles/bridge.md").unlink()
    away = draft(root)
    project({"bridge": BRIDGE})

    assert not told(away)
    assert [left.stem for left in away.left_out] == ["cracks"]
    assert told(draft(root)) == {"2026-01-13-bridge": ["bridge", "cracks"]}


def test_a_watch_dates_it_as_a_clean_build_does(project: Project) -> None:
    root = project({"bridge": BRIDGE}, files=corpus(3, 20))
    config, _ = load_config(root)
    watching = Recalling(InPlace())
    for body in (UNDATED["body"], f"{LEAD.format('Friday')} {MORE}", UNDATED["body"]):
        project({"cracks": {**UNDATED, "body": body}})
        warm = make_draft(config, watching, now="2026-02-01T12:00:00Z")
        watching.turn()
        assert warm == make_draft(config, InPlace(), now="2026-02-01T12:00:00Z")
