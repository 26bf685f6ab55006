"""A digest that has a page of every kind, in any language, for pictures and tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.cli import main

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "tests/sites/harbour"
# So many articles of one event that its sources spread over two pages.
MANY = 55
REPORT = """---
title: Ferry workers of Westhaven strike for day {day}
date: 2026-01-20
source: Courier of Pier {pier}
event: 2026-01-20-ferry-strike
---
Ferry workers in Westhaven stayed on strike on Tuesday. Pier {pier} saw no boat, said Mayor Rosa Lindqvist.
"""


def build_digest(folder: Path, language: str) -> Path:
    """Build the demo and the harbour site as one digest, with an event of many articles; gives its site."""
    shutil.copytree(HARBOUR / "content", folder / "content")
    shutil.copytree(ROOT / "content/articles", folder / "content/articles", dirs_exist_ok=True)
    for day in range(1, MANY + 1):
        (folder / f"content/articles/ferry-{day}.md").write_text(REPORT.format(day=day, pier=1 + day % 5), "utf-8")
    config = (HARBOUR / "config.yaml").read_text("utf-8")
    (folder / "config.yaml").write_text(f"{config}language: {language}\nsearch: true\n", "utf-8")
    assert main(["build", "-q", "-r", str(folder), "-b", "https://digest.example/"]) == 0
    return folder / "site"
