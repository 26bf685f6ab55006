"""`dateline import`: raw pages to cleaned articles, a line a page, every cut line on demand."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from generator.articles.facts import Facts, read_facts
from generator.articles.intake import import_pages
from generator.articles.raw import FACTS
from generator.articles.receipts import Receipt
from generator.commands.cleaned_before import open_cleaned
from generator.commands.imported import inputs_before, seal_import
from generator.commands.opening import open_config
from generator.commands.progress import Gauge
from generator.commands.telling import counted, show, tell, tell_faults
from generator.errors import DigestError, Fault, errors_among
from generator.executors import Executor, Remembering
from generator.pools import Processes, usable_processors
from generator.text.front_matter import MAX_HEAD

# To clean a page takes 3 ms as text and 20 as HTML: from so many on, processes are worth their start.
MANY, CHUNK = 100, 10
# A folder that an import wrote to shows it by the first of its files.
MOST_LOOKED_AT = 100
# Where no page became anything else, nothing was written. A duplicate would be an article if the page that came first
# were gone, wherever that is.
_STILL = {"unchanged", "edited", "refused"}


def import_(options: argparse.Namespace) -> int:
    """Import the pages and tell what became of each."""
    lost = [path for path in options.paths if not path.is_file() and not path.is_dir()]
    if lost:
        mend = "name a raw page, or a folder of them"
        raise DigestError(*[Fault(str(path), 0, f"is no file or folder ({mend})") for path in lost])
    root, to, faults = _places(options)
    tell_faults(faults)
    for path in options.paths if (root / options.config).is_file() else ():
        if path.is_dir() and root.is_relative_to(path.resolve()):
            mend = "name the folder of raw pages, content/raw mostly"
            raise DigestError(Fault(str(path), 0, f"holds the digest itself, its pages and templates ({mend})"))
    paths = [path.resolve() for path in options.paths]
    read = [str(root / options.config), *map(str, (*paths, *_facts_beside(paths)))]
    inputs = inputs_before(read, str(to))
    facts = {
        page: fact for path in _facts_beside(paths) if path.is_file() for page, fact in read_facts(path, root).items()
    }
    gone = [fact.gone for fact in facts.values() if fact.gone]
    tell_faults(gone)
    receipts = _import(paths, to, root, facts, options)
    if options.json:
        show(json.dumps([_as_json(receipt) for receipt in receipts], ensure_ascii=False, indent=1))
    lines = [
        line
        for receipt in receipts
        if receipt.outcome == "refused" or not options.quiet
        for line in _lines(receipt, whole=options.receipt and not options.json)
    ]
    if not options.quiet:
        lines.append(_sum(receipts) + (", but this was a rehearsal: nothing was written" if options.dry_run else ""))
    if lines:
        tell(*lines)
    if not receipts or all(receipt.outcome == "refused" for receipt in receipts):
        return 1
    outcomes = {receipt.outcome for receipt in receipts}
    if not faults and not gone and outcomes <= _STILL and not options.force and (root / options.config).is_file():
        seal_import(options, read, str(to), inputs, lines)
    return 0


def _places(options: argparse.Namespace) -> tuple[Path, Path, tuple[Fault, ...]]:
    """Give the digest's folder and the folder that articles go to; with `--to` no digest need be there yet."""
    if options.to and not (options.root / options.config).is_file():
        _check_target(options.to, options.root / "content" / "articles")
        return options.root.resolve(), options.to.resolve(), ()
    config, faults = open_config(options)
    articles = config.content / "articles"
    if options.to:
        _check_target(options.to, articles)
    # A warning tells of what is published.
    return config.root, (options.to or articles).resolve(), errors_among(faults)


def _check_target(to: Path, articles: Path) -> None:
    """Refuse to strew articles over a folder of something else. Raises `DigestError`.

    A folder will do that is below `articles`, new, empty, or has articles of an import.
    """
    here, home = to.resolve(), articles.resolve()
    if to.exists() and not to.is_dir():
        raise DigestError(Fault("--to", 0, f"'{to}' is no folder (name one)"))
    if not to.exists() or here == home or home in here.parents or not any(to.iterdir()):
        return
    if not any(map(_is_imported, islice(sorted(to.glob("*.md")), MOST_LOOKED_AT))):
        mend = "name a new folder, or leave --to out"
        raise DigestError(Fault("--to", 0, f"'{to}' has files in it, and no article of an import ({mend})"))


def _is_imported(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return b"\nimported:" in file.read(MAX_HEAD)


def _import(
    paths: Sequence[Path], to: Path, root: Path, facts: Mapping[str, Facts], options: argparse.Namespace
) -> tuple[Receipt, ...]:
    """Import pages and folders; what is known of them stands in the `facts.csv` beside each."""
    with _open_executor(root, options) as executor:
        return import_pages(
            paths,
            to,
            root=root,
            executor=executor,
            facts=facts,
            source=options.source,
            date=options.date,
            write=not options.dry_run,
            force=options.force,
        )


def _facts_beside(paths: Sequence[Path]) -> list[Path]:
    return list(dict.fromkeys((path if path.is_dir() else path.parent) / FACTS for path in paths))


@contextmanager
def _open_executor(root: Path, options: argparse.Namespace) -> Iterator[Executor]:
    """Open the pool that pages are cleaned in and, where there is a digest, the memory of those cleaned before."""
    with closing(Processes(options.jobs or usable_processors(), many=MANY, chunk=CHUNK)) as processes:
        gauge = Gauge(processes, shows=not options.quiet)
        if not (root / options.config).is_file():
            yield gauge
            return
        with closing(open_cleaned(root)) as memory:
            yield Remembering(gauge, memory)
            if not options.dry_run:  # where folders are imported, pages that are gone are forgotten in time
                memory.keep(whole=all(path.is_dir() for path in options.paths))


def _as_json(receipt: Receipt) -> dict[str, Any]:
    return asdict(receipt) | {"cuts": [cut._asdict() for cut in receipt.cuts]}


def _lines(receipt: Receipt, *, whole: bool) -> list[str]:
    became = f" -> {receipt.article}" if receipt.article else ""
    reason = f": {receipt.reason}" if receipt.reason else ""
    lines = [f"{receipt.page}{became}: {receipt.outcome}, {counted(len(receipt.cuts), 'line')} cut{reason}"]
    if whole:
        lines += [f"  {found.field}: {found.value} ({found.why})" for found in receipt.found]
        lines += [f"  line {cut.line} [{cut.rule}] {cut.text}" for cut in receipt.cuts]
    return lines


def _sum(receipts: Sequence[Receipt]) -> str:
    outcomes = [receipt.outcome for receipt in receipts]
    counts = [f"{outcomes.count(outcome)} {outcome}" for outcome in dict.fromkeys(outcomes)]
    told = ", ".join(counts) or "nothing to import here (put .txt or .html pages there)"
    return f"{counted(len(receipts), 'page')}: {told}"
