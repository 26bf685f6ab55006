"""Find the names that a few texts on one thing share: people, places and bodies, in scripts that have capitals."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log2

from generator.model import Name
from generator.text.agencies import agency
from generator.text.calendar_words import CALENDARS, calendar_words
from generator.text.stop_words import STOP_WORDS

_CAPITALS = "".join([chr(code) for code in range(0x80, 0x2160) if chr(code).isupper()])
_REST = r"[^\W\d_]*+(?:['’.-][^\W\d_]++)*+\.?"
# What may stand between the words of one name.
_JOINTS = (
    *("of", "of the", "de", "de la", "del", "della", "di", "da", "do", "dos", "du", "des", "y", "el", "la"),
    *("van", "van der", "van den", "von", "von der", "ter", "ten", "bin", "ibn", "al"),
)
_JOINT = f" (?:(?:{'|'.join(_JOINTS)}) )?"


def _together(capital: str) -> re.Pattern[str]:
    """Give what finds words with capitals that stand together. What stands before them is looked at last: quicker."""
    return re.compile(rf"{capital}(?<![\w'’.-].){_REST}(?:{_JOINT}{capital}{_REST})*+", re.DOTALL)


_ASCII_TOGETHER, _TOGETHER = _together("[A-Z]"), _together(f"[A-Z{_CAPITALS}]")
_WORD = re.compile(rf"[A-Z{_CAPITALS}](?<![\w'’.-].){_REST}", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
_POSSESSIVE = re.compile(r"['’]s?\.?\Z")
_ARTICLE = re.compile(r"(?:al|el|Al|El)-(?=\w)")  # "Bashar al-Assad" is "Assad" later on
_QUOTES = frozenset("\"“„«'‘:")
_CALENDAR = frozenset(
    entry.word for lang in CALENDARS for name in ("months", "weekdays") for entry in calendar_words(lang, name)
)
_SMALL = frozenset(chain.from_iterable(STOP_WORDS.values()))

LEAD = 2  # sentences that tell what a text is about
MOST_OF_ONE = 6  # mentions in one text that count: who is quoted throughout is not what it is about
MOST_NAMES = 16
# German writes every noun with a capital: where so many words stand alone with one, a single word tells nothing. Of the
# texts of ECB+ (English) none has more than 0.11, of German news 0.17 is usual.
CROWDED = 0.13


_WEIGHTS = tuple([log2(1 + count) for count in range(MOST_OF_ONE + 1)])


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """Words with capitals that stand together, as written; `opens` where a sentence begins with them."""

    words: tuple[str, ...]
    text: str
    opens: bool
    stands_alone: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """The runs of a text, how many of them are in its lead, and whether every noun has a capital in it."""

    runs: list[_Run]
    leading: int
    crowded: bool


def names_of(texts: Sequence[tuple[str, Sequence[str]]]) -> tuple[Name, ...]:
    """Give the names that texts rest on, weightiest first; a text is its title and its sentences."""
    told = [_told(sentences) for _, sentences in texts]
    runs = set(chain.from_iterable([each.runs for each in told]))
    asked = {word.lower() for run in runs for word in (run.words[0], run.words[-1])}
    lower = asked.intersection(" ".join([sentence for _, sentences in texts for sentence in sentences]).split())
    known = {run.words for run in runs if not run.opens}
    lasts = {run.words[-1] for run in runs if len(run.words) > 1}
    bare = {run: short for run in runs if (short := _without_opener(run, known, lasts, lower))}
    alone = {run.words[0] for run in bare.values() if len(run.words) == 1}
    surnames = {run.words[-1] for run in bare.values() if _may_be_a_person(run)} & alone
    named = {run: _named(name, surnames) for run, name in bare.items() if _is_name(name, surnames, lower)}
    in_crowd = {run: name for run, name in named.items() if _is_name(bare[run], surnames, None)}
    weights: dict[str, float] = defaultdict(float)
    mentions: list[tuple[str, str]] = []
    for (title, _), each in zip(texts, told, strict=True):
        names = in_crowd if each.crowded else named
        found = [names[run] for run in each.runs if run in names]
        leading = {names[run][0] for run in each.runs[: each.leading] if run in names}
        heading = frozenset(map(_folded, title.split()))
        for key, count in Counter([key for key, _ in found]).items():
            standing = (key in leading) + (key.rpartition(" ")[2] in heading)
            weights[key] += _WEIGHTS[min(count, MOST_OF_ONE)] + 1.5 * standing
        mentions += found
    people = {_folded(surname) for surname in surnames}
    ranked = sorted(weights, key=lambda key: (-round(weights[key], 6), key))[:MOST_NAMES]
    forms: dict[str, dict[str, int]] = {key: {} for key in ranked}
    for (key, form), count in Counter(mentions).items():
        if key in forms:
            forms[key][form] = count
    usual = {key: _usual(forms[key]) for key in ranked}
    return tuple(
        [
            Name(usual[key], key, key in people, max(1, round(10 * weights[key] / len(texts))))
            for key in ranked
            if key in people or not _agency(usual[key])
        ]
    )


# The same names stand in article after article, and each takes 6 µs.
_agency = lru_cache(maxsize=4096)(agency)


def _told(sentences: Sequence[str]) -> _Told:
    text = "\n\n" + "\n".join(sentences)
    lead = sum(map(len, sentences[:LEAD])) + LEAD + 1
    runs: list[_Run] = []
    leading = 0
    for match in (_ASCII_TOGETHER if text.isascii() else _TOGETHER).finditer(text):
        start = match.start()
        # Most stand behind a word of their sentence.
        within = text[start - 1] == " " and text[start - 2].isalpha()
        runs += _runs_of(match[0], opens=not within and _opens(text, start))
        if start <= lead:
            leading = len(runs)
    words = text.count(" ") + len(sentences)
    return _Told(runs, leading, sum([run.stands_alone for run in runs]) > CROWDED * words)


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence, or one that is quoted, begins at a place of a text with a sentence a line."""
    before = text[start - 2 : start]
    if before[1] == "\n" or not _QUOTES.isdisjoint(before):
        return True
    return not _LETTER.search(text, text.rfind("\n", 0, start), start)


