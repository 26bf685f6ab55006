"""Plain values to JSON text and back by their types; nothing in a text can make code run."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from operator import attrgetter
from pathlib import PurePath
from types import FunctionType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.blob import Blob

Decoder = Callable[[Any], Any]
_SCALARS = (str, int, float, bool, NoneType)


class ForeignError(TypeError):
    """A value that has no stable text: a function of the user's own, or an object that is no plain value."""


def encode(value: Any) -> bytes:
    """Give a value made of dataclasses, tuples, mappings and scalars as JSON text; equal values give equal text.

    Of a `Blob` only its place is kept. Raises `ForeignError`.
    """
    return _ENCODER.encode(value).encode()


def decode(data: bytes, kind: Any) -> Any:
    """Give back a value of the given type; a blob in it has its size, and waits for its bytes.

    Raises `ValueError`, `TypeError` or `KeyError` for what is none.
    """
    return _decoder(kind)(_parse(data.decode()))


def blob_of(value: Any) -> Blob | None:
    """Give the blob that a value has as a field, if it has one."""
    kind: Any = type(value)
    name = _blob_field(kind)
    return getattr(value, name) if name else None


@cache
def values_in(kind: Any) -> tuple[str, ...] | None:
    """Give the names of a dataclass's fields that hold dataclasses; None where it is none itself."""
    if not is_dataclass(kind):
        return None
    return tuple(
        name
        for name, hint in get_type_hints(kind).items()
        if any(is_dataclass(part) for part in (hint, *get_args(hint)) if get_origin(hint) in (None, Union, UnionType))
    )


def plain(value: Any) -> Any:
    """Give what stands in a text for a value that JSON does not know. Raises `ForeignError`."""
    if is_dataclass(value) and not isinstance(value, type):
        return members_of(value)
    if isinstance(value, Blob):
        return value.size
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, PurePath):
        return value.as_posix()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, partial):
        return [value.func, value.args, value.keywords]
    if isinstance(value, FunctionType) and value.__module__.startswith("generator."):
        return f"{value.__module__}.{value.__qualname__}"
    raise ForeignError(f"{type(value).__name__} has no stable text")


_parse = json.JSONDecoder().decode
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":"), default=plain
)


def members_of(value: Any) -> tuple[Any, ...]:
    """Give the fields' values of a dataclass instance, in their order."""
    kind: Any = type(value)
    members: tuple[Any, ...] = _getter(kind)(value)
    return members


@cache
def _getter(kind: Any) -> Callable[[Any], Any]:
    names = [field.name for field in fields(kind)]
    if len(names) < 2:
        return lambda value: tuple(getattr(value, name) for name in names)
    return attrgetter(*names)


@cache
def _blob_field(kind: Any) -> str:
    if not is_dataclass(kind) and not _is_named_tuple(kind):
        return ""
    return next((name for name, hint in get_type_hints(kind).items() if hint is Blob), "")


@cache
def _decoder(kind: Any) -> Decoder:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _either([part for part in inner if part is not NoneType])
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        each = _decoder(inner[0])
        return tuple if each is _itself else lambda value: tuple(map(each, value))
    if origin is tuple:
        return _members(lambda *parts: parts, [_decoder(part) for part in inner])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        each = _decoder(inner[1])
        return lambda value: {name: each(item) for name, item in value.items()}
    if isinstance(kind, type) and (is_dataclass(kind) or _is_named_tuple(kind)):
        return _members(kind, [_decoder(hint) for hint in _hints(kind)])
    if kind is Blob:
        return lambda size: Blob(size=size)
    if kind in _SCALARS or origin is Literal:
        return _itself
    raise ForeignError(f"{kind} cannot be read back")


def _members(make: Callable[..., Any], decoders: list[Decoder]) -> Decoder:
    """Give the decoder of a value made of parts; most parts are plain and stay as they are."""
    odd = [(at, each) for at, each in enumerate(decoders) if each is not _itself]
    count = len(decoders)

    def decoded(value: list[Any]) -> Any:
        if type(value) is not list or len(value) != count:
            raise ValueError("has not as many parts as it should")
        for at, each in odd:
            value[at] = each(value[at])
        return make(*value)

    return decoded


def _hints(kind: type) -> list[Any]:
    hints = get_type_hints(kind)
    return [hints[name] for name in getattr(kind, "_fields", None) or [field.name for field in fields(kind)]]


def _is_named_tuple(kind: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def _either(kinds: list[Any]) -> Decoder:
    if len(kinds) != 1:
        raise ForeignError(f"one of {kinds} cannot be told from another")
    each = _decoder(kinds[0])
    return lambda value: None if value is None else each(value)


def _itself(value: Any) -> Any:
    return value
