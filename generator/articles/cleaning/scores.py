"""Score the lines of a page: alone, then among their neighbours, then inside the article."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import copysign, exp

from generator.articles.cleaning.lines import Line
from generator.articles.cleaning.measures import Columns

Weights = Mapping[str, Mapping[str, float]]

# A line's weight in the sums over its neighbourhood stops growing at a paragraph's usual length.
_PARAGRAPH = 40
# Windows of lines before (-) and after (+) a line: means of likelihood near by, of likely prose farther off.
_NEAR = ((-1, -1), (-3, -2), (1, 1), (2, 3))
_FAR = ((-8, -1), (1, 8), (-25, -1), (1, 25))
_WIDEST = 25


def score_lines(measures: Columns, lines: Sequence[Line], weights: Weights) -> list[float]:
    """Give the log-odds of each line to be part of an article."""
    alone = weigh(measures, weights["alone"])
    return weigh(neighbourhood(alone, lines), weights["among neighbours"])


def score_stretch(
    measures: Columns, scores: Sequence[float], lines: Sequence[Line], stretch: slice, weights: Weights
) -> list[float]:
    """Give the log-odds of each line of a stretch to belong to the article that the stretch is."""
    columns = measures | neighbourhood(scores, lines)
    return weigh({name: column[stretch] for name, column in columns.items()}, weights["inside"])


def weigh(columns: Columns, weights: Mapping[str, float]) -> list[float]:
    """Give the weighted sum of each line's measures."""
    totals = [weights["constant"]] * len(next(iter(columns.values())))
    for name, column in columns.items():
        weight = weights[name]
        if any(column):  # a page has few kinds of lines
            totals = [total + weight * value for total, value in zip(totals, column, strict=True)]
    return totals


def neighbourhood(scores: Sequence[float], lines: Sequence[Line]) -> Columns:
    """Give each line's score and what is likely around it."""
    likely = [1 / (1 + exp(-value if -30.0 < value < 30.0 else copysign(30.0, -value))) for value in scores]
    prose = [value * min(line.length, _PARAGRAPH) / _PARAGRAPH for value, line in zip(likely, lines, strict=True)]
    columns = {"score": list(scores)}
    return columns | _means("likely", likely, _NEAR) | _means("prose", prose, _FAR)


def _means(name: str, values: Sequence[float], windows: Sequence[tuple[int, int]]) -> Columns:
    """Give the mean over each window of each place; places beyond the page count as nothing."""
    padding, count = [0.0] * _WIDEST, len(values)
    sums = [0.0, *accumulate([*padding, *values, *padding])]
    columns: Columns = {}
    for low, high in windows:
        first, last, width = _WIDEST + low, _WIDEST + high + 1, high - low + 1
        around = zip(sums[first : first + count], sums[last : last + count], strict=True)
        columns[f"{name} {low} to {high}"] = [(end - start) / width for start, end in around]
    return columns


@cache
def learned_weights() -> Weights:
    """Read the weights that `python -m tests.quality.train_cleaning` makes."""
    text = (files("generator.articles.cleaning") / "weights.json").read_text(encoding="utf-8")
    weights: Weights = json.loads(text)["weights"]
    return weights
