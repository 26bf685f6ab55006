"""Tell a web page whose text is made by scripts, so that the file saved from the server has none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

# An article has more words; what stands beside the scripts of such a page is its frame.
_FEW_WORDS = 60
_WORD = re.compile(r"\w+")


def is_made_by_scripts(page: str) -> bool:
    """Tell whether a page has scripts and hardly a word outside them."""
    lower = page.lower()
    if "<script" not in lower:
        return False
    words = 0
    for text in _shown(lower):
        words += sum(1 for _ in _WORD.finditer(text))
        if words > _FEW_WORDS:
            return False
    return True


def _shown(page: str) -> Iterator[str]:
    """Give what stands between tags, and not in scripts and styles."""
    hidden = ""
    for part in page.split("<"):
        tag, _, text = part.partition(">")
        if hidden:
            hidden = "" if tag.startswith(f"/{hidden}") else hidden
        else:
            hidden = next((name for name in ("script", "style", "noscript") if tag.startswith(name)), "")
        if not hidden:
            yield text
