"""Colours of a style sheet that cannot be told from what they stand on, in the light scheme or in the dark one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.errors import Fault
from generator.pages.model import File

# WCAG 2.2, success criterion 1.4.3, for text of a usual size.
LEAST = 4.5
_TEXTS, _GROUNDS = ("ink", "quiet", "accent"), ("paper", "tint")
_COLOUR = re.compile(r"--(\w+):\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*;")


def check(files: Mapping[str, File]) -> Iterator[Fault]:
    """Give each pair of the palette's colours that does not read; other sheets are passed over."""
    for path in sorted(path for path in files if PurePosixPath(path).suffix == ".css"):
        style = files[path].content.decode("utf-8", "replace")
        light, _, rest = style.partition("prefers-color-scheme: dark")
        dark, _, _ = rest.partition("@media")
        schemes = {"light": _palette(light)}
        schemes["dark"] = schemes["light"] | _palette(dark)
        for scheme, palette in schemes.items():
            for text, ground in [(text, ground) for text in _TEXTS for ground in _GROUNDS]:
                if text in palette and ground in palette:
                    found = contrast(palette[text], palette[ground])
                    if found < LEAST:
                        told = f"--{text} on --{ground} has a contrast of {found:.2f} in the {scheme} scheme"
                        yield Fault(f"site/{path}", 0, f"{told} (take colours that have {LEAST} at least)", "warning")


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, such as `fcfbf8`, as WCAG measures it: 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _palette(style: str) -> dict[str, str]:
    found = {name: value if len(value) == 6 else "".join(2 * sign for sign in value) for name, value in _first(style)}
    return {name: value for name, value in found.items() if name in {*_TEXTS, *_GROUNDS}}


def _first(style: str) -> Iterator[tuple[str, str]]:
    """Give each colour where it is first set: later ones are for special places, such as paper."""
    seen: set[str] = set()
    for name, value in _COLOUR.findall(style):
        if name not in seen:
            seen.add(name)
            yield name, value


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
