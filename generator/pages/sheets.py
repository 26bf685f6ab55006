"""What a file of words may say: the phrases of the built-in English, each with the same places to fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from typing import NamedTuple

from generator.errors import Fault
from generator.text.strict_yaml import Block, Value

# The one key that holds no phrase: patterns for dates.
DATES = "dates"
# The form for all numbers that have none of their own (CLDR).
OTHER = "other"
_PLACE = re.compile(r"\{(\w+)\}|\]\((\w+)\)")


class Sheet(NamedTuple):
    """A file of words: the name that a fault gives it, its language, and its text."""

    name: str
    language: str
    text: str


def sound_phrases(
    sheet: Sheet, block: Block, english: Mapping[str, Value], categories: Sequence[str]
) -> tuple[dict[str, Value], list[Fault]]:
    """Give the phrases of a file that can be said, and what is wrong with the others."""
    sound: dict[str, Value] = {}
    faults: list[Fault] = []
    for key, value in block.values.items():
        if key == DATES:
            continue
        if key not in english:
            close = get_close_matches(key, english, n=1)
            mend = f"did you mean '{close[0]}'?" if close else "words/en.yaml has them all"
            faults.append(Fault(sheet.name, block.line(key), f"'{key}' is no phrase of the pages ({mend})"))
            continue
        counts = isinstance(english[key], dict)
        # A language without plurals has one form for all numbers.
        given: Value = {OTHER: value} if counts and isinstance(value, str) else value
        wrong = _wrong_forms(given, english[key], categories) if counts else _wrong_phrase(given, english[key])
        if wrong:
            faults.append(Fault(sheet.name, block.line(key), f"{key}: {wrong}"))
        else:
            sound[key] = given
    return sound, faults


def _wrong_forms(given: Value, english: Value, categories: Sequence[str]) -> str:
    forms = ", ".join(f"{each}: …" for each in categories)
    if not isinstance(given, dict) or OTHER not in given:
        return f"has a form for each kind of number (write {{{forms}}})"
    odd = [each for each in given if each not in categories]
    if odd:
        return f"'{odd[0]}' is no kind of number in this language (write {{{forms}}})"
    return next(
        filter(None, [_wrong_phrase(form, forms_of(english)[OTHER], {"number"}) for form in given.values()]), ""
    )


def _wrong_phrase(given: Value, english: Value, free: AbstractSet[str] = frozenset()) -> str:
    """Tell what is wrong with a phrase: in English it has the same places; those that are `free` it may leave out."""
    if not isinstance(given, str):
        return "is no phrase (write a text)" if given else "is empty (write a text, or take the line out)"
    places, wanted = _places(given), _places(str(english))
    if places - wanted:
        known = ", ".join(f"{{{each}}}" for each in sorted(wanted))
        return f"nothing is filled in at {{{min(places - wanted)}}} (there is {known})" if known else _NO_PLACES
    if wanted - places - free:
        return f"lacks what is filled in at {{{min(wanted - places - free)}}}"
    return "" if not re.search("[{}]", _PLACE.sub("", given)) else "has a brace that belongs to no name (take it out)"


_NO_PLACES = "nothing is filled in here (take the braces out)"


def _places(phrase: str) -> set[str]:
    return {found[1] or found[2] for found in _PLACE.finditer(phrase)}


def forms_of(value: Value) -> dict[str, str]:
    """Give the forms of a phrase by the kinds of numbers that they go with."""
    return {name: str(form) for name, form in value.items()} if isinstance(value, dict) else {}


def sound_dates(
    sheet: Sheet, block: Block, customs: Callable[[Mapping[str, str]], object]
) -> tuple[dict[str, str], list[Fault]]:
    """Give a file's own patterns for dates, each tried, and what is wrong with the others."""
    given = block.values.get(DATES)
    sound: dict[str, str] = {}
    faults: list[Fault] = []
    for name, pattern in given.items() if isinstance(given, dict) else ():
        try:
            customs({name: str(pattern)})
        except ValueError as error:
            faults.append(Fault(sheet.name, block.line(DATES, name), f"{DATES}: {error}"))
        else:
            sound[name] = str(pattern)
    if not isinstance(given, dict | None):
        faults.append(
            Fault(sheet.name, block.line(DATES), f"{DATES}: is no mapping (write 'day: d MMMM y' lines below it)")
        )
    return sound, faults
