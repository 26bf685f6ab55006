"""Plain values to JSON text and back by their types; nothing in a text can make code run."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from hashlib import blake2b
from pathlib import PurePath
from types import FunctionType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Decoder = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, NoneType)


class ForeignError(TypeError):
    """A value that has no stable text: a function of the user's own, or an object that is no plain value."""


def encode(value: Any) -> bytes:
    """Give a value made of dataclasses, tuples, mappings and scalars as JSON text; equal values give equal text."""
    return json.dumps(_flat(value), ensure_ascii=False, separators=(",", ":")).encode()


def decode(data: bytes, kind: Any) -> Any:
    """Give back a value of the given type. Raises `ValueError`, `TypeError` or `KeyError` for what is none."""
    return _decoder(kind)(json.loads(data))


def key_of(*values: Any) -> bytes:
    """Give the 128-bit fingerprint of what goes into a piece of work. Raises `ForeignError`."""
    return blake2b(encode(values), digest_size=16).digest()


def _flat(value: Any) -> Any:
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, (tuple, list)):
        return [_flat(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [_flat(getattr(value, name)) for name in _names(type(value))]
    if isinstance(value, Mapping):
        return {str(name): _flat(value[name]) for name in sorted(value)}
    if isinstance(value, (set, frozenset)):
        return [_flat(item) for item in sorted(value)]
    if isinstance(value, PurePath):
        return value.as_posix()
    if isinstance(value, partial):
        return [_flat(value.func), _flat(value.args), _flat(value.keywords)]
    if isinstance(value, FunctionType) and value.__module__.startswith("generator."):
        return f"{value.__module__}.{value.__qualname__}"
    raise ForeignError(f"{type(value).__name__} has no stable text")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _decoder(kind: Any) -> Decoder:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _either([part for part in inner if part is not NoneType])
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        each = _decoder(inner[0])
        return tuple if each is _itself else lambda value: tuple(map(each, value))
    if origin is tuple:
        parts = [_decoder(part) for part in inner]
        return lambda value: tuple(part(item) for part, item in zip(parts, value, strict=True))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        each = _decoder(inner[1])
        return lambda value: {name: each(item) for name, item in value.items()}
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        members = [_decoder(hints[name]) for name in _names(kind)]
        return lambda value: kind(*[member(item) for member, item in zip(members, value, strict=True)])
    if kind in _PLAIN or origin is Literal:
        return _itself
    raise ForeignError(f"{kind} cannot be read back")


def _either(kinds: list[Any]) -> Decoder:
    if len(kinds) != 1:
        raise ForeignError(f"one of {kinds} cannot be told from another")
    each = _decoder(kinds[0])
    return lambda value: None if value is None else each(value)


def _itself(value: Any) -> Any:
    return value
