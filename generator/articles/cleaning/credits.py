"""Who wrote it and who published it, as the head and the foot of an article say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.articles.cleaning.lines import Line
from generator.articles.receipts import Found
from generator.text.agencies import agency, credit
from generator.text.datelines import split_dateline

_BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]{2,60}?)\s*[)\]]")
_LABELLED = re.compile(
    r"(?:source|sources|quelle|fuente|fonte|bron|kilde|källa|źródło|источник|джерело|kaynak|πηγή|المصدر|来源|出典)\s*[:：]\s*"
    r"(.{2,60})",
    re.IGNORECASE,
)
# How agencies sign off: who reported, from where, and who edited.
_SIGNED = re.compile(r"\((?:additional )?reporting by ([^();,]{3,80}?)(?: in [^()]*|[;,][^()]*)?\)?$", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    r"(?:^|.{0,300}[.!?]\s)(.{2,40}?)\s+(?:writers?|reporters?|correspondents?|journalists?)\b.{0,400}\bcontributed\b"
)
_PLACE_AND_OUTLET = re.compile(r"([^\W\d_][\w'’. -]{1,30}?)\s[-–—]\s([^\W\d_][\w'’. -]{1,40})")
_CLOSING = re.compile(r"(?:[(\[]\s*([^()\[\]]{2,30})\s*[)\]]|\s(?:--?|[—–/])\s*([^—–/.-]{2,30}))\.?\s*$")
_BYLINE = re.compile(r"(?:by|von|par|por|door|av|af|автор|كتبت?|بقلم)\s?[:]?\s+(.{3,80})", re.IGNORECASE)
_BEHIND_NAME = re.compile(r"\s*(?:[|•·/]|[-–—]\s|,\s|\s[Ff]or\s).*$")
_AND = re.compile(r"\s+(?:and|und|et|y|e|with|mit|avec|con)\s+")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_]*)*")
_WORDS = re.compile(r"\w+")
_LOGOS = 3
# The name at the very top of a page is its outlet's if the copyright notice below the article begins with it: so on all
# 3 of 80 development pages. A name farther down may be one of a menu.
_MASTHEAD = 2
_OWNER = re.compile(
    r"(?:©|\(c\)\s|copyright\b)\W*(?:copyright\W*)?(?:\d{4}(?:\s?[-–/]\s?\d{2,4})?)?\W*(?:by\s)?(.{3,60})",
    re.IGNORECASE,
)
_NOTICE = 40
_PARTICLES = frozenset(
    {"and", "und", "et", "y", "e", "de", "del", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "di", "da"}
)


def read_site(head: Sequence[Line]) -> Iterator[tuple[Line, Found]]:
    """Give the site's name where its logo says it twice over, as picture and as title: `Egypt Today, egypt today`.

    One such line may be anything; a logo stands in several places.
    """
    short = [line for line in head if line.length <= 8 and line.folded[:1] and line.folded.count(line.folded[0]) > 1]
    twice = [line for line in short if _said_twice(line.text)]
    names = Counter(_said_twice(line.text) for line in twice)
    for line in twice:
        if names[_said_twice(line.text)] >= _LOGOS and " " in _said_twice(line.text):
            yield line, _found("source", line.text[: len(line.text) // 2].rstrip(" ,|-"), line)


def read_masthead(head: Sequence[Line], foot: Sequence[Line]) -> Iterator[tuple[Line, Found]]:
    """Give the outlet where the first lines of a page name the owner of its copyright, as the notice spells it."""
    tops = [line for line in head[:_MASTHEAD] if line.length <= 5 and _is_name(line.text)]
    if not tops:
        return
    owners = [owned[1] for line in foot if line.length <= _NOTICE for owned in [_OWNER.search(line.text)] if owned]
    for top in tops:
        for owner in owners:
            words = list(_WORDS.finditer(owner))[: top.length]
            if tuple(word[0].casefold() for word in words) == top.folded:
                yield top, _found("source", owner[words[0].start() : words[-1].end()], top)
                return


def _said_twice(text: str) -> str:
    """Give in lower case what a line says twice and nothing else, or nothing."""
    words = _WORDS.findall(text.casefold())
    half = len(words) // 2
    return " ".join(words[:half]) if half and words == words[:half] * 2 and text[0].isupper() else ""


def read_head(lines: Sequence[Line]) -> Iterator[tuple[Line, Found]]:
    """Give what the lines between headline and article say of outlet, agency, author and place."""
    for line in lines:
        if line.length > 14:
            continue
        bracketed = _BRACKETED.fullmatch(line.text)
        if bracketed:
            source, origin = credit(bracketed[1])
            yield from _both(line, source if _is_name(source) else "", origin)
        elif len(line.text) > 2 and agency(line.text):  # a bare 'PA' or 'CP' may be anything
            yield line, _found("origin", agency(line.text), line)
        else:
            yield from _labelled(line)
            yield from _place_and_outlet(line)
            yield from _byline(line)


def read_foot(lines: Sequence[Line]) -> Iterator[tuple[Line, Found]]:
    """Give what the last lines of an article, and those behind it, say of its agency; each such line is a credit."""
    for line in lines:
        contributed, signed = _CONTRIBUTED.match(line.text), _SIGNED.match(line.text)
        if contributed and agency(contributed[1]):
            yield line, _found("origin", agency(contributed[1]), line)
        elif signed:
            yield line, _found("author", signed[1], line)
        elif line.length <= 14:
            bare = line.text.strip("()[]—–-/ .")
            if agency(bare):
                yield line, _found("origin", agency(bare), line)
            else:
                yield from _labelled(line)


def read_body(paragraphs: Sequence[Line]) -> Iterator[Found]:
    """Give what the first and the last paragraph say: a dateline, an agency in brackets at the end."""
    if not paragraphs:
        return
    dateline = split_dateline(paragraphs[0].text)
    if dateline.agency:
        yield _found("origin", dateline.agency, paragraphs[0])
    if dateline.place:
        yield _found("place", dateline.place, paragraphs[0])
    closing = _CLOSING.search(paragraphs[-1].text[-60:])
    if closing and agency(closing[1] or closing[2]):
        yield _found("origin", agency(closing[1] or closing[2]), paragraphs[-1])


def _both(line: Line, source: str, origin: str) -> Iterator[tuple[Line, Found]]:
    if source:
        yield line, _found("source", source, line)
    if origin:
        yield line, _found("origin", origin, line)


def _labelled(line: Line) -> Iterator[tuple[Line, Found]]:
    found = _LABELLED.fullmatch(line.text)
    if found:
        source, origin = credit(found[1].strip(" .()[]"))
        if origin or _is_name(source):
            yield line, _found("origin", origin or source, line)


def _place_and_outlet(line: Line) -> Iterator[tuple[Line, Found]]:
    """Read a line of its own such as `Sochi - Arab Today`."""
    found = _PLACE_AND_OUTLET.fullmatch(line.text)
    if found and line.length <= 7 and not _BYLINE.match(line.text) and _is_name(found[1]) and _is_name(found[2]):
        origin = agency(found[2])
        yield line, _found("place", found[1], line)
        yield line, _found("origin" if origin else "source", origin or found[2], line)


def _byline(line: Line) -> Iterator[tuple[Line, Found]]:
    found = _BYLINE.fullmatch(line.text)
    if not found:
        return
    name = _BEHIND_NAME.sub("", found[1])
    origin = next(filter(None, (agency(part) for part in (name, *_AND.split(name)))), "")
    if origin:
        yield line, _found("origin", origin, line)
    elif _is_name(name) and " " in name:
        yield line, _found("author", " ".join(word.title() if word.isupper() else word for word in name.split()), line)


def _is_name(words: str) -> bool:
    """Tell whether words look like a name: two letters at least, each word but particles with a capital."""
    parts = words.split()
    return (
        0 < len(parts) <= 8
        and len(words) > 1
        and all(_NAME_WORD.fullmatch(part) for part in parts)
        and all(not part[0].islower() or part in _PARTICLES for part in parts)
        and not parts[0][0].islower()
    )


def _found(field: str, value: str, line: Line) -> Found:
    text = line.text if len(line.text) <= 80 else line.text[:79] + "…"
    return Found(field, value, f"line {line.number}: '{text}'")
