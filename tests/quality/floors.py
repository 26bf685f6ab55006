"""Measure every stage on the development data and hold the floors of `floors.json`, which are only ever raised."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# The texts belong to their publishers: they lie beside the project, where they lie at all.
SHARED = HERE.parents[2] / "shared"

Figures = dict[str, float]


def hold_floors() -> int:
    """Print each figure beside its floor; give 1 where one is below, 0 too where there is nothing to measure."""
    if not (SHARED / "data").is_dir():
        print("No development data beside this checkout: nothing was measured.")
        return 0
    floors: Figures = json.loads((HERE / "floors.json").read_text("utf-8"))
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for measure in (_cleaning, _seeds, _grouping, _summaries):
            figures.update(measure(Path(folder)))
    below = [name for name, floor in floors.items() if not _holds(name, figures.get(name), floor)]
    for name, figure in figures.items():
        floor = floors.get(name)
        told = "" if floor is None else f"{'at most' if _is_ceiling(name) else 'floor'} {floor:.4f}"
        print(f"{name:44} {figure:7.4f}  {told}{'  BELOW' if name in below else ''}")
    print(f"{len(floors) - len(below)} of {len(floors)} floors hold.")
    return 1 if below else 0


def _is_ceiling(name: str) -> bool:
    return name.endswith(("redundancy", "look-alikes merged", "made-up dates"))


def _holds(name: str, figure: float | None, floor: float) -> bool:
    if figure is None:
        return False
    return figure <= floor + 5e-5 if _is_ceiling(name) else figure >= floor - 5e-5


def _cleaning(folder: Path) -> Figures:
    figures: Figures = {}
    for form in ("text", "html"):
        report = folder / f"{form}.json"
        command = f"{sys.executable} -m tests.quality clean {{indir}} {{outdir}}"
        _run("score_clean.py", "--part", "dev", "--form", form, "--cmd", command, "--json", str(report))
        summary = json.loads(report.read_text("utf-8"))["summary"]
        figures[f"cleaning, {form}: 4-gram F"] = summary["f4"]
        figures[f"cleaning, {form}: clean pages"] = summary["clean"]
        figures[f"cleaning, {form}: exact titles"] = summary["title_exact"][0]
        for key, name in (("date", "right dates"), ("false_date", "made-up dates")):
            if summary[key][0] is not None:
                figures[f"cleaning, {form}: {name}"] = summary[key][0]
    return figures


def _seeds(folder: Path) -> Figures:
    report = folder / "seeds.json"
    command = f"{sys.executable} -m tests.quality clean {{indir}} {{outdir}}"
    _run("score_clean.py", "--part", "seeds", "--seeds", str(SHARED / "seeds"), "--cmd", command, "--json", str(report))
    summary = json.loads(report.read_text("utf-8"))["summary"]
    return {"cleaning, seeds: 4-gram F": summary["f4"], "cleaning, seeds: exact titles": summary["title_exact"][0]}


def _grouping(folder: Path) -> Figures:
    data = SHARED / "data/events/dev"
    draws = json.loads((data / "ecbplus-small.json").read_text("utf-8"))
    small = [_grouped(folder, "ecbplus", draws[key], key) for key in sorted(draws)]
    whole = _grouped(folder, "ecbplus", None, "whole")
    headlines = _grouped(folder, "uci-headlines", None, "headlines")
    return {
        "grouping, small draws: BCubed F1": sum(draw["bcubed_f1"] for draw in small) / len(small),
        "grouping, small draws: exact events": sum(draw["exact_events"] for draw in small) / len(small),
        "grouping, whole: BCubed F1": whole["bcubed_f1"],
        "grouping, whole: look-alikes merged": whole["lookalike_merged"],
        "grouping, headlines: BCubed F1": headlines["bcubed_f1"],
    }


def _grouped(folder: Path, name: str, only: list[str] | None, key: str) -> Figures:
    """Group a collection, or the draw of it that `only` names, and give its scores."""
    source = SHARED / f"data/events/dev/{name}.jsonl.gz"
    wanted = None if only is None else set(only)
    lines = [line for line in lines_of(source) if wanted is None or line["id"] in wanted]
    drawn, grouped = folder / f"{name}-{key}.jsonl", folder / f"{name}-{key}.json"
    drawn.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    _module("group", str(drawn), str(grouped))
    return dict(json.loads(_run("score_events.py", str(drawn), str(grouped), "--json")))


def _summaries(folder: Path) -> Figures:
    gold, made = SHARED / "data/events/dev/ecb-lead-mds.jsonl.gz", folder / "summaries.json"
    _module("summarise", str(gold), str(made))
    scores = json.loads(_run("score_summary.py", str(gold), str(made), "--max-words", "60", "--json"))
    return {
        "summaries: ROUGE-1": scores["rouge1_f"],
        "summaries: ROUGE-2": scores["rouge2_f"],
        "summaries: redundancy": scores["redundancy"],
        "summaries: faithful": scores["faithful"],
    }


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """Give the lines of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _module(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "tests.quality", *arguments], check=True, cwd=HERE.parents[1])


def _run(scorer: str, *arguments: str) -> str:
    command = [sys.executable, str(SHARED / "scorers" / scorer), *arguments]
    return subprocess.run(command, check=True, cwd=HERE.parents[1], capture_output=True, text=True).stdout
