"""Elements that do not nest, in a page of whatever templates, and pages without a first heading or with several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.errors import Fault
from generator.pages.model import File

# Elements whose end may never be left out (HTML, optional tags).
_PAIRED = (
    b"a|article|aside|bdi|blockquote|details|div|figure|footer|form|h[1-6]|header|main|nav|ol|section|span|table|ul"
)
_TAG = re.compile(rb"<(/?)(" + _PAIRED + rb")(?=[\s>])", re.IGNORECASE)


def check(files: Mapping[str, File]) -> Iterator[Fault]:
    """Give what does not nest in each page, and pages without a first heading or with several."""
    for path in sorted(path for path in files if path.endswith(".html")):
        content = files[path].content
        if not content.strip():  # its template is at fault, and told
            continue
        parser = etree.HTMLParser(encoding="utf-8")
        page = etree.fromstring(content, parser)
        for error in parser.error_log:
            if error.type_name == "ERR_TAG_NAME_MISMATCH":
                yield Fault(f"site/{path}", error.line, f"elements do not nest: {error.message.lower()}")
        opened, closed = _count(content)
        for name in sorted(opened.keys() | closed.keys()):
            if opened[name] != closed[name]:
                yield Fault(f"site/{path}", 0, f"<{name}> is opened {opened[name]} times and closed {closed[name]}")
        headings = len(page.findall(".//h1"))
        if headings != 1:
            yield Fault(f"site/{path}", 0, f"has {headings} headings <h1>: a page has one", "warning")


def _count(content: bytes) -> tuple[Counter[str], Counter[str]]:
    opened: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    for end, name in _TAG.findall(content):
        (closed if end else opened)[name.decode().lower()] += 1
    return opened, closed
