"""Tell an event by the opening of its earliest report.

The right one where one outlet is followed, or for a digest that must be predictable: the opening of a report is the
summary its own desk wrote, and hard to beat on a single text (Nenkova, "Automatic Text Summarization of Newswire",
AAAI 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from generator.events.statements import candidates_among, earliest_first, openings_of, statements_of
from generator.model import Report, Statement


def summarise(reports: Sequence[Report], *, statements: int = 3) -> tuple[Statement, ...]:
    """Give the first `statements` sentences that stand alone in the earliest report that has any."""
    for report in earliest_first(reports):
        candidates = candidates_among(openings_of([report], 2 * statements), [report])
        chosen = list(islice(candidates, statements))
        if chosen:
            return statements_of(chosen, reports)
    return ()
