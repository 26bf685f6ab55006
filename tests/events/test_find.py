"""What binds: the ledger, the editor's pin, the editor's file; and the ids that never change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.events.find import Found, find_events
from generator.events.grouping import THRESHOLD, WINDOW_DAYS
from generator.events.ledger import Ledger
from generator.executors import InPlace
from generator.model import Article, Editorial, Terms, When
from generator.text.vectors import terms_of

Told = tuple[Article, Terms]
BRIDGE = "The harbour bridge in Westhaven was closed after cracks were found in its pillars, the port authority said."
FERRY = "A ferry sank in the river mouth on its way to the northern islands, and all aboard were saved."
COUNCIL = "The town council voted to raise the fee for market stalls by a tenth from next spring onwards."


def article(stem: str, text: str, day: str = "2026-01-13", **more: str) -> Told:
    title = " ".join(text.split()[:6])
    when = When(day, "editor")
    written = Article(stem, f"{stem}.md", stem + day, title, when, when, 20, mark=stem[-1] + text[:20], **more)  # type: ignore[arg-type]  # the fields given are texts
    return written, terms_of(title, [text])


def find(
    told: Sequence[Told],
    editorials: Sequence[Editorial] = (),
    ledger: Ledger | None = None,
    now: str = "2026-02-01T12:00:00Z",
) -> Found:
    words = {editorial.id: editorial for editorial in editorials}
    articles = [article for article, _ in told]
    terms = {article.stem: terms for article, terms in told}
    return find_events(
        articles,
        lambda: terms,
        words,
        ledger or Ledger(),
        InPlace(),
        now=now,
        threshold=THRESHOLD,
        window_days=WINDOW_DAYS,
    )


def members(found: Found) -> dict[str, list[str]]:
    return {event.id: [article.stem for article in event.articles] for event in found.events}


def test_articles_that_tell_the_same_are_one_event_named_by_its_day_and_its_earliest_article() -> None:
    found = find([article("b", BRIDGE, "2026-01-14"), article("a", BRIDGE), article("council", COUNCIL)])

    assert members(found) == {"2026-01-13-a": ["a", "b"], "2026-01-13-council": ["council"]}


def test_a_day_in_the_file_name_is_not_said_twice() -> None:
    assert members(find([article("2026-01-14-bridge", BRIDGE)])) == {"2026-01-13-bridge": ["2026-01-14-bridge"]}


def test_the_ledger_binds_whatever_the_texts_say() -> None:
    ledger = find([article("a", BRIDGE), article("b", COUNCIL)]).ledger

    again = find([article("a", BRIDGE), article("b", BRIDGE)], ledger=ledger)

    assert members(again) == {"2026-01-13-a": ["a"], "2026-01-13-b": ["b"]}
    assert again.ledger == ledger


def test_a_new_article_joins_an_event_whose_id_stays_and_only_then_is_it_updated() -> None:
    ledger = find([article("b", BRIDGE)]).ledger

    found = find([article("a", BRIDGE, "2026-01-12"), article("b", BRIDGE)], ledger=ledger, now="2026-03-01T12:00:00Z")

    assert members(found) == {"2026-01-13-b": ["a", "b"]}
    assert found.events[0].published == "2026-02-01T12:00:00Z"
    assert found.events[0].updated == "2026-03-01T12:00:00Z"


def test_a_renamed_file_keeps_its_event_and_updates_nothing() -> None:
    ledger = find([article("a", BRIDGE)]).ledger
    known, terms = article("a", BRIDGE)
    renamed = replace(known, stem="z"), terms

    found = find([renamed], ledger=ledger, now="2026-03-01T12:00:00Z")

    assert members(found) == {"2026-01-13-a": ["z"]}
    assert found.events[0].updated == "2026-02-01T12:00:00Z"


def test_a_renamed_file_is_known_even_if_its_text_was_edited_since() -> None:
    ledger = find([article("a", BRIDGE)]).ledger
    known, terms = article("a", BRIDGE)
    renamed = replace(known, stem="z", fingerprint="another"), terms

    assert members(find([renamed], ledger=ledger)) == {"2026-01-13-a": ["z"]}


def test_all_files_of_an_event_may_be_renamed_at_once_though_nothing_tells_them_apart() -> None:
    marked = [(replace(written, mark="same"), terms) for written, terms in (article("a", BRIDGE), article("b", BRIDGE))]
    ledger = find(marked).ledger
    renamed = [(replace(written, stem=f"z{written.stem}"), terms) for written, terms in marked]

    found = find(renamed, ledger=ledger, now="2026-03-01T12:00:00Z")

    assert members(found) == {"2026-01-13-a": ["za", "zb"]}
    assert found.events[0].updated == "2026-02-01T12:00:00Z"
    assert not found.faults


def test_renamed_files_of_several_events_that_nothing_tells_apart_are_told() -> None:
    marked = [(replace(written, mark="same"), terms) for written, terms in (article("a", BRIDGE), article("b", FERRY))]
    ledger = find(marked).ledger
    renamed = [(replace(written, stem=f"z{written.stem}"), terms) for written, terms in marked]

    found = find(renamed, ledger=ledger)

    assert sorted(members(found).values()) == [["za"], ["zb"]]
    assert [(fault.path, fault.weight) for fault in found.faults] == [("a.md", "warning"), ("b.md", "warning")]
    assert "2026-01-13-a, 2026-01-13-b" in found.faults[0].message
    pinned = [(replace(written, event=f"2026-01-13-{written.stem[-1]}"), terms) for written, terms in renamed]
    assert members(find(pinned, ledger=ledger)) == {"2026-01-13-a": ["za"], "2026-01-13-b": ["zb"]}
    assert not find(pinned, ledger=ledger).faults


def test_an_article_that_was_away_for_a_time_comes_back_to_its_event() -> None:
    ledger = find([article("a", BRIDGE), article("council", COUNCIL)]).ledger
    away = find([article("council", COUNCIL)], ledger=ledger, now="2026-03-01T12:00:00Z").ledger

    found = find([article("a", BRIDGE), article("council", COUNCIL)], ledger=away, now="2026-04-01T12:00:00Z")

    assert not away.lines["2026-01-13-a"].articles
    assert members(found) == {"2026-01-13-a": ["a"], "2026-01-13-council": ["council"]}
    assert found.events[0].updated == "2026-04-01T12:00:00Z"


def test_an_id_is_never_used_again() -> None:
    ledger = find([article("a", BRIDGE)]).ledger

    assert members(find([article("2026-01-13-a", COUNCIL)], ledger=ledger)) == {"2026-01-13-a-2": ["2026-01-13-a"]}


def test_an_event_that_the_editor_holds_back_gets_no_id_yet() -> None:
    word = Editorial("2026-01-13-a", "content/events/2026-01-13-a.md", draft=True)

    found = find([article("a", BRIDGE)], [word])

    assert not found.events
    assert not found.ledger.lines


def test_two_pins_part_what_was_released_as_one() -> None:
    ledger = find([article("a", BRIDGE), article("b", BRIDGE)]).ledger

    found = find([article("a", BRIDGE, event="one"), article("b", BRIDGE, event="two")], ledger=ledger)

    assert sorted(members(found).values()) == [["a"], ["b"]]
    assert "2026-01-13-a" in members(found)


def test_an_article_that_names_its_event_is_pinned_to_it() -> None:
    ledger = find([article("a", BRIDGE), article("b", COUNCIL)]).ledger

    found = find(
        [article("a", BRIDGE), article("b", COUNCIL), article("c", BRIDGE, event="2026-01-13-b")], ledger=ledger
    )

    assert members(found) == {"2026-01-13-a": ["a"], "2026-01-13-b": ["b", "c"]}


def test_articles_with_one_label_are_one_event() -> None:
    found = find([article("a", BRIDGE, event="opening"), article("b", COUNCIL, event="opening")])

    assert members(found) == {"2026-01-13-a": ["a", "b"]}
    assert members(find([article("a", BRIDGE, event="opening")], ledger=found.ledger)) == {"2026-01-13-a": ["a"]}


def test_the_editors_file_adds_and_removes_articles() -> None:
    ledger = find([article("a", BRIDGE), article("b", BRIDGE), article("c", COUNCIL)]).ledger
    word = Editorial("2026-01-13-a", "content/events/2026-01-13-a.md", add=("c",), remove=("b",))

    found = find([article("a", BRIDGE), article("b", BRIDGE), article("c", COUNCIL)], [word], ledger)

    assert members(found) == {"2026-01-13-a": ["a", "c"], "2026-01-13-b": ["b"]}


def test_an_editors_file_may_be_written_before_the_event_is_released() -> None:
    word = Editorial("2026-01-13-a", "content/events/2026-01-13-a.md", place="Westhaven")

    found = find([article("a", BRIDGE)], [word])

    assert members(found) == {"2026-01-13-a": ["a"]}
    assert found.events[0].place == "Westhaven"
    assert not found.faults


def test_an_editors_file_without_an_event_is_told() -> None:
    found = find([article("a", BRIDGE)], [Editorial("2026-01-13-x", "content/events/2026-01-13-x.md", add=("y",))])

    assert [fault.message.split(" (")[0] for fault in found.faults] == [
        "there is no event '2026-01-13-x'",
        "add: there is no article 'y'",
    ]


def word(event: str, **more: tuple[str, ...]) -> Editorial:
    return Editorial(event, f"content/events/{event}.md", **more)  # type: ignore[arg-type]  # the fields given are lists


def test_an_event_that_the_editor_merges_into_another_leads_there_for_ever() -> None:
    told = [article("a", BRIDGE), article("b", COUNCIL)]
    ledger = find(told).ledger

    found = find(told, [word("2026-01-13-b", merge=("2026-01-13-a",))], ledger, now="2026-03-01T12:00:00Z")

    assert members(found) == {"2026-01-13-b": ["a", "b"]}
    assert found.events[0].updated == "2026-03-01T12:00:00Z"
    assert found.ledger.merged() == {"2026-01-13-a": "2026-01-13-b"}
    assert find(told, [word("2026-01-13-b", merge=("2026-01-13-a",))], found.ledger).ledger == found.ledger
    assert members(find(told, ledger=found.ledger)) == {"2026-01-13-b": ["a", "b"]}  # the ledger binds


def test_an_event_merged_twice_leads_to_the_last_one() -> None:
    told = [article("a", BRIDGE), article("b", COUNCIL), article("c", FERRY, "2020-01-01")]
    ledger = find(told).ledger
    merged = find(told, [word("2026-01-13-b", merge=("2026-01-13-a",))], ledger).ledger

    found = find(told, [word("2020-01-01-c", merge=("2026-01-13-b",))], merged)

    assert members(found) == {"2020-01-01-c": ["c", "a", "b"]}
    assert found.ledger.merged() == {"2026-01-13-a": "2020-01-01-c", "2026-01-13-b": "2020-01-01-c"}


def test_an_article_that_was_away_comes_back_to_the_event_that_its_own_was_merged_into() -> None:
    told = [article("a", BRIDGE), article("b", COUNCIL)]
    ledger = find(told).ledger
    merged = find(told[1:], [word("2026-01-13-b", merge=("2026-01-13-a",))], ledger).ledger

    assert members(find(told, ledger=merged)) == {"2026-01-13-b": ["a", "b"]}


def test_the_id_of_a_merged_event_is_never_used_again_and_still_names_it() -> None:
    told = [article("a", BRIDGE), article("b", COUNCIL)]
    merged = find(told, [word("2026-01-13-b", merge=("2026-01-13-a",))], find(told).ledger).ledger

    new = article("2026-01-13-a", FERRY)
    assert "2026-01-13-a-2" in members(find([*told, new], ledger=merged))
    pinned = article("z", COUNCIL, event="2026-01-13-a")
    assert members(find([*told, pinned], ledger=merged)) == {"2026-01-13-b": ["a", "b", "z"]}


def test_events_may_be_merged_into_one_that_the_editor_names_anew() -> None:
    told = [article("a", BRIDGE), article("b", COUNCIL)]
    ledger = find(told).ledger

    found = find(told, [word("the-winter", merge=("2026-01-13-a", "2026-01-13-b"))], ledger)

    assert members(found) == {"the-winter": ["a", "b"]}
    assert found.ledger.merged() == {"2026-01-13-a": "the-winter", "2026-01-13-b": "the-winter"}


def test_events_merged_in_a_circle_lose_no_article() -> None:
    told = [article("a", BRIDGE), article("b", COUNCIL)]
    words = [word("2026-01-13-a", merge=("2026-01-13-b",)), word("2026-01-13-b", merge=("2026-01-13-a",))]

    found = find(told, words, find(told).ledger)

    assert members(found) == {"2026-01-13-a": ["a", "b"]}
    assert [fault.message.split(" (")[0] for fault in found.faults] == ["'2026-01-13-b' was merged into '2026-01-13-a'"]


def test_what_cannot_be_merged_is_told() -> None:
    found = find(
        [article("a", BRIDGE)],
        [word("2026-01-13-a", merge=("2026-01-13-a", "nowhere"))],
        find([article("a", BRIDGE)]).ledger,
    )

    assert [fault.message.split(" (")[0] for fault in found.faults] == [
        "merge: 2026-01-13-a is this event itself",
        "merge: there is no event 'nowhere'",
    ]


def test_an_article_that_is_added_and_pinned_elsewhere_is_told_with_both_files() -> None:
    told = [article("a", BRIDGE), article("b", COUNCIL, event="2026-01-13-b")]

    found = find(told, [word("2026-01-13-a", add=("b",))], find(told).ledger)

    (fault,) = found.faults
    assert fault.message.startswith("add: b says 'event: 2026-01-13-b' in b.md (delete one of the two")


def test_the_order_in_which_articles_come_changes_nothing() -> None:
    articles = [article("a", BRIDGE), article("b", BRIDGE, "2026-01-14"), article("c", COUNCIL)]

    assert find(articles) == find(articles[::-1])
