"""The formats in which the whole digest can be subscribed to, by the names that `config.yaml` has for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.pages.addresses import ATOM, JSON_FEED, RSS
from generator.pages.model import Feed

Format = Literal["rss", "atom", "json"]
FORMATS: Mapping[Format, Feed] = {
    "rss": Feed("RSS", RSS, "application/rss+xml"),
    "atom": Feed("Atom", ATOM, "application/atom+xml"),
    "json": Feed("JSON Feed", JSON_FEED, "application/feed+json"),
}
