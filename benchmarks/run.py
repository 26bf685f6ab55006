"""Measure Dateline beside Hugo on invented articles, and print the tables of docs/performance.md.

python benchmarks/run.py [--articles 1000 10000] [--runs 5] [--edits 20] [--write]

Runs are paired: each round takes all contestants in turn, and a ratio is the median of the rounds' ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import importing
import latency
import telling
from contestants import DATELINE, ENVIRONMENT, ROOT, Contestant, set_up
from measure import Cost, run, stamps

PAGE = ROOT / "docs" / "performance.md"
TASKS = ("cold build", "nothing changed", "one edit, new process")
Table = Sequence[Sequence[str]]


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000], metavar="N")
    parser.add_argument("--runs", type=int, default=5, help="rounds of each size (default: 5)")
    parser.add_argument("--edits", type=int, default=20, help="saves under the watch (default: 20)")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-benchmark-") as name:
        give = _put if options.write else _show
        for articles in options.articles:
            contestants = set_up(Path(name) / str(articles), articles)
            times = f"Medians; rounds: {options.runs}, saves: {options.edits}"
            give(f"{articles} articles", _compare(contestants, articles, options.runs, options.edits), times)
            give(f"stages of {articles} articles", _profile(contestants[1], articles), "One build")
        give("by itself", _by_itself(Path(name), options.runs), f"Medians; runs: {options.runs}")


def _compare(contestants: Sequence[Contestant], articles: int, runs: int, edits: int) -> str:
    """Build each contestant's site cold, unchanged and edited, `runs` times, then watch `edits` saves."""
    rounds = [_round(contestants, number) for number in range(runs)]
    rows = [
        [f"{task}, {what}", *_figures([[of(costs[task][who.name]) for who in contestants] for costs in rounds], unit)]
        for task in TASKS
        for what, unit, of in _MEASURES
        if task == TASKS[0] or what != "peak memory"
    ]
    touched = [_touched(who) for who in contestants]
    rows.append(["nothing changed, files written", *map(str, touched), ""])
    waits = [latency.middle_and_95th(latency.saves(who, edits)) for who in contestants]
    rows.append(["one save under `--watch`, median", *_figures([[middle for middle, _ in waits]], "s")])
    rows.append(["one save under `--watch`, 95 %", *_figures([[high for _, high in waits]], "s")])
    return _table([f"{articles:,} articles", *(who.name for who in contestants), "full text : Hugo"], rows)


_MEASURES: tuple[tuple[str, str, Callable[[Cost], float]], ...] = (
    ("CPU", "s", lambda cost: cost.cpu),
    ("wall", "s", lambda cost: cost.wall),
    ("peak memory", "MiB", lambda cost: cost.peak),
)


def _round(contestants: Sequence[Contestant], number: int) -> dict[str, dict[str, Cost]]:
    """Give the costs of one round by task and contestant; who begins changes from round to round."""
    turn = number % len(contestants)
    order = (*contestants[turn:], *contestants[:turn])
    for who in order:
        who.forget()
    costs = {task: {who.name: _build(who) for who in order} for task in TASKS[:2]}
    for who in order:
        latency.edit(who)
    costs[TASKS[2]] = {who.name: _build(who) for who in order}
    for who in order:
        latency.mend(who)
    return costs


def _build(who: Contestant) -> Cost:
    print(f"  {who.name}", file=sys.stderr)
    return run(who.command, environment=ENVIRONMENT)


def _touched(who: Contestant) -> int:
    """Count the files that a build writes although nothing has changed since the last."""
    _build(who)
    before = stamps(who.output)
    _build(who)
    after = stamps(who.output)
    return sum(before.get(name) != stamp for name, stamp in after.items())


def _profile(dateline: Contestant, articles: int) -> str:
    """Give the CPU of a cold build by stage, and its five largest parts."""
    dateline.forget()
    samples = dateline.folder / "samples.json"
    script = ROOT / "benchmarks" / "stages.py"
    command = (*dateline.command[len(DATELINE) :], "--jobs", "1")  # samples are taken of one process
    run((sys.executable, str(script), str(samples), *command), environment=ENVIRONMENT)
    found = json.loads(samples.read_text("utf-8"))
    second = found["cpu"] / sum(found["stages"].values())

    def rows(counts: dict[str, int], limit: int) -> list[list[str]]:
        largest = sorted(counts.items(), key=lambda item: -item[1])[:limit]
        return [
            [name, f"{n * second:.2f} s", f"{n * second / articles * 1e6:.0f} µs", f"{n * second / found['cpu']:.0%}"]
            for name, n in largest
        ]

    head = ["CPU", "an article", "share"]
    stages = _table([f"stage (cold, full text, {articles:,} articles)", *head], rows(found["stages"], 99))
    parts = {f"`generator/{name}`" if name != "imports" else name: n for name, n in found["rooms"].items()}
    return f"{stages}\n\n{_table(['largest parts, with the libraries they call', *head], rows(parts, 5))}"


def _by_itself(folder: Path, runs: int) -> str:
    """Measure the help, the telling of one article, and the import of raw pages beside libraries that clean HTML."""
    helps = [run((*DATELINE, "--help"), environment=ENVIRONMENT) for _ in range(2 * runs)]
    rows = [
        ["`dateline --help`", f"{median(cost.wall for cost in helps) * 1000:.0f} ms"],
        *telling.rows(runs),
        *importing.rows(folder, runs),
    ]
    return _table(["By itself", ""], rows)


def _figures(rounds: Sequence[Sequence[float]], unit: str) -> list[str]:
    """Give each contestant's median, and the median of the rounds' ratios of the second to the last."""
    middles = [median(column) for column in zip(*rounds, strict=True)]
    ratio = median(row[-2] / row[-1] for row in rounds)
    shown = [f"{value:.0f} MiB" if unit == "MiB" else f"{value:.3f} s" for value in middles]
    return [*shown, f"{ratio:.2f}"]


def _table(head: Sequence[str], rows: Table) -> str:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def _show(_title: str, block: str, times: str) -> None:
    print(f"\n{block}\n\n{_under(times)}", flush=True)


def _put(title: str, block: str, times: str) -> None:
    """Show a block, and put it between its markers in the page, in place of the last one."""
    _show(title, block, times)
    begin, end = f"<!-- measured: {title} -->", "<!-- end -->"
    before, found, rest = PAGE.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise SystemExit(f"{PAGE.name} has no place for it: write '{begin}' and '{end}' where it shall stand")
    PAGE.write_text(f"{before}{begin}\n{block}\n\n{_under(times)}\n{end}{after}", "utf-8")


def _under(times: str) -> str:
    """Tell below a table what its figures are and on what machine they were taken."""
    load, python = os.getloadavg()[0], platform.python_version()
    return f"{times}; {os.cpu_count()} cores, load {load:.1f}, Python {python}, {platform.system()}."


if __name__ == "__main__":
    main()
