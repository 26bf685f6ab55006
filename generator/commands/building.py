"""`dateline build`: once, or as a rehearsal; `serving` has what builds again and again."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build import Draft, Outcome, rehearse, release, release_locked
from generator.build import build as make
from generator.commands.cleaned_before import forget_cleaned
from generator.commands.opening import open_config, open_workshop, read_clock
from generator.commands.sealed import FOLDER, asked, seal_path
from generator.commands.subscribers import ItemsChanged, items_changed, published_feed, telling_feed
from generator.commands.telling import counted, fault_as_json, in_order, show, tell, tell_faults
from generator.config import Config
from generator.errors import Fault, errors_among
from generator.executors import is_ours
from generator.files import TICK, relative
from generator.lock import locked
from generator.pages.compressed import PACKED
from generator.pages.publishing.manifest import MANIFEST
from generator.pages.publishing.publish import Changes
from generator.pages.search_index import INDEX
from generator.pages.theme import BUILT_IN
from generator.seal import Seal, break_seal, inputs_of, outputs_of, write_seal

# How many changed files are told after a save, and how many feed items of a kind in a dry run.
MOST = 12
# What may become of files, and of items of feeds: `Changes` and `ItemsChanged` have it in this order.
_CHANGES, _ITEMS = ("added", "changed", "removed"), ("added", "updated", "changed quietly")
# What a build reads below the content folder: raw pages are not among it, and may be many.
READ = ("articles", "events", "ledger", "pages", "static")


def build(options: argparse.Namespace, instant: int) -> int:
    """Build as the options say and give the exit code; `instant` is when the run began, in nanoseconds of the epoch."""
    now = read_clock(options.clock)
    config, faults = open_config(options)
    with hold(config):
        return _build(config, faults, options, now, instant)


def _build(config: Config, faults: Sequence[Fault], options: argparse.Namespace, now: str, instant: int) -> int:
    break_seal(seal_path(options))
    began = time.monotonic()
    before = published_feed(config)
    with open_workshop(config, options) as workshop:
        report = make(
            config,
            workshop.executor,
            rehearse if options.dry_run else release_locked if options.locked else release,
            now=now,
            faults=faults,
            strict=options.strict,
            keep_going=options.keep_going,
            regroup=options.regroup,
        )
        if report.changes is not None and not options.dry_run:
            withdrawn = withdrawn_from(report.site.draft)
            workshop.keep(withdrawn=withdrawn)
            if withdrawn:
                forget_cleaned(config.root)
        told = Told(time.monotonic() - began, before, workshop.gauge.done)
    tell_report(report, config, options, told)
    if report.changes is None or errors_among(report.faults):
        return 1
    if not options.dry_run and is_ours(config.summarise):  # nobody knows what a summariser of the editor's own reads
        _seal(report, config, options, instant)
    return 0


def withdrawn_from(draft: Draft) -> list[str]:
    """Give the articles and events whose words are to be found nowhere any more."""
    articles = [left.path for left in draft.left_out if left.why == "withdrawn"]
    return articles + [post.id for post in draft.digest.signposts if post.withdrawn]


def _seal(report: Outcome, config: Config, options: argparse.Namespace, instant: int) -> None:
    """Note that as long as nothing changes there is nothing to build."""
    written = time.monotonic()
    folders = [config.content / name for name in READ if name != "ledger"]
    read = [*map(str, (config.root / config.path, *folders, config.templates, BUILT_IN))]
    digested = (str(config.content / "ledger"),)
    inputs = inputs_of(read, digested, before=instant)
    if report.changes and report.changes.any:  # until what was written can be told by its stamps
        time.sleep(max(0.0, written + 1.2 * TICK / 1e9 - time.monotonic()))
    outputs = outputs_of(str(config.output), MANIFEST)
    if inputs and outputs:
        said = [
            *_head(report, config),
            f"{shown(config.output)}/: nothing changed ({{ms}} ms)",
            _way_in(config, options),
        ]
        faults = tuple(map(str, in_order(report.faults)))
        seal = Seal(
            asked(options), tuple(read), digested, inputs, str(config.output), MANIFEST, outputs, faults, tuple(said)
        )
        write_seal(seal_path(options), seal)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a run beside its outcome: its seconds, the feed before it, and the work done by stage."""

    seconds: float
    feed: bytes
    done: Mapping[str, tuple[int, float]]


