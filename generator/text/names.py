"""Find the names that a few texts on one thing share: people, places and bodies, in scripts that have capitals."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from math import log2
from typing import NamedTuple

from generator.model import Name
from generator.text.agencies import agency
from generator.text.calendar_words import CALENDARS, calendar_words
from generator.text.stop_words import STOP_WORDS

# A word with a capital; of a letter beyond ASCII it is asked later. What stands before it is looked at last: a text of
# 2,000 characters takes 60 µs instead of 200.
_REST = r"(?<![\w'’.-].)[^\W\d_]*(?:['’.-][^\W\d_]+)*\.?"
_CAPITALISED = re.compile(r"(?:[A-Z]|[^\W\d_\x00-\x7f])" + _REST)
_ASCII_CAPITALISED = re.compile(r"[A-Z]" + _REST)
_LETTER = re.compile(r"[^\W\d_]")
_POSSESSIVE = re.compile(r"['’]s?\.?\Z")
_ARTICLE = re.compile(r"(?:al|el|Al|El)-(?=\w)")  # "Bashar al-Assad" is "Assad" later on
# What may stand between the words of one name.
_JOINTS = {" "} | {
    f" {joint} "
    for joint in (
        *("of", "of the", "de", "de la", "del", "della", "di", "da", "do", "dos", "du", "des", "y", "el", "la"),
        *("van", "van der", "van den", "von", "von der", "ter", "ten", "bin", "ibn", "al"),
    )
}
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


class _Run(NamedTuple):
    """Words with capitals that stand together, as written; `opens` where a sentence begins with them."""

    words: tuple[str, ...]
    text: str
    opens: bool
    leads: bool


def names_of(texts: Sequence[tuple[str, Sequence[str]]]) -> tuple[Name, ...]:
    """Give the names that texts rest on, weightiest first; a text is its title and its sentences."""
    lower = frozenset(" ".join([sentence for _, sentences in texts for sentence in sentences]).split())
    runs = [_runs(sentences) for _, sentences in texts]
    known = {run.words for each in runs for run in each if not run.opens}
    lasts = {run.words[-1] for each in runs for run in each if len(run.words) > 1}
    told = [[bare for run in each if (bare := _without_opener(run, known, lasts, lower))] for each in runs]
    alone = {run.words[0] for each in told for run in each if len(run.words) == 1}
    surnames = {run.words[-1] for each in told for run in each if _may_be_a_person(run)} & alone
    weights: dict[str, float] = defaultdict(float)
    forms: dict[str, list[str]] = defaultdict(list)
    for (title, sentences), each, named in zip(texts, runs, told, strict=True):
        common = None if _is_crowded(sentences, each) else lower
        mentions = [(_key(run, surnames), run) for run in named if _is_name(run, surnames, common)]
        for key, run in mentions:
            forms[key].append(_without_titles(run) if run.words[-1] in surnames else run.text)
        for key, weight in _weights(mentions, frozenset(map(_folded, title.split()))):
            weights[key] += weight
    people = {_folded(surname) for surname in surnames}
    ranked = sorted(weights, key=lambda key: (-round(weights[key], 6), key))[:MOST_NAMES]
    usual = {key: _usual(Counter(forms[key])) for key in ranked}
    return tuple(
        [
            Name(usual[key], key, key in people, max(1, round(10 * weights[key] / len(texts))))
            for key in ranked
            if key in people or not _agency(usual[key])
        ]
    )


# The same names stand in article after article, and each takes 6 µs.
_agency = lru_cache(maxsize=4096)(agency)


def _is_name(run: _Run, surnames: Container[str], common: Container[str] | None) -> bool:
    """Tell a name from a word that only has a capital; `common` are words as written, None where all nouns have one."""
    last = run.words[-1]
    if last in surnames or len(run.words) > 1:
        return True
    return common is not None and last.lower() not in common


def _key(run: _Run, surnames: Container[str]) -> str:
    last = run.words[-1]
    return _folded(last if last in surnames else " ".join(run.words))


def _weights(mentions: Sequence[tuple[str, _Run]], heading: Container[str]) -> Iterator[tuple[str, float]]:
    """Give what each name weighs in a text: by how often it stands there, and where."""
    leading = {key for key, run in mentions if run.leads}
    for key, count in Counter([key for key, _ in mentions]).items():
        yield key, log2(1 + min(count, MOST_OF_ONE)) + 1.5 * (key in leading) + 1.5 * (key.split()[-1] in heading)


def _runs(sentences: Iterable[str]) -> list[_Run]:
    found: list[_Run] = []
    for number, sentence in enumerate(sentences):
        first = _LETTER.search(sentence)
        begin = first.start() if first else 0
        words: list[str] = []
        start = end = 0
        closed = False
        for match in (_ASCII_CAPITALISED if sentence.isascii() else _CAPITALISED).finditer(sentence):
            word = match[0]
            if not word[0].isupper():
                continue
            if words and (closed or sentence[end : match.start()] not in _JOINTS):
                found.append(_run(words, sentence, start, end, begin, number))
                words = []
            bare = (_POSSESSIVE.sub("", word) if "'" in word or "’" in word else word).rstrip(".")
            if bare.lower() in _CALENDAR:
                if words:
                    found.append(_run(words, sentence, start, end, begin, number))
                    words = []
                continue
            if not words:
                start = match.start()
            words.append(bare)
            closed = bare != word.rstrip(".")
            end = match.start() + len(bare) if closed else match.end()
        if words:
            found.append(_run(words, sentence, start, end, begin, number))
    return found


def _run(words: list[str], sentence: str, start: int, end: int, begin: int, number: int) -> _Run:
    opens = start <= begin or not _QUOTES.isdisjoint(sentence[max(0, start - 2) : start])
    text = sentence[start:end].rstrip(".")
    if "-" in text:
        words = [_ARTICLE.sub("", word) for word in words]
    if "." in text and "." in text.rpartition(" ")[2]:
        text += "."
    return _Run(tuple(words), text, opens, number < LEAD)


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
    return _Run(run.words[1:], run.text[len(first) :].lstrip(". "), False, run.leads)


def _may_be_a_person(run: _Run) -> bool:
    """Tell a full name from "Party of Kestria", and from a capital that opens a sentence ("Beyond Kestria")."""
    last = run.words[-1]
    is_full = len(run.words) > (2 if run.opens else 1)
    return is_full and not run.text.endswith((f" of {last}", f" of the {last}"))


def _is_crowded(sentences: Sequence[str], runs: Sequence[_Run]) -> bool:
    words = sum(sentence.count(" ") + 1 for sentence in sentences)
    return sum(len(run.words) == 1 and not run.opens for run in runs) > CROWDED * words


def _folded(text: str) -> str:
    if text.isalpha():
        return text.casefold()
    return _POSSESSIVE.sub("", text.strip(".,:;!?\"“”'‘’()")).replace(".", "").casefold()


def _without_titles(run: _Run) -> str:
    """Give a person's name without what stands before it: its last two words."""
    at = run.text.rfind(run.words[-2]) if len(run.words) > 2 else 0
    return run.text[max(at, 0) :]


def _usual(forms: Counter[str]) -> str:
    """Give the fuller form of a name, of several the usual one."""
    if len(forms) == 1:
        return next(iter(forms))
    fuller = [form for form in forms if " " in form] or list(forms)
    return min(fuller, key=lambda form: (-forms[form], len(form), form))
