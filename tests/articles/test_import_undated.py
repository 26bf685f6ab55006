"""Articles whose pages state no day: what a sibling tells, and a table for the editor to fill in."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.articles.facts import read_facts
from generator.articles.intake import import_pages
from generator.articles.receipts import Receipt
from generator.cli import main

Project = Callable[..., Path]
DATED = """Kestria and Ostmark sign a fishing treaty in Westhaven
Wednesday, 6 March 2019
Kestria and Ostmark signed a fishing treaty in Westhaven on Tuesday after nine years of talks about the cod grounds.
The treaty lets forty Kestrian trawlers fish for cod off the Ostmark banks, said Kestria's minister Ada Holm.
"Nine years are enough," Holm said in Westhaven, where she met the Ostmark minister, Per Lund, in the harbour office.
"""
UNDATED = """Westhaven treaty opens cod grounds to Kestrian trawlers
Ostmark and Kestria signed a treaty in Westhaven on Tuesday that opens the cod grounds off the Ostmark banks.
Forty trawlers from Kestria may fish for cod there after nine years of talks, minister Ada Holm said in Westhaven.
Per Lund, the minister of Ostmark, met Holm in the harbour office before the fishing treaty was signed.
"""
OTHER = """Baker becomes mayor of the old town
Voters in the old town chose a baker as their mayor on Friday; nobody had asked her whether she wanted to be one.
The count took most of the night, since two of the boxes had been left in a cupboard of the school, the clerk said.
"""


def run(folder: Path, **pages: str) -> dict[str, Receipt]:
    (folder / "raw").mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"raw/{name}.txt").write_text(text)
    receipts = import_pages([folder / "raw"], folder / "articles", root=folder)
    return {Path(receipt.page).stem: receipt for receipt in receipts}


def told(receipt: Receipt, field: str) -> tuple[str, str] | None:
    return next(((fact.value, fact.why) for fact in receipt.found if fact.field == field), None)


def test_a_weekday_and_a_sibling_give_a_day_and_the_receipt_says_both(tmp_path: Path) -> None:
    receipt = run(tmp_path, dated=DATED, undated=UNDATED, other=OTHER)["undated"]

    value, why = told(receipt, "date") or ("", "")
    assert value == "2019-03-05"
    assert why.startswith("'on Tuesday' in “Ostmark and Kestria signed a treaty in Westhaven on Tuesday that")
    assert why.endswith("”, and raw/dated.txt of 2019-03-06 tells of the same")
    assert "\ndate: 2019-03-05\ndate_basis: inferred\n" in (tmp_path / receipt.article).read_text()
    assert {receipt.outcome for receipt in run(tmp_path).values()} == {"unchanged"}


def test_importing_the_undated_page_alone_later_gives_the_same_day(tmp_path: Path) -> None:
    before = run(tmp_path, dated=DATED, undated=UNDATED)["undated"]

    (after,) = import_pages([tmp_path / "raw/undated.txt"], tmp_path / "articles", root=tmp_path)

    assert (after.outcome, told(after, "date")) == ("unchanged", told(before, "date"))


@pytest.mark.parametrize(
    "pages",
    [
        {"undated": UNDATED},
        {"undated": UNDATED, "other": OTHER},
        {"undated": UNDATED.replace("on Tuesday", "this week"), "dated": DATED},
        {"undated": UNDATED.replace("on Tuesday", "on Monday"), "dated": DATED},
        {"undated": UNDATED.replace("that opens", "and Friday that opens"), "dated": DATED},
        {"undated": UNDATED, "dated": DATED, "later": DATED.replace("6 March", "13 March").replace("nine", "ten")},
    ],
    ids=["alone", "another story", "no weekday", "two weekdays", "two in one", "two siblings"],
)
def test_where_two_days_are_possible_none_is_given(tmp_path: Path, pages: dict[str, str]) -> None:
    assert told(run(tmp_path, **pages)["undated"], "date") is None


def test_undated_pages_are_listed_filled_in_imported_again_and_dated(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    towns = ("Aldby", "Borum", "Calder", "Dunholt", "Esker", "Farve", "Gorm", "Hammel", "Ilsted", "Jorn")
    story = "The council of {0} met on Thursday and has paid for its new library since Feb. 4, the clerk of {0} said.\n"
    pages = {
        f"content/raw/{town.lower()}.txt": f"Library of {town} opens\n{story.format(town)}{town} has no other news.\n"
        for town in towns
    }
    facts = "file,date,place\nold.txt,2019-01-02,Westhaven\n"
    root = project(files={**pages, "content/raw/old.txt": OTHER, "content/raw/facts.csv": facts})
    arguments = ("-q", "-r", str(root))

    assert main(["import", str(root / "content/raw"), *arguments]) == 0
    names = sorted(path.name for path in (root / "content/articles").iterdir())
    capsys.readouterr()
    assert main(["list", "undated", "--csv", *arguments]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    assert [row["file"] for row in table] == sorted([*(f"{town.lower()}.txt" for town in towns), "old.txt"])
    assert table[0]["headline"] == "Library of Aldby opens"
    assert table[0]["clues"] == "on Thursday; Feb. 4; in its folder: 2019-01-02 to 2019-01-02"
    assert (table[-1]["date"], table[-1]["place"]) == ("2019-01-02", "Westhaven")

    for number, row in enumerate(table[:-1], start=11):
        row["date"] = f"2019-02-{number}"
    filled = io.StringIO()
    writer = csv.DictWriter(filled, list(table[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(table)
    (root / "content/raw/facts.csv").write_bytes(b"\xef\xbb\xbf" + filled.getvalue().encode())
    assert main(["import", str(root / "content/raw"), *arguments]) == 0
    assert main(["list", "undated", *arguments]) == 0

    assert sorted(path.name for path in (root / "content/articles").iterdir()) == names
    texts = [(root / "content/articles" / name).read_text() for name in names]
    assert all("\ndate: 2019-0" in text and "\ndate_basis: editor\n" in text for text in texts)


def test_the_table_names_a_sibling_and_its_days_and_no_formula(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    undated = UNDATED.replace("on Tuesday", "after a week that began on Monday and ended on Friday")
    files = {"content/raw/dated.txt": DATED, "content/raw/undated.txt": undated}
    facts = "file,title\nundated.txt,=cmd()\n"
    root = str(
        project({"mine": {"title": "By hand", "body": "Text."}}, files={**files, "content/raw/facts.csv": facts})
    )
    main(["import", f"{root}/content/raw", "-q", "-r", root])
    capsys.readouterr()

    assert main(["list", "undated", "--csv", "-r", root]) == 0

    said = capsys.readouterr()
    (row,) = csv.DictReader(io.StringIO(said.out))
    assert row["headline"] == "'=cmd()"
    assert "like content/raw/dated.txt of 2019-03-06" in row["clues"]
    assert row["days"].split() == ["2019-03-04"]  # a Monday, as the text says, and not the sibling's Wednesday
    assert (
        said.err
        == "content/articles/mine.md: has no raw page for a line of facts.csv (write 'date: YYYY-MM-DD' in it)\n"
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_from_any_spreadsheet_is_read(tmp_path: Path, separator: str) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    rows = [["file", "date", "headline", "source"], ["a.txt", "2019-03-04", "x", "Courier"]]
    text = "sep=;\r\n" * (separator == ";") + "".join(f"{separator.join(row)}\r\n" for row in rows)
    (tmp_path / "facts.csv").write_bytes(text.encode("utf-16") if separator == "\t" else text.encode())

    (receipt,) = import_pages(
        [tmp_path / "a.txt"], tmp_path / "o", root=tmp_path, facts=read_facts(tmp_path / "facts.csv", tmp_path)
    )

    assert (told(receipt, "date"), told(receipt, "source")) == (
        *(
            ("2019-03-04", f"facts.csv line {2 + (separator == ';')}"),
            ("Courier", f"facts.csv line {2 + (separator == ';')}"),
        ),
    )


def test_dates_of_any_form_beside_an_undated_page_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for name, date in (("a", "2015/2016~"), ("b", "2015-12"), ("c", "2015-12-14/2015-12-16"), ("d", "about 2015")):
        text = f"---\ntitle: A {name}\ndate: {date}\n---\n\n{UNDATED}"
        (tmp_path / f"articles/{name}.md").write_text(text)

    assert told(run(tmp_path, undated=UNDATED.replace("Forty", "Fifty"))["undated"], "date") is None
