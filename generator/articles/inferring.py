"""Date articles that state no day: by a weekday in the lead, and dated articles that tell of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest, nsmallest

from generator.articles.cleaning.dates import days_in
from generator.articles.desk import Clipping, known_day
from generator.articles.receipts import Found
from generator.model import When
from generator.text.days import weekday_told
from generator.text.vectors import Vector, Weights, terms_of

# From this likeness on two articles tell of the same thing: on the development collection no pair from .35 on did not.
SAME_THING = 0.4
# From this likeness on a dated article is worth an editor's look.
_NEAR = 0.15
# Who shares none of so many words, those that weigh most, is no sibling; words that more articles have find none.
_HEAVIEST, _COMMON = 24, 200
# No more siblings than this are looked at.
_MOST = 12
# So much of a lead is shown as the evidence.
_SHOWN = 160
# A weekday names a day shortly before that of publication; any two will do to see which weekdays are named.
_ANY_TWO_DAYS = date(2015, 6, 1), date(2015, 6, 4)
_STOPS = tuple(".!?…。！？؟۔।։")
_MONTH_DAY = re.compile(r"(?<![\w.])(?:([^\W\d_]{3,12})\.? (\d{1,2})|(\d{1,2})\.? ([^\W\d_]{3,12}))(?!\w|[.,]? ?\d)")


@dataclass(frozen=True, slots=True)
class Sibling:
    """A dated article that is like an undated one."""

    clipping: Clipping
    likeness: float


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks for a day: the words that do, the dated article nearest to it, and the days that are possible."""

    words: tuple[str, ...]
    sibling: Sibling | None
    days: tuple[str, ...]


class Siblings:
    """Finds, among the articles at hand, those of a known day that are like an undated one."""

    def __init__(self, clippings: Sequence[Clipping]) -> None:
        self._clippings = list(clippings)
        terms = [terms_of(one.fields.get("title", ""), one.opening, one.fields.get("lang", "")) for one in clippings]
        self._weights = Weights(terms, complete=True)
        self._vectors = [self._weights.vector(each) for each in terms]
        self._places = {id(one): place for place, one in enumerate(clippings)}
        self._dated: dict[int, list[int]] = {}
        for place, one in enumerate(clippings):
            if known_day(one):
                for number in self._vectors[place].numbers:
                    self._dated.setdefault(number, []).append(place)

    def of(self, clipping: Clipping) -> list[Sibling]:
        """Give the dated siblings of one of the articles, the likest first."""
        vector = self._vectors[self._places[id(clipping)]]
        places = sorted(self._near(vector))
        cosines = self._weights.cosines(vector, [self._vectors[place] for place in places])
        found = [(-cosine, place) for cosine, place in zip(cosines, places, strict=True)]
        return [Sibling(self._clippings[place], -less) for less, place in nsmallest(_MOST, found) if -less >= _NEAR]

    def _near(self, vector: Vector) -> set[int]:
        """Give the places of dated articles that share a word which weighs much and is not common."""
        heaviest = nlargest(_HEAVIEST, zip(vector.weights, vector.numbers, strict=True))
        shared = [self._dated[number] for _, number in heaviest if number in self._dated]
        return {place for places in shared if len(places) <= _COMMON for place in places}


def names_one_weekday(clipping: Clipping) -> bool:
    """Tell whether the lead of an article names one weekday and no other."""
    return len({when.first.weekday() for when in _weekdays_in(lead_of(clipping))}) == 1


def infer_day(clipping: Clipping, siblings: Sequence[Sibling]) -> Found | None:
    """Give the day that the lead's weekday means, by siblings that tell of the same thing; none where two may be meant.

    The lead must name one weekday alone; a sibling that names another leaves no day.
    """
    lead = lead_of(clipping)
    same = [sibling for sibling in siblings if sibling.likeness >= SAME_THING]
    if not same or not names_one_weekday(clipping):
        return None
    days = {_day_by(lead, sibling.clipping) for sibling in same}
    day = days.pop()
    if days or not day:
        return None
    other = same[0].clipping
    words, sibling = _weekdays_in(lead)[0].words, f"{name_of(other)} of {other.fields['date']}"
    return Found("date", day, f"'{words}' in “{lead[:_SHOWN]}”, and {sibling} tells of the same")


def without_lead(why: str, clipping: Clipping) -> str:
    """Give the reason for a day without the article's own words, of which a page may show no more than it counts."""
    return why.replace(f" in “{lead_of(clipping)[:_SHOWN]}”", "", 1)


def clues_of(clipping: Clipping, siblings: Sequence[Sibling]) -> Clues:
    """Give what speaks for the day of an undated article."""
    lead = lead_of(clipping)
    told = [when.words for when in _weekdays_in(lead)]
    dated = list(_month_days("\n".join(clipping.opening)))
    days = [_likely_day(lead, sibling.clipping) for sibling in siblings[:3]]
    years = sorted({sibling.clipping.fields["date"][:4] for sibling in siblings[:3]})
    days += [day for _, form in dated for year in years for day in days_in(f"{form} {year}")]
    words = tuple(dict.fromkeys((*told, *(shown for shown, _ in dated))))
    return Clues(words, siblings[0] if siblings else None, tuple(sorted(set(days))))


def name_of(clipping: Clipping) -> str:
    """Give the name that an editor knows an article by."""
    return clipping.page or (clipping.path.name if clipping.path else "another article")


def lead_of(clipping: Clipping) -> str:
    """Give the first paragraph that ends as a sentence does."""
    ended = (text for text in clipping.opening if text.rstrip("\"'”’»)」』").endswith(_STOPS))
    return next(ended, "".join(clipping.opening[:1]))[:2000]


def _weekdays_in(lead: str) -> list[When]:
    """Give each weekday that a lead names, with the words that do."""
    found: list[When] = []
    rest = lead
    while len(found) < 7 and (when := _first_weekday(rest)):
        found.append(when)
        rest = rest[rest.find(when.words) + len(when.words) :]
    return found


def _first_weekday(lead: str) -> When | None:
    """Give the first weekday that a lead names: each is shortly before one of two days of publication."""
    told = [when for when in (weekday_told(lead, day) for day in _ANY_TWO_DAYS) if when]
    return min(told, key=lambda when: lead.find(when.words), default=None)


def _day_by(lead: str, sibling: Clipping) -> str:
    """Give the day that a lead's weekday means if a sibling tells of the same; empty where the two disagree."""
    published = known_day(sibling)
    when = weekday_told(lead, published) if published else None
    if published is None or when is None:
        return ""
    theirs = weekday_told(lead_of(sibling), published)
    return when.value if theirs is None or theirs.value == when.value else ""


def _likely_day(lead: str, sibling: Clipping) -> str:
    """Give the day of the weekday that a lead names, as seen from a sibling's; the sibling's where it names none."""
    published = known_day(sibling)
    when = weekday_told(lead, published) if published else None
    return when.value if when else sibling.fields["date"]


def _month_days(text: str) -> Iterator[tuple[str, str]]:
    """Give the days that stand without their year ('Feb. 4', '4 mars'), as they stand and as a year can follow."""
    for found in _MONTH_DAY.finditer(text[:4000]):
        form = f"{found[1]} {found[2]}," if found[1] else f"{found[3]} {found[4]}"
        if days_in(f"{form} 2016"):
            yield found[0], form
