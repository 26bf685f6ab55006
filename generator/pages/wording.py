"""Words for dates, counts and evidence: English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from generator.model import Article, Basis, Event, Fold, Grounds, When
from generator.pages.model import DateView, Words
from generator.text.characters import direction

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNNAMED = "an outlet not named"
UNNAMED_ENTRY = "Outlet not named"  # as it stands at the head of a line
_BASIS = {
    "editor": "given by the editor",
    "dateline": "from the dateline",
    "page stamp": "as the page states it",
    "stated in text": "from the text",
    "inferred": "inferred",
}


def date_view(when: When | None) -> DateView:
    """Give a date as a page shows it."""
    return _date_view(when.value, when.basis, when.words) if when else DateView("date unknown", "", "", "unknown")


def when_words(when: When) -> str:
    """Give a date in words: `15 December 2015`, `about May 2015`, `12–13 May 2015`."""
    return _value_words(when.value)


def first_day(when: When | None) -> str:
    """Give the earliest day it may be (ISO 8601), empty for none: to put what has dates in order."""
    return when.first_day if when else ""


def span_words(one: When, other: When) -> str:
    """Give the time from one date to another in words, nothing said twice."""
    return _span_words(one.value, other.value)


# The same days stand on page after page; to put one into words takes 5 µs.
_KNOWN = 4096


@lru_cache(_KNOWN)
def _date_view(value: str, basis: Basis, words: str) -> DateView:
    machine = "" if "/" in value else value.rstrip("~")
    told = _BASIS[basis] + (f": “{words}”" if words else "")
    return DateView(_value_words(value), machine, told, When(value, basis).precision)


@lru_cache(_KNOWN)
def _value_words(value: str) -> str:
    if third := _third(When(value, "editor")):
        return third
    about = "about " if value.endswith("~") else ""
    one, _, other = value.rstrip("~").partition("/")
    return about + (_span_words(one, other) if other else _words(one))


def _third(when: When) -> str:
    """Give words for a third of a year or month, as texts say it (`early 2014`, `late September 2015`), else none."""
    if not (when.value.endswith("~") and "/" in when.value and when.first.year == when.last.year):
        return ""
    first, last = when.first, when.last
    ends = last == When(f"{last:%Y-%m}", "editor").last
    if first.month == last.month:
        part = {(1, 10): "early ", (11, 20): "mid-", (21, last.day * ends): "late "}.get((first.day, last.day))
        return f"{part}{_words(f'{first:%Y-%m}')}" if part else ""
    part = {(1, 4): "early ", (5, 8): "mid-", (9, 12): "late "}.get((first.month, last.month))
    return f"{part}{first.year}" if part and first.day == 1 and ends else ""


@lru_cache(_KNOWN)
def _span_words(one: str, other: str) -> str:
    first, last = _words(one).split(), _words(other).split()
    if first == last:
        return " ".join(first)
    if len(first) == len(last):
        while first[-1] == last[len(first) - 1]:
            first.pop()
    dash = "–" if len(first) == 1 else " – "
    return " ".join(first) + dash + " ".join(last)


def _words(value: str) -> str:
    when = When(value, "editor")
    day = when.first
    if when.precision == "day":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if when.precision == "month":
        return f"{MONTHS[day.month - 1]} {day.year}"
    return str(day.year)


def instant_words(instant: str) -> str:
    """Give the day of an instant (ISO 8601) in words."""
    return _value_words(instant[:10])


def apart_words(other: When | None, here: When | None) -> str:
    """Tell how long before or after one day another is, as exactly as it matters: `6 weeks earlier`."""
    if other is None or here is None:
        return ""
    days = (other.first - here.first).days
    if not days:
        return "the same day"
    scales = ((365, "year", 730), (30, "month", 90), (7, "week", 14), (1, "day", 1))
    size, noun = next((size, noun) for size, noun, least in scales if abs(days) >= least)
    return f"{counted(round(abs(days) / size), noun)} {'later' if days > 0 else 'earlier'}"


def counted(number: int, noun: str) -> str:
    """Give a number with its noun: `1 article`, `2 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def at_most(names: Iterable[str], most: int) -> tuple[str, ...]:
    """Give names as they are listed, what goes beyond `most` counted: `A`, `B`, `7 more`."""
    names = tuple(names)
    return names if len(names) <= most else (*names[: most - 1], f"{len(names) - most + 1:,} more")


def who_wrote(article: Article, *, unnamed: str = UNNAMED) -> str:
    """Give who says so: the origin and the outlet that carries it, as far as they are known."""
    if article.origin and article.source and article.origin != article.source:
        return f"{article.origin}, in {article.source}"
    return article.origin or article.source or unnamed


def evidence(event: Event, outlets: int, origins: int, folds: Iterable[Fold] = ()) -> str:
    """Give the one line of numbers that carry trust, always in the same order; what is not known is said."""
    without_outlet = sum(not article.source for article in event.articles)
    # An article that names neither outlet nor agency counts as an origin of its own, but nobody has named it. Copies
    # of one text count once, and not where one of them names its origin.
    copies = {stem for fold in folds for stem in fold.articles[0 if fold.origin else 1 :]}
    without_origin = sum(
        not article.origin and not article.source and article.stem not in copies for article in event.articles
    )
    return " · ".join(
        [
            _articles_and_languages(event.articles),
            f"{counted(outlets, 'outlet') if outlets else 'no outlet'}{' named' if without_outlet else ''}",
            counted(origins, "origin") + _not_named(without_origin, origins),
        ]
    )


def carried(fold: Fold, articles: Iterable[Article]) -> str:
    """Tell who carries one text: `Kestria Press, carried by 3 outlets`; who wrote it is not guessed."""
    outlets = {article.source for article in articles if article.stem in fold.articles}
    known = len(outlets) > 1 and "" not in outlets
    where = f"carried by {counted(len(outlets), 'outlet')}" if known else f"in {counted(len(fold.articles), 'article')}"
    return f"{fold.origin}, {where}" if fold.origin else f"One text, {where}; who wrote it is not said"


def grouped(event: Event, grounds: Grounds | None) -> str:
    """Tell what brings the articles of an event together, as far as they show it themselves; nothing of one article."""
    if grounds is None:
        return ""
    word = event.editorial
    by_editor = any(article.event for article in event.articles) or (word and (word.add or word.merge))
    texts = f" ({counted(grounds.texts, 'text')})" if 1 < grounds.texts < len(event.articles) else ""
    same = ["place"] * grounds.same_place + ["day"] * (grounds.days == 0)
    reasons = [
        "one text" if grounds.texts == 1 else "",
        f"same {' and '.join(same)}" if same else "",
        f"{counted(grounds.days, 'day')} apart" if grounds.days else "",
        counted(grounds.phrases, "shared phrase") if grounds.phrases else "",
    ]
    told = ", ".join(filter(None, reasons)) or "alike in what they say"
    return (
        f"{counted(len(event.articles), 'article')}{texts} grouped{', in part by the editor' * bool(by_editor)}: {told}"
    )


def _articles_and_languages(articles: Sequence[Article]) -> str:
    number = counted(len(articles), "article")
    languages = {_stem(lang) for lang in {article.lang for article in articles} if lang}
    return f"{number} in {counted(len(languages), 'language')}" if len(languages) > 1 else number


def _not_named(number: int, whole: int) -> str:
    if not number:
        return ""
    return f", {number} not named" if number < whole else ", not named"


def review_words(event: Event) -> str:
    """Tell whether an editor has read an event as it is."""
    review = event.editorial.reviewed if event.editorial else None
    if review is None:
        return "Put together by machine, not yet read by an editor"
    since = "" if review.articles == event.mark else "; articles have joined or left since"
    return f"Read by {review.by or 'an editor'} on {_value_words(review.on)}{since}"


def reported(articles: Iterable[Article]) -> str:
    """Give the days on which articles came out: `As reported, 15–16 December 2015`."""
    days = sorted([article.published.value for article in articles if article.published], key=_ends)
    if not days:
        return "As reported"
    first, last = days[0], days[-1]
    if first == last:
        return f"As reported, {_value_words(first)}"
    about = "about " if "~" in first + last else ""
    return f"As reported, {about}{_span_words(_edge(first, 0), _edge(last, -1))}"


@lru_cache(_KNOWN)
def _ends(value: str) -> tuple[date, date]:
    when = When(value, "editor")
    return when.first, when.last


def _edge(value: str, end: int) -> str:
    """Give the first or last part of a range, or the date itself, as if it were exact."""
    return value.rstrip("~").split("/")[end]


def words_in(text: str, lang: str, page_language: str) -> Words:
    """Give a text with its language and direction where they are not the page's own."""
    if not lang or lang == page_language or _stem(lang) == _stem(page_language):
        return Words(text)
    return Words(text, lang, direction(lang))


def _stem(lang: str) -> str:
    return lang.split("-", maxsplit=1)[0].lower()
