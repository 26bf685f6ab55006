"""`dateline build`: once, or as a rehearsal; `serving` has what builds again and again."""

from __future__ import annotations

import argparse
import shlex
import time
from pathlib import Path

from generator.build import Outcome, rehearse, release
from generator.build import build as make
from generator.commands.opening import open_config, read_clock, remembering
from generator.commands.telling import tell, tell_faults
from generator.config import Config
from generator.errors import errors_among
from generator.pages.publish import Changes
from generator.pages.wording import counted

# How many changed files are told after a save.
MOST = 12


def build(options: argparse.Namespace) -> int:
    """Build as the options say and give the exit code."""
    now = read_clock(options.clock)
    config, faults = open_config(options)
    began = time.monotonic()
    with remembering(config) as (executor, _):
        report = make(
            config,
            executor,
            rehearse if options.dry_run else release,
            now=now,
            faults=faults,
            strict=options.strict,
            keep_going=options.keep_going,
        )
    tell_report(report, config, options, time.monotonic() - began)
    return 1 if report.changes is None or errors_among(report.faults) else 0


def tell_report(report: Outcome, config: Config, options: argparse.Namespace, seconds: float) -> None:
    """Tell what a build found and did."""
    tell_faults(report.faults)
    if report.changes is None:
        stopping = errors_among(report.faults) or report.faults
        tell(f"Nothing published: mend {counted(len(stopping), 'fault')} first. The last site is as it was.")
    elif not options.quiet:
        tell(*_lines(report, report.changes, config, options, seconds))


def _lines(report: Outcome, changes: Changes, config: Config, options: argparse.Namespace, seconds: float) -> list[str]:
    digest = report.site.draft.digest
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    lines = [f"{config.masthead.title}: {counted(articles, 'article')}, {counted(len(digest.entries), 'event')}"]
    lines += [f"  {left.path} is left out: {left.why} ({left.mend})" for left in report.site.draft.left_out]
    if options.watch or options.verbose or not digest.entries:
        names = [f"  {what} {name}" for what in ("added", "changed", "removed") for name in getattr(changes, what)]
        most = len(names) if options.verbose else MOST
        lines += names[:most] + [f"  and {len(names) - most:,} more (-v tells them)"] * (len(names) > most)
    else:
        lines += [f"  {entry.event.id}" for entry in digest.entries[-9:]]
    if changes.kept:
        lines.append(f"  {counted(len(changes.kept), 'file')} not ours, '{changes.kept[0]}' first, left where they are")
    verb = "would change" if options.dry_run else "written"
    counts = ", ".join(f"{len(getattr(changes, what))} {what}" for what in ("added", "changed", "removed", "same"))
    lines.append(f"{shown(config.output)}/ {verb}: {counts} ({seconds:.2f} s)")
    if not options.watch and not options.dry_run:
        lines.append(_way_in(config, options))
    return lines


def _way_in(config: Config, options: argparse.Namespace) -> str:
    if config.masthead.links == "file":
        return f"Open {shown(config.output / 'index.html')} in a browser."
    given = {"-r": str(options.root), "-c": options.config, "-d": options.destination, "-b": options.base_url}
    told = [word for flag, value in given.items() if value not in {".", "config.yaml", None} for word in (flag, value)]
    return f"Look at it: {shlex.join(['dateline', 'serve', *told])}"


def shown(path: Path) -> str:
    """Give a path as short as it can be told."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
