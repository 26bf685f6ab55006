"""The YAML head of a Markdown file, read by a table of fields; every fault with its line and mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from generator.errors import Fault, nearest
from generator.text import strict_yaml
from generator.text.characters import harmless, harmless_utf8, one_line
from generator.text.days import edtf
from generator.text.strict_yaml import Value

# A head of more than this many characters is no head; the longest seen in use has 2,000.
MAX_HEAD = 64_000

Reader = Callable[[Value], Any]
_FENCE = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


# Most addresses; of others `urlsplit` says whether they are good, in ten times the time.
_PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9.-]+/[A-Za-z0-9/._-]*")
# A sign that begins no code stands for itself ("?q=100%"), but no page may write it so.
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# A language, then parts of up to eight letters or digits; six are more than any tag in use has.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}").fullmatch


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file read: the values that are right, the body and its first line, what is wrong, the line of each value."""

    values: Mapping[str, Any]
    body: str
    body_line: int
    faults: tuple[Fault, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


class DoubtError(ValueError):
    """A value that is left out with a warning: the file is fine without it."""


def read_sheet(path: str, data: bytes, fields: Mapping[str, Reader], *, required: tuple[str, ...] = ()) -> Sheet:
    """Read a file's head by `fields` (name -> reader; a reader raises `ValueError` with the mend) and its body."""
    try:
        text = _text_of(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _faulty(path, line, f"byte 0x{data[error.start]:02x} is not UTF-8 (save the file as UTF-8)")
    head, start = _head_of(text)
    if head is None:
        began = text.startswith("---")
        mend = "close it with a line '---'" if began else "begin the file with '---', 'title: …', '---'"
        return _faulty(path, 1, f"front matter is {'not closed' if began else 'missing'} ({mend})")
    if len(head) > MAX_HEAD:
        return _faulty(path, 1, f"front matter is longer than {MAX_HEAD} characters (close it with a line '---')")
    try:
        block = strict_yaml.parse(head, first_line=2)
    except strict_yaml.YamlError as error:
        return _faulty(path, error.line, error.message)
    values, faults = read_fields(path, block, fields)
    missing = [
        Fault(path, block.line(name), f"{name} is missing (write '{name}: …')")
        for name in required
        if not values.get(name) and not isinstance(block.values.get(name), (list, dict))
    ]
    lines = {name: block.line(name) for name in values}
    return Sheet(values, text[start:], text.count("\n", 0, start) + 1, (*faults, *missing), lines)


def _head_of(text: str) -> tuple[str | None, int]:
    """Give what stands between the fences, none where they are not there, and where the body begins."""
    end = text.find("\n---", 3)
    if text.startswith("---\n") and text.startswith("\n", end + 4) and text.find("\n...", 3, end) < 0 < end:
        return text[4 : end + 1], end + 5
    fence = _FENCE.match(text)
    return (fence[1], fence.end()) if fence else (None, 0)


def body_of(data: bytes) -> str:
    """Give the body of a file that `read_sheet` found no fault in, without another look at its head."""
    text = _text_of(data)
    return text[_head_of(text)[1] :]


def with_line(text: str, key: str, line: str) -> str:
    """Give a file's text with one line of its head, `key: …`, put in or in place of the one that is there.

    A text without a head gets one. Raises `YamlError` where the head is no YAML.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return f"---\n{line}\n---\n{text}"
    strict_yaml.parse(fence[1])
    lines = fence[1].splitlines(keepends=True)
    first = next((at for at, each in enumerate(lines) if re.match(rf"{re.escape(key)}[ \t]*:", each)), len(lines))
    behind = next((at for at, each in enumerate(lines) if at > first and re.match(r"[^\s-]", each)), len(lines))
    lines[first:behind] = [f"{line}\n"]
    return text[: fence.start(1)] + "".join(lines) + text[fence.end(1) :]


def _text_of(data: bytes) -> str:
    return harmless_utf8(data.removeprefix(b"\xef\xbb\xbf"))


def read_fields(
    path: str, block: strict_yaml.Block, fields: Mapping[str, Reader]
) -> tuple[dict[str, Any], list[Fault]]:
    """Give the values of a block that its fields' readers accept, and the faults of the others."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, value in block.values.items():
        if name not in fields:
            faults.append(Fault(path, block.line(name), f"'{name}' is no key here{nearest(name, fields)}", "warning"))
        elif value is not None and not (isinstance(value, str) and not value.strip()):
            try:
                values[name] = fields[name](value)
            except DoubtError as doubt:
                faults.append(Fault(path, block.line(name), f"{name}: {doubt}", "warning"))
            except ValueError as error:
                faults.append(Fault(path, block.line(name), f"{name}: {error}"))
    return values, faults


def _faulty(path: str, line: int, message: str) -> Sheet:
    return Sheet({}, "", 1, (Fault(path, line, message),))


def a_line(value: Value) -> str:
    """Read one line of text."""
    if not isinstance(value, str):
        raise ValueError("is a list or a mapping (write one line of text)")
    return one_line(value)


def a_text(value: Value) -> str:
    """Read text of any number of lines."""
    if not isinstance(value, str):
        raise ValueError("is a list or a mapping (write text)")
    return harmless(value).strip()


def a_date(value: Value) -> str:
    """Read a date as EDTF."""
    return edtf(a_line(value))


def a_flag(value: Value) -> bool:
    """Read true or false."""
    word = a_line(value).lower()
    if word in {"true", "yes", "on"}:
        return True
    if word in {"false", "no", "off"}:
        return False
    raise ValueError(f"'{word}' is neither true nor false (write one of them)")


def a_language(value: Value) -> str:
    """Read a language tag (BCP 47) however it is written: `EN_us` is `en-US`; what is none is left out."""
    tag = a_line(value).replace("_", "-")
    if not _LANGUAGE(tag):
        shown = tag if len(tag) <= 60 else f"{tag[:60]}…"
        raise DoubtError(f"'{shown}' is no language tag (write en, ar, or pt-BR)")
    language, *parts = tag.lower().split("-")
    forms = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in parts]
    return "-".join([language, *forms])


def lines_of(value: Value) -> tuple[str, ...]:
    """Read a list of lines; a single line is a list of one."""
    if isinstance(value, str):
        return tuple(part for part in map(one_line, value.split(",")) if part)
    if isinstance(value, list):
        parts = ["" if part is None else a_line(part) for part in value]
        if "" in parts:
            raise ValueError("has an entry without a word (write it, or delete it)")
        return tuple(dict.fromkeys(parts))
    raise ValueError("is a mapping (write a list: [one, two])")


def one_of(*words: str) -> Reader:
    """Make the reader of a word out of a few."""

    def read(value: Value) -> str:
        word = a_line(value)
        if word not in words:
            raise ValueError(f"'{word}' is not known{nearest(word, words)}")
        return word

    return read


def an_address(value: Value) -> str:
    """Read an http or https address; anything else is left out with a warning."""
    address = a_line(value)
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    address = _STRAY_PERCENT.sub("%25", address.replace(" ", "%20"))
    try:
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and parts.hostname and not (parts.username or parts.password)
        _ = parts.port
    except ValueError:
        good = False
    if not good or any(mark in address for mark in '<>"\\^`{|}'):
        shown = address if len(address) <= 60 else f"{address[:60]}…"
        raise DoubtError(f"'{shown}' is no plain http or https address, so no link (write it whole: https://…)")
    return address


def anything(value: Value) -> Value:
    """Read whatever is there: the editor's own."""
    return value
