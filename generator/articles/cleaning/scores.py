"""Score the lines of a page: alone, then among their neighbours, then inside the article."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, compress
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
    inside = {name: column[stretch] for name, column in measures.items()}
    return weigh(inside | neighbourhood(scores, lines, stretch), weights["inside"])


def weigh(columns: Columns, weights: Mapping[str, float]) -> list[float]:
    """Give the weighted sum of each line's measures."""
    totals = [weights["constant"]] * len(next(iter(columns.values())))
    for name, column in columns.items():
        weight = weights[name]
        for place in compress(range(len(totals)), column):  # most measures are 0 of most lines
            totals[place] += weight * column[place]
    return totals


def neighbourhood(scores: Sequence[float], lines: Sequence[Line], stretch: slice = slice(None)) -> Columns:
    """Give the score of each line of a stretch and what is likely around it."""
    likely = [1 / (1 + exp(-value if -30.0 < value < 30.0 else copysign(30.0, -value))) for value in scores]
    prose = [value * min(line.length, _PARAGRAPH) / _PARAGRAPH for value, line in zip(likely, lines, strict=True)]
    columns = {"score": list(scores[stretch])}
    return columns | _means("likely", likely, _NEAR, stretch) | _means("prose", prose, _FAR, stretch)


def _means(name: str, values: Sequence[float], windows: Sequence[tuple[int, int]], stretch: slice) -> Columns:
    """Give the mean over each window of each place in a stretch; places beyond the page count as nothing."""
    padding = [0.0] * _WIDEST
    sums = [0.0, *accumulate([*padding, *values, *padding])]
    start, end, _ = stretch.indices(len(values))
    columns: Columns = {}
    for low, high in windows:
        first, last, width = _WIDEST + low, _WIDEST + high + 1, high - low + 1
        around = zip(sums[first + start : first + end], sums[last + start : last + end], strict=True)
        columns[f"{name} {low} to {high}"] = [(behind - before) / width for before, behind in around]
    return columns


@cache
def learned_weights() -> Weights:
    """Read the weights that `python -m tests.quality.train_cleaning` makes."""
    text = (files("generator.articles.cleaning") / "weights.json").read_text(encoding="utf-8")
    weights: Weights = json.loads(text)["weights"]
    return weights
