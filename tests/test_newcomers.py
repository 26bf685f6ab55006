"""What a newcomer stumbles over: each is told, with what to do instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.articles.raw import COLLECTIONS, READERS
from generator.articles.read import RAW
from generator.cli import main

Project = Callable[..., Path]
COUNCIL = {"title": "Council meets", "date": "2026-01-13", "source": "Example Courier", "body": "The council met."}


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command and give what it tells: `told(0, "build", "-r", root)`, with the exit code that it must have."""

    def run(code: int, *arguments: str) -> str:
        assert main(list(arguments)) == code
        return capsys.readouterr().err

    return run


def test_a_raw_page_among_the_articles_is_named_with_the_way_to_import_it(
    project: Project, told: Callable[..., str]
) -> None:
    root = project({"council": COUNCIL}, files={"content/articles/page.html": "<p>A page as it came.</p>"})

    assert told(0, "build", "-q", "-r", str(root)) == (
        "content/articles/page.html: warning: is a raw page and passed over "
        "(move it to content/raw/ and run 'dateline import content/raw')\n"
    )
    assert told(1, "build", "-q", "-s", "-r", str(root)).startswith("content/articles/page.html: warning:")


def test_every_form_of_raw_page_is_known_among_the_articles() -> None:
    assert set(RAW) == READERS.keys() | COLLECTIONS.keys()


def test_the_editors_word_in_a_file_that_nobody_reads_is_named(project: Project, told: Callable[..., str]) -> None:
    files = {
        "content/events/2026-01-13-council.yaml": "title: x\n",
        "content/pages/contact.html": "<p>Write to us.</p>",
    }
    warned = told(0, "build", "-q", "-r", str(project({"council": COUNCIL}, files=files)))

    assert "council.yaml: warning: is passed over (let its name end in .md)" in warned
    assert "contact.html: warning: is passed over (write Markdown, NAME.md; " in warned


def test_opening_words_that_are_none_are_a_fault_with_its_line(project: Project, told: Callable[..., str]) -> None:
    files = {"content/events/2026-01-13-council.md": '---\ntitle: The council\ndrop: [""]\n---\n'}

    assert told(1, "build", "-q", "-r", str(project({"council": COUNCIL}, files=files))).startswith(
        "content/events/2026-01-13-council.md:3: drop: has an entry without a word (write it, or delete it)\n"
    )


def test_a_language_is_known_however_it_is_written(project: Project, told: Callable[..., str]) -> None:
    root = project({"council": COUNCIL}, config={"language": "EN_us"})

    assert told(0, "build", "-q", "-r", str(root)) == ""
    assert '<html lang="en-US" dir="ltr">' in (root / "site/index.html").read_text("utf-8")

    project(config={"language": "American English"})
    assert "config.yaml:4: language: 'American English' is no language tag" in told(1, "build", "-q", "-r", str(root))


def test_a_digest_of_nothing_says_what_to_do_next(project: Project, told: Callable[..., str]) -> None:
    root = project()
    next_step = "put pages into content/raw/ and run 'dateline import content/raw'"

    assert next_step in told(0, "build", "-r", str(root))
    assert next_step in told(0, "build", "-r", str(root))  # nothing has changed

    project({"council": {**COUNCIL, "draft": "true"}})
    assert next_step not in told(0, "build", "-r", str(root))


def test_stories_stand_in_the_menu_once_there_are_any(project: Project, told: Callable[..., str]) -> None:
    root = project({"council": COUNCIL, "fire": {**COUNCIL, "title": "Mill burns", "date": "2026-03-01"}})
    told(0, "build", "-q", "-r", str(root))
    assert ">Stories</a>" not in (root / "site/index.html").read_text("utf-8")

    for event in ("2026-01-13-council", "2026-03-01-fire"):
        project(files={f"content/events/{event}.md": "---\nstory: A hard winter\n---\n"})
    told(0, "build", "-q", "-r", str(root))
    assert '<a href="stories/">Stories</a>' in (root / "site/index.html").read_text("utf-8")


