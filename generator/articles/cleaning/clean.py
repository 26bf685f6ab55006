"""Take the article out of a page as text: its paragraphs, what the page says of it, and a receipt of the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.articles.cleaning.body import Body, find_body, is_report
from generator.articles.cleaning.captions import is_caption
from generator.articles.cleaning.credits import read_body, read_foot, read_head, read_masthead, read_site
from generator.articles.cleaning.dates import days_in
from generator.articles.cleaning.front_pages import is_front_page
from generator.articles.cleaning.lines import Line, split_lines, stems_of
from generator.articles.cleaning.notices import is_on_author
from generator.articles.cleaning.short_reports import is_headed
from generator.articles.cleaning.titles import find_title
from generator.articles.receipts import Cleaned, Cut, Found, Refused
from generator.model import Paragraph
from generator.text.language import guess_language
from generator.text.words import letters_of

# Less than this is a caption or a list of links, no report, unless a headline tells the same.
_FEWEST_WORDS = 15
# A line that gives the day has little else in it: 'Updated: 2013-05-08 08:00', 'Friday, 22 Nov 2024 4:55 PM MYT'.
_DATE_LINE = 18
# Lines above the headline in which its day may stand.
_ABOVE = 3
# How many lines behind the headline, and before the article, are its head; how many behind the article its foot.
_HEAD, _FOOT = 16, 3
# Where a page gives both days, that of publication is meant.
_UPDATED = re.compile(
    r"\b(?:updated|modified|aktualisiert|stand|mis à jour|actualizad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|"
    r"обновлено|оновлено|güncelleme)\b",
    re.IGNORECASE,
)

# So many authors, at most, have a line on them each below an article.
_BIOGRAPHIES = 3
# A standfirst has so many words, and this share of them recurs in the article: right above it, or right below the
# headline, before byline, day and pictures. Of 25 such lines on the development pages 21 were standfirsts; farther
# down stand captions, which recur as well.
_ABOVE_ARTICLE, _BELOW_HEADLINE = (6, 45, 0.75), (9, 60, 0.6)
_NO_STANDFIRST = re.compile(r"[:|©()\[\]@]|\d\s?[h:.]\s?\d\d(?!\d)")

# An answer may be given twice, a sentence of so many words is not.
_SENTENCE = 4
_BETWEEN = re.compile(r"\W+")
_SIGNS = bytes(code for code in range(128) if not re.match(r"\w", chr(code)))
_COPYRIGHT = re.compile(r"^\W*(?:\(c\)|copyright\b)|©|\ball rights reserved\b")
# One of these stands in every such notice; to look for them first takes a tenth of the time.
_HINTS = ("(c)", "copyright", "©", "all rights")
# Agencies set their sub-headings between dashes: -'Urgent need to cooperate'-
_DASHED = re.compile(r"[-–—]\s?(\S.*\S)\s?[-–—]")


def clean(
    page: str, vouched: frozenset[tuple[str, ...]] = frozenset(), headings: frozenset[tuple[str, ...]] = frozenset()
) -> Cleaned:
    """Give the article of a page. Raises `Refused` for a page that holds none.

    `vouched` are lines, as their words in lower case, that another reader holds for the article, `headings` those that
    the page sets as its first headings.
    """
    lines = split_lines(page)
    if not lines:
        raise Refused("the page is empty")
    body = find_body(lines, vouched)
    few = sum(line.length for line in body.kept) < _FEWEST_WORDS
    if not any(line.whole or is_report(line) for line in body.kept) or (few and not _is_headed(lines, body.kept)):
        raise Refused("no article on it, only headlines or links (write the article file by hand)")
    if is_front_page(lines, body.kept):
        raise Refused("a list of other articles, not one of its own (save the page of each article)")
    title = find_title(lines, body.kept, headings)
    found, rules = _read_around(lines, body, title)
    rules |= {**body.rules, **_rules_inside(body, title)}
    kept = [line for line in body.kept if line.number not in rules]
    if not kept:
        raise Refused("no article on it, only captions and credits (write the article file by hand)")
    standfirsts = list(_standfirsts(lines, kept, rules, after=title.number if title else 0))
    if standfirsts and standfirsts[-1].whole and _place(lines, kept[0]) - 1 == _place(lines, standfirsts[-1]):
        # A whole sentence right above the first paragraph may as well be the first itself.
        kept.insert(0, standfirsts.pop())
    found += read_body(kept)
    paragraphs = [Paragraph(line.text, "standfirst") for line in standfirsts] + list(_paragraphs(kept))
    kept = [*standfirsts, *kept]
    lang = guess_language(" ".join(line.text for line in kept))
    if lang:
        found.append(Found("lang", lang, "the small words of the text"))
    return Cleaned(tuple(paragraphs), _first_of_each(found), tuple(_cuts(lines, kept, body, rules)))


def _is_headed(lines: Sequence[Line], kept: Sequence[Line]) -> bool:
    return is_headed(lines, _place(lines, kept[0]), kept)


def _read_around(lines: Sequence[Line], body: Body, title: Line | None) -> tuple[list[Found], dict[int, str]]:
    """Give what stands around the article, and the lines that say nothing else, by number."""
    start = _place(lines, body.kept[0])
    top = _place(lines, title) if title else start
    near = [*range(max(0, top - _ABOVE), min(start, top + _HEAD)), *range(max(top, start - _HEAD), start + 1)]
    head = [lines[place] for place in sorted(set(near)) if place < len(lines) and lines[place] is not title]
    found = [Found("title", title.text, f"line {title.number}")] if title else []
    rules = {title.number: "the title"} if title else {}
    for line, day in sorted(_days(head), key=lambda dated: bool(_UPDATED.search(dated[0].text))):
        found.append(Found("date", day, f"line {line.number}: '{line.text[:80]}'"))
        rules[line.number] = "the date"
    behind = [line for line in lines if line.number > body.last]
    first = [line for line in head if line.number not in rules and line.number <= body.kept[0].number]
    told = *read_site(lines[:start]), *read_head(first), *read_foot((*body.kept[-2:], *behind[:_FOOT]))
    for line, fact in (*told, *read_masthead(lines[:top], behind)):
        found.append(fact)
        rules[line.number] = "a credit"
    return found, rules


def _days(head: Iterable[Line]) -> Iterator[tuple[Line, str]]:
    for line in head:
        if line.length <= _DATE_LINE:
            yield from ((line, day) for day in days_in(line.text)[:1])


def _place(lines: Sequence[Line], line: Line) -> int:
    return next(place for place, other in enumerate(lines) if other.number >= line.number)


def _rules_inside(body: Body, title: Line | None) -> dict[int, str]:
    """Give the lines inside the article that its prose does without, by number, each with its rule."""
    rules: dict[int, str] = {}
    repeated = _said_before(body.kept)
    for line in body.kept:
        if title and line.folded == title.folded:
            rules[line.number] = "the title"
        elif line.length >= _SENTENCE and line.number in repeated:
            rules[line.number] = "said twice"
        elif is_caption(line):
            rules[line.number] = "a photo caption"
        elif line.length < 60 and _is_copyright(line.text.lower()):
            rules[line.number] = "a copyright notice"
    above, foot = body.kept[:-_BIOGRAPHIES], body.kept[-_BIOGRAPHIES:]
    return rules | {line.number: "on its author" for line in foot if is_on_author(line, above)}


def _is_copyright(lower: str) -> bool:
    return any(map(lower.__contains__, _HINTS)) and _COPYRIGHT.search(lower) is not None


def _said_before(kept: Sequence[Line]) -> set[int]:
    """Give the numbers of lines that say what a better one says: the first, or the first that ends as a sentence."""
    outlines = [_outline(line.text) for line in kept]
    several = Counter(outlines)
    best: dict[str, Line] = {}
    alike = [(line, _said(line.text)) for line, outline in zip(kept, outlines, strict=True) if several[outline] > 1]
    for line, said in alike:
        best.setdefault(said, line)
        if line.whole and not best[said].whole:  # a photo caption may say a sentence without its full stop
            best[said] = line
    return {line.number for line, said in alike if line is not best[said]}


def _said(text: str) -> str:
    """Give the words and numbers of a line, whatever stands between them."""
    return _BETWEEN.sub(" ", text.casefold()).strip()


def _outline(text: str) -> bytes:
    """Give the letters and digits of a line, alike wherever `_said` is: in a tenth of its time for most lines."""
    letters = letters_of(text.casefold())
    if letters is not None:
        return letters.translate(None, _SIGNS)
    return _said(text).replace(" ", "").encode("utf-8", "surrogatepass")


def _standfirsts(
    lines: Sequence[Line], kept: Sequence[Line], rules: Mapping[int, str], *, after: int
) -> Iterator[Line]:
    """Give the lines between headline and first paragraph that are made of the article's words."""
    between = [line for line in lines if after < line.number < kept[0].number]
    told = [line for line in between if line.number not in rules]
    for line in told:
        below = after and line is told[0] and _recurs(line, kept, _BELOW_HEADLINE)
        if below or (line is between[-1] and _recurs(line, kept, _ABOVE_ARTICLE)):
            yield line


