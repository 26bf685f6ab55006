"""The sentences of `dateline explain`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.commands.telling import counted
from generator.events.reasons import Hand, Reasons, Shared, Tie
from generator.model import Statement, When
from generator.pages.phrasebook import Phrasebook
from generator.pages.wording import carried, date_view, grouped, instant_words

# Statements, each with those that would take its place.
Summary = Sequence[tuple[Statement, Sequence[Statement]]]
# What is listed in a line; a phrase is cut behind so many words.
MOST_NAMES, MOST_PHRASES, MOST_WORDS = 8, 4, 12


def event_sentences(phrases: Phrasebook, reasons: Reasons) -> Iterator[str]:
    """Explain an event."""
    event = reasons.event
    yield f"{event.id}: {date_view(phrases, event.when).words}{f', {event.place}' if event.place else ''}."
    if reasons.grounds is None:
        yield "One article tells of it: nothing was grouped."
    else:
        yield f"{grouped(phrases, event, reasons.grounds)}."
        yield from _shared_sentences(reasons.shared, "They share")
        yield f"They are {reasons.close:.2f} close to each other on average; {reasons.threshold:g} makes one event."
    yield from _hand_sentences(phrases, reasons)
    yield ""
    yield "Its articles:"
    for tie in reasons.members:
        yield f"  {tie.article.stem}: {_standing(tie, len(event.articles))}."
    for fold in reasons.folds:
        yield f"  {carried(phrases, fold, event.articles)}: {', '.join(fold.articles)}."
    yield ""
    yield from _near_sentences(reasons)


def summary_sentences(summary: Summary) -> Iterator[str]:
    """Tell what an event's summary says, and what would take the place of each sentence."""
    if not summary:
        return
    yield ""
    yield "Its summary ('drop:' in its file takes out what begins so, and what stood next in line comes in):"
    for statement, instead in summary:
        tellers = dict.fromkeys(citation.article for citation in statement.citations)
        yield f"  “{statement.text}” ({', '.join(tellers)})"
        for other in instead:
            yield f"    next in line: “{other.text}” ({other.citations[0].article})"


def article_sentences(phrases: Phrasebook, tie: Tie, reasons: Reasons) -> Iterator[str]:
    """Explain where an article is, and how its dates are known."""
    article, event = tie.article, reasons.event
    yield f"{article.path}: “{article.title}”."
    yield f"Came out: {_when_words(phrases, article.published)}."
    yield f"Tells of: {_when_words(phrases, article.told)}."
    yield ""
    alone = "of which nobody else tells" if reasons.grounds is None else f"one of {len(event.articles)} articles"
    yield f"In {event.id}, {alone}; {_standing(tie, len(event.articles))}."
    yield from _shared_sentences(tie.shared, "It shares with them")
    for fold in reasons.folds:
        if article.stem in fold.articles:
            yield f"{carried(phrases, fold, event.articles)}: {', '.join(fold.articles)}."


def _shared_sentences(shared: Shared, begun: str) -> Iterator[str]:
    if shared.names:
        yield f"{begun} {_listed(shared.names, 'name', MOST_NAMES)}."
    if shared.phrases:
        phrases = [f"“{_cut(phrase)}”" for phrase in shared.phrases]
        yield f"{begun} {_listed(phrases, 'phrase', MOST_PHRASES)}."


def _listed(items: Sequence[str], noun: str, most: int) -> str:
    more = f" and {len(items) - most:,} more" if len(items) > most else ""
    return f"{counted(len(items), noun)}: {', '.join(items[:most])}{more}"


def _cut(phrase: str) -> str:
    words = phrase.split()
    return phrase if len(words) <= MOST_WORDS else f"{' '.join(words[:MOST_WORDS])} …"


def _standing(tie: Tie, members: int) -> str:
    """Tell how an article stands to its event."""
    hands: Mapping[Hand, str] = {
        "pin": "its own file names the event",
        "added": "added by the editor",
        "ledger": "settled in the ledger",
        "": "not in the ledger yet",
    }
    close = f"{tie.close:.2f} close to the {'others' if members > 2 else 'other'}, " if members > 1 else ""
    return f"{close}{hands[tie.by]}"


def _hand_sentences(phrases: Phrasebook, reasons: Reasons) -> Iterator[str]:
    word, line = reasons.event.editorial, reasons.line
    for key, names in (("adds", word.add), ("removes", word.remove), ("merges", word.merge)) if word else ():
        if word and names:
            yield f"{word.path} {key} {', '.join(names)}."
    if line is None:
        yield "The ledger does not know it yet: its id is settled by the next build."
        return
    known, changed = instant_words(phrases, line.published), instant_words(phrases, line.updated)
    yield f"In the ledger since {known}, last changed {changed}."
    if line.left:
        yield f"Once in it, and coming back if nobody else has them: {', '.join(sorted(line.left))}."
    if line.aliases:
        yield f"Merged into it: {', '.join(line.aliases)}."


def _near_sentences(reasons: Reasons) -> Iterator[str]:
    if not reasons.near:
        yield "No other article comes near."
        return
    yield "Nearest of those that are not in it:"
    for tie in reasons.near:
        days = f", {counted(tie.shared.days, 'day')} apart" if tie.shared.days else ""
        yield f"  {tie.article.stem}, in {tie.event or 'no event'}: {tie.close:.2f} close{days}."
        for sentence in _shared_sentences(tie.shared, "It shares"):
            yield f"    {sentence}"


def _when_words(phrases: Phrasebook, when: When | None) -> str:
    view = date_view(phrases, when)
    return f"{view.words}, {view.basis}" if view.basis else view.words
