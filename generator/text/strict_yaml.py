"""YAML as an editor means it: scalars stay as written, keys are unique, nothing is executed or expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.text import plain_yaml

# libyaml is in PyYAML's wheels; an install from source may lack it, then the slow parser gives the same events.
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# A front matter or config deeper than this is a mistake or an attack; five levels are in use.
MAX_DEPTH = 20

Value = plain_yaml.Value
Path = plain_yaml.Path


class YamlError(ValueError):
    """What is wrong with a YAML text, and on which line (from 1)."""

    def __init__(self, message: str, line: int) -> None:
        self.message, self.line = message, line
        super().__init__(f"line {line}: {message}")


class TwiceError(YamlError):
    """Which key of the whole text stands twice, and on which line the second time."""

    def __init__(self, key: str, line: int) -> None:
        self.key = key
        super().__init__(f"'{key}' twice (delete one of the two lines)", line)


@dataclass(frozen=True, slots=True)
class Block:
    """A parsed mapping and the line (from 1) on which each of its values starts, by path of keys."""

    values: dict[str, Value]
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Give the line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(text: str, first_line: int = 1) -> Block:
    """Give the mapping that a YAML text holds; `first_line` is where the text starts in its file.

    Every scalar is a string as written (`no`, `08:00`, `2015-12-15`), an empty one is None. Raises `YamlError` for
    what is no YAML, no mapping, a key twice, an alias, a tag, or deeper than `MAX_DEPTH`.
    """
    try:
        return Block(*plain_yaml.read_plain(text, first_line))
    except plain_yaml.OddError:
        return _parse_any(text, first_line)


def _parse_any(text: str, first_line: int) -> Block:
    builder = _Builder(first_line)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        begun = any(what in (error.context or "") for what in _BEGUN)
        mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
        raise YamlError(_plain(error), (mark.line if mark else 0) + first_line) from None
    except yaml.reader.ReaderError as error:
        line = text[: max(error.position, 0)].count("\n") + first_line
        raise YamlError("a character that YAML does not allow (delete it)", line) from None
    if builder.root is None:
        return Block({})
    if not isinstance(builder.root, dict):
        raise YamlError("no 'key: value' lines (write for example 'title: A headline')", first_line)
    return Block(builder.root, builder.lines)


def _events(text: str) -> Iterator[Any]:
    parser = _Parser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _plain(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "not readable"
    if "escape" in problem:
        return "a '\\' inside double quotes (use single quotes, or write it twice)"
    if "quoted scalar" in (error.context or ""):
        return "a quote that is not closed (close it at the end of the value)"
    if "mapping values are not allowed" in problem:
        return "a ':' inside a value (put the value in quotes)"
    if "found character '\\t'" in problem or "cannot start any token" in problem:
        return f"{problem} (put the value in quotes; indent with blanks, not tabs)"
    told = next((told for part, told in _PLAIN_WORDS.items() if part in problem), None)
    return told or f"is no YAML: {problem} (put the value in quotes)"


# What is amiss from where it begins: libyaml sees it where the next thing comes.
_BEGUN = ("quoted scalar", "flow sequence", "flow mapping", "simple key")
# What libyaml says, and what an editor has done.
_PLAIN_WORDS = {
    "found a tab": "a tab at the head of a line (indent with blanks)",
    "expected ',' or ']'": "a '[' that no ']' closes (close it)",
    "expected ',' or '}'": "a '{' that no '}' closes (close it)",
    "expected ':'": "a line without 'key:' (write 'key: value', or put a long value in quotes)",
    "expected key": "what is no part of the value, or a line indented oddly (put the value in quotes, or mend it)",
    "<document start>": "a line indented unlike the first (begin each key at the head of its line)",
}


class _Builder:
    """Builds values from parser events without recursion, so that no depth of input can exhaust the stack."""

    def __init__(self, first_line: int) -> None:
        self.root: Value = None
        self.lines: dict[Path, int] = {}
        self._first_line = first_line
        self._open: list[tuple[dict[str, Value] | list[Value], Path]] = []
        self._key: list[str | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        line = event.start_mark.line + self._first_line
        self._refuse(event, line)
        if isinstance(event, yaml.ScalarEvent):
            empty = event.value == "" and not event.style  # a quoted one is a text of no length
            self._put(None if empty else event.value, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._push({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._push([], line)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._open.pop()
            self._key.pop()

    def _refuse(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise YamlError(f"an alias '*{event.anchor}' (write the value out, or put it in quotes)", line)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlError("a second document (delete the line '---')", line)
        if getattr(event, "anchor", None):
            raise YamlError(f"an anchor '&{event.anchor}' (write the value out, or put it in quotes)", line)
        if getattr(event, "tag", None):
            raise YamlError(f"a tag '{event.tag}' (delete it, or put the value in quotes)", line)

    def _push(self, value: dict[str, Value] | list[Value], line: int) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise YamlError(f"nested deeper than {MAX_DEPTH} levels", line)
        path = self._put(value, line)
        self._open.append((value, path))
        self._key.append(None)

    def _put(self, value: Value, line: int) -> Path:
        if not self._open:
            self.root = value
            self.lines[()] = line
            return ()
        parent, path = self._open[-1]
        if isinstance(parent, list):
            here: Path = (*path, len(parent))
            parent.append(value)
        elif self._key[-1] is None:
            if not isinstance(value, str):
                raise YamlError("a key that is no plain word", line)
            if value in parent and not path:
                raise TwiceError(value, line)
            if value in parent:
                raise YamlError(f"'{value}' twice (delete one of the two lines)", line)
            self._key[-1] = value
            self.lines[(*path, value)] = line
            return path
        else:
            key = self._key[-1]
            self._key[-1] = None
            here = (*path, key)
            parent[key] = value
            return here
        self.lines[here] = line
        return here


def dump(values: Mapping[str, Any]) -> str:
    """Give a mapping as YAML text, keys in the given order, one line a scalar, that `parse` reads back the same."""
    return "".join([_plain_line(key, value) or _dumped({key: value}) for key, value in values.items()]) or "{}\n"


def _plain_line(key: str, value: object) -> str:
    """Give a key and its text as the library writes what needs no quotes, in 1 µs instead of 60; else nothing."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and _PLAIN.fullmatch(key) and len(key) < _LONG_KEY:
        return f"{key}: {value}\n"
    return ""


# Nothing in it that YAML reads as a sign; a blank stands between two other characters.
_PLAIN = re.compile(r"(?:[^\W_]|\.{0,2}/(?=\w))(?:[\w./()'+,&%-]|:(?=[\w/])| (?=[\w./('+]))*")
_LONG_KEY = 100  # the library writes longer ones as '? key'


def _dumped(values: dict[str, Any]) -> str:
    return yaml.dump(values, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**9)


class _Dumper(yaml.SafeDumper):
    """Quotes no date and no 'no': here every scalar is text, and is read back as text."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


_Dumper.yaml_implicit_resolvers = {}