def test_packed_files_are_counted_and_not_named(project: Project, told: Callable[..., str]) -> None:
    root = project({"council": COUNCIL}, config={"gzip": "true"})
    lines = told(0, "build", "-v", "-r", str(root)).splitlines()
    packed = len(list((root / "site").rglob("*.gz")))

    assert "  added index.html" in lines
    assert [line for line in lines if ".gz" in line] == [f"  added {packed} packed files (*.gz)"]


PAGE = "Bridge closes\n\nThe harbour bridge will close for six weeks from Monday, the port authority said on Friday.\n"


def test_an_import_refuses_a_folder_that_holds_something_else(project: Project, told: Callable[..., str]) -> None:
    root = project(files={"content/raw/bridge.txt": PAGE, "notes/mine.md": "# Mine\n"})

    def into(code: int, folder: str) -> str:
        return told(code, "import", str(root / "content/raw"), "-r", str(root), "--to", str(root / folder))

    for folder in (".", "content", "content/raw", "notes"):
        assert into(1, folder).endswith(
            "has files in it, and no article of an import (name a new folder, or leave --to out)\n"
        )
    assert into(1, "config.yaml").endswith("is no folder (name one)\n")
    assert not list(root.glob("*.md")) + list(root.glob("notes/*bridge*"))


def test_an_import_takes_a_folder_that_is_new_or_has_articles_of_its_own(
    project: Project, told: Callable[..., str]
) -> None:
    root = project(files={"content/raw/bridge.txt": PAGE, "content/articles/2026/mine.md": "no head"})

    for folder in ("new", "new", "content/articles", "content/articles/2026"):
        assert "1 page: " in told(
            0, "import", str(root / "content/raw"), "-r", str(root), "--to", str(root / folder), "--source", "Courier"
        )


def test_an_id_with_a_slip_in_it_is_told_with_the_ids_that_may_be_meant(
    project: Project, told: Callable[..., str]
) -> None:
    fire = {"title": "Mill burns", "date": "2026-03-01", "body": "The old mill burned down."}
    root = project({"2026-01-13-council": COUNCIL, "fire": fire})
    told(0, "build", "-q", "-r", str(root))
    meant = "(did you mean '2026-01-13-council'?)"

    for command in (["explain", "event"], ["explain", "article"], ["review"], ["new", "event", "--from"]):
        assert meant in told(1, *command, "2026-01-13-counsil", "-r", str(root))
        assert meant in told(1, *command, "2026-01-13", "-r", str(root))

    word = "---\nadd: [2026-01-13-cuoncil]\nmerge: [2026-03-01-fier]\n---\n"
    project(files={"content/events/2026-01-13-councils.md": word})
    warned = told(1, "build", "-q", "-r", str(root))
    assert "there is no event '2026-01-13-councils' (name the file like an event's id: did you mean" in warned
    assert f"add: there is no article '2026-01-13-cuoncil' {meant}" in warned
    assert "merge: there is no event '2026-03-01-fier' (did you mean '2026-03-01-fire'?; only what" in warned


def test_an_article_that_names_an_event_with_a_slip_is_told_and_a_word_of_the_editors_is_not(
    project: Project, told: Callable[..., str]
) -> None:
    root = project({"council": COUNCIL})
    told(0, "build", "-q", "-r", str(root))

    project({"budget": {**COUNCIL, "title": "Budget passed", "event": "2026-01-13-counsil"}})
    told_of_it = (
        "content/articles/budget.md: warning: event: there is no event '2026-01-13-counsil', "
        "so this is one by itself (did you mean '2026-01-13-council'?)\n"
    )
    assert told(0, "build", "-q", "-r", str(root)) == told_of_it
    project({"mayor": {**COUNCIL, "title": "Mayor speaks", "event": "winter"}})
    assert told(0, "build", "-q", "-r", str(root)) == told_of_it


