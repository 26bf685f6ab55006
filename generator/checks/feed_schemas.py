"""The shape of feeds: which elements there are, how often, and what stands in them, by a schema for each format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from generator.errors import Fault

_SCHEMAS = Path(__file__).with_name("schemas")


def check_shape(path: str, root: etree._Element, name: str) -> Iterator[Fault]:
    """Give each place where a feed breaks the schema of that name."""
    schema = _schema(name)
    if not schema.validate(root):
        for line, message in dict.fromkeys((error.line, error.message) for error in schema.error_log):
            yield Fault(path, line, f"does not keep to the schema '{name}': {message}")


@cache
def _schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(_SCHEMAS / f"{name}.rng"))
