"""`config.yaml` to a Config: each name in it becomes a function here, or a fault with its line."""

from __future__ import annotations

import importlib
import inspect
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, get_type_hints
from urllib.parse import urlsplit

from generator.errors import Fault, nearest, unread
from generator.events.entries import Summariser
from generator.events.excerpts import Excerpt
from generator.events.grouping import THRESHOLD, WINDOW_DAYS
from generator.events.summarisers import centroid, coverage, lead, lexrank
from generator.pages.feeds.formats import FORMATS, Format
from generator.pages.model import Masthead, Outlet
from generator.text import strict_yaml
from generator.text.front_matter import (
    DoubtError,
    Reader,
    a_flag,
    a_language,
    a_line,
    a_text,
    an_address,
    anything,
    one_of,
    read_fields,
)
from generator.text.strict_yaml import Block, Value

SUMMARISERS: Mapping[str, Summariser] = {
    "coverage": coverage.summarise,
    "lead": lead.summarise,
    "centroid": centroid.summarise,
    "lexrank": lexrank.summarise,
}
# Names that are nobody's (RFC 2606, RFC 6761) and addresses of machines.
_RESERVED = re.compile(r"(^|\.)(example|test|invalid|localhost|local|example\.(com|net|org))$|^[0-9.]+$|:")
# Where a site is taken to be until `base_url` says.
LOCAL = "http://localhost:8000/"


@dataclass(frozen=True, slots=True)
class Grouping:
    """When articles tell of one event: a likeness of at least `threshold`; `window_days` apart it fades."""

    threshold: float = THRESHOLD
    window_days: int = WINDOW_DAYS


@dataclass(frozen=True, slots=True)
class Feeds:
    """How many events the feeds hold, and the names of their formats."""

    limit: int = 50
    formats: tuple[Format, ...] = tuple(FORMATS)


@dataclass(frozen=True, slots=True)
class Config:
    """What a digest is called and how it is made. Folders are absolute.

    `output_by` is the flag that names the output folder, empty where none does. `host` may mint feed ids, empty if none
    may; `search_line` is where a search is asked for, 0 where none is.
    """

    root: Path
    path: str
    masthead: Masthead
    content: Path
    templates: Path
    output: Path
    grouping: Grouping = field(default_factory=Grouping)
    summarise: Summariser = coverage.summarise
    excerpt: Excerpt = field(default_factory=Excerpt)
    feeds: Feeds = field(default_factory=Feeds)
    undated: Literal["leave_out", "keep"] = "leave_out"
    only_reviewed: bool = False
    gzip: bool = False
    output_line: int = 0
    output_by: str = ""
    search_line: int = 0
    language_line: int = 0
    host: str = ""

    @property
    def full_sources(self) -> frozenset[str]:
        """The names of the sources whose articles are published whole."""
        return frozenset(name for name, outlet in self.masthead.outlets.items() if outlet.full)


def load_config(root: Path, name: str = "config.yaml") -> tuple[Config, tuple[Fault, ...]]:
    """Read a digest's configuration; what is wrong in it is told and takes its default."""
    root = root.resolve()
    block, faults = _read(root, name)
    readable = not faults
    values, more = read_fields(name, block, _FIELDS)
    faults += [_as_error(fault) for fault in more]
    if readable and not values.get("title"):
        faults.append(Fault(name, 1, "title is missing (write 'title: …', the name of your digest)"))
    if readable and "base_url" not in block.values:
        mend = "write 'base_url: https://…/', where the site will be"
        faults.append(Fault(name, 1, f"base_url is missing; feed and sitemap name {LOCAL} ({mend})", "warning"))
    config = Config(
        root=root,
        path=name,
        masthead=_masthead(name, block, values, faults),
        content=_folder(root, values.get("content", "content")),
        templates=_folder(root, values.get("templates", "templates")),
        output=_folder(root, values.get("output", "site")),
        undated=values.get("undated", "leave_out"),
        only_reviewed=values.get("only_reviewed", False),
        gzip=values.get("gzip", False),
        output_line=block.line("output") if "output" in block.values else 0,
        search_line=block.line("search") if values.get("search") else 0,
        language_line=block.line("language") if "language" in block.values else 0,
        host=_host(values.get("base_url", "")),
    )
    for key in ("content", "templates"):
        if key in values and not (root / values[key]).is_dir():
            faults.append(
                Fault(name, block.line(key), f"{key}: there is no folder '{values[key]}' (make it, or name one)")
            )
    kinds: dict[str, Any] = {"grouping": Grouping, "excerpt": Excerpt, "feeds": Feeds}
    made = {key: _options(name, block, key, kind, faults) for key, kind in kinds.items()}
    masthead = replace(config.masthead, feeds=tuple([FORMATS[each] for each in made["feeds"].formats]))
    return replace(config, masthead=masthead, summarise=_summariser(name, block, root, faults), **made), tuple(faults)


