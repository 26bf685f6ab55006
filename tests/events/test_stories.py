"""Events that belong together over time: the editor's word, the ledger's, then the names that new events share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.editorials import a_story
from generator.events.ledger import Ledger, Line, read_ledger, write_ledger
from generator.events.stories import find_stories, with_stories
from generator.executors import InPlace
from generator.files import Folders
from generator.model import Article, Editorial, Entry, Event, Filed, Headline, Name, When

INSTANT = "2026-02-01T12:00:00Z"
LINDQVIST, UZUN, HADDAD = (
    Name(name, name.split()[1].lower(), True, 40) for name in ("Rosa Lindqvist", "Emre Uzun", "Noor Haddad")
)
WESTHAVEN, KESTRIA, LINDENAU = (Name(name, name.lower(), False, 30) for name in ("Westhaven", "Kestria", "Lindenau"))


def an_entry(event: str, *names: Name) -> Entry:
    article = Article(f"{event}-a", "a.md", "a", "News", When(event[:10], "editor"), None, 90)
    told = Event(event, (article,), When(event[:10], "editor"), "", INSTANT, INSTANT)
    return Entry(told, Headline("News", article.stem), (), 1, 1, names=names)


BRIDGE = an_entry("2026-01-13-bridge", LINDQVIST, UZUN, WESTHAVEN, KESTRIA)
FERRY = an_entry("2026-01-20-ferry", LINDQVIST, UZUN, WESTHAVEN)
MILL = an_entry("2026-02-02-mill", HADDAD, LINDENAU, KESTRIA)
TRIAL = an_entry("2026-03-03-trial", UZUN, LINDQVIST, WESTHAVEN, LINDENAU)


def stories(
    *entries: Entry, words: Mapping[str, Filed] | None = None, ledger: Ledger | None = None, regroup: bool = False
) -> dict[str, list[str]]:
    """Give the events of each story by its title."""
    found, _ = _find(entries, words or {}, ledger or Ledger(), regroup=regroup)
    return found


def _find(
    entries: Sequence[Entry], words: Mapping[str, Filed], ledger: Ledger, *, regroup: bool = False
) -> tuple[dict[str, list[str]], Ledger]:
    editorials = {event: Editorial(event, f"{event}.md", story=story) for event, story in words.items()}
    found, moved = find_stories(entries, editorials, ledger, InPlace(), regroup=regroup)
    lines = {entry.event.id: ledger.lines.get(entry.event.id, Line({}, INSTANT, INSTANT)) for entry in entries}
    told = {story.title: [entry.event.id for entry in story.entries] for story in found}
    return told, with_stories(Ledger(lines), moved)


def released(*entries: Entry, words: Mapping[str, Filed] | None = None) -> Ledger:
    """Give the ledger after a release."""
    return _find(entries, words or {}, Ledger())[1]


def test_events_that_share_people_and_more_are_a_story_and_are_called_by_them() -> None:
    assert stories(BRIDGE, FERRY, MILL, TRIAL) == {
        "Lindqvist, Uzun: Westhaven": ["2026-01-13-bridge", "2026-01-20-ferry", "2026-03-03-trial"]
    }


def test_a_country_in_common_makes_no_story() -> None:
    assert stories(BRIDGE, MILL) == {}


def test_a_chain_of_weak_links_makes_no_giant_story() -> None:
    people = [Name(f"Ada N{number}", f"n{number}", True, 40) for number in range(40)]
    chain = [an_entry(f"2026-01-{1 + at:02}-e", *people[at : at + 6]) for at in range(30)]

    assert max(map(len, stories(*chain).values())) <= 10


def test_a_story_begins_when_the_second_event_comes_and_then_stays() -> None:
    ledger = released(BRIDGE)
    assert ledger.lines[BRIDGE.event.id].story == ""

    assert stories(BRIDGE, FERRY, ledger=ledger) == {
        "Lindqvist, Uzun: Westhaven": ["2026-01-13-bridge", "2026-01-20-ferry"]
    }


def test_what_the_ledger_knows_stays_where_it_is_whatever_its_names_say() -> None:
    ledger = released(BRIDGE, FERRY, MILL)
    edited = an_entry("2026-01-20-ferry", HADDAD, LINDENAU, KESTRIA)

    assert stories(BRIDGE, edited, MILL, ledger=ledger) == stories(BRIDGE, FERRY, MILL)


def test_the_editor_takes_an_event_out_puts_it_in_and_names_a_story() -> None:
    title = "Lindqvist, Uzun: Westhaven"
    ledger = released(BRIDGE, FERRY, MILL)
    out = {FERRY.event.id: Filed("none")}
    into = {MILL.event.id: Filed("lindqvist-uzun-westhaven")}
    renamed = {BRIDGE.event.id: Filed("lindqvist-uzun-westhaven", "The bridge of Westhaven")}
    own = {MILL.event.id: Filed("The old mill"), FERRY.event.id: Filed("The old mill")}

    assert stories(BRIDGE, FERRY, MILL, words=out, ledger=ledger) == {title: ["2026-01-13-bridge"]}
    assert stories(BRIDGE, FERRY, MILL, words=into, ledger=ledger) == {
        title: ["2026-01-13-bridge", "2026-01-20-ferry", "2026-02-02-mill"]
    }
    assert list(stories(BRIDGE, FERRY, words=renamed, ledger=ledger)) == ["The bridge of Westhaven"]
    assert stories(BRIDGE, FERRY, MILL, words=own, ledger=ledger)["The old mill"] == [
        "2026-01-20-ferry",
        "2026-02-02-mill",
    ]


def test_a_title_that_was_used_is_not_used_for_another_story() -> None:
    gone = Line({}, INSTANT, INSTANT, story="Lindqvist, Uzun: Westhaven")
    parted = {BRIDGE.event.id: Filed("none")}
    ledger = Ledger({"2025-05-05-old": gone, BRIDGE.event.id: Line({}, INSTANT, INSTANT)})

    found = stories(FERRY, TRIAL, words=parted, ledger=Ledger({**ledger.lines}))

    assert list(found) == ["Lindqvist, Uzun: Westhaven (2)"]


def test_regrouping_finds_stories_anew_and_keeps_their_titles() -> None:
    lines = {entry.event.id: Line({}, INSTANT, INSTANT, story="Harbour") for entry in (BRIDGE, FERRY)}
    ledger = Ledger({**lines, TRIAL.event.id: Line({}, INSTANT, INSTANT)})

    assert stories(BRIDGE, FERRY, TRIAL, ledger=ledger) == {"Harbour": ["2026-01-13-bridge", "2026-01-20-ferry"]}
    assert stories(BRIDGE, FERRY, TRIAL, ledger=ledger, regroup=True) == {
        "Harbour": ["2026-01-13-bridge", "2026-01-20-ferry", "2026-03-03-trial"]
    }


def test_the_ledger_writes_a_story_and_reads_it_back(tmp_path: Path) -> None:
    ledger = released(BRIDGE, FERRY)
    for name, text in write_ledger(ledger).items():
        (tmp_path / name).write_text(text)

    read, faults = read_ledger(tmp_path, tmp_path, InPlace(), Folders())

    assert (read.lines, faults) == (ledger.lines, ())


@given(st.integers(0, 2**32), st.integers(0, 60))
def test_unrelated_events_change_no_story(seed: int, size: int) -> None:
    random = Random(seed)
    others = [
        an_entry(
            f"2026-{random.randrange(1, 9):02}-{random.randrange(1, 28):02}-other-{number}",
            *[Name(f"O{at}", f"o{at}", at % 3 == 0, 9) for at in random.sample(range(200), 5)],
            *random.sample([KESTRIA, WESTHAVEN], random.randrange(3)),
        )
        for number in range(size)
    ]
    ours = {entry.event.id for entry in (BRIDGE, FERRY, MILL, TRIAL)}
    entries = sorted([BRIDGE, FERRY, MILL, TRIAL, *others], key=lambda entry: entry.event.id)

    found = [events for events in stories(*entries).values() if not ours.isdisjoint(events)]

    assert found == [["2026-01-13-bridge", "2026-01-20-ferry", "2026-03-03-trial"]]


def test_a_story_in_the_editors_file_is_a_title_or_an_id_with_a_new_title() -> None:
    assert a_story("The old mill") == Filed("The old mill")
    assert a_story({"id": "old-mill", "title": "The mill"}) == Filed("old-mill", "The mill")
    with pytest.raises(ValueError, match="write story: Title"):
        a_story({"id": "old-mill"})
    with pytest.raises(ValueError, match="line"):
        a_story(["one", "two"])
