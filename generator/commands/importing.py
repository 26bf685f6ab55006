"""`dateline import`: raw pages to cleaned articles, a line a page, every cut line on demand."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from generator.articles.intake import import_pages
from generator.articles.receipts import Receipt
from generator.commands.opening import open_config
from generator.commands.telling import counted, show, tell
from generator.errors import DigestError, Fault


def import_(options: argparse.Namespace) -> int:
    """Import the pages and tell what became of each."""
    config, _ = open_config(options)
    for path in options.paths:
        if not path.exists():
            raise DigestError(Fault(str(path), 0, "is not there (name a raw page, or a folder of them)"))
    receipts = import_pages(
        [path.resolve() for path in options.paths],
        (options.to or config.content / "articles").resolve(),
        root=config.root,
        facts=_facts(config.content / "raw" / "facts.csv"),
        source=options.source,
        date=options.date,
        write=not options.dry_run,
        force=options.force,
    )
    if options.json:
        show(json.dumps([asdict(receipt) for receipt in receipts], ensure_ascii=False, indent=1))
    for receipt in receipts if not options.quiet else ():
        tell(*_lines(receipt, whole=options.receipt and not options.json))
    tell(_sum(receipts))
    return 1 if not receipts or all(receipt.outcome == "refused" for receipt in receipts) else 0


def _facts(path: Path) -> Path | None:
    return path if path.is_file() else None


def _lines(receipt: Receipt, *, whole: bool) -> list[str]:
    became = f" -> {receipt.article}" if receipt.article else ""
    reason = f": {receipt.reason}" if receipt.reason else ""
    lines = [f"{receipt.page}{became}: {receipt.outcome}, {counted(len(receipt.cuts), 'line')} cut{reason}"]
    if whole:
        lines += [f"  {found.field}: {found.value} ({found.why})" for found in receipt.found]
        lines += [f"  line {cut.line} [{cut.rule}] {cut.text}" for cut in receipt.cuts]
    return lines


def _sum(receipts: tuple[Receipt, ...]) -> str:
    outcomes = [receipt.outcome for receipt in receipts]
    counts = [f"{outcomes.count(outcome)} {outcome}" for outcome in dict.fromkeys(outcomes)]
    return f"{counted(len(receipts), 'page')}: {', '.join(counts) or 'nothing to import here'}"
