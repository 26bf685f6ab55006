"""How a language words dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language words dates: the names of months, and patterns such as `%(d)s %(MMMM)s %(y)s`.

    `names` are twelve for each form that a pattern may ask for. A span has two patterns, for its first and its last
    day: `days` lie in one month, `days_of_months` in one year, `days_of_years` in two; so with months and years.
    """

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    era: str = ""
    patterns: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, tuple[str, str]] = field(default_factory=dict)
