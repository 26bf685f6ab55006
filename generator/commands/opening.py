"""What a command starts from: the configuration, the clock, and an executor with a memory."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.progress import Gauge
from generator.commands.sealed import FOLDER
from generator.config import Config, a_site, as_base, load_config
from generator.edition import edition
from generator.errors import DigestError, Fault
from generator.executors import Executor, Remembering
from generator.files import write_whole
from generator.memory import Memory
from generator.pools import FAR_CHUNK, SELDOM, Processes, Spread, usable_processors

if TYPE_CHECKING:
    from concurrent.futures import Executor as Pool


def open_config(options: argparse.Namespace) -> tuple[Config, tuple[Fault, ...]]:
    """Give the configuration with what the command line says in its place, and its faults."""
    path = options.root / options.config
    if not options.root.is_dir():
        mend = "name a digest's folder; 'dateline init DIR' makes one"
        raise DigestError(Fault(str(options.root), 0, f"is no folder ({mend})"))
    if not path.is_file():
        raise DigestError(Fault(str(path), 0, f"is {'a folder' if path.is_dir() else 'not there'} ({_way_to(path)})"))
    config, faults = load_config(options.root, options.config)
    destination, base_url = getattr(options, "destination", None), getattr(options, "base_url", None)
    if destination:
        output = Path(os.path.normpath(Path.cwd() / destination))
        config = replace(config, output=output, output_by="--destination")
    if base_url:
        try:
            address = as_base(a_site(base_url))
        except ValueError as error:
            raise DigestError(Fault("--base-url", 0, str(error))) from None
        config = replace(config, masthead=replace(config.masthead, base_url=address))
        faults = tuple(fault for fault in faults if not fault.message.startswith("base_url is missing"))
    return config, faults


def _way_to(path: Path) -> str:
    """Give where a configuration is to be found: in a folder above, if one is there."""
    above = next((folder for folder in path.resolve().parents[1:] if (folder / path.name).is_file()), None)
    if above:
        return f"it is in {above}: go there, or write -r {os.path.relpath(above)}"
    return "go to a digest's folder, or make one: 'dateline init my-digest'"


def read_clock(text: str | None) -> str:
    """Give the instant of this run (ISO 8601, UTC): as told, as SOURCE_DATE_EPOCH says, or now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if text:
            told = datetime.fromisoformat(text)
            instant = told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
        else:
            instant = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError):
        name, value = ("--clock", text) if text else ("SOURCE_DATE_EPOCH", epoch)
        raise DigestError(Fault(name, 0, f"'{value}' is no time (write 2026-01-31T12:00:00Z)")) from None
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where builds are made: an executor that remembers, its memory, and the gauge of the work really done."""

    executor: Remembering
    memory: Memory
    gauge: Gauge

    def keep(self, *, whole: bool = True, withdrawn: Iterable[str] = ()) -> None:
        """Write the memory to the disk; what a `whole` build did not ask for goes in time.

        Where something is `withdrawn` since the last one, it goes at once.
        """
        self.memory.keep(whole=whole, withdrawn=withdrawn)


@contextmanager
def open_workshop(config: Config, options: argparse.Namespace) -> Iterator[Workshop]:
    """Open the memory in a folder that git passes over, and the pool that the options name."""
    gc.set_threshold(*SELDOM)
    with ExitStack() as stack:
        gauge = Gauge(_open_workers(options, stack), shows=not options.quiet)
        with suppress(OSError):  # a project that cannot be written to is built without a memory
            write_whole(config.root / FOLDER / ".gitignore", b"*\n")
        memory = Memory(config.root / FOLDER / "memory", edition())
        stack.callback(memory.close)
        yield Workshop(Remembering(gauge, memory), memory, gauge)


def _open_workers(options: argparse.Namespace, stack: ExitStack) -> Executor:
    named = getattr(options, "executor", None)
    if named:
        return Spread(stack.enter_context(_pool_named(named)), chunk=FAR_CHUNK, most=sys.maxsize)
    processes = Processes(getattr(options, "jobs", None) or usable_processors())
    stack.callback(processes.close)
    return processes


_FACTORY = "write MODULE:FACTORY, of which FACTORY() gives one, as my_cluster:make"


def _pool_named(name: str) -> Pool:
    """Give the pool that a factory makes; it is looked for in the working folder too."""
    from concurrent.futures import Executor as Pool  # noqa: PLC0415 - most builds do without

    module, _, factory = name.partition(":")
    sys.path.insert(0, str(Path.cwd()))
    try:
        pool = getattr(importlib.import_module(module), factory)()
    except Exception as error:  # noqa: BLE001 - a factory of the user's own may fail in any way
        raise DigestError(Fault("--executor", 0, f"'{name}': {type(error).__name__}: {error} ({_FACTORY})")) from None
    if not isinstance(pool, Pool):
        raise DigestError(Fault("--executor", 0, f"'{name}' gives no concurrent.futures.Executor ({_FACTORY})"))
    return pool
