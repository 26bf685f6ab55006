"""Tell where an article must have ended: at the comments of its readers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.articles.cleaning.lines import Line

_COMMENTS = (
    "comments? commentaires? réactions leserkommentare? kommentare? comentarios? commenti comentários reacties "
    "yorum(?:lar)? komentarze kommentarer комментари(?:и|ев|й|я) коментарі التعليقات تعليقات σχόλια "
    "评论 評論 コメント 댓글"
)
_BESIDE = (
    "view show see read hide all lire voir tous les le la alle zu den zum ver los las leggi i tutti leave post a add "
    "write join the your user reader article blog section below powered by disqus anzeigen lesen schreiben"
)
_LABEL = re.compile(
    rf"\W*(?:(?:\d+|{'|'.join(_BESIDE.split())})\W+){{0,4}}(?:{'|'.join(_COMMENTS.split())})"
    rf"(?:\W+(?:\d+|{'|'.join(_BESIDE.split())})){{0,4}}\W*",
    re.IGNORECASE,
)
_LONGEST, _WIDEST = 6, 60
# A page may have such a label above its article, too: on the development pages with no word of it before, and never
# one behind where 50 were.
_BEFORE = 100


def ends_at(stretch: Sequence[Line], kept: Sequence[bool]) -> int:
    """Give the place in a stretch behind which there are only comments; its length where there is none."""
    words = 0
    for place, (line, is_kept) in enumerate(zip(stretch, kept, strict=True)):
        if words >= _BEFORE and _is_label(line):
            return place
        words += line.length * (is_kept and line.whole)
    return len(stretch)


def _is_label(line: Line) -> bool:
    return line.length <= _LONGEST and len(line.text) <= _WIDEST and _LABEL.fullmatch(line.text) is not None
