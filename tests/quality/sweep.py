"""Try other values of each constant of the grouping, one at a time, on the development data."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.events import grouping, likeness
from generator.text import vectors
from tests.quality.floors import SHARED, lines_of
from tests.quality.group import group_collection

# Around the value in use, which is measured first as a row of its own.
TRIED: Sequence[tuple[ModuleType, str, Sequence[Any]]] = (
    (grouping, "THRESHOLD", (0.17, 0.19, 0.23, 0.25)),
    (grouping, "OWN_LIKENESS", (0.3, 0.4, 0.7, 1.0)),
    (grouping, "MOST_NEIGHBOURS", (20, 50, 200)),
    (likeness, "USUAL_LIKENESS", (0.02, 0.025, 0.04)),
    (likeness, "USUAL_ARTICLES", (100, 200, 500)),
    (likeness, "SHORT", (25, 60)),
    (likeness, "EASE", (2, 3, 5)),
    (likeness, "STRETCH", (100, 400)),
    (likeness, "MOST_KEYS", (30, 40, 80)),
    (likeness, "LEAST_SHARED", (0.05, 0.15)),
    (likeness, "MOST_COMPARED", (8, 16, 24)),
    (likeness, "MORE_OF_HEADLINES", (12, 30)),
    (likeness, "DATED_APART", ((0.7, 30), (1.0, 30), (0.85, 14))),
    (likeness, "UNDATED_APART", (0.5, 0.85, 1.0)),
    (vectors, "LEAD_WORDS", (30, 120)),
    (vectors, "BACKGROUND", (0, 3, 30)),
)
Collection = tuple[list[dict[str, Any]], dict[str, Any]]


def sweep() -> int:
    """Print the scores of the grouping as it is, then with each constant at each other value."""
    if not (SHARED / "data").is_dir():
        print("No development data beside this checkout: nothing was measured.")
        return 0
    score = runpy.run_path(str(SHARED / "scorers/score_events.py"))["score"]
    collections = dict(_collections(SHARED / "data/events/dev"))
    print(f"{'constant':18} {'value':>10}  small F1  exact  whole F1  look-alikes  headlines")
    _print("as it is", "", collections, score)
    for module, name, values in TRIED:
        for value in values:
            with _set(module, name, value):
                _print(name, str(value), collections, score)
    return 0


def _collections(data: Path) -> Iterator[tuple[str, Collection]]:
    whole = list(lines_of(data / "ecbplus.jsonl.gz"))
    draws = json.loads((data / "ecbplus-small.json").read_text("utf-8"))
    for key in sorted(draws):
        drawn = set(draws[key])
        yield f"small {key}", _with_gold([line for line in whole if line["id"] in drawn])
    yield "whole", _with_gold(whole)
    yield "headlines", _with_gold(list(lines_of(data / "uci-headlines.jsonl.gz")))


def _with_gold(lines: list[dict[str, Any]]) -> Collection:
    return lines, {line["id"]: (line["event"], line.get("topic", "")) for line in lines}


def _print(name: str, value: str, collections: Mapping[str, Collection], score: Any) -> None:
    scores = {key: _scored(lines, gold, score) for key, (lines, gold) in collections.items()}
    small = [scores[key] for key in scores if key.startswith("small")]
    means = [sum(each[what] for each in small) / len(small) for what in ("bcubed_f1", "exact_events")]
    whole, headlines = scores["whole"], scores["headlines"]
    row = [*means, whole["bcubed_f1"], whole["lookalike_merged"], headlines["bcubed_f1"]]
    print(
        f"{name:18} {value:>10}  {row[0]:8.3f}  {row[1]:5.3f}  {row[2]:8.3f}  {row[3]:11.4f}  {row[4]:9.3f}", flush=True
    )


def _scored(lines: list[dict[str, Any]], gold: Mapping[str, Any], score: Any) -> Mapping[str, float]:
    events = group_collection(lines, threshold=grouping.THRESHOLD)["events"]
    placed = {stem: number for number, stems in enumerate(events) for stem in stems}
    topics = {stem: topic for stem, (_, topic) in gold.items() if topic}
    scores: Mapping[str, float] = score({stem: event for stem, (event, _) in gold.items()}, placed, topics)
    return scores


@contextmanager
def _set(module: ModuleType, name: str, value: Any) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)
