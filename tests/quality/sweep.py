"""Try other values of each constant of the grouping, one at a time, on the development data.

The four small draws have the shape of a real digest, and are few. So that no value is chosen for what happens to be in
them, each is also held against draws of the same shape from a random half of the topics: what is better in the mean of
them and in their worst is better.
"""

from __future__ import annotations

import json
import random
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
    (likeness, "EASE", (3, 4, 6)),
    (likeness, "HEADLINE", (10, 15)),
    (likeness, "PART_OF_MORE", (0.5, 1.0)),
    (likeness, "STRETCH", (100, 400)),
    (likeness, "MOST_KEYS", (30, 50, 80)),
    (likeness, "LEAST_SHARED", (0.05, 0.15)),
    (likeness, "LEAST_LIKENESS", (0.08, 0.12)),
    (likeness, "MOST_COMPARED", (8, 16, 24)),
    (likeness, "MORE_OF_HEADLINES", (12, 30)),
    (likeness, "DATED_APART", ((0.7, 30), (1.0, 30), (0.85, 14))),
    (likeness, "TOLD_APART", ((0.0, 14), (0.0, 180), (0.5, 45))),
    (likeness, "UNDATED_APART", (0.5, 0.85, 1.0)),
    (vectors, "LEAD_WORDS", (60, 80, 120)),
    (vectors, "BACKGROUND", (0, 3, 30)),
)
DRAWS = 12
Collection = tuple[list[dict[str, Any]], dict[str, Any]]


def sweep() -> int:
    """Print the scores of the grouping as it is, then with each constant at each other value."""
    if not (SHARED / "data").is_dir():
        print("No development data beside this checkout: nothing was measured.")
        return 0
    score = runpy.run_path(str(SHARED / "scorers/score_events.py"))["score"]
    collections = dict(_collections(SHARED / "data/events/dev"))
    print(f"{'constant':18} {'value':>10}  small F1  exact  drawn F1  worst  whole F1  look-alikes  headlines")
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
    for number, lines in enumerate(_draws(whole, [len(draw) for draw in draws.values()])):
        yield f"drawn {number}", _with_gold(lines)
    yield "whole", _with_gold(whole)
    yield "headlines", _with_gold(list(lines_of(data / "uci-headlines.jsonl.gz")))


def _draws(whole: Sequence[dict[str, Any]], sizes: Sequence[int]) -> Iterator[list[dict[str, Any]]]:
    """Give draws of as many articles an event as the small ones have in the mean, from half of the topics each."""
    chance = random.Random(1)
    topics = sorted({line["topic"] for line in whole})
    events = sorted({line["event"] for line in whole})
    mean = sum(sizes) / len(sizes) / len(events)
    for _ in range(DRAWS):
        half = frozenset(chance.sample(topics, k=len(topics) // 2))
        told = [[line for line in whole if line["event"] == event and line["topic"] in half] for event in events]
        # Most events have one article or two, a few have many.
        kept = [
            chance.sample(lines, k=min(len(lines), 1 + int(chance.expovariate(1 / (mean - 0.5))))) for lines in told
        ]
        yield [line for lines in kept for line in lines]


def _with_gold(lines: list[dict[str, Any]]) -> Collection:
    return lines, {line["id"]: (line["event"], line.get("topic", "")) for line in lines}


def _print(name: str, value: str, collections: Mapping[str, Collection], score: Any) -> None:
    scores = {key: _scored(lines, gold, score) for key, (lines, gold) in collections.items()}
    small, drawn = ([scores[key] for key in scores if key.startswith(kind)] for kind in ("small", "drawn"))
    means = [sum(each[what] for each in small) / len(small) for what in ("bcubed_f1", "exact_events")]
    others = [each["bcubed_f1"] for each in drawn]
    whole, headlines = scores["whole"], scores["headlines"]
    row = [*means, sum(others) / len(others), min(others)]
    row += [whole["bcubed_f1"], whole["lookalike_merged"], headlines["bcubed_f1"]]
    print(
        f"{name:18} {value:>10}  {row[0]:8.3f}  {row[1]:5.3f}  {row[2]:8.3f}  {row[3]:5.3f}  "
        f"{row[4]:8.3f}  {row[5]:11.4f}  {row[6]:9.3f}",
        flush=True,
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
