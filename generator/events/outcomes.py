"""Tell whether an event is told by its beginning alone: talks open, a vote is due, and nobody says how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

from generator.model import Report, Statement
from generator.text.outlook import looks_ahead, tells_beginning, tells_outcome

# A report says in its first sentences that something began, and a little farther down what came of it.
BEGINNING, OPENING = 2, 6


def is_open_ended(statements: Sequence[Statement], reports: Sequence[Report]) -> bool:
    """Tell whether every report opens with a beginning, and none, nor any statement, with how it ended."""
    langs = {report.article.stem: report.article.lang for report in reports}
    told = ((each.verbatim, langs[each.citations[0].article]) for each in statements)
    return bool(statements) and all(map(_has_only_begun, reports)) and not any(tells_outcome(*each) for each in told)


def _has_only_begun(report: Report) -> bool:
    lang, sentences = report.article.lang, islice(chain.from_iterable(report.sentences), OPENING)
    opening = [report.article.title, *sentences]
    if not any(tells_beginning(text, lang) for text in opening[: 1 + BEGINNING]):
        return False
    return not any(tells_outcome(text, lang) and not looks_ahead(text) for text in opening)