def test_a_folder_below_the_digest_leads_to_it(
    project: Project, told: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({"council": COUNCIL})
    monkeypatch.chdir(root / "content/articles")

    assert told(1, "build") == f"config.yaml: is not there (it is in {root.resolve()}: go there, or write -r ../..)\n"


def test_the_output_folder_that_is_named_on_the_command_line_is_told_as_such(
    project: Project, told: Callable[..., str]
) -> None:
    root = str(project({"council": COUNCIL}))

    assert told(1, "build", "-r", root, "-d", f"{root}/content").splitlines()[0] == (
        f"--destination: '{root}/content' is, holds or lies in 'content/', which the build reads "
        "(name a folder of its own, for example 'site')"
    )


def test_a_time_that_is_none_is_told_where_nothing_has_changed_too(project: Project, told: Callable[..., str]) -> None:
    root = str(project({"council": COUNCIL}))
    told(0, "build", "-q", "-r", root)

    assert (
        told(1, "build", "-r", root, "--clock", "soon") == "--clock: 'soon' is no time (write 2026-01-31T12:00:00Z)\n"
    )


def test_an_import_does_not_take_the_digest_for_a_folder_of_pages(project: Project, told: Callable[..., str]) -> None:
    root = str(project({"council": COUNCIL}))

    assert told(1, "import", root, "-r", root).endswith(
        "holds the digest itself, its pages and templates (name the folder of raw pages, content/raw mostly)\n"
    )
    assert "council.md: refused, 0 lines cut: is Markdown, so no raw page (with a head it is an article already" in (
        told(1, "import", f"{root}/content/articles", "-r", root)
    )


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (["new", "event", " "], "write a TITLE in quotes, or --from ID ('dateline list events' shows the ids)"),
        (["new", "article"], "write a TITLE in quotes"),
        (["new", "template"], "write the name of a file of the theme, for example base.html"),
        (["review", ""], "is empty ('dateline list events' shows the ids)"),
        (["explain", "event", " "], "is empty ('dateline list events' shows the ids)"),
    ],
)
def test_what_is_left_out_is_asked_for(arguments: list[str], refusal: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert capsys.readouterr().err.endswith(f"{refusal}\n")


def test_a_list_of_nothing_prints_nothing(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "events", "-r", str(project())]) == 0
    assert capsys.readouterr() == ("", "No events here.\n")


def test_a_file_that_cannot_be_read_or_written_is_told_with_the_way_out(
    project: Project, told: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = str(project({"council": COUNCIL}))

    def forbidden(path: Path, *_: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr("generator.articles.read._bytes_of", forbidden)
        assert told(1, "build", "-q", "-r", root).splitlines()[0] == (
            "content/articles/council.md: cannot be read: Permission denied "
            "(check that it is there, and that you may read it)"
        )
    monkeypatch.setattr("generator.commands.writing.write_whole", forbidden)
    assert told(1, "review", "2026-01-13-council", "-r", root) == (
        "content/events/2026-01-13-council.md: cannot be marked: Permission denied (allow it, or make room)\n"
    )


def test_every_path_that_is_not_there_is_told(project: Project, told: Callable[..., str]) -> None:
    root = project({"council": COUNCIL}, files={"content/raw/notes/.keep": ""})

    assert told(1, "import", "one.txt", "two.txt", "-r", str(root)) == (
        "one.txt: is no file or folder (name a raw page, or a folder of them)\n"
        "two.txt: is no file or folder (name a raw page, or a folder of them)\n"
    )
    assert told(1, "build", "-r", f"{root}/nowhere") == (
        f"{root}/nowhere: is no folder (name a digest's folder; 'dateline init DIR' makes one)\n"
    )
    assert told(1, "import", f"{root}/content/raw", "-r", str(root)) == (
        "0 pages: nothing to import here (put .txt or .html pages there)\n"
    )