@lru_cache(maxsize=16384)  # as for the agencies
def _runs_of(text: str, *, opens: bool) -> list[_Run]:
    """Cut words that stand together where one is a day or a month, or has another thing ("Kestria's President")."""
    found: list[_Run] = []
    words: list[str] = []
    start = end = 0
    for match in _WORD.finditer(text):
        word = match[0]
        bare = (_POSSESSIVE.sub("", word) if "'" in word or "’" in word else word).rstrip(".")
        if bare.lower() in _CALENDAR:
            if words:
                found.append(_run(words, text, start, end, opens=opens))
                words = []
            continue
        if not words:
            start = match.start()
        words.append(bare)
        end = match.end()
        if bare != word.rstrip("."):
            found.append(_run(words, text, start, match.start() + len(bare), opens=opens))
            words = []
    if words:
        found.append(_run(words, text, start, end, opens=opens))
    return found


def _run(words: list[str], whole: str, start: int, end: int, *, opens: bool) -> _Run:
    text = whole[start:end].rstrip(".")
    if "-" in text:
        words = [_ARTICLE.sub("", word) for word in words]
    if "." in text and "." in text.rpartition(" ")[2]:
        text += "."
    if start:
        opens = not _QUOTES.isdisjoint(whole[max(0, start - 2) : start])
    return _Run(tuple(words), text, opens, len(words) == 1 and not opens)


def _without_opener(
    run: _Run, known: Container[tuple[str, ...]], lasts: Container[str], lower: Container[str]
) -> _Run | None:
    """Give a run without a first word that has its capital from the sentence only.

    `known` are runs within sentences, `lasts` the last words of names, `lower` all words as they are written.
    """
    first = run.words[0]
    if not run.opens or run.words in known:
        return run if len(run.words) > 1 or (len(first) > 1 and first.lower() not in _SMALL) else None
    if first.lower() not in lower and first.lower() not in _SMALL:
        return run if len(run.words) > 1 or first in lasts else None
    if len(run.words) == 1:
        return None
    return _Run(run.words[1:], run.text[len(first) :].lstrip(". "), opens=False, stands_alone=False)


def _may_be_a_person(run: _Run) -> bool:
    """Tell a full name from "Party of Kestria", and from a capital that opens a sentence ("Beyond Kestria")."""
    last = run.words[-1]
    is_full = len(run.words) > (2 if run.opens else 1)
    return is_full and not run.text.endswith((f" of {last}", f" of the {last}"))


def _is_name(run: _Run, surnames: Container[str], common: Container[str] | None) -> bool:
    """Tell a name from a word that only has a capital; `common` are words as written, None where all nouns have one."""
    last = run.words[-1]
    if last in surnames or len(run.words) > 1:
        return True
    return common is not None and last.lower() not in common


def _named(run: _Run, surnames: Container[str]) -> tuple[str, str]:
    """Give a name's key, and the form in which it stands."""
    last = run.words[-1]
    if last in surnames:
        return _folded(last), _without_titles(run)
    return _folded(" ".join(run.words)), run.text


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    if text.isalpha():
        return text.casefold()
    return _POSSESSIVE.sub("", text.strip(".,:;!?\"“”'‘’()")).replace(".", "").casefold()


def _without_titles(run: _Run) -> str:
    """Give a person's name without what stands before it: its last two words."""
    at = run.text.rfind(run.words[-2]) if len(run.words) > 2 else 0
    return run.text[max(at, 0) :]


def _usual(forms: Mapping[str, int]) -> str:
    """Give the fuller form of a name, of several the usual one."""
    if len(forms) == 1:
        return next(iter(forms))
    fuller = [form for form in forms if " " in form] or list(forms)
    return min(fuller, key=lambda form: (-forms[form], len(form), form))