def tell_report(report: Outcome, config: Config, options: argparse.Namespace, told: Told) -> None:
    """Tell what a build found and did."""
    tell_faults(report.faults)
    if options.json:
        show(json.dumps(_as_json(report, config, told), ensure_ascii=False))
    if report.changes is None:
        stopping = errors_among(report.faults) or report.faults
        tell(f"Nothing published: mend {counted(len(stopping), 'fault')} first. The last site is as it was.")
    elif not options.quiet:
        tell(*_lines(report, report.changes, config, options, told))


def _as_json(report: Outcome, config: Config, told: Told) -> dict[str, Any]:
    changes = report.changes
    digest = report.site.draft.digest
    return {
        "published": changes is not None,
        "articles": sum(len(entry.event.articles) for entry in digest.entries),
        "events": len(digest.entries),
        "left_out": [{"path": left.path, "why": left.why} for left in report.site.draft.left_out],
        "faults": [fault_as_json(fault) for fault in report.faults],
        **({what: getattr(changes, what) for what in _CHANGES} if changes else {}),
        **({"same": len(changes.same), "feed_items": _counts(_items(report, config, told))} if changes else {}),
        "seconds": round(told.seconds, 3),
    }


def _counts(items: ItemsChanged) -> dict[str, int]:
    return {what: len(events) for what, events in items._asdict().items()}


def _lines(report: Outcome, changes: Changes, config: Config, options: argparse.Namespace, told: Told) -> list[str]:
    lines = _head(report, config, events=not (options.watch or options.verbose))
    if options.watch or options.verbose:
        names = [line for what in _CHANGES for line in _told_files(what, getattr(changes, what))]
        most = len(names) if options.verbose else MOST
        lines += names[:most] + [f"  and {len(names) - most:,} more (-v tells them)"] * (len(names) > most)
    if options.verbose:
        lines += [f"  {name}: {count:,} in {seconds:.2f} s" for name, (count, seconds) in told.done.items()]
    if changes.kept:
        lines.append(f"  {counted(len(changes.kept), 'file')} not ours, '{changes.kept[0]}' first, left where they are")
    if changes.piecemeal:
        lines.append(f"  {shown(config.output)}/ cannot be exchanged as a whole (a mount point?): written file by file")
    minted = report.site.draft.minted
    if minted and (options.watch or options.dry_run):
        what = f"the id of '{minted[0]}' is" if len(minted) == 1 else f"the ids of {len(minted):,} new events are"
        lines.append(f"  {what} provisional until 'dateline build' writes the ledger")
    if options.dry_run:
        lines += _told_items(_items(report, config, told))
    lines.append(_summary(report, changes, config, options, told))
    if not options.watch and not options.dry_run:
        lines.append(_way_in(config, options))
    return lines


def _told_files(what: str, paths: Iterable[str]) -> Iterator[str]:
    """Tell each file, but count those that follow from others: an index of all pages, the packed twin of each text."""
    counts: Counter[str] = Counter()
    for path in paths:
        kind = "packed file" if path.endswith(PACKED) else "file" if path.startswith(INDEX) else ""
        if kind:
            counts[kind] += 1
        else:
            yield f"  {what} {path}"
    for kind, where in (("file", f" of the search index in {INDEX}"), ("packed file", f" (*{PACKED})")):
        if counts[kind]:
            yield f"  {what} {counted(counts[kind], kind)}{where}"


