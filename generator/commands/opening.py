"""What a command starts from: the configuration, the clock, and an executor with a memory."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.config import Config, as_base, load_config
from generator.edition import edition
from generator.errors import DigestError, Fault
from generator.executors import Executor, InPlace, Recalling, Remembering
from generator.files import write_whole
from generator.memory import Memory
from generator.text.front_matter import an_address

FOLDER = ".dateline"


def open_config(options: argparse.Namespace) -> tuple[Config, tuple[Fault, ...]]:
    """Give the configuration with what the command line says in its place, and its faults."""
    if not (options.root / options.config).is_file():
        mend = "go to a digest's folder, or make one: 'dateline init my-digest'"
        raise DigestError(Fault(str(options.root / options.config), 0, f"is not there ({mend})"))
    config, faults = load_config(options.root, options.config)
    destination, base_url = getattr(options, "destination", None), getattr(options, "base_url", None)
    if destination:
        config = replace(config, output=Path(os.path.normpath(Path.cwd() / destination)), output_line=0)
    if base_url:
        try:
            address = as_base(an_address(base_url))
        except ValueError as error:
            raise DigestError(Fault("--base-url", 0, str(error))) from None
        config = replace(config, masthead=replace(config.masthead, base_url=address))
        faults = tuple(fault for fault in faults if not fault.message.startswith("base_url is missing"))
    return config, faults


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


@contextmanager
def remembering(config: Config, *, kept: bool = True) -> Iterator[tuple[Executor, Memory]]:
    """Give an executor that remembers between builds, and its memory; what is new may be kept at the end."""
    memory = Memory(config.root / FOLDER / "memory", edition())
    yield Remembering(InPlace(), memory), memory
    if kept:
        keep(config, memory)
    memory.close()


@contextmanager
def recalling(config: Config) -> Iterator[tuple[Recalling, Memory]]:
    """Give an executor that also recalls what it did in this process, for builds again and again."""
    with remembering(config) as (executor, memory):
        yield Recalling(executor), memory


def keep(config: Config, memory: Memory) -> None:
    """Write the memory to the disk, in a folder that git passes over."""
    with suppress(OSError):  # a project that cannot be written to is built without a memory
        write_whole(config.root / FOLDER / ".gitignore", b"*\n")
    memory.keep()
