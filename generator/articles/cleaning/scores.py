"""Score the lines of a page: alone, then among their neighbours, then inside the article."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import exp

from generator.articles.cleaning.lines import Line
from generator.articles.cleaning.measures import Columns

Weights = Mapping[str, Mapping[str, float]]

# A line's weight in the sums over its neighbourhood stops growing at a paragraph's usual length.
_PARAGRAPH = 40
# Windows of lines before (-) and after (+) a line: means of likelihood near by, of likely prose farther off.
_NEAR = ((-1, -1), (-3, -2), (1, 1), (2, 3))
_FAR = ((-8, -1), (1, 8), (-25, -1), (1, 25))
_WIDEST = 25


def score_lines(measures: Columns, lines: Sequence[Line], weights: Weights) -> tuple[list[float], list[float]]:
    """Give the log-odds of each line to be part of an article, and those to belong if it stands inside one."""
    alone = weigh(measures, weights["alone"])
    among = weigh(neighbourhood(alone, lines), weights["among neighbours"])
    return among, weigh(measures | neighbourhood(among, lines), weights["inside"])


def weigh(columns: Columns, weights: Mapping[str, float]) -> list[float]:
    """Give the weighted sum of each line's measures."""
    totals = [weights["constant"]] * len(next(iter(columns.values())))
    for name, column in columns.items():
        weight = weights[name]
        totals = [total + weight * value for total, value in zip(totals, column, strict=True)]
    return totals


def neighbourhood(scores: Sequence[float], lines: Sequence[Line]) -> Columns:
    """Give each line's score and what is likely around it."""
    likely = [1 / (1 + exp(-max(-30.0, min(30.0, value)))) for value in scores]
    prose = [value * min(line.length, _PARAGRAPH) / _PARAGRAPH for value, line in zip(likely, lines, strict=True)]
    columns = {"score": list(scores)}
    columns |= {f"likely {low} to {high}": _means(likely, low, high) for low, high in _NEAR}
    return columns | {f"prose {low} to {high}": _means(prose, low, high) for low, high in _FAR}


def _means(values: Sequence[float], low: int, high: int) -> list[float]:
    """Give the mean over the window of each place; places beyond the page count as nothing."""
    padding = [0.0] * _WIDEST
    sums = [0.0, *accumulate([*padding, *values, *padding])]
    width = high - low + 1
    starts, ends = sums[_WIDEST + low :], sums[_WIDEST + high + 1 :]
    return [(end - start) / width for start, end, _ in zip(starts, ends, values, strict=False)]


@cache
def learned_weights() -> Weights:
    """Read the weights that `python -m tests.quality.train_cleaning` makes."""
    text = (files("generator.articles.cleaning") / "weights.json").read_text(encoding="utf-8")
    weights: Weights = json.loads(text)["weights"]
    return weights
