"""Rewrite the golden site after a reviewed change: `python -m tests.golden`, then read the diff."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from generator.build import make_site
from generator.config import load_config
from generator.executors import InPlace

SITES = Path(__file__).parent / "sites"
# When the golden sites were released; their ledgers hold the same instant.
NOW = "2026-02-01T12:00:00Z"


def golden_files(site: Path) -> dict[str, bytes]:
    """Give what is compared of a site: its files but for the style sheet, which is a copy of the theme's."""
    config, faults = load_config(site)
    made = make_site(config, InPlace(), now=NOW)
    wrong = [*faults, *made.draft.faults, *made.draft.article_faults, *made.faults]
    if wrong:
        sys.exit("\n".join(map(str, wrong)))
    return {path: file.content for path, file in made.files.items() if not path.startswith("assets/")}


def main() -> None:
    """Rewrite the expected files of every golden site."""
    for site in sorted(path for path in SITES.iterdir() if (path / "config.yaml").is_file()):
        shutil.rmtree(site / "expected", ignore_errors=True)
        for path, content in golden_files(site).items():
            target = site / "expected" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


if __name__ == "__main__":
    main()
