"""`dateline serve` and `build --watch`: build again at every save, and show the site in a browser meanwhile."""

from __future__ import annotations

import argparse
import gc
import signal
import time
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from urllib.parse import quote, unquote, urlsplit

from generator.articles.read import StaleError
from generator.build import build, make_site, preview, rehearse
from generator.commands.building import READ, Told, hold, shown, tell_report, withdrawn_from
from generator.commands.opening import Workshop, open_config, open_workshop, read_clock
from generator.commands.subscribers import published_feed
from generator.commands.telling import tell, tell_faults
from generator.config import Config
from generator.errors import DigestError, Fault, errors_among
from generator.executors import Recalling
from generator.files import Folders
from generator.pages.publishing.publish import Published
from generator.serve.server import Preview, open_preview
from generator.watch.changes import changes

HOST, PORT = "127.0.0.1", 8000


@dataclass(slots=True)
class _Watched:
    """What one build leaves for the next: the last good configuration, files published, folders as they were."""

    config: Config
    executor: Recalling
    published: Published | None = None
    folders: Folders = field(default_factory=Folders)
    feed: bytes = b""


def watch(options: argparse.Namespace) -> int:
    """Build, and again at every save, until Ctrl-C; with `--serve`, show the site in a browser."""
    now = read_clock(options.clock)
    config, faults = open_config(options)
    if not (config.root / config.path).is_file():
        raise DigestError(*errors_among(faults))
    _end_quietly()
    with ExitStack() as stack:
        page = stack.enter_context(_open_page(config, options)) if options.serve else None
        workshop = stack.enter_context(open_workshop(config, options))
        watched: tuple[Path, ...] = ()
        last = _Watched(config, Recalling(workshop.executor), feed=published_feed(config))
        while True:
            folders = _read_folders(last.config)
            saves = changes(folders, (config.root / config.path,), say=tell, poll=options.poll)
            with closing(saves):
                last.folders.doubt()
                for changed in saves:
                    last.folders.tell(changed)
                    _build_again(last, options, workshop, page, now)
                    last.executor.turn()
                    workshop.keep(whole=False)
                    if workshop.memory.overgrown:
                        _tidy(last, workshop, now)
                    if not watched:
                        gc.freeze()  # what is recalled stays: to look through it for circles takes 200 ms
                    if not watched and page and options.open:
                        webbrowser.open(page.address)
                    if watched != folders:
                        names = f"{shown(last.config.content)}/, {shown(last.config.templates)}/ and {config.path}"
                        tell(f"Watching {names}; Ctrl-C ends it.")
                        watched = folders
                    if _read_folders(last.config) != folders:
                        break


def _read_folders(config: Config) -> tuple[Path, ...]:
    return (*(config.content / name for name in READ), config.templates)


def _build_again(
    last: _Watched, options: argparse.Namespace, workshop: Workshop, page: Preview | None, now: str
) -> None:
    """Build once within a watch; a fault is told and never ends the watch, and the last good site stays."""
    began = time.monotonic()
    workshop.gauge.start()
    try:
        config, faults = open_config(options)
        last.config = last.config if errors_among(faults) else config
        with hold(config):
            report = build(
                config,
                last.executor,
                rehearse if options.dry_run else partial(preview, last=last.published),
                now=now,
                folders=last.folders,
                faults=errors_among(faults),  # a warning tells of what is published
                strict=options.strict,
                keep_going=options.keep_going,
            )
    except DigestError as error:
        stopping = error.faults
        tell_faults(stopping)
    except OSError as error:
        mend = "the last site is as it was; allow it, or make room"
        stopping = (Fault(str(error.filename or "disk"), 0, f"{error.strerror or error} ({mend})"),)
        tell_faults(stopping)
    else:
        feed, last.feed = last.feed, published_feed(config)
        tell_report(report, config, options, Told(time.monotonic() - began, feed, workshop.gauge.done))
        if report.changes is not None:
            last.published = Published(report.site.files, report.changes.lines)
            if page:
                changed = (*report.changes.added, *report.changes.changed, *report.changes.removed)
                page.show(config.output, _base_path(config), changed)
            return
        stopping = errors_among(report.faults) or report.faults
    if page:
        page.refuse(stopping)


def _tidy(last: _Watched, workshop: Workshop, now: str) -> None:
    """Ask for the whole site anew, after a save is published, and let the memory forget what the saves replaced."""
    workshop.memory.review()
    last.executor = Recalling(workshop.executor)
    try:
        site = make_site(last.config, last.executor, now=now, folders=last.folders)
    except (StaleError, DigestError, OSError):  # an editor saves meanwhile: the next build says what is wrong, if it is
        return
    last.executor.turn()
    workshop.keep(withdrawn=withdrawn_from(site.draft))
    if last.published:
        last.published = Published(site.files, last.published.lines)


@contextmanager
def _open_page(config: Config, options: argparse.Namespace) -> Iterator[Preview]:
    wished = PORT if options.port is None else options.port
    with open_preview(config.output, _base_path(config), host=options.host or HOST, port=wished) as page:
        port = urlsplit(page.address).port
        if wished not in {0, port}:
            tell(f"Port {wished} is in use: taking {port}.")
        tell(f"Preview: {page.address} (Ctrl-C ends it)")
        yield page


def _base_path(config: Config) -> str:
    return unquote(quote(urlsplit(config.masthead.base_url).path, safe="/%")) or "/"


def _end_quietly() -> None:
    """Let Ctrl-C and SIGTERM end the run alike, at once, and only once: the clean-up is not broken into."""
    wanted = [number for number in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(number) != signal.SIG_IGN]

    def end(_number: int, _frame: FrameType | None) -> None:
        for number in wanted:
            signal.signal(number, _pass_over)  # SIG_IGN would be told as an error where two signals come at once
        raise KeyboardInterrupt

    for number in wanted:
        signal.signal(number, end)


def _pass_over(_number: int, _frame: FrameType | None) -> None:
    """Take a signal and do nothing."""
