"""What is withdrawn is nowhere any more, what is retracted is quoted nowhere, what is corrected says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

Project = Callable[..., Path]
BRIDGE = {
    "title": "Zarquon bridge shut",
    "date": "2026-01-13",
    "source": "Example Courier",
    "event": "bridge",
    "body": "The harbour bridge was shut by Mayor Vogonius after cracks were found.\n\nFrogstar engineers were called.",
}
AGAIN = {
    "title": "Harbour bridge closed to cars",
    "date": "2026-01-13",
    "source": "Westhaven Post",
    "event": "bridge",
    "body": "Ferries sail from Westhaven to the island instead of cars.",
}
WORDS = (b"zarquon", b"vogonius", b"frogstar")


def found(root: Path) -> list[str]:
    """Give where words of the first article stand, beside the article itself."""
    return sorted(
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file() and path.name != "a.md" and any(word in path.read_bytes().lower() for word in WORDS)
    )


def build(root: Path) -> int:
    return main(["build", "-q", "-r", str(root), "--clock", "2026-02-01T00:00:00Z"])


@pytest.mark.slow
def test_of_a_withdrawn_article_no_word_stays_in_the_site_nor_in_the_memory(project: Project) -> None:
    root = project({"a": BRIDGE, "b": AGAIN})
    assert build(root) == 0
    assert any(path.startswith("site/") for path in found(root))
    assert ".dateline/memory" in found(root)

    project({"a": {**BRIDGE, "status": "withdrawn", "reason": "It was invented."}})
    assert build(root) == 0

    assert found(root) == []
    assert build(root) == 0
    assert found(root) == []


@pytest.mark.slow
def test_an_article_that_comes_back_and_is_withdrawn_again_is_forgotten_again(project: Project) -> None:
    gone = {**BRIDGE, "status": "withdrawn"}
    root = project({"a": gone, "b": AGAIN})
    for article in (BRIDGE, gone, BRIDGE, gone):
        project({"a": article})
        assert build(root) == 0
        assert bool(found(root)) is (article is BRIDGE)


@pytest.mark.parametrize(("status", "quoted"), [("", {"a", "b"}), ("corrected", {"a", "b"}), ("retracted", {"b"})])
def test_a_retracted_article_is_not_quoted_and_a_corrected_one_is_marked(
    project: Project, status: str, quoted: set[str]
) -> None:
    root = project({"a": {**BRIDGE, "status": status, "reason": "A name was wrong."}, "b": AGAIN})

    assert build(root) == 0

    page = next(root.glob("site/events/*/index.html")).read_text("utf-8")
    data = json.loads(next(root.glob("site/events/*/event.json")).read_text("utf-8"))
    cited = {cited["article"] for statement in data["summary"] for cited in statement["citations"]}
    assert cited == quoted
    assert ("<strong>corrected</strong>" in page) is (status == "corrected")
    assert data["title_from"] in quoted
    assert f"<strong>{status.capitalize()}</strong>" in page or not status
