"""Split a paragraph into its sentences, each a verbatim slice of it."""

from __future__ import annotations

import re

from generator.text.abbreviations import AFTER_HOUR, HOUR, ORDINAL_MONTHS, SPEECH, Habits, habits_of

_CLOSERS = "\"'”’“‘»›«)\\]}」』》）"
_OPENERS = "\"'“”‘’„‚«»‹›([{¿¡—–-•* \u00a0\u202f"
_UNSPACED = "。！？．｡"
_OTHER_STOPS = f"!?;…؟۔։।॥።။។\u037e{_UNSPACED}"
_STOPS = f".{_OTHER_STOPS}"
_ANY_STOP = re.compile(f"[{_STOPS}]")
# Marks, what closes with them (French and careless text set a blank before it), the blank behind. Every run is
# possessive and what follows the marks may be empty: a match never fails half-way, so no input is quadratic.
_STOP = re.compile(
    rf"([{_STOPS}]++)"
    rf"((?<=[{_UNSPACED}])[」』”’》）\"')]*+"
    rf"|(?<![{_UNSPACED}])[{_CLOSERS}]*+(?:[ \u00a0\u202f][\"”'’»)]++(?=\s|$))?+)(\s*+)"
)
_PLAIN_END = re.compile(r"\.[\"”’]? (?=[\"“‘]?[A-ZÀ-ÖØ-ÞА-Я])")
_NEXT_WORD = re.compile(rf"[{re.escape(_OPENERS)}]{{0,8}}+([^\W_]?[\w'’]{{0,20}}+)(.?)", re.DOTALL)

_QUOTATIONS = (("「", "」"), ("『", "』"), ("“", "”"))
_LEAST_GLUED = 3  # letters
# No abbreviation is longer.
_LONGEST_TOKEN = 24
# A quotation left open for longer than this was never closed.
_LONGEST_QUOTATION = 400


def split_sentences(paragraph: str, lang: str = "") -> tuple[str, ...]:
    """Give the sentences of a paragraph in order, each as it stands there.

    `lang` (`en`, `de-AT`) says whose abbreviations count; without it, English ones.
    """
    habits = habits_of(lang)
    # Most texts have no other stop, and this one is found in a fifth of the time that a regex takes.
    alone = not _has_other_stops(paragraph)
    sentences: list[str] = []
    start, end, last = 0, 0, len(paragraph) - 1
    while True:
        at = paragraph.find(".", end) if alone else _find_any(paragraph, end)
        if not 0 <= at < last:
            break
        end = _plain_end(paragraph, start, at, habits)
        if not end:
            stop = _STOP.match(paragraph, at)
            assert stop is not None
            end = stop.end()
            if end > last or not _ends(paragraph, start, stop, habits):
                continue
        sentences.append(paragraph[start:end].strip())
        start = end
    rest = paragraph[start:].strip()
    return (*sentences, rest) if rest else tuple(sentences)


def _has_other_stops(text: str) -> bool:
    if text.isascii():
        return "!" in text or "?" in text or ";" in text
    return any(map(text.__contains__, _OTHER_STOPS))


def _find_any(text: str, start: int) -> int:
    found = _ANY_STOP.search(text, start)
    return found.start() if found else -1


def _plain_end(text: str, start: int, at: int, habits: Habits) -> int:
    """Give the end of a sentence where it is beyond doubt, as nine of ten are, else 0.

    Before the full stop is a plain word, or behind it a quotation closes; a blank follows, and a capital.
    """
    plain = _PLAIN_END.match(text, at)
    if not plain:
        return 0
    closed = plain.end() - at > 2
    token = "" if closed else _token(text, start, at)
    if closed or (len(token) > 1 and token.isalpha() and token.lower() not in habits.shortened):
        return plain.end()
    return 0


def _token(text: str, start: int, at: int) -> str:
    return text[max(start, at - _LONGEST_TOKEN) : at].rpartition(" ")[2]


def _ends(text: str, start: int, stop: re.Match[str], habits: Habits) -> bool:
    marks, _, blank = stop.groups()
    if marks[-1] in _UNSPACED:
        return _ends_unspaced(text, start, stop)
    if marks[-1] == ";" and not habits.asks_by_semicolon:
        return False
    if not blank:
        return _is_glued(text, stop.end(), _token(text, start, stop.start()), habits)
    return _ends_spaced(text, start, stop, _token(text, start, stop.start()), habits)


def _is_glued(text: str, end: int, token: str, habits: Habits) -> bool:
    """Tell whether a page lost the blank between two sentences: `for years.The harbour`, unlike `bank.example`."""
    plain = len(token) >= _LEAST_GLUED and token.isalpha() and token.islower() and token not in habits.shortened
    return plain and text[end].isupper() and (text[end + 1 : end + 2].islower() or text[end + 1 : end + 2] == " ")


def _ends_spaced(text: str, start: int, stop: re.Match[str], token: str, habits: Habits) -> bool:
    marks, closers, _ = stop.groups()
    following = _NEXT_WORD.match(text, stop.end())
    assert following is not None
    word, after = following[1], following[2]
    if word[:1].islower() and not word[1:2].isupper():
        return False
    if marks != ".":
        return not (closers and "." not in marks and _speaker_follows(text, stop.end()))
    if closers[:1] not in ("", ")"):
        return True
    token = " ".join(token.split()[-1:]).lstrip(_OPENERS)
    if token.isdigit():
        return not _counts(text, start, stop.start(), token) and not _is_ordinal(token, word.lower(), habits)
    return _full_stop(token, word, after, habits)


def _counts(text: str, start: int, at: int, token: str) -> bool:
    """Tell the number of a listed item: nothing stands before it."""
    return at - start <= len(token) + 8 and text[start:at].strip(_OPENERS) == token


def _is_ordinal(token: str, following: str, habits: Habits) -> bool:
    if len(token) > 2 or not following[:1].isalpha():
        return False
    return following in ORDINAL_MONTHS or (habits.ordinals and following not in habits.starters)


def _speaker_follows(text: str, at: int) -> bool:
    words = text[at : at + 60].split()[:4]
    return any(word.strip(".,:") in SPEECH for word in words)


def _full_stop(token: str, word: str, after: str, habits: Habits) -> bool:
    """Tell whether a single stop behind the word `token` ends the sentence; `word`, then `after`, come next."""
    bare = token.rpartition(".")[2].rpartition("-")[2].rpartition("/")[2] or token
    following, lower = word.lower(), bare.lower()
    if word[:1].isdigit() and lower in habits.numbered:
        return False
    if token.lower() in HOUR:
        return following not in AFTER_HOUR
    if lower in habits.leading:
        return False
    if _initials(token.lower()) or bare in habits.either:
        # "I. The" begins with the article, "J. A. Smith" goes on with an initial.
        first = following.split("'")[0].split("’")[0]
        return first in habits.starters and after != "."
    return True


def _initials(token: str) -> bool:
    """Tell "w", "u.s", "p.e.i", "ph.d" from a word or an address."""
    parts = token.split(".")
    return (
        len(parts[0]) <= 2
        and all(part.isalpha() and len(part) < 3 and part != part.upper() for part in parts)
        and (len(parts) > 1 or len(token) == 1)
    )


def _ends_unspaced(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 1]
    if stop[2] and ("ぁ" <= following <= "ゟ" or following in "、，,"):
        return False
    if stop[1] == "．" and following.isdigit():
        return False
    return stop.end() - start > _LONGEST_QUOTATION or all(
        text.count(opening, start, stop.end()) <= text.count(closing, start, stop.end())
        for opening, closing in _QUOTATIONS
    )
