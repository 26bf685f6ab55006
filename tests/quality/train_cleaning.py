"""Make generator/articles/cleaning/weights.json from pages whose lines are labelled.

    python -m tests.quality.train_cleaning PAGES.jsonl.gz [--validate]

Each line of the file is a page: {"site", "text", "labels": one a line of the text (1 article, 0 not, null or 2 left
out)}. `--validate` writes nothing: it trains on nine tenths of the sites and tells precision, recall and F of words on
the tenth, ten times over.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import exp
from pathlib import Path
from typing import Any

from generator.articles.cleaning import body, scores
from generator.articles.cleaning.lines import Line, split_lines
from generator.articles.cleaning.measures import Columns, measure

WEIGHTS = Path(scores.__file__).with_name("weights.json")
FOLDS = 10
RIDGE = 2.0  # keeps weights small; 1 to 4 made no difference
ROUNDS = 12  # of Newton's method; it settles in eight


@dataclass(frozen=True)
class Page:
    site: str
    lines: list[Line]
    measures: Columns
    labels: list[int | None]
    weights: list[float]


@dataclass(frozen=True)
class Example:
    measures: Mapping[str, float]
    label: int
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    pages = list(read_pages(options.pages))
    if options.validate:
        validate(pages)
    else:
        WEIGHTS.write_text(as_json(train(pages), pages), encoding="utf-8")


def read_pages(path: Path) -> Iterator[Page]:
    with gzip.open(path, "rt", encoding="utf-8", errors="surrogatepass") as file:
        for record in map(json.loads, file):
            yield as_page(record)


def as_page(record: Mapping[str, Any]) -> Page:
    """Measure a page; each page weighs the same, a long line more than a short one."""
    said = Counter(line.text for line in split_lines(record["text"]))
    lines = [line for line in split_lines(record["text"]) if said[line.text] < 3]
    labels = [record["labels"][line.number - 1] for line in lines]
    total = sum(min(line.length, 60) + 3 for line in lines)
    weights = [60 * (min(line.length, 60) + 3) / total for line in lines]
    return Page(record["site"], lines, measure(lines), [None if label == 2 else label for label in labels], weights)


def train(pages: Sequence[Page]) -> dict[str, dict[str, float]]:
    """Fit the three sets of weights, each on the scores that the one before gives."""
    alone = fit([example for page in pages for example in examples(page, page.measures)])
    near = [scores.neighbourhood(scores.weigh(page.measures, alone), page.lines) for page in pages]
    among = fit([example for page, columns in zip(pages, near, strict=True) for example in examples(page, columns)])
    inside: list[Example] = []
    for page, columns in zip(pages, near, strict=True):
        values = scores.weigh(columns, among)
        around = scores.neighbourhood(values, page.lines)
        stretch = inside_stretch(page, values)
        inside += examples(page, page.measures | around, stretch)
    return {"alone": alone, "among neighbours": among, "inside": fit(inside)}


def examples(page: Page, columns: Columns, places: Collection[int] | None = None) -> list[Example]:
    """Give the labelled lines of a page, or those at `places`, as rows."""
    rows = zip(*columns.values(), strict=True)
    return [
        Example(dict(zip(columns, row, strict=True)), label, weight)
        for place, (row, label, weight) in enumerate(zip(rows, page.labels, page.weights, strict=True))
        if label is not None and (places is None or place in places)
    ]


def inside_stretch(page: Page, values: Sequence[float]) -> set[int]:
    """Give the places of the labelled article together with those of the stretch that would be found."""
    start, end = body.best_stretch([body.gain(value, line) for value, line in zip(values, page.lines, strict=True)])
    labelled = [place for place, label in enumerate(page.labels) if label == 1]
    return {*range(start, end), *(range(labelled[0], labelled[-1] + 1) if labelled else ())}


def fit(lines: Sequence[Example]) -> dict[str, float]:
    """Fit a ridge logistic regression by Newton's method, names in alphabetical order."""
    names = sorted({name for line in lines for name in line.measures})
    place = {name: index for index, name in enumerate([*names, "constant"])}
    rows = [
        ([(place[name], value) for name, value in line.measures.items() if value] + [(place["constant"], 1.0)], line)
        for line in lines
    ]
    weights = [0.0] * len(place)
    for _ in range(ROUNDS):
        slope = [RIDGE * weight for weight in weights[:-1]] + [0.0]
        curve = [[RIDGE if row == column else 0.0 for column in range(len(place))] for row in range(len(place))]
        curve[-1][-1] = 1e-6
        for row, line in rows:
            odds = sum(weights[index] * value for index, value in row)
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
            error, bend = line.weight * (chance - line.label), line.weight * chance * (1 - chance)
            for index, value in row:
                slope[index] += error * value
                bent, target = bend * value, curve[index]
                for other, again in row:
                    target[other] += bent * again
        weights = [weight - step for weight, step in zip(weights, solve(curve, slope), strict=True)]
    return {name: round(weights[index], 3) for name, index in place.items()}


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve a positive definite system by Gaussian elimination."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for pivot in range(size):
        for row in range(pivot + 1, size):
            factor = rows[row][pivot] / rows[pivot][pivot]
            if factor:
                rows[row] = [left - factor * right for left, right in zip(rows[row], rows[pivot], strict=True)]
    solution = [0.0] * size
    for row in reversed(range(size)):
        rest = sum(rows[row][column] * solution[column] for column in range(row + 1, size))
        solution[row] = (rows[row][size] - rest) / rows[row][row]
    return solution


def as_json(weights: Mapping[str, Mapping[str, float]], pages: Sequence[Page]) -> str:
    sites = len({page.site for page in pages})
    about = f"made by python -m tests.quality.train_cleaning from {len(pages)} labelled pages of {sites} sites"
    return json.dumps({"about": about, "weights": weights}, indent=1) + "\n"


def validate(pages: Sequence[Page]) -> None:
    """Tell the shares of words found and rightly found on sites not trained on."""
    shares: list[tuple[float, float, float]] = []
    for fold in range(FOLDS):
        weights = train([page for page in pages if fold_of(page.site) != fold])
        shares += [share(page, weights) for page in pages if fold_of(page.site) == fold]
    right, extra, missed = (sum(column) / len(shares) for column in zip(*shares, strict=True))
    precision, recall = right / (right + extra), right / (right + missed)
    print(
        f"{len(shares)} pages: P {precision:.3f} R {recall:.3f} F {2 * precision * recall / (precision + recall):.3f}"
    )


def fold_of(site: str) -> int:
    return int(sha256(site.encode()).hexdigest(), 16) % FOLDS


def share(page: Page, weights: Mapping[str, Mapping[str, float]]) -> tuple[float, float, float]:
    """Give the shares of a page's words that are rightly kept, kept too much, missed."""
    found = {line.number for line in body.find_body(page.lines, weights=weights).kept}
    right = extra = missed = 0
    for line, label in zip(page.lines, page.labels, strict=True):
        kept = line.number in found
        right += line.length * (kept and label == 1)
        extra += line.length * (kept and label == 0)
        missed += line.length * (not kept and label == 1)
    total = right + extra + missed or 1
    return right / total, extra / total, missed / total


if __name__ == "__main__":
    main()
