"""Which form of a phrase goes with a number, by CLDR's rules for plurals."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

# The categories of a language, each with its rule, in the order of their names.
Rules = tuple[tuple[str, str], ...]


@lru_cache(4096)
def category(rules: Rules, number: int) -> str:
    """Give the category of a number: `one`, `few`, `other`."""
    return _rule(rules)(number)


@lru_cache(8)
def _rule(rules: Rules) -> Callable[[int], str]:
    from babel.plural import PluralRule  # noqa: PLC0415 - loaded where something is counted

    return PluralRule(dict(rules))
