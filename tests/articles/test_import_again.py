"""Pages that were cleaned before: remembered while nothing changes that cleaning depends on, and never wrongly."""

import json
import time
from pathlib import Path

import pytest

from generator.articles import raw
from generator.articles.receipts import Cleaned
from generator.cli import main
from generator.commands import importing

STORY = (
    "Harbour bridge to close\n"
    "The harbour bridge will close for six weeks from Monday while its cables are replaced, the port authority said.\n"
    "Ferries will run every ten minutes, and drivers are asked to take the tunnel or to leave their cars at home.\n"
)


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    (tmp_path / "config.yaml").write_text("title: Bridges\nbase_url: https://digest.example/\n")
    (tmp_path / "content/raw").mkdir(parents=True)
    for number in range(3):
        (tmp_path / f"content/raw/{number}.txt").write_text(
            STORY.replace("six", f"{number + 2}").replace("cables", "deck" * number)
        )
    record = {"title": "Ferries", "text": STORY.replace("bridge", "ferry")}
    (tmp_path / "content/raw/more.jsonl").write_text(json.dumps(record))
    return tmp_path


def imported(digest: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, object]]:
    main(["import", str(digest / "content/raw"), "--root", str(digest), "--json", "--quiet", *options])
    receipts: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return receipts


def articles(digest: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (digest / "content/articles").iterdir()}


def cleaned_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give a list in which each page stands that is cleaned from now on."""
    pages: list[str] = []
    clean = raw._clean

    def counted(suffix: str, data: bytes) -> Cleaned:
        pages.append(suffix)
        return clean(suffix, data)

    monkeypatch.setattr(raw, "_clean", counted)
    return pages


def test_an_unchanged_page_is_not_cleaned_again_and_its_receipt_is_the_same(
    digest: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = imported(digest, capsys)
    pages = cleaned_pages(monkeypatch)

    again = imported(digest, capsys)

    assert pages == []
    assert again == [{**receipt, "outcome": "unchanged"} for receipt in first]


def test_a_changed_page_is_cleaned_and_facts_and_options_are_heard(
    digest: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(digest, capsys)
    (digest / "content/raw/1.txt").write_text(STORY.replace("six weeks", "a year"))
    (digest / "content/raw/facts.csv").write_text("file,date\n2.txt,2019-03-04\n")
    pages = cleaned_pages(monkeypatch)

    imported(digest, capsys, "--source", "The Courier")
    warm = articles(digest)

    assert pages == [".txt"]
    assert b"for a year" in b"".join(warm.values())
    assert sum(b"date: 2019-03-04" in text for text in warm.values()) == 1
    assert all(b"source: The Courier" in text for text in warm.values())


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take it that all files are older than the tick of their file system."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 3_600_000_000_000)


def told(digest: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["import", str(digest / "content/raw"), "--root", str(digest)]) == 0
    return capsys.readouterr().err


@pytest.mark.usefixtures("later")
def test_an_import_that_would_change_nothing_again_says_so_and_loads_nothing(
    digest: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(digest, capsys)
    second = told(digest, capsys)
    monkeypatch.setattr(importing, "import_pages", None)

    assert told(digest, capsys) == second
    assert "4 pages: 4 unchanged" in second


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    "name",
    ["content/raw/1.txt", "content/raw/facts.csv", "content/raw/new.txt", "content/articles/new.md", "config.yaml"],
)
def test_any_change_is_seen(
    digest: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    told(digest, capsys)
    told(digest, capsys)
    with (digest / name).open("a") as file:
        file.write("\n")
    monkeypatch.setattr(importing, "import_pages", lambda *_, **__: ())

    assert main(["import", str(digest / "content/raw"), "--root", str(digest)]) == 1  # no page became anything


def test_without_the_memory_the_same_is_made(digest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(digest, capsys)
    warm = imported(digest, capsys)
    for path in (digest / ".dateline").iterdir():
        path.write_bytes(b"spoilt")

    assert imported(digest, capsys) == warm


def test_a_rehearsal_and_an_import_without_a_digest_remember_nothing(
    digest: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    imported(digest, capsys, "--dry-run")
    assert not (digest / ".dateline/pages.index").exists()
    (digest / "config.yaml").unlink()
    imported(digest, capsys, "--to", str(tmp_path / "elsewhere"))
    assert not (digest / ".dateline/pages.index").exists()


def test_what_is_withdrawn_is_forgotten_by_the_next_build(digest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(digest, capsys, "--date", "2019-03-04")
    assert b"cables" in (digest / ".dateline/pages").read_bytes()
    for path in (digest / "content/raw").iterdir():
        path.unlink()
    for path in (digest / "content/articles").iterdir():
        path.write_text(
            "---\ntitle: Withdrawn\ndate: 2019-03-04\nstatus: withdrawn\nreason: Not so.\n---\n\nIt was not so.\n"
        )

    main(["build", "--root", str(digest), "--quiet"])

    assert not any(b"cables" in path.read_bytes() for path in (digest / ".dateline").iterdir() if path.is_file())


def test_a_source_and_a_day_given_once_stay_through_later_imports(
    digest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(digest, capsys, "--source", "The Courier", "--date", "2019-03-04")
    before = articles(digest)
    assert all(b"\nsource: The Courier\n" in article for article in before.values())

    again = imported(digest, capsys)

    assert {receipt["outcome"] for receipt in again} == {"unchanged"}
    assert articles(digest) == before

    imported(digest, capsys, "--source", "The Observer")
    assert all(b"\nsource: The Observer\n" in article for article in articles(digest).values())


def test_what_facts_tell_beats_a_source_given_once(digest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(digest, capsys, "--source", "The Courier")
    (digest / "content/raw/facts.csv").write_text("file,source\n2.txt,The Observer\n")

    imported(digest, capsys)

    sources = [article.split(b"\nsource: ")[1].split(b"\n")[0] for article in articles(digest).values()]
    assert sorted(sources) == [b"The Courier"] * 3 + [b"The Observer"]
