"""One page under two names, or in two formats, is one article."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.desk import is_same_text
from generator.articles.facts import read_facts
from generator.articles.intake import import_pages
from generator.articles.receipts import Receipt

TITLE = "Harbour bridge to close"
STORY = (
    "The harbour bridge will close for six weeks from Monday while its cables are replaced, the port authority said.",
    '"We have put this off for long enough," said the authority\'s director, Ada Holm, at a meeting in the town hall.',
    "Ferries will run every ten minutes, and drivers are asked to take the tunnel or to leave their cars at home.",
    "The last such closure, eleven years ago, ended four months later than the authority had promised the town.",
    "The council will hear the director again in May, when the tenders for the second of three stages are opened.",
)
PAGE = "\n\n".join((TITLE, *STORY))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    return tmp_path / "raw"


def run(raw: Path) -> tuple[Receipt, ...]:
    facts = read_facts(raw / "facts.csv", raw.parent) if (raw / "facts.csv").exists() else {}
    return import_pages([raw], raw.parent / "articles", root=raw.parent, facts=facts)


def record(text: str = "\n\n".join(STORY), **fields: str) -> str:
    return json.dumps({"title": TITLE, "text": text, **fields}) + "\n"


def test_a_page_that_also_came_in_another_format_is_said_with_the_name_of_the_other(raw: Path) -> None:
    (raw / "a.txt").write_text(PAGE)
    (raw / "b.jsonl").write_text(record())

    first, second = run(raw)

    assert (first.outcome, second.outcome, second.article) == ("written", "duplicate", first.article)
    assert second.reason.startswith(f"the same text as {first.article} from raw/a.txt (")
    assert [receipt.outcome for receipt in run(raw)] == ["unchanged", "duplicate"]


def test_quotes_spaces_and_a_paragraph_less_at_the_end_make_no_other_text(raw: Path) -> None:
    (raw / "a.txt").write_text(PAGE)
    (raw / "b.txt").write_text(PAGE.replace('"', "“").replace("'", "’").replace(" ", "  "))
    (raw / "c.txt").write_text(PAGE.removesuffix(f"\n\n{STORY[-1]}"))

    assert [receipt.outcome for receipt in run(raw)] == ["written", "duplicate", "duplicate"]


def test_a_line_that_only_one_format_has_makes_no_other_text(raw: Path) -> None:
    (raw / "a.txt").write_text(PAGE)
    caption = "Ferries wait in the harbour of Westhaven, whose quays were built two hundred years ago by convicts."
    (raw / "b.jsonl").write_text(record("\n\n".join((*STORY[:2], caption, *STORY[2:]))))

    assert [receipt.outcome for receipt in run(raw)] == ["written", "duplicate"]


def test_nearly_one_text_on_two_days_is_two_articles(raw: Path) -> None:
    (raw / "a.jsonl").write_text(record(date="2019-03-04"))
    (raw / "b.jsonl").write_text(record("\n\n".join(STORY[:4]), date="2019-03-07"))

    assert [receipt.outcome for receipt in run(raw)] == ["written", "written"]


def test_half_of_a_text_and_a_text_with_other_words_in_it_are_articles_of_their_own(raw: Path) -> None:
    (raw / "a.txt").write_text(PAGE)
    (raw / "b.txt").write_text("\n\n".join((TITLE, *STORY[:3])))
    (raw / "c.txt").write_text(PAGE.replace("eleven", "nine"))

    assert [receipt.outcome for receipt in run(raw)] == ["written", "written", "written"]


def test_one_address_is_one_page_whatever_hangs_on_it_and_a_sentence_more_or_less(raw: Path) -> None:
    more = "\n\n".join((*STORY[:2], "Work on the cables begins at dawn.", *STORY[2:]))
    url = "https://www.courier.example/bridge"
    (raw / "a.jsonl").write_text(record(url=f"{url}/?utm_source=mail#top"))
    (raw / "b.jsonl").write_text(record(more, url=url.replace("https://www.", "http://")))

    first, second = run(raw)

    assert (first.outcome, second.outcome) == ("written", "duplicate")
    assert second.reason.startswith(f"the same address as {first.article} from ")


def test_one_address_with_another_story_is_another_article(raw: Path) -> None:
    other = "Voters in the old town chose a baker as their mayor; nobody had asked her whether she wanted to be. " * 2
    (raw / "a.jsonl").write_text(record(url="https://courier.example/live"))
    (raw / "b.jsonl").write_text(record(other, url="https://courier.example/live"))

    assert [receipt.outcome for receipt in run(raw)] == ["written", "written"]


def test_a_record_twice_in_one_file_is_one_article(raw: Path) -> None:
    (raw / "a.jsonl").write_text(record(url="https://courier.example/b") * 2)

    assert [receipt.outcome for receipt in run(raw)] == ["written", "duplicate"]
    assert [receipt.outcome for receipt in run(raw)] == ["unchanged", "duplicate"]


def test_the_same_text_in_two_outlets_is_two_articles_in_any_format(raw: Path) -> None:
    (raw / "a.jsonl").write_text(record(source="Example Courier") + record(source="Evening Observer", id="2"))

    assert [receipt.outcome for receipt in run(raw)] == ["written", "written"]


def test_what_the_editor_knows_of_the_other_page_counts_too(raw: Path) -> None:
    (raw / "a.txt").write_text(PAGE)
    (raw / "b.jsonl").write_text(record(id="7"))
    (raw / "facts.csv").write_text("file,date,place\na.txt,,Westhaven\nb.jsonl#7,2019-03-04,Elsewhere\n")

    first, second = run(raw)

    assert second.outcome == "duplicate"
    assert "\ndate: 2019-03-04\ndate_basis: editor\nplace: Westhaven\n" in (raw.parent / first.article).read_text()


def test_two_stories_under_one_address_in_one_file_are_two_articles(raw: Path) -> None:
    other = "Voters in the old town chose a baker as their mayor; nobody had asked her whether she wanted to be. " * 2
    (raw / "a.jsonl").write_text("".join(record(text, url="https://courier.example/x") for text in (PAGE, other)))

    assert [receipt.outcome for receipt in run(raw)] == ["written", "written"]
    assert [receipt.outcome for receipt in run(raw)] == ["unchanged", "unchanged"]


def test_what_a_richer_page_states_of_the_same_article_is_taken_from_it(raw: Path) -> None:
    (raw / "a.txt").write_text(PAGE)
    (raw / "b.jsonl").write_text(record(date="2019-03-04", source="Example Courier", url="https://courier.example/b"))

    first, second = run(raw)

    assert (first.outcome, second.outcome) == ("written", "duplicate")
    text = (raw.parent / first.article).read_text()
    assert (
        "\ndate: 2019-03-04\ndate_basis: page stamp\nsource: Example Courier\nurl: https://courier.example/b\n" in text
    )
    assert [receipt.outcome for receipt in run(raw)] == ["unchanged", "duplicate"]


def test_a_page_takes_the_place_of_the_one_that_its_article_came_from_when_that_is_gone(raw: Path) -> None:
    (raw / "a.txt").write_text(PAGE)
    (first,) = run(raw)
    (raw / "a.txt").unlink()
    (raw / "b.jsonl").write_text(record(date="2019-03-04"))

    (second,) = run(raw)

    assert (second.outcome, second.article) == ("written", first.article)
    assert "\ndate: 2019-03-04\n" in (raw.parent / first.article).read_text()


# An opening that recurs, longer than what tells where a text may begin, and hardly a line of one in the other.
OPENING = "the port says " * 8


@given(st.text("ab ", max_size=9), st.integers(0, 3), st.integers(1, 3))
def test_a_text_is_the_same_as_one_that_holds_it_wherever_it_begins_there(above: str, before: int, own: int) -> None:
    text = OPENING * own + "that the bridge is shut until the cables are replaced and tested " * 20
    assert is_same_text(text, f"{above} {OPENING * before}{text}")