def _recurs(line: Line, kept: Sequence[Line], bounds: tuple[int, int, float]) -> bool:
    fewest, most, share = bounds
    if not fewest <= line.length <= most or _NO_STANDFIRST.search(line.text):
        return False
    stems = stems_of([line])
    return len(stems) > 2 and len(stems & stems_of(kept)) >= share * len(stems)


def _paragraphs(kept: Sequence[Line]) -> Iterable[Paragraph]:
    for place, line in enumerate(kept):
        dashed = _DASHED.fullmatch(line.text) if line.length <= 12 else None
        inner = 0 < place < len(kept) - 1
        if dashed and inner:
            yield Paragraph(dashed[1], "heading")
        elif inner and _is_heading(line, kept[place + 1]):
            yield Paragraph(line.text, "heading")
        else:
            yield Paragraph(line.text, "item" if line.bullet else "prose")


def _is_heading(line: Line, following: Line) -> bool:
    """Tell a sub-heading: short, no sentence, before a paragraph that is one."""
    if line.length > 12 or line.bullet or line.text[-1] in ",:;":
        return False
    speech = any(mark in line.text for mark in '"“”„«»')
    ended = line.whole and not (line.text.endswith("?") and line.length <= 10 and not speech)
    return not ended and following.whole and following.length >= 10


def _first_of_each(found: Iterable[Found]) -> tuple[Found, ...]:
    first: dict[str, Found] = {}
    for fact in found:
        first.setdefault(fact.field, fact)
    return tuple(first.values())


def _cuts(lines: Sequence[Line], kept: Sequence[Line], body: Body, rules: dict[int, str]) -> Iterable[Cut]:
    numbers = {line.number for line in kept}
    before = 0
    for line in lines:
        if line.number in numbers:
            before += 1
        else:
            where = "above" if line.number < body.first else "below" if line.number > body.last else "inside"
            usual = "inside the article, no part of its text" if where == "inside" else f"{where} the article"
            yield Cut(line.number, line.text, rules.get(line.number, usual), before)
