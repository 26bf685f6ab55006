"""An article file as import writes it: the front matter in its order, the body as Markdown that reads back the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from generator.model import Paragraph
from generator.text import strict_yaml

FIELDS = (
    "title",
    "date",
    "event_date",
    "date_basis",
    "source",
    "origin",
    "author",
    "place",
    "url",
    "lang",
    "retrieved",
)

NOTHING_GIVEN: Mapping[str, str] = {}

_INLINE = re.compile(r"[\\`*_\[\]<]|~(?=~)|&(?=#|\w+;)")
# One of these stands in all that `_INLINE` finds; to look for them first takes a tenth of the time.
_SIGNS = "\\`*_[]<~&"
_LINE_START = re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[#>+=|:~-]))")
_STAMP = re.compile(rb"^  text: [0-9a-f]{16}\n", re.MULTILINE)
# Which lines to keep is a word to the import, no change of the article.
_KEEP = re.compile(rb"^(imported:\n(?:  (?!keep:)\w+: .*\n)*)  keep:.*\n(?:(?:  - |   ).*\n)*", re.MULTILINE)


def write_manuscript(
    fields: Mapping[str, str],
    paragraphs: Iterable[Paragraph],
    *,
    page: str,
    sha256: str,
    given: Mapping[str, str] = NOTHING_GIVEN,
    keep: Sequence[str] = (),
) -> bytes:
    """Give an article as a file, with the name and the SHA-256 of its raw page and a stamp of the whole.

    `given` is what the command line told of the page: a later import, which is not told it again, finds it here.
    """
    values = {name: fields[name] for name in FIELDS if fields.get(name)}
    told = strict_yaml.dump(values) if values else ""
    origin = strict_yaml.dump({"from": page, "sha256": sha256, "text": "0" * 16})  # a line a key
    imported = "".join(f"  {line}\n" for line in origin.split("\n") if line)
    told_once = f"  given: {json.dumps(dict(sorted(given.items())), ensure_ascii=False)}\n" if given else ""
    kept = f"  keep: {json.dumps(list(keep), ensure_ascii=False)}\n" if keep else ""
    text = f"---\n{told}imported:\n{imported}{told_once}{kept}---\n\n{markdown(paragraphs)}"
    return _stamped(text.encode("utf-8", "replace"))


def is_untouched(data: bytes) -> bool:
    """Tell whether an article file is as import left it."""
    return data == _stamped(data)


def _stamped(data: bytes) -> bytes:
    head, fence, body = data.partition(b"\n---\n")
    bare = _STAMP.sub(b"", _KEEP.sub(rb"\1", head + b"\n", count=1), count=1)[:-1]
    stamp = blake2b(bare + fence + body, digest_size=8).hexdigest()
    return _STAMP.sub(b"  text: %s\n" % stamp.encode(), data, count=1)


def markdown(paragraphs: Iterable[Paragraph]) -> str:
    """Give paragraphs as Markdown; what it would read as markup is escaped."""
    blocks: list[str] = []
    before = ""
    for paragraph in paragraphs:
        text = _escape(paragraph.text)
        if paragraph.kind == "item" and before == "item":
            blocks[-1] += f"\n- {text}"
        else:
            forms = {"heading": f"## {text}", "item": f"- {text}", "quote": f"> {text}", "standfirst": f"**{text}**"}
            blocks.append(forms.get(paragraph.kind, text))
        before = paragraph.kind
    return "\n\n".join(blocks) + "\n"


def _escape(text: str) -> str:
    escaped = _INLINE.sub(r"\\\g<0>", text) if any(map(text.__contains__, _SIGNS)) else text
    if escaped[:1].isalpha():
        return escaped
    return _LINE_START.sub(lambda start: f"{start['number']}\\" if start["number"] else "\\", escaped)
