"""`dateline build`: once, as a rehearsal, or again and again under `--watch`."""

from __future__ import annotations

import argparse
import shlex
import time
from pathlib import Path

from generator.build import Ending, Report, preview, rehearse, release
from generator.build import build as make
from generator.commands.opening import keep, open_config, read_clock, remembering
from generator.commands.telling import counted, tell, tell_faults
from generator.config import Config
from generator.errors import DigestError, errors_among
from generator.executors import Executor
from generator.pages.publish import Changes


def build(options: argparse.Namespace) -> int:
    """Build as the options say and give the exit code."""
    now = read_clock(options.clock)
    if options.watch:
        return _watch(options, now)
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
    _tell(report, config, options, time.monotonic() - began)
    return 1 if report.changes is None or errors_among(report.faults) else 0


def _watch(options: argparse.Namespace, now: str) -> int:
    from generator.watch import changes

    config, _ = open_config(options)
    ending = rehearse if options.dry_run else preview
    with remembering(config) as (executor, memory):
        _build_again(options, executor, ending, now)
        keep(config, memory)
        tell(f"Watching {_shown(config.content)}/, {_shown(config.templates)}/ and {config.path}; Ctrl-C ends it.")
        for _ in changes((config.content, config.templates), (config.root / config.path,)):
            _build_again(options, executor, ending, now)
            keep(config, memory)
    return 0


def _build_again(options: argparse.Namespace, executor: Executor, ending: Ending, now: str) -> None:
    """Build once within a watch: a fault is told and never ends it."""
    began = time.monotonic()
    try:
        config, faults = open_config(options)
        report = make(
            config, executor, ending, now=now, faults=faults, strict=options.strict, keep_going=options.keep_going
        )
    except DigestError as error:
        tell_faults(error.faults)
        return
    _tell(report, config, options, time.monotonic() - began)


def _tell(report: Report, config: Config, options: argparse.Namespace, seconds: float) -> None:
    tell_faults(report.faults)
    if report.changes is None:
        tell(f"Nothing published: mend {counted(len(report.faults), 'fault')} first. The last site is as it was.")
    elif not options.quiet:
        tell(*_lines(report, report.changes, config, options, seconds))


def _lines(report: Report, changes: Changes, config: Config, options: argparse.Namespace, seconds: float) -> list[str]:
    digest = report.site.draft.digest
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    lines = [f"{config.masthead.title}: {counted(articles, 'article')}, {counted(len(digest.entries), 'event')}"]
    lines += [f"  {left.path} is left out: {left.why} ({left.mend})" for left in report.site.draft.left_out]
    if options.watch or options.verbose or not digest.entries:
        lines += [f"  {what} {name}" for what in ("added", "changed", "removed") for name in getattr(changes, what)]
    else:
        lines += [f"  {entry.event.id}" for entry in digest.entries[-9:]]
    lines += [f"  {name} is not ours and stays" for name in changes.kept]
    verb = "would change" if options.dry_run else "written"
    counts = ", ".join(f"{len(getattr(changes, what))} {what}" for what in ("added", "changed", "removed", "same"))
    lines.append(f"{_shown(config.output)}/ {verb}: {counts} ({seconds:.2f} s)")
    if not options.watch and not options.dry_run:
        lines.append(_way_in(config))
    return lines


def _way_in(config: Config) -> str:
    if config.masthead.links == "file":
        return f"Open {_shown(config.output / 'index.html')} in a browser."
    folder = shlex.quote(_shown(config.output))
    return f"Look at it: python3 -m http.server -b 127.0.0.1 -d {folder}, then http://127.0.0.1:8000/"


def _shown(path: Path) -> str:
    """Give a path as short as it can be told."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
