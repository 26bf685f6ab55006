"""Words for dates, counts and evidence, in the language of a digest's phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from generator.model import Article, Basis, Event, Fold, Grounds, When
from generator.pages.model import DateView, Words
from generator.pages.phrasebook import Phrasebook
from generator.text.characters import direction
from generator.text.tags import primary


def date_view(phrases: Phrasebook, when: When | None) -> DateView:
    """Give a date as a page shows it."""
    if when is None:
        return DateView(phrases.say("date_unknown"), "", "", "unknown")
    return _date_view(phrases, when.value, when.basis, when.words)


def came_out(phrases: Phrasebook, article: Article) -> DateView:
    """Give when an article came out; where nobody knows, the day that it must tell of, and why."""
    told = article.told
    if article.published or told is None or told.basis != "inferred":
        return date_view(phrases, article.published)
    tells = phrases.say("date_unknown_tells", date=when_words(phrases, told))
    return DateView(tells, "", phrases.say("inferred_from", reason=told.words), "unknown")


def when_words(phrases: Phrasebook, when: When) -> str:
    """Give a date in words: `15 December 2015`, `about May 2015`, `12–13 May 2015`."""
    return _value_words(phrases, when.value)


def first_day(when: When | None) -> str:
    """Give the earliest day it may be (ISO 8601), empty for none: to put what has dates in order."""
    return when.first_day if when else ""


def span_words(phrases: Phrasebook, one: When, other: When) -> str:
    """Give the time from one date to another in words, nothing said twice."""
    return _span_words(phrases, one.value, other.value)


def year_words(phrases: Phrasebook, year: int) -> str:
    """Give a year as it heads a list; 0 is for what has no date."""
    return phrases.date("year", f"{year:04}") if year else phrases.say("date_unknown_head")


def month_words(phrases: Phrasebook, month: int) -> str:
    """Give the name of a month as it heads a list; 0 is for what is known by the year alone."""
    return phrases.month(month) if month else phrases.say("month_unknown")


# The same days stand on page after page; to put one into words takes 5 µs.
_KNOWN = 4096


@lru_cache(_KNOWN)
def _date_view(phrases: Phrasebook, value: str, basis: Basis, words: str) -> DateView:
    machine = "" if "/" in value else value.rstrip("~")
    told = phrases.say(f"basis_{basis.replace(' ', '_')}")
    told = phrases.say("basis_words", basis=told, words=words) if words else told
    return DateView(_value_words(phrases, value), machine, told, When(value, basis).precision)


@lru_cache(_KNOWN)
def _value_words(phrases: Phrasebook, value: str) -> str:
    if third := _third(phrases, When(value, "editor")):
        return third
    one, _, other = value.rstrip("~").partition("/")
    told = _span_words(phrases, one, other) if other else _words(phrases, one)
    return phrases.say("about_date", date=told) if value.endswith("~") else told


def _third(phrases: Phrasebook, when: When) -> str:
    """Give words for a third of a year or month, as texts say it (`early 2014`, `late September 2015`), else none."""
    if not (when.value.endswith("~") and "/" in when.value and when.first.year == when.last.year):
        return ""
    first, last = when.first, when.last
    ends = last == When(f"{last:%Y-%m}", "editor").last
    if first.month == last.month:
        part = {(1, 10): "early", (11, 20): "middle", (21, last.day * ends): "late"}.get((first.day, last.day))
        return phrases.say(part, date=_words(phrases, f"{first:%Y-%m}")) if part else ""
    part = {(1, 4): "early", (5, 8): "middle", (9, 12): "late"}.get((first.month, last.month))
    return phrases.say(part, date=_words(phrases, f"{first:%Y}")) if part and first.day == 1 and ends else ""


# By how exact two dates are (their length as ISO 8601): what words the time between them, in one month, year, or more.
_SPANS = {10: ("days", "days_of_months", "days_of_years"), 7: ("", "months", "months_of_years"), 4: ("", "", "years")}


@lru_cache(_KNOWN)
def _span_words(phrases: Phrasebook, one: str, other: str) -> str:
    if one == other:
        return _words(phrases, one)
    if len(one) != len(other):
        return phrases.say("span", first=_words(phrases, one), last=_words(phrases, other))
    differing = 0 if one[:7] == other[:7] else 1 if one[:4] == other[:4] else 2
    return phrases.span(_SPANS[len(one)][differing], one, other)


def _words(phrases: Phrasebook, value: str) -> str:
    return phrases.date({10: "day", 7: "month"}.get(len(value), "year"), value)


def instant_words(phrases: Phrasebook, instant: str) -> str:
    """Give the day of an instant (ISO 8601) in words."""
    return _value_words(phrases, instant[:10])


def apart_words(phrases: Phrasebook, other: When | None, here: When | None) -> str:
    """Tell how long before or after one day another is, as exactly as it matters: `6 weeks earlier`."""
    if other is None or here is None:
        return ""
    days = (other.first - here.first).days
    if not days:
        return phrases.say("same_day")
    scales = ((365, "years", 730), (30, "months", 90), (7, "weeks", 14), (1, "days", 1))
    size, unit = next((size, unit) for size, unit, least in scales if abs(days) >= least)
    return phrases.count(round(abs(days) / size), f"{unit}_later" if days > 0 else f"{unit}_earlier")


def size_words(phrases: Phrasebook, events: int, articles: int) -> str:
    """Tell how much there is: `4 events from 5 articles`."""
    told = phrases.count(events, "events"), phrases.count(articles, "articles")
    return phrases.say("events_from_articles", events=told[0], articles=told[1])


@lru_cache(_KNOWN)
def paragraph_words(phrases: Phrasebook, number: int) -> str:
    """Give where in an article a sentence stands."""
    return phrases.say("paragraph", number=phrases.number(number))


def at_most(phrases: Phrasebook, names: Iterable[str], most: int) -> tuple[str, ...]:
    """Give names as they are listed, what goes beyond `most` counted: `A`, `B`, `7 more`."""
    names = tuple(names)
    return names if len(names) <= most else (*names[: most - 1], phrases.count(len(names) - most + 1, "more"))


def who_wrote(phrases: Phrasebook, article: Article, *, unnamed: str = "outlet_unnamed") -> str:
    """Give who says so: the origin and the outlet that carries it, as far as they are known."""
    if article.origin and article.source and article.origin != article.source:
        return phrases.say("origin_in_outlet", origin=article.origin, outlet=article.source)
    return article.origin or article.source or phrases.say(unnamed)


def who_tells(phrases: Phrasebook, article: Article) -> str:
    """Give who says so, as it stands at the head of a line."""
    return who_wrote(phrases, article, unnamed="outlet_unnamed_head")


def evidence(phrases: Phrasebook, event: Event, outlets: int, origins: int, folds: Iterable[Fold] = ()) -> str:
    """Give the one line of numbers that carry trust, always in the same order.

    Outlets that nobody names are not counted, and each source says so itself; origins that nobody names are.
    """
    without_outlet = sum(not article.source for article in event.articles)
    # An article that names neither outlet nor agency counts as an origin of its own, but nobody has named it. Copies
    # of one text count once, and not where one of them names its origin.
    copies = {stem for fold in folds for stem in fold.articles[0 if fold.origin else 1 :]}
    without_origin = sum(
        not article.origin and not article.source and article.stem not in copies for article in event.articles
    )
    told = [_articles_and_languages(phrases, event.articles)]
    if outlets:
        told.append(phrases.count(outlets, "outlets_named" if without_outlet else "outlets"))
    told.append(_origins(phrases, origins, without_origin))
    return " · ".join(told)


def carried(phrases: Phrasebook, fold: Fold, articles: Iterable[Article]) -> str:
    """Tell who carries one text: `Kestria Press, carried by 3 outlets`; who wrote it is not guessed."""
    outlets = {article.source for article in articles if article.stem in fold.articles}
    known = len(outlets) > 1 and "" not in outlets
    where = phrases.count(len(outlets), "carried_by") if known else phrases.count(len(fold.articles), "carried_in")
    if fold.origin:
        return phrases.say("text_of_origin", origin=fold.origin, where=where)
    return phrases.say("text_of_nobody", where=where)


def grouped(phrases: Phrasebook, event: Event, grounds: Grounds | None) -> str:
    """Tell what brings the articles of an event together, as far as they show it themselves; nothing of one article."""
    if grounds is None:
        return ""
    word = event.editorial
    by_editor = any(article.event for article in event.articles) or (word and (word.add or word.merge))
    articles = phrases.count(len(event.articles), "articles")
    if 1 < grounds.texts < len(event.articles):
        articles = phrases.say("articles_of_texts", articles=articles, texts=phrases.count(grounds.texts, "texts"))
    same = {(True, True): "same_place_and_day", (True, False): "same_place", (False, True): "on_same_day"}
    shared = same.get((grounds.same_place, grounds.days == 0))
    reasons = [
        phrases.say("one_text") if grounds.texts == 1 else "",
        phrases.say(shared) if shared else "",
        phrases.count(grounds.days, "days_apart") if grounds.days else "",
        phrases.count(grounds.phrases, "shared_phrases") if grounds.phrases else "",
    ]
    told = phrases.listed([reason for reason in reasons if reason]) or phrases.say("alike")
    return phrases.say("grouped_by_editor" if by_editor else "grouped", articles=articles, reasons=told)


def _articles_and_languages(phrases: Phrasebook, articles: Sequence[Article]) -> str:
    number = phrases.count(len(articles), "articles")
    languages = {primary(lang) for lang in {article.lang for article in articles} if lang}
    if len(languages) < 2:
        return number
    return phrases.say("articles_in_languages", articles=number, languages=phrases.count(len(languages), "languages"))


def _origins(phrases: Phrasebook, number: int, not_named: int) -> str:
    if not_named < number or not not_named:
        told = phrases.count(number, "origins")
        return phrases.count(not_named, "some_origins_not_named", origins=told) if not_named else told
    return phrases.count(number, "origins_not_named")


def review_words(phrases: Phrasebook, event: Event) -> str:
    """Tell whether an editor has read an event as it is."""
    review = event.editorial.reviewed if event.editorial else None
    if review is None:
        return phrases.say("not_reviewed")
    # Written by hand it need not say of which articles: then nobody knows whether others have joined.
    key = "reviewed" if review.articles in {"", event.mark} else "reviewed_since"
    return phrases.say(key, who=review.by or phrases.say("an_editor"), day=_value_words(phrases, review.on))


def reported(phrases: Phrasebook, articles: Iterable[Article]) -> str:
    """Give the days on which articles came out: `As reported, 15–16 December 2015`."""
    days = sorted([article.published.value for article in articles if article.published], key=_ends)
    if not days:
        return phrases.say("reported")
    first, last = days[0], days[-1]
    if first == last:
        return phrases.say("reported_on", days=_value_words(phrases, first))
    told = _span_words(phrases, _edge(first, 0), _edge(last, -1))
    return phrases.say("reported_on", days=phrases.say("about_date", date=told) if "~" in first + last else told)


@lru_cache(_KNOWN)
def _ends(value: str) -> tuple[date, date]:
    when = When(value, "editor")
    return when.first, when.last


def _edge(value: str, end: int) -> str:
    """Give the first or last part of a range, or the date itself, as if it were exact."""
    return value.rstrip("~").split("/")[end]


def words_in(text: str, lang: str, page_language: str) -> Words:
    """Give a text with its language and direction where they are not the page's own."""
    if not lang or lang == page_language or primary(lang) == primary(page_language):
        return Words(text)
    return Words(text, lang, direction(lang))
