"""`dateline list undated --csv`: ask the editor for the days that no page tells. Nothing is written."""

from __future__ import annotations

import argparse
import csv
import io

from generator.articles.raw import FACTS
from generator.articles.undated import table_of_undated
from generator.commands.opening import open_config
from generator.commands.telling import show, tell, tell_faults
from generator.errors import errors_among


def list_table(options: argparse.Namespace) -> int:
    """List articles without a day as a `facts.csv` to fill in: with what is known, and with clues to their days."""
    config, faults = open_config(options)
    table = table_of_undated(config.content / "articles", config.content / "raw" / FACTS, config.root)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table.rows)
    show(text.getvalue().rstrip("\n"))
    for path in table.others:
        tell(f"{path}: has no raw page for a line of {FACTS} (write 'date: YYYY-MM-DD' in it)")
    errors = errors_among(faults)
    tell_faults(errors)
    return 1 if errors else 0
