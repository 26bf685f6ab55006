"""The sentences that a summary may quote, and the statements made of those it chose: cited, and in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from generator.model import Citation, Report, Statement
from generator.text.standing import has_open_quotation, is_whole, leans, without_tie
from generator.text.words import words_of

# Copies keep a sentence near the place where their original has it; deeper down nothing is searched for.
SEARCHED = 8
# Dots, quotes and blanks by which two sentences of the same words may differ in length.
LENGTH_SLACK = 12
# Shorter is a fragment; longer is a list or a transcript.
FEWEST_WORDS, MOST_WORDS = 5, 70
# Swept from 0.35 to 0.50 on quality/summarise: more repeats itself, less loses what belongs in (0.01 to 0.02 ROUGE).
MOST_SHARED = 0.45

# Blanks, stops and dashes, but for those of "1.5", "8:30" and "-3".
_TYPOGRAPHY = re.compile(r"[\s.,:‐‑–—-](?!\d)|[\"'“”‘’„«»;!]")
_NO_LETTERS = bytes(code for code in range(256) if not chr(code).isalnum() or code > 127)
_AHEAD = re.compile(
    r"\b(?:will|(?:is|are) (?:expected|due|scheduled|set|slated) to|[Tt]omorrow|[Nn]ext (?:week|month|year)|morgen|"
    r"(?:nächste|kommende)[nrs]? (?:Woche|Monat|Jahr)|[Dd]emain|[Mm]añana|[Aa]manhã|[Dd]omani|[Зз]автра)\b|"
    r"明日|明天|غدا"
)
# "He said it will" and "if they will" tell of a saying and of a case, not of what lay ahead.
_SAYING = re.compile(r"[,\"“]|\b(?:that|said|says|told|believes?|if|when|after)\b")


class Candidate(NamedTuple):
    """A sentence that may be chosen: its report, its paragraph and number there, and its place in the article.

    All count from 0. `words` are in lower case, `vocabulary` has each of them once; `quoted` if a quotation that
    began before runs on into it.
    """

    report: Report
    paragraph: int
    number: int
    place: int
    text: str
    words: tuple[str, ...]
    vocabulary: frozenset[str]
    quoted: bool

    @property
    def whole(self) -> bool:
        """Whether it is one full statement."""
        return FEWEST_WORDS <= len(self.words) <= MOST_WORDS and is_whole(self.text)

    @property
    def stands(self) -> bool:
        """Whether it is understood without the sentences around it."""
        return not self.quoted and self.whole and not leans(self.text, self.report.article.lang)


def openings_of(reports: Iterable[Report], sentences: int) -> list[tuple[Candidate, ...]]:
    """Give the first sentences of each report, earliest report first."""
    return [tuple(_sentences(report, sentences)) for report in earliest_first(reports)]


def candidates_among(openings: Iterable[Sequence[Candidate]], reports: Iterable[Report]) -> list[Candidate]:
    """Give the sentences that stand alone, as early in their reports as they come.

    Where the openings have none, those further down count; then any whole sentence; then anything.
    """
    found = [each for opening in openings for each in opening if each.stands]
    if not found:
        everything = [each for report in earliest_first(reports) for each in _sentences(report)]
        found = [each for each in everything if each.stands] or [each for each in everything if each.whole]
        found = found or [each for each in everything if each.words]
    return sorted(found, key=lambda each: each.place)


def earliest_first(reports: Iterable[Report]) -> list[Report]:
    """Give the reports by the day they came out, the undated ones last."""
    return sorted(reports, key=lambda report: (_day(report), report.article.stem))


def repeats(candidate: Candidate, chosen: Iterable[Candidate]) -> bool:
    """Tell whether a sentence says mostly what one of the chosen ones says."""
    return any(alike(candidate, other) for other in chosen)


def alike(candidate: Candidate, other: Candidate) -> bool:
    """Tell whether two sentences have so many words in common that they mostly say the same."""
    words, others = candidate.vocabulary, other.vocabulary
    return len(words & others) / (min(len(words), len(others)) or 1) > MOST_SHARED


def statements_of(chosen: Sequence[Candidate], reports: Iterable[Report]) -> tuple[Statement, ...]:
    """Make statements of the sentences chosen.

    The first leads, the others follow in the order of the telling; what lay ahead then comes last.
    """
    others = sorted(chosen[1:], key=lambda each: (_looks_ahead(each.text), each.place, _day(each.report)))
    ordered = [*chosen[:1], *others]
    holders = _holders(ordered, earliest_first(reports))
    return tuple(
        Statement(each.text, _shown(each.text), _citations(each, others))
        for each, others in zip(ordered, holders, strict=True)
    )


def same_words(text: str) -> str:
    """Give a text without its typography: alike for two sentences that differ in dots, quotes and capitals only.

    Nothing looser holds: one word more or less can turn a report into its denial.
    """
    return _TYPOGRAPHY.sub("", text.casefold())


def _looks_ahead(text: str) -> bool:
    ahead = _AHEAD.search(text)
    return ahead is not None and not _SAYING.search(text, 0, ahead.start())


def _day(report: Report) -> date:
    return report.article.published.first if report.article.published else date.max


def _sentences(report: Report, most: int | None = None) -> Iterator[Candidate]:
    place = 0
    for paragraph, sentences in enumerate(report.sentences):
        inside = False
        for number, text in enumerate(sentences):
            if place == most:
                return
            words = tuple(words_of(text.lower()))
            yield Candidate(report, paragraph, number, place, text, words, frozenset(words), inside)
            inside = inside != has_open_quotation(text)
            place += 1


def _shown(text: str) -> str:
    rest = without_tie(text)
    return text if rest == text else f"… {rest}"


def _citations(each: Candidate, holders: Iterable[Citation]) -> tuple[Citation, ...]:
    own = Citation(each.report.article.stem, each.paragraph + 1, each.number + 1)
    return (own, *(holder for holder in holders if holder.article != own.article))


def _holders(chosen: Sequence[Candidate], reports: Iterable[Report]) -> list[list[Citation]]:
    """Give, for each sentence chosen, the reports that have the same words among their first sentences."""
    keys = {each.text: same_words(each.text) for each in chosen}
    letters = set(map(_letters, keys))
    found: dict[str, dict[str, Citation]] = {key: {} for key in keys.values()}
    for report in reports:
        stem = report.article.stem
        lengths = [len(each.text) for each in chosen if each.report is not report]
        for paragraph, number, text in _first_places(report) if lengths else ():
            if _letters(text) in letters and any(abs(len(text) - each) <= LENGTH_SLACK for each in lengths):
                holders = found.get(keys.get(text) or same_words(text), {})
                holders.setdefault(stem, Citation(stem, paragraph, number))
    return [list(found[keys[each.text]].values()) for each in chosen]


def _letters(text: str) -> bytes:
    """Give what is alike wherever `same_words` is, with a tenth of the work: the plain letters and figures."""
    return text.casefold().encode("utf-8", "surrogatepass").translate(None, _NO_LETTERS)


def _first_places(report: Report) -> Iterator[tuple[int, int, str]]:
    places = (
        (paragraph, number, text)
        for paragraph, sentences in enumerate(report.sentences, start=1)
        for number, text in enumerate(sentences, start=1)
    )
    return islice(places, SEARCHED)
