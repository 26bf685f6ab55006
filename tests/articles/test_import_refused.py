"""What holds no article is named with the reason and written nowhere, and the rest goes on."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.articles.formats.scripted import is_made_by_scripts
from generator.articles.intake import import_pages
from generator.articles.raw import READERS, clean_page, find_raw
from generator.errors import DigestError
from generator.pools import Processes

STORY = (
    "The harbour bridge will close for six weeks from Monday while its cables are replaced, the port authority said.\n"
    "Ferries will run every ten minutes, and drivers are asked to take the tunnel or to leave their cars at home.\n"
)
SCRIPTED = (
    "<html><head><title>Harbour bridge to close</title><script>window.data = {body: 'The bridge will close.'}</script>"
    "</head><body><div id='root'></div><noscript>Please enable JavaScript.</noscript><script src='/a.js'></script>"
)
FRONT = "<html><body>" + "".join(f"<h2><a href='/{n}'>Bridge {n} closes</a></h2>" for n in range(40)) + "</body></html>"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("scripted.html", SCRIPTED.encode(), "made by scripts (open it in a browser and save it from there)"),
        ("front.html", FRONT.encode(), "no article on it"),
        ("empty.html", b"", "empty"),
        ("tags.html", b"<html><body></body></html>", "empty"),
        ("picture.html", b"\xff\xd8\xff\xe0\0\x10JFIF", "binary"),
        ("archive.htm", b"PK\x03\x04\0\0", "binary"),
        ("letter.docx", b"PK\x03\x04\0\0", "'.docx' is no format of pages"),
        ("nothing", b"", "has no ending that tells its format (name it .txt, .html or .jsonl)"),
    ],
)
def test_a_page_without_an_article_is_named_with_the_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / name).write_bytes(data)
    (tmp_path / "raw" / "good.txt").write_text(STORY)

    receipts = import_pages([tmp_path / "raw"], tmp_path / "articles", root=tmp_path)

    assert {receipt.outcome for receipt in receipts} == {"refused", "written"}
    refused = next(receipt for receipt in receipts if receipt.outcome == "refused")
    assert (refused.page, refused.article) == (f"raw/{name}", "")
    assert reason in refused.reason
    assert len(list((tmp_path / "articles").iterdir())) == 1


def test_a_page_with_scripts_and_an_article_is_not_made_by_scripts() -> None:
    assert is_made_by_scripts(SCRIPTED)
    assert not is_made_by_scripts(f"<script>a < b</script><p>{STORY * 3}</p>")
    assert not is_made_by_scripts("<p>Hardly a word.</p>")


@pytest.mark.parametrize("meanwhile", [None, "Another page."])
def test_a_page_that_changes_or_goes_away_meanwhile_stops_the_import(tmp_path: Path, meanwhile: str | None) -> None:
    page = tmp_path / "a.txt"
    page.write_text(STORY)
    (raw,) = find_raw([page], tmp_path)
    page.unlink()
    if meanwhile:
        page.write_text(meanwhile)

    with pytest.raises(DigestError, match=r"a.txt: changed while it was read \(import it again\)"):
        clean_page(raw)


@given(st.binary(), st.sampled_from(sorted(READERS)))
@example(b"<" * 50_000, ".html")
@example(b"\xff\xfe" + "Zwei W\u00f6rter.".encode("utf-16-le"), ".txt")
def test_whatever_bytes_a_page_has_it_is_an_article_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any-page{suffix}"
    path.write_bytes(data)

    (washed,) = map(clean_page, find_raw([path], path.parent))

    assert bool(washed.cleaned) != bool(washed.refusal)


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for number in range(8):
        (tmp_path / f"raw/{number}.txt").write_text(STORY.replace("six", f"{number + 2}"))
    (tmp_path / "raw/more.jsonl").write_text('{"title": "Ferries", "text": "' + STORY.replace("\n", "\\n") + '"}\n{\n')
    (tmp_path / "raw/void.txt").touch()
    processes = Processes(2, many=2, chunk=3)

    try:
        many = import_pages([tmp_path / "raw"], tmp_path / "articles", root=tmp_path, executor=processes, write=False)
    finally:
        processes.close()

    assert many == import_pages([tmp_path / "raw"], tmp_path / "articles", root=tmp_path, write=False)