_NO_MAPPING = "is no mapping (write 'name: value' lines, indented)"


def _mapping(value: Value) -> Value:
    if not isinstance(value, dict):
        raise ValueError(_NO_MAPPING)
    return value


def a_site(value: Value) -> str:
    """Read the address of a site."""
    try:
        return an_address(value)
    except DoubtError:
        raise ValueError(
            f"'{value}' is no address of a site (write it whole, for example https://news.example.org/)"
        ) from None


def _name_or_mapping(value: Value) -> Value:
    return value if isinstance(value, str) else _mapping(value)


_FIELDS: Mapping[str, Reader] = {
    "title": a_line,
    "base_url": a_site,
    "description": a_text,
    "language": a_language,
    "author": a_line,
    "contact": a_line,
    "copyright": a_line,
    "content": a_line,
    "templates": a_line,
    "output": a_line,
    "links": one_of("pretty", "file"),
    "undated": one_of("leave_out", "keep"),
    "only_reviewed": a_flag,
    "search": a_flag,
    "gzip": a_flag,
    "grouping": _mapping,
    "summary": _name_or_mapping,
    "excerpt": _mapping,
    "feeds": _mapping,
    "sources": _mapping,
    "extra": anything,
}
_OUTLET: Mapping[str, Reader] = {
    "title": a_line,
    "url": an_address,
    "country": a_line,
    "language": a_line,
    "owner": a_line,
    "kind": one_of("outlet", "wire"),
    "publish": one_of("excerpt", "full"),
}


def _read(root: Path, name: str) -> tuple[Block, list[Fault]]:
    try:
        return strict_yaml.parse((root / name).read_bytes().decode("utf-8-sig")), []
    except FileNotFoundError:
        mend = "go to a digest's folder, or make one: 'dateline init my-digest'"
        return Block({}), [Fault(name, 0, f"is not there ({mend})")]
    except OSError as error:
        return Block({}), [unread(name, error)]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Block({}), [Fault(name, line, "is not UTF-8 (save the file as UTF-8)")]
    except strict_yaml.YamlError as error:
        return Block({}), [Fault(name, error.line, error.message)]


def _as_error(fault: Fault) -> Fault:
    """Make a warning an error: in a configuration a key that nobody reads changes the whole digest."""
    return replace(fault, weight="error")


def _host(base_url: str) -> str:
    """Give the host under whose name feed ids can be minted for ever: none that is reserved or only this machine's."""
    host = urlsplit(base_url).hostname or ""
    return "" if _RESERVED.search(host) else host


def _folder(root: Path, name: str) -> Path:
    return Path(os.path.normpath(root / name))


def _masthead(name: str, block: Block, values: Mapping[str, Any], faults: list[Fault]) -> Masthead:
    texts = ("description", "language", "author", "contact", "copyright", "links")
    base_url = as_base(values.get("base_url", LOCAL))
    return Masthead(
        title=values.get("title", "Digest"),
        base_url=base_url,
        outlets=_outlets(name, block, faults),
        search=values.get("search", False),
        **{key: values[key] for key in texts if values.get(key)},
    )


def as_base(address: str) -> str:
    """Give the address of a site as what others are added to."""
    return address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].rstrip("/") + "/"


def _outlets(name: str, block: Block, faults: list[Fault]) -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    sources = block.values.get("sources")
    for source, facts in sources.items() if isinstance(sources, dict) else ():
        if not isinstance(facts, dict | None):
            faults.append(Fault(name, block.line("sources", source), f"sources: {source}: {_NO_MAPPING}"))
            continue
        inner = _inside(block, facts or {}, "sources", source)
        values, more = read_fields(name, inner, _OUTLET)
        faults += [replace(fault, message=f"sources: {source}: {fault.message}", weight="error") for fault in more]
        full = values.pop("publish", "excerpt") == "full"
        found[source] = Outlet(full=full, **values)
    return found


