"""The preview's addition to a page: a script, and leave for it in the page's content security policy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

SCRIPT = "/.dateline/live.js"
EVENTS = "/.dateline/events"
SOURCE = Path(__file__).with_name("live.js")

_META = re.compile(r"<meta\s[^>]{0,2000}>", re.IGNORECASE)
_CONTENT = re.compile(r"""(\scontent\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_POLICY = re.compile(r"""\shttp-equiv\s*=\s*["']?content-security-policy["'\s/>]""", re.IGNORECASE)
# A page is small, and a policy stands in its head.
_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class Version:
    """Which edition of the site a page is of: `page` for all but the style sheets, `style` for these."""

    page: str
    style: str


def add_script(page: bytes, origin: str, version: Version) -> bytes:
    """Give a page with the preview's script; `origin` is where the preview is read, as in `http://127.0.0.1:8000`."""
    text = page.decode("utf-8", "surrogateescape")
    head = _META.sub(lambda meta: _allow_in(meta[0], origin), text[:_HEAD])
    text = head + text[_HEAD:]
    script = f'<script src="{origin}{SCRIPT}" data-page="{version.page}" data-style="{version.style}" defer></script>\n'
    end = max(text.rfind("</body>"), text.rfind("</BODY>"))
    end = len(text) if end < 0 else end
    return (text[:end] + script + text[end:]).encode("utf-8", "surrogateescape")


def _allow_in(meta: str, origin: str) -> str:
    if not _POLICY.search(meta):
        return meta
    return _CONTENT.sub(lambda found: f'{found[1]}"{escape(_allow(_policy(found), origin))}"', meta)


def _policy(found: re.Match[str]) -> str:
    return unescape(found[2] if found[2] is not None else found[3])


def _allow(policy: str, origin: str) -> str:
    """Give a policy that lets the preview's own script run and listen, and nothing else that it did not let."""
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        directives.setdefault(name.lower(), sources)
    directives.pop("", None)
    _extend(directives, ("script-src-elem", "script-src", "default-src"), "script-src", origin + SCRIPT)
    _extend(directives, ("connect-src", "default-src"), "connect-src", origin + EVENTS)
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _extend(directives: dict[str, list[str]], rulers: tuple[str, ...], fresh: str, source: str) -> None:
    """Add a source where it is ruled: in the first of the rulers that is there, or `fresh` in place of the default."""
    ruler = next((name for name in rulers if name in directives), None)
    if ruler is not None:
        sources = [word for word in directives[ruler] if word.lower() != "'none'"]
        directives[fresh if ruler == "default-src" else ruler] = [*sources, source]
