"""Language tags (BCP 47): `en`, `de-AT`, as an editor or a page may write them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """Give the language that a tag names, without its region or script: `de` of `de-AT`; empty where it is empty."""
    return tag.lower().split("-")[0].split("_")[0]
