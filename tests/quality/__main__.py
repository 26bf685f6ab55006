"""Run one stage on any collection, or hold the floors: `python -m tests.quality group|summarise|clean|floors|sweep`.

group      IN.jsonl OUT.json    lines {id, title, date, source, text} -> {"events": [[id, ...], ...]}
summarise  IN.jsonl OUT.json    lines {id, documents: [{title, date, source, text}]} -> {id: [sentence, ...]}
days       IN.jsonl OUT.json    lines {id, documents: [...], dates: n} -> {id: ["YYYY-MM-DD", ...], best first}
clean      INDIR OUTDIR         pages NAME.txt or NAME.html -> articles NAME.md
floors                          measure all of them on the development data and hold the floors
sweep                           try other values of each constant of the grouping, which takes minutes
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.quality.clean import clean_folder
from tests.quality.days import days_of_collection
from tests.quality.floors import hold_floors
from tests.quality.group import group_collection
from tests.quality.summarise import summarise_collection
from tests.quality.sweep import sweep


def main(arguments: list[str]) -> int:
    """Run what the arguments name."""
    match arguments:
        case ["group", source, target]:
            _write(Path(target), group_collection(read_lines(Path(source))))
        case ["summarise", source, target]:
            _write(Path(target), summarise_collection(read_lines(Path(source))))
        case ["days", source, target]:
            _write(Path(target), days_of_collection(read_lines(Path(source))))
        case ["clean", source, target]:
            for name, reason in clean_folder(Path(source), Path(target)).items():
                print(f"{name}: {reason}", file=sys.stderr)
        case ["floors"]:
            return hold_floors()
        case ["sweep"]:
            return sweep()
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Give the lines of a JSON-lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", errors="surrogatepass") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
