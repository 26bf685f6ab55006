"""What becomes of pages: written, unchanged, edited, refused, duplicate."""

from pathlib import Path
from typing import Any

import pytest

from generator.articles.facts import read_facts
from generator.articles.intake import import_pages
from generator.articles.raw import MAX_BYTES
from generator.articles.receipts import Receipt
from generator.errors import DigestError

PAGE = """Home
News
Harbour bridge to close for repairs
Updated: 2019-03-04 08:00
(Reuters)
The harbour bridge will close for six weeks from Monday while its cables are replaced, the port authority said.
"We have put this off for long enough," said the authority's director, Ada Holm, at a meeting in the town hall.
Ferries will run every ten minutes, and drivers are asked to take the tunnel or to leave their cars at home.
Most read
Weather
Contact us
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    return tmp_path


def put(project: Path, name: str, text: str | bytes = PAGE) -> Path:
    path = project / "raw" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def run(project: Path, **options: Any) -> tuple[Receipt, ...]:
    return import_pages([project / "raw"], project / "articles", root=project, **options)


def test_a_page_becomes_an_article_with_what_it_says_of_itself(project: Path) -> None:
    put(project, "bridge.txt")

    (receipt,) = run(project)

    assert receipt.outcome == "written"
    assert receipt.article == "articles/2019-03-04-harbour-bridge-to-close-for-repairs.md"
    text = (project / receipt.article).read_text()
    assert text.startswith(
        "---\ntitle: Harbour bridge to close for repairs\ndate: 2019-03-04\ndate_basis: page stamp\norigin: Reuters\n"
        "lang: en\nimported:\n  from: raw/bridge.txt\n  sha256: "
    )
    assert text.endswith("leave their cars at home.\n")
    assert [cut.line for cut in receipt.cuts] == [1, 2, 3, 4, 5, 9, 10, 11]
    assert [cut.rule for cut in receipt.cuts[:5]] == [
        *("above the article", "above the article", "the title", "the date", "a credit")
    ]


def test_importing_again_changes_nothing(project: Path) -> None:
    put(project, "bridge.txt")
    first = project / run(project)[0].article
    before = first.read_bytes(), first.stat().st_mtime_ns

    assert [receipt.outcome for receipt in run(project)] == ["unchanged"]
    assert (first.read_bytes(), first.stat().st_mtime_ns) == before


def test_a_changed_page_replaces_the_article_that_nobody_touched(project: Path) -> None:
    page = put(project, "bridge.txt")
    article = project / run(project)[0].article
    page.write_text(PAGE.replace("six weeks", "eight weeks"))

    assert [receipt.outcome for receipt in run(project)] == ["written"]
    assert "eight weeks" in article.read_text()


def test_an_edited_article_is_never_overwritten(project: Path) -> None:
    page = put(project, "bridge.txt")
    article = project / run(project)[0].article
    article.write_text(article.read_text().replace("title: Harbour", "title: The harbour"))
    edited = article.read_bytes()
    page.write_text(PAGE.replace("six weeks", "eight weeks"))

    (receipt,) = run(project)

    assert (receipt.outcome, article.read_bytes()) == ("edited", edited)
    assert "--force" in receipt.reason


def test_force_lays_the_new_version_beside_an_edited_article(project: Path) -> None:
    page = put(project, "bridge.txt")
    article = project / run(project)[0].article
    article.write_text(article.read_text() + "\nAn editor's line.\n")
    edited = article.read_bytes()
    page.write_text(PAGE.replace("six weeks", "eight weeks"))

    run(project, force=True)

    assert article.read_bytes() == edited
    assert "eight weeks" in article.with_name(f"{article.name}.new").read_text()


def test_an_article_is_known_by_its_page_after_the_editor_renamed_it(project: Path) -> None:
    put(project, "bridge.txt")
    article = project / run(project)[0].article
    article.rename(article.with_name("bridge.md"))

    assert [(receipt.outcome, receipt.article) for receipt in run(project)] == [("unchanged", "articles/bridge.md")]


def test_the_same_text_on_two_pages_is_one_article_and_the_other_is_named(project: Path) -> None:
    put(project, "a.txt")
    put(project, "b.txt", PAGE.replace("Most read", "Most viewed"))

    first, second = run(project)

    assert (first.outcome, second.outcome) == ("written", "duplicate")
    assert first.article in second.reason
    assert [receipt.outcome for receipt in run(project)] == ["unchanged", "duplicate"]


def test_a_page_that_was_renamed_is_the_same_page_and_its_facts_are_heard(project: Path) -> None:
    page = put(project, "bridge.txt")
    written = run(project)[0].article
    page.rename(page.with_name("harbour.txt"))
    facts = project / "raw" / "facts.csv"
    facts.write_text("file,place\nharbour.txt,Westhaven\n")

    assert [(receipt.outcome, receipt.article) for receipt in run(project, facts=read_facts(facts, project))] == [
        ("written", written)
    ]
    assert "place: Westhaven" in (project / written).read_text()


def test_the_same_text_in_two_outlets_is_two_articles(project: Path) -> None:
    put(project, "a.txt")
    put(project, "b.txt", PAGE.replace("Most read", "Most viewed"))
    facts = project / "raw" / "facts.csv"
    facts.write_text("file,source\na.txt,Example Courier\nb.txt,Evening Observer\n")

    assert [receipt.outcome for receipt in run(project, facts=read_facts(facts, project))] == ["written", "written"]


def test_two_stories_under_one_headline_get_names_of_their_own(project: Path) -> None:
    put(project, "a.txt")
    put(project, "b.txt", PAGE.replace("six weeks", "eight weeks"))

    assert [Path(receipt.article).name for receipt in run(project)] == [
        "2019-03-04-harbour-bridge-to-close-for-repairs.md",
        "2019-03-04-harbour-bridge-to-close-for-repairs-2.md",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n| |||\n", "empty"),
        ("front.txt", b"Home\nNews\nSport\nMinister resigns\nBridge closes\nRain to come\nContact\n", "no article"),
        ("picture.txt", b"\x89PNG\r\n\0\0\0\r", "binary"),
        ("huge.txt", b"a" * (MAX_BYTES + 1), "more than"),
        ("page.pdf", b"%PDF-1.4", ".pdf"),
    ],
)
def test_a_page_without_an_article_is_refused_and_the_rest_goes_on(
    project: Path, name: str, data: bytes, reason: str
) -> None:
    put(project, name, data)
    put(project, "zz.txt")

    refused, written = sorted(run(project), key=lambda receipt: receipt.outcome)

    assert (refused.outcome, refused.article) == ("refused", "")
    assert reason in refused.reason
    assert written.outcome == "written"


def test_hidden_files_backups_and_facts_are_passed_over(project: Path) -> None:
    for name in (".hidden.txt", "bridge.txt~", "bridge.txt.bak", "#bridge.txt#", ".git/page.txt"):
        put(project, name)
    put(project, "facts.csv", "file\n")

    assert run(project) == ()


@pytest.mark.parametrize(("name", "start"), [("#1 bridge.txt", "#"), ("~bridge.html", "~"), ("..bridge..txt", "..")])
def test_a_page_that_is_passed_over_for_its_name_is_told_and_taken_where_it_is_asked_for(
    project: Path, name: str, start: str
) -> None:
    page = put(project, name)

    [receipt] = run(project)

    assert (receipt.page, receipt.outcome) == (f"raw/{name}", "refused")
    assert receipt.reason.startswith(f"passed over, as its name begins with '{start}'")
    if page.suffix == ".txt":
        [receipt] = import_pages([page], project / "articles", root=project)
        assert receipt.outcome == "written"


def test_a_dry_run_tells_the_same_and_writes_nothing(project: Path) -> None:
    put(project, "bridge.txt")

    told = run(project, write=False)

    assert not (project / "articles").exists()
    assert told == run(project)


def test_source_and_date_of_the_command_line_fill_in_only_what_is_unknown(project: Path) -> None:
    put(project, "dated.txt")
    put(project, "undated.txt", PAGE.replace("Updated: 2019-03-04 08:00\n", "").replace("six", "two"))

    dated, undated = run(project, date="2019-03-05", source="The Courier")

    assert "date: 2019-03-04\ndate_basis: page stamp\nsource: The Courier\n" in (project / dated.article).read_text()
    assert "date: 2019-03-05\ndate_basis: editor\nsource: The Courier\n" in (project / undated.article).read_text()


def test_a_wrong_date_or_path_is_told_with_its_mend(project: Path) -> None:
    with pytest.raises(DigestError, match="'Thursday' is no date"):
        run(project, date="Thursday")
    with pytest.raises(DigestError, match="nowhere: is not there"):
        import_pages([project / "nowhere"], project / "articles", root=project)


def test_the_order_in_which_pages_are_named_changes_no_article(project: Path) -> None:
    pages = [put(project, f"{name}.txt", PAGE.replace("six", name)) for name in ("four", "nine", "two")]
    forth = import_pages(pages, project / "forth", root=project)
    back = import_pages([pages[0].parent], project / "back", root=project)

    assert {Path(receipt.article).name for receipt in forth} == {Path(receipt.article).name for receipt in back}


def test_no_half_written_file_is_left_behind(project: Path) -> None:
    put(project, "bridge.txt")
    run(project)

    assert [path.suffix for path in (project / "articles").iterdir()] == [".md"]


def test_a_page_that_is_not_utf8_is_read_and_its_encoding_noted(project: Path) -> None:
    put(project, "latin.txt", PAGE.replace("Ada Holm", "Åsa Høyer").encode("cp1252"))

    (receipt,) = run(project)

    assert "Windows-1252" in receipt.reason
    assert "Åsa Høyer" in (project / receipt.article).read_text(encoding="utf-8")
