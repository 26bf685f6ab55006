"""The sentences that a summary may quote, and the statements made of those it chose: cited, and in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import merge
from itertools import chain, islice
from math import sqrt
from operator import attrgetter, itemgetter
from typing import NamedTuple

from generator.model import Citation, Report, Statement
from generator.text.language import in_two_languages
from generator.text.outlook import looks_ahead
from generator.text.standing import has_open_quotation, is_whole, leans, reads_as_sentence, refers_back, without_tie
from generator.text.stop_words import STOP_WORDS
from generator.text.tags import primary
from generator.text.words import words_of

# Copies keep a sentence near the place where their original has it; deeper down nothing is searched for.
SEARCHED = 8
# Dots, quotes and blanks by which two sentences of the same words may differ in length.
LENGTH_SLACK = 12
# Shorter is a fragment; longer is a list or a transcript.
FEWEST_WORDS, MOST_WORDS = 5, 70
# Swept from 0.35 to 0.50 on quality/summarise: more repeats itself, less loses what belongs in (0.01 to 0.02 ROUGE).
MOST_SHARED = 0.45
# Of a word so many letters tell it, whatever its ending; 4 and 6 measure alike on quality/summarise.
STEM = 5
# A short sentence shares most of its few words with any other of its event, and may tell news by the rest.
FEWEST_STEMS = 8
# A report opens with what happened, in its title and its first sentences; what it says later is to lead so much less.
HEAD = 2
LATER = 0.8

# Where a text's language is not known, the small words of all.
_SMALL = frozenset(chain.from_iterable(STOP_WORDS.values()))
# Scripts written without blanks come behind those written with them.
_ALPHABETS = "\u0e00"
# Blanks, stops and dashes, but for those of "1.5", "8:30" and "-3".
_TYPOGRAPHY = re.compile(r"[\s.,:‐‑–—-](?!\d)|[\"'“”‘’„«»;!]")
# What of it is ASCII, as bytes: that is all where no digit stands, and is taken out in a tenth of the time.
_PLAIN_TYPOGRAPHY = bytes(code for code in range(128) if _TYPOGRAPHY.fullmatch(chr(code)))
_DIGITS = bytes(range(ord("0"), ord("9") + 1))
# The bytes of these signs and of every blank; most of those from U+2000 on end with 0x80 to 0x8A.
_SIGNS = ".,:‐‑–—-\"'“”‘’„«»;!\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_TYPOGRAPHIC = bytes({*_SIGNS.encode(), *range(0x09, 0x0E), *range(0x1C, 0x21), *range(0x80, 0x8B)})


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
    def readable(self) -> bool:
        """Whether it may pass for a sentence where there is no better one: no heading, no line of a list."""
        return 1 < len(self.words) <= 2 * MOST_WORDS and reads_as_sentence(self.text)

    @property
    def stands(self) -> bool:
        """Whether it is understood without the sentences around it."""
        return not self.quoted and self.whole and not leans(self.text, self.report.article.lang)


# Whether it looks ahead, its place in its report, the day of that, and the sentence itself.
_Told = tuple[bool, int, date, Candidate]


def openings_of(reports: Iterable[Report], sentences: int) -> list[Iterator[Candidate]]:
    """Give the first sentences of each report, earliest report first; each is made when it is asked for."""
    return [_sentences(report, sentences) for report in earliest_first(reports)]


def candidates_among(openings: Iterable[Iterable[Candidate]], reports: Iterable[Report]) -> Iterator[Candidate]:
    """Give the sentences of the first pool that has any which fit."""
    for pool, fits in pools_of(openings, reports):
        fitting = filter(fits, pool)
        for first in fitting:
            yield first
            yield from fitting
            return


def pools_of(
    openings: Iterable[Iterable[Candidate]], reports: Iterable[Report]
) -> Iterator[tuple[Iterable[Candidate], Callable[[Candidate], object]]]:
    """Give sentences, as early in their reports as they come, and what tells those that fit.

    They are those of the openings that stand alone; where there are none, those further down; then any whole
    sentence; then any that can be read as one.
    """
    yield _in_order(openings), attrgetter("stands")
    everything = list(_in_order(_sentences(report) for report in earliest_first(reports)))
    for quality in ("stands", "whole", "readable"):
        yield everything, attrgetter(quality)


def earliest_first(reports: Iterable[Report]) -> list[Report]:
    """Give the reports by the day they came out, the undated ones last."""
    return sorted(reports, key=lambda report: (_day(report), report.article.stem))


def repeats(candidate: Candidate, chosen: Iterable[Candidate]) -> bool:
    """Tell whether a sentence says mostly what one of the chosen ones says."""
    return any(alike(candidate, other) or tells_the_same(candidate, other) for other in chosen)


def alike(candidate: Candidate, other: Candidate) -> bool:
    """Tell whether two sentences have so many words in common that they mostly say the same."""
    words, others = candidate.vocabulary, other.vocabulary
    return len(words & others) / (min(len(words), len(others)) or 1) > MOST_SHARED


def tells_the_same(candidate: Candidate, other: Candidate) -> bool:
    """Tell whether two sentences have so much in common but for small words and endings: one fact in other words."""
    stems, others = _stems(candidate), _stems(other)
    return len(stems & others) / max(min(len(stems), len(others)), FEWEST_STEMS) > MOST_SHARED


def _stems(candidate: Candidate) -> set[str]:
    small = STOP_WORDS.get(primary(candidate.report.article.lang), _SMALL)
    return {word[:STEM] for word in candidate.vocabulary if word not in small}


def statements_of(chosen: Sequence[Candidate], reports: Iterable[Report]) -> tuple[Statement, ...]:
    """Make statements of the sentences chosen.

    They follow the event: as early as in their reports, of equals the one that came out first. What lay ahead then
    comes last, but for what a report opens with: that it was announced is its news. What most reports open with
    leads, and not what one of them speaks of as known.
    """
    told = [(each.place > 0 and looks_ahead(each.text), each.place, _day(each.report), each) for each in chosen]
    ordered = _well_led(sorted(told, key=itemgetter(0, 1, 2)), reports)
    cited = _citations([each for *_, each in ordered], earliest_first(reports))
    return tuple(
        Statement(each.text, shown(each.text), citations, ahead=ahead)
        for (ahead, *_, each), citations in zip(ordered, cited, strict=True)
    )


def _well_led(told: list[_Told], reports: Iterable[Report]) -> list[_Told]:
    """Put the statement to the head that tells best what happened; none that follows another."""
    leading = [
        at
        for at, (ahead, *_, each) in enumerate(told)
        if not ahead and not refers_back(each.text) and not _follows(each, [before for *_, before in told[:at]])
    ]
    if not leading:
        return told
    at = leading[0]
    if len(leading) > 1:
        heads = _heads(reports)
        at = max(leading, key=lambda at: (_headed(told[at][-1], heads), -at))
    return [told[at], *told[:at], *told[at + 1 :]]


def _follows(candidate: Candidate, before: Sequence[Candidate]) -> bool:
    """Tell whether its report has told one of those before it, or has opened with what another report opens with."""
    if any(each.report is candidate.report for each in before):
        return True
    opened = [each for each in before if each.place == 0]
    return any(repeats(opening, opened) for opening in _sentences(candidate.report, min(candidate.place, 1)))


def _headed(candidate: Candidate, heads: Mapping[tuple[str, str], str]) -> float:
    """Tell how far reports are headed by what a sentence says; of its own report, and its copies, the titles tell.

    Reports of another language have no say: of its words they could have but names and figures.
    """
    # A word begins behind a blank, but in a script without blanks.
    needles = [stem if stem > _ALPHABETS else f" {stem}" for stem in _stems(candidate)]
    own, own_language = _opening(candidate.report), candidate.report.article.lang
    found = sum(
        sum(map((titles if opening == own else titles + opening).__contains__, needles))
        for (language, opening), titles in heads.items()
        if not in_two_languages(language, own_language)
    )
    return round(found / sqrt(len(needles) or 1) * LATER**candidate.place, 9)


def _heads(reports: Iterable[Report]) -> Mapping[tuple[str, str], str]:
    """Give the titles above each opening, and its language."""
    heads: dict[tuple[str, str], str] = {}
    for report in reports:
        head = report.article.lang, _opening(report)
        heads[head] = f"{heads.get(head, '')} {report.article.title.lower()}"
    return heads


def _opening(report: Report) -> str:
    return " ".join(["", *islice(chain.from_iterable(report.sentences), HEAD)]).lower()


def shown(sentence: str) -> str:
    """Give a sentence as a page shows it: an ellipsis stands for an opener that tied it to the one before."""
    rest = without_tie(sentence)
    return sentence if rest == sentence else f"… {rest}"


def same_words(text: str) -> str:
    """Give a text without its typography: alike for two sentences that differ in dots, quotes and capitals only.

    Nothing looser holds: one word more or less can turn a report into its denial.
    """
    folded = text.casefold()
    if folded.isascii():
        data = folded.encode()
        if len(data.translate(None, _DIGITS)) == len(data):
            return data.translate(None, _PLAIN_TYPOGRAPHY).decode()
    return _TYPOGRAPHY.sub("", folded)


def has_words_of(text: str, other: str) -> bool:
    """Tell whether two texts have the same words."""
    return text == other or same_words(text) == same_words(other)


def _in_order(sentences: Iterable[Iterable[Candidate]]) -> Iterator[Candidate]:
    return merge(*sentences, key=attrgetter("place"))


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


def _citations(chosen: Sequence[Candidate], reports: Iterable[Report]) -> list[tuple[Citation, ...]]:
    """Give, for each sentence chosen, its place and those among the first of other reports that have its words."""
    places = [{each.report.article.stem: _citation(each.report, each.paragraph, each.number)} for each in chosen]
    outlines: dict[bytes, list[int]] = {}
    for at, each in enumerate(chosen):
        outlines.setdefault(_outline(each.text), []).append(at)
    for report in reports:
        lengths = [len(each.text) for each in chosen if each.report is not report]
        for paragraph, number, text in _first_sentences(report) if lengths else ():
            for at in outlines.get(_outline(text), ()):
                near = any(abs(len(text) - length) <= LENGTH_SLACK for length in lengths)
                if near and has_words_of(text, chosen[at].text):
                    places[at].setdefault(report.article.stem, _citation(report, paragraph, number))
    return [tuple(each.values()) for each in places]


def _citation(report: Report, paragraph: int, number: int) -> Citation:
    return Citation(report.article.stem, paragraph + 1, number + 1)


def _outline(text: str) -> bytes:
    """Give what is left of a text without the bytes of typography: alike wherever `same_words` is, at once."""
    return text.casefold().encode("utf-8", "surrogatepass").translate(None, _TYPOGRAPHIC)


def _first_sentences(report: Report) -> Iterator[tuple[int, int, str]]:
    sentences = (
        (paragraph, number, text)
        for paragraph, texts in enumerate(report.sentences)
        for number, text in enumerate(texts)
    )
    return islice(sentences, SEARCHED)
