"""What it takes to tell an event of one article, in CPU an article: its sentences, its days, its summary, all of it.

python benchmarks/telling.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Any

import make_corpus
from contestants import ENVIRONMENT, SEED

ARTICLES = 500


def rows(runs: int) -> Iterator[list[str]]:
    """Give a row a task: µs of CPU an article."""
    command = (sys.executable, __file__)
    environment = {**os.environ, **ENVIRONMENT}
    printed = [subprocess.check_output(command, env=environment, text=True) for _ in range(runs)]
    costs = list(map(json.loads, printed))
    for task in costs[0]:
        yield [task, f"{median(cost[task] for cost in costs):.0f} µs"]


def measure() -> dict[str, float]:
    """Give the µs that each task takes, the start of Python and the first article apart."""
    # What is measured is the checkout that the environment names: only a process of its own has it.
    from generator.articles.read import FIELDS, make_article  # noqa: PLC0415
    from generator.events.background import find_background  # noqa: PLC0415
    from generator.events.entries import make_report, write_entry  # noqa: PLC0415
    from generator.events.excerpts import Excerpt  # noqa: PLC0415
    from generator.events.relative_days import with_days  # noqa: PLC0415
    from generator.events.summarisers.coverage import summarise  # noqa: PLC0415
    from generator.model import Event  # noqa: PLC0415
    from generator.text.days import day_told  # noqa: PLC0415
    from generator.text.front_matter import read_sheet  # noqa: PLC0415
    from generator.text.markdown import paragraphs_of  # noqa: PLC0415

    pieces = list(make_corpus.pieces(ARTICLES, SEED))
    sheets = [read_sheet(piece.path, piece.text.encode(), FIELDS) for piece in pieces]
    texts = [paragraphs_of(sheet.body) for sheet in sheets]
    parts = zip(pieces, sheets, texts, strict=True)
    articles = [make_article(piece.path, "", sheet.values, text) for piece, sheet, text in parts]
    events = [Event(article.stem, (article,), article.told, "", "", "") for article in articles]
    reports = [make_report(article, text) for article, text in zip(articles, texts, strict=True)]
    by_stem = dict(zip([article.stem for article in articles], texts, strict=True))

    def write(event: Event) -> Any:
        return write_entry(lambda article: by_stem[article.stem], summarise, Excerpt(), (), event)

    def find_days(told: tuple[Event, Any, Any]) -> None:
        event, report, statements = told
        article = report.article
        day_told(by_stem[article.stem][0].text, article.published.first)
        find_background(event, [report], by_stem)
        for statement in statements:
            with_days(statement, event)

    def split(report: Any) -> Any:
        return list(report.sentences)

    return {
        "an article's sentences": _cost(split, reports),
        "the summary of an event of one article, sentences apart": _cost(lambda report: summarise([report]), reports),
        "the days that an article tells of, sentences apart": _cost(
            find_days, [(event, report, summarise([report])) for event, report in zip(events, reports, strict=True)]
        ),
        "all that is written of such an event, paragraphs given": _cost(write, events),
    }


def _cost(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    work(items[0])
    began = time.process_time()
    for item in items[1:]:
        work(item)
    return (time.process_time() - began) / (len(items) - 1) * 1e6


if __name__ == "__main__":
    print(json.dumps(measure()))
