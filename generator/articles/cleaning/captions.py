"""Tell the captions of photos from the prose beside them."""

from __future__ import annotations

import re

from generator.articles.cleaning.lines import Line
from generator.text.agencies import agency

_PICTURE = r"(?:photo|foto|picture|image|photograph|bild|imagen)"
# Who sells pictures, behind the last sentence: 'Ada Holm (Getty Images)'.
_SELLER = "(?:getty(?: images)?|shutterstock|istock(?:photo)?|unsplash|picture[ -]alliance|imago(?: images)?|alamy|epa)"
_OPENING = re.compile(r"FILE\s?[-–—]\s|(?:pictured\b|(?:image|media|video) caption)", re.IGNORECASE)
# At its end [Photo/Agencies], (AP Photo/Name), 'Photo: Name', 'Photo by Name', 'Name/Getty Images'.
_CLOSING = re.compile(
    rf"\[[^\[\]]{{0,40}}\b{_PICTURE}s?\b[^\[\]]{{0,40}}\]\W*$"
    rf"|\((?:ap |afp |file |reuters )?{_PICTURE}\b[^()]{{0,80}}\)\W*$"
    rf"|[.!?\"'”’)]\s*{_PICTURE}s? (?:by|von|de|di|por|via) [^.!?]{{2,60}}$"
    rf"|(?:^|[.!?\"'”’)]\s*|\s\|\s)(?:{_PICTURE}s?(?: credit)?|credit|crédit photo)\s?[:©]\s*[^.!?]{{2,60}}$"
    rf"|[.!?)][\"'”’]?\s+(?:[^.!?()]{{2,40}}\s)?\(?(?:[^.!?()]{{2,30}}[/|,]\s?)?{_SELLER}\b[^.!?]{{0,30}}$",
    re.IGNORECASE,
)
# One of these stands in every such end, or a seller in the last so many characters; to look for them first takes a
# tenth of the time.
_HINTS = ("photo", "foto", "picture", "image", "bild", "credit", "crédit")
_SELLERS, _SOLD = ("getty", "stock", "unsplash", "alliance", "imago", "alamy", "epa"), 96
# An agency behind a name: 'Ada Holm (Reuters)', 'Ada Holm / AFP'.
_IN_BRACKETS = re.compile(r"[.!?]\s+(?:[A-ZÀ-Þ][\w'’.-]*\s){2,3}\(([^()]{2,30})\)$")
_BEHIND_SLASH = re.compile(r"[.!?]\s*([^.!?/]{2,40}?)\s?/\s?([^!?/]{1,40}\w)$")
_TAIL, _CREDIT = 160, 80


def is_caption(line: Line) -> bool:
    """Tell a photo caption by its opening, or by the credit behind its last sentence."""
    if _OPENING.match(line.text):
        return True
    tail = line.text[-_TAIL:]
    lower = tail.lower()
    hinted = any(map(lower.__contains__, _HINTS)) or any(map(lower[-_SOLD:].__contains__, _SELLERS))
    if hinted and _CLOSING.search(tail):
        return True
    tail = tail[-_CREDIT:]
    bracketed = _IN_BRACKETS.search(tail) if tail[-1] == ")" else None
    if bracketed and agency(bracketed[1]):
        return True
    slashed = _BEHIND_SLASH.search(tail) if "/" in tail else None
    return slashed is not None and any(agency(part.removesuffix("Photo")) for part in slashed.groups())