def _head(report: Outcome, config: Config, *, events: bool = True) -> list[str]:
    digest = report.site.draft.digest
    articles = sum(len(entry.event.articles) for entry in digest.entries)
    return [
        f"{config.masthead.title}: {counted(articles, 'article')}, {counted(len(digest.entries), 'event')}",
        *_held_back(report),
        *_left_out(report),
        *_first_steps(report, config),
        *(f"  {entry.event.id}" for entry in digest.entries[-9:] if events),
    ]


def _left_out(report: Outcome) -> list[str]:
    """Tell what else is left out: of an undated article the warning has told."""
    left_out = [left for left in report.site.draft.left_out if left.why != "undated"]
    return [f"  {left.path} is left out: {left.why} ({left.mend})" for left in left_out]


def _first_steps(report: Outcome, config: Config) -> list[str]:
    """Tell what to do where there is nothing to publish: of what is left out or held back, the lines above tell."""
    draft = report.site.draft
    if draft.digest.entries or draft.left_out or draft.held_back:
        return []
    raw = relative(config.root, config.content / "raw")
    return [
        f"  nothing to publish yet: put pages into {raw}/ and run 'dateline import {raw}',",
        "  or write an article yourself: 'dateline new article TITLE'",
    ]


def _held_back(report: Outcome) -> list[str]:
    waiting = [event for event in report.site.draft.held_back if event.editorial is None]
    if not waiting:
        return []
    return [f"  {counted(len(waiting), 'event')} no editor has read, so held back ('dateline list drafts' shows them)"]


def _summary(report: Outcome, changes: Changes, config: Config, options: argparse.Namespace, told: Told) -> str:
    """Tell in a line what changed for readers and subscribers."""
    pages = {what: sum(name.endswith(".html") for name in getattr(changes, what)) for what in _CHANGES}
    others = sum(len(getattr(changes, what)) for what in _CHANGES) - sum(pages.values())
    parts = [f"{counted(count, 'page')} {what}" for what, count in pages.items() if count]
    items = zip(_ITEMS, _items(report, config, told), strict=True)
    parts += [f"{counted(len(events), 'feed item')} {what}" for what, events in items if events]
    parts += [counted(others, "other file")] if others else []
    time_taken = f"{1000 * told.seconds:.0f} ms" if told.seconds < 1 else f"{told.seconds:.1f} s"
    verb = " would change" if options.dry_run else ""
    return f"{shown(config.output)}/{verb}: {', '.join(parts) or 'nothing changed'} ({time_taken})"


def _items(report: Outcome, config: Config, told: Told) -> ItemsChanged:
    feed = telling_feed(config)
    return items_changed(told.feed, report.site.files[feed.address].content if feed else b"")


def _told_items(items: ItemsChanged) -> Iterator[str]:
    """Tell each item that subscribers meet."""
    for what, events in zip(_ITEMS, items, strict=True):
        yield from [f"  feed item {what}: {event}" for event in events[:MOST]]
        if len(events) > MOST:
            yield f"  and {len(events) - MOST:,} more {what}"


def _way_in(config: Config, options: argparse.Namespace) -> str:
    if config.masthead.links == "file":
        return f"Open {shown(config.output / 'index.html')} in a browser."
    given = {"-r": str(options.root), "-c": options.config, "-d": options.destination, "-b": options.base_url}
    told = [
        word for flag, value in given.items() if value not in {".", "config.yaml", "", None} for word in (flag, value)
    ]
    return f"Look at it: {shlex.join(['dateline', 'serve', *told])}"


def hold(config: Config) -> AbstractContextManager[None]:
    """Hold the project's lock while building; another process that builds is waited for, once it is told who it is."""
    work = f"the build of process {os.getpid()}, which writes {shown(config.output)}/"
    return locked(config.root / FOLDER / "lock", work, tell)


def shown(path: Path) -> str:
    """Give a path as short as it can be told."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