def _inside(block: Block, values: Mapping[str, Value], *path: str) -> Block:
    lines: dict[strict_yaml.Path, int] = {(key,): block.line(*path, key) for key in values}
    return Block(dict(values), lines)


def _options(name: str, block: Block, key: str, kind: Callable[..., Any], faults: list[Fault]) -> Any:
    """Read a mapping of options by the types of what takes them."""
    given = block.values.get(key)
    inner = _inside(block, given if isinstance(given, dict) else {}, key)
    hints = get_type_hints(kind)
    names = [option.name for option in fields(kind)]  # type: ignore[arg-type]  # the three kinds are dataclasses
    values, more = read_fields(name, inner, {option: _reader_of(hints[option]) for option in names})
    faults += [replace(fault, message=f"{key}: {fault.message}", weight="error") for fault in more]
    return kind(**values)


def _reader_of(kind: Any) -> Reader:
    return _READERS.get(kind, a_line)


def _a_number(convert: Callable[[str], Any], most: int, example: str) -> Reader:
    def read(value: Value) -> Any:
        try:
            number = convert(a_line(value))
        except ValueError:
            raise ValueError(f"'{value}' is no number (write for example {example})") from None
        if not 0 <= number <= most:
            raise ValueError(f"'{value}' is out of range (write for example {example})")
        return number

    return read


def _formats(value: Value) -> tuple[Format, ...]:
    """Read the names of feed formats, in the order of their shelf."""
    given = {one_of(*FORMATS)(each) for each in (value if isinstance(value, list) else [value])}
    return tuple([each for each in FORMATS if each in given])


_READERS: Mapping[Any, Reader] = {
    int: _a_number(int, 10**9 - 1, "3"),
    float: _a_number(float, 1, "0.3"),  # shares and likenesses: 30 is not 30 per cent
    bool: a_flag,
    tuple[Format, ...]: _formats,
}


def _summariser(name: str, block: Block, root: Path, faults: list[Fault]) -> Summariser:
    """Bind the one summariser that `summary:` names to its options."""
    given = block.values.get("summary")
    if isinstance(given, str):  # its name alone
        given = {given: None}
    if not isinstance(given, dict) or not given:
        return coverage.summarise
    line = block.line("summary", next(iter(given)))  # of the name, or of the word beside the key
    if len(given) > 1:
        faults.append(Fault(name, line, f"summary: {len(given)} summarisers (keep one of {', '.join(given)})"))
    wanted, options = next(iter(given.items()))
    if not isinstance(options, dict | None):
        faults.append(Fault(name, line, f"summary: {wanted}: is no mapping (write its options below it, or nothing)"))
    try:
        function = SUMMARISERS.get(wanted) or _own_function(root, wanted)
        hints = get_type_hints(function)
    except Exception as error:  # noqa: BLE001 - the module is the editor's own and may fail in any way
        why = nearest(wanted, SUMMARISERS) if ":" not in wanted else f" ({error})"
        faults.append(Fault(name, line, f"summary: there is no summariser '{wanted}'{why}"))
        return coverage.summarise
    known = {
        key: _reader_of(hints.get(key))
        for key, kind in inspect.signature(function).parameters.items()
        if kind.kind is kind.KEYWORD_ONLY
    }
    inner = _inside(block, options if isinstance(options, dict) else {}, "summary", wanted)
    values, more = read_fields(name, inner, known)
    faults += [replace(fault, message=f"summary: {wanted}: {fault.message}", weight="error") for fault in more]
    return partial(function, **values) if values else function


def _own_function(root: Path, dotted: str) -> Summariser:
    """Give a function of the editor's own, `my_module:summarise`, from the digest's folder; raises whatever fails."""
    module, _, function = dotted.partition(":")
    sys.path.insert(0, str(root))
    try:
        found = getattr(importlib.import_module(module), function)
    finally:
        sys.path.remove(str(root))
    if not inspect.isfunction(found):
        raise TypeError(f"'{function}' is no function")
    return found
