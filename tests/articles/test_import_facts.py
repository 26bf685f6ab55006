from collections.abc import Callable
from pathlib import Path

import pytest

from generator.articles.facts import Facts, read_facts
from generator.articles.intake import import_pages
from generator.cli import main
from generator.errors import DigestError


def facts(folder: Path, text: str) -> Path:
    path = folder / "facts.csv"
    path.write_bytes(text.encode("utf-8"))
    return path


def test_facts_are_known_by_the_page_and_empty_cells_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").touch()
    path = facts(tmp_path, '\ufefffile,date,source\r\na.txt,2015-12-15,\r\n\r\nb.txt,2015-12,"Holm, Ada"\r\n')

    assert read_facts(path, tmp_path) == {
        "a.txt": Facts(2, {"date": "2015-12-15"}),
        "b.txt": Facts(4, {"date": "2015-12", "source": "Holm, Ada"}),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,dat\na.txt,2015\n", "facts.csv:1: 'dat' is no column here (did you mean 'date'?)"),
        ("date\n2015\n", "facts.csv:1: no column 'file'"),
        ("file,date\na.txt,2015-13-01\n", "facts.csv:2: date: '2015-13-01' is a day that no calendar has"),
        (
            "file,date\na.txt,2015\na.txt,2016\n",
            "facts.csv:3: file: 'a.txt' is told twice (first in line 2: delete one of the two)",
        ),
        ("file,date\na.txt,2015,x\n", "facts.csv:2: more cells than columns"),
        ("file,url\na.txt,javascript:1\n", "facts.csv:2: url: 'javascript:1' is no plain http or https address"),
        ('file,date\na.txt,2016\n"b.txt,2015\n', "facts.csv:3: a quotation mark opens here or below, and none closes"),
        ('file,source\na.txt,"The" Courier\n', "facts.csv:2: here or below is no CSV: ',' expected after '\"'"),
        ("a.txt,2015\n", "facts.csv:1: the columns have no names (write 'file,date,source', or what they are, as"),
        (
            "file,date;source\na.txt,2015;x\n",
            "facts.csv:1: 'date;source' is no column here (part all columns by commas",
        ),
        ("file|date\na.txt|2015\n", "facts.csv:1: 'file|date' is no column here (part all columns by commas"),
        (
            "file,url\na.txt,courier.example\n",
            "is no plain http or https address, so no link (write it whole: https://…)",
        ),
        ("date,source\n2015,x\n2016,y\n", "facts.csv:1: no column 'file'"),
    ],
)
def test_a_fault_is_told_with_its_line_and_its_mend(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(DigestError) as error:
        read_facts(facts(tmp_path, text), tmp_path)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a.txt,2015\na.txt,2016\n", 1),  # no names of columns: not that each name is none
        ("date\n2015\n2016\n", 1),  # no files: not that each is missing
        ("file,date\na.txt,January 13, 2015\n", 1),  # a comma too many: not that 'January 13' is no date
    ],
)
def test_one_slip_is_one_fault(tmp_path: Path, text: str, faults: int) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(DigestError) as error:
        read_facts(facts(tmp_path, text), tmp_path)
    assert len(error.value.faults) == faults


@pytest.mark.parametrize(
    ("file", "mend"),
    [
        ("harbour-bridge.html", ""),
        ("a\0.txt", "did you mean 'a.txt'? or "),
        ("raw/a.txt", "did you mean 'a.txt'? or "),
        ("a", "did you mean 'a.txt'? or "),
    ],
)
def test_a_line_for_a_page_that_is_not_there_is_a_warning_and_the_rest_goes_on(
    tmp_path: Path, file: str, mend: str
) -> None:
    (tmp_path / "a.txt").touch()
    known = read_facts(facts(tmp_path, f"file,date\n{file},2015\na.txt,2016\n"), tmp_path)

    assert known["a.txt"] == Facts(3, {"date": "2016"})
    told = [str(fact.gone) for fact in known.values() if fact.gone]
    assert len(told) == 1
    assert told[0].startswith(f"facts.csv:2: warning: file: '{file}' is not in ")
    assert told[0].endswith(f"so the line is not heard ({mend}delete the line if that page is gone)")


def test_an_import_goes_on_where_a_line_is_of_a_page_that_was_deleted(
    project: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    story = "The harbour bridge will close for six weeks while its cables are replaced, the port authority said.\n"
    raw = {"content/raw/a.txt": story, "content/raw/facts.csv": "file,source\na.txt,Courier\nold.txt,Courier\n"}
    root = project(files=raw)

    for _ in range(2):  # and it is told as long as the line stands there
        assert main(["import", "-q", "-r", str(root), str(root / "content/raw")]) == 0
        assert "content/raw/facts.csv:3: warning: file: 'old.txt' is not in raw/" in capsys.readouterr().err
    [article] = (root / "content/articles").iterdir()
    assert "source: Courier" in article.read_text("utf-8")


def test_a_table_in_another_charset_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_bytes("file,source\na.txt,Café\n".encode("latin-1"))
    with pytest.raises(DigestError, match=r"facts.csv:2: is not UTF-8 \(save the table as CSV UTF-8\)"):
        read_facts(tmp_path / "facts.csv", tmp_path)


def test_columns_may_be_named_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert read_facts(facts(tmp_path, "File,DATE\na.txt,2015\n"), tmp_path) == {"a.txt": Facts(2, {"date": "2015"})}


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(DigestError) as error:
        read_facts(facts(tmp_path, "file,when,date\na.txt,2015,x\nb.txt,2016,y\n"), tmp_path)
    assert len(error.value.faults) == 3


def test_facts_beat_what_the_page_says(tmp_path: Path) -> None:
    story = "The harbour bridge will close for six weeks while its cables are replaced, the port authority said.\n"
    (tmp_path / "a.txt").write_text(f"Harbour bridge to close\nUpdated: 2019-03-04 08:00\n(Reuters)\n{story}")
    path = facts(tmp_path, "file,title,date,origin\na.txt,The bridge closes,2019-03-03,dpa\n")

    (receipt,) = import_pages(
        [tmp_path / "a.txt"], tmp_path / "articles", root=tmp_path, facts=read_facts(path, tmp_path)
    )

    text = (tmp_path / receipt.article).read_text()
    assert text.startswith("---\ntitle: The bridge closes\ndate: 2019-03-03\ndate_basis: editor\norigin: dpa\n")
    assert ("date", "2019-03-03", "facts.csv line 2") in {(f.field, f.value, f.why) for f in receipt.found}
