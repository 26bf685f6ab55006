"""The YAML of an ordinary front matter, read line by line: 13 µs an article, a tenth of what the library takes."""

from __future__ import annotations

import re

Value = str | None | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]

# `indent`, then a key, a dash, or both missing; the value is checked by `_scalar`. Digits and signs may not begin a
# key, and none is near libyaml's limit of 1,024 characters.
_LINE = re.compile(r"( *)(?:([A-Za-z_][A-Za-z0-9_-]{0,60}):|(-))(?: +(.*?))? *")
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'((?:[^']|'')*)'")
_LIST = re.compile(r"\[ *(\w[\w.'’-]*(?: +\w[\w.'’-]*)*(?: *, *\w[\w.'’-]*(?: +\w[\w.'’-]*)*)*) *\]")


def read_plain(text: str, first_line: int) -> tuple[dict[str, Value], dict[Path, int]] | None:
    """Give the values of a YAML text and their lines, or None where it is not plain through and through.

    Plain is a mapping of one-line values, one-line lists, and lists or mappings of one-line values one step in. The
    rest, faults among it, is for the library: `tests/text/test_plain_yaml.py` holds both equal.
    """
    values: dict[str, Value] = {}
    lines: dict[Path, int] = {(): first_line}
    outer = ""
    step: str | None = None
    inner: list[Value] | dict[str, Value] | None = None
    for number, line in enumerate(text.removesuffix("\n").split("\n"), first_line):
        found = _LINE.fullmatch(line)
        # What is printable has no tab, control, line end of another system or byte order mark.
        if found is None or not line.isprintable():
            return None
        indent, key, dash, written = found.groups()
        if not indent and key:
            if key in values:
                return None
            outer, step, inner = key, None, None
            lines[outer,] = number
            if written and written[0] == "[":
                items = _LIST.fullmatch(written)
                if not items:
                    return None
                parts = [part.strip() for part in items[1].split(",")]
                values[key] = list(parts)
                lines.update(((key, at), number) for at in range(len(parts)))
            else:
                values[key] = value = _scalar(written)
                if value is None and written:
                    return None
            continue
        value = _scalar(written)
        if not outer or value is None or (values[outer] is not None and inner is None):
            return None
        if inner is None:
            step = indent
            inner = values[outer] = [] if dash else {}
        if indent != step:
            return None
        if isinstance(inner, list):
            if not dash:
                return None
            lines[outer, len(inner)] = number
            inner.append(value)
        else:
            if dash or key in inner:
                return None
            lines[outer, key] = number
            inner[key] = value
    return values, lines


def _scalar(written: str | None) -> str | None:
    """Give the text of a scalar, None where there is none or the library has to say what it is."""
    if not written:
        return None
    if written[0] in "\"'":
        quoted = _QUOTED.fullmatch(written)
        if not quoted:
            return None
        return quoted[1] if quoted[1] is not None else quoted[2].replace("''", "'")
    if not written[0].isalnum() or ": " in written or " #" in written or written[-1] == ":":
        return None
    return written
