"""What is wrong with the editor's word on events: ids and articles that are not there, words that contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.errors import Fault
from generator.events.binding import merges, renamed_beyond_telling
from generator.events.ledger import Ledger
from generator.model import Article, Editorial
from generator.text.guesses import Guesser

_UNKNOWING = "the ledger knows none: if it did, take it from your last commit"


def faults_of(
    editorials: Mapping[str, Editorial],
    events: Collection[str],
    articles: Iterable[Article],
    held: frozenset[str],
    ledger: Ledger,
) -> Iterator[Fault]:
    """Give what is wrong; `events` are the ids that have articles, `held` the articles left out for their faults."""
    if not editorials:
        return
    by_stem = {article.stem: article for article in articles}
    merged, gone = merges(editorials, ledger), ledger.merged()
    guessing = Guesser()
    for editorial in editorials.values():
        if editorial.id in merged:
            mend = f"move your words to {merged[editorial.id]}.md"
            yield Fault(editorial.path, 0, f"'{editorial.id}' was merged into '{merged[editorial.id]}' ({mend})")
        elif editorial.id not in events and not held:
            shown = "'dateline list events' shows them"
            mend = f"name the file like an event's id: {guessing(editorial.id, events) or shown}"
            yield Fault(editorial.path, 0, f"there is no event '{editorial.id}' ({mend})", "warning")
        for key, stems in (("add", editorial.add), ("remove", editorial.remove)):
            for stem in stems:
                if stem not in by_stem and stem not in held:
                    mend = guessing(stem, by_stem) or "write the article's file name without '.md'"
                    line = editorial.lines.get(key, 0)
                    yield Fault(editorial.path, line, f"{key}: there is no article '{stem}' ({mend})", "warning")
        yield from _pinned_elsewhere(editorial, by_stem, merged)
        yield from _unmergeable(editorial, ledger, gone, guessing)
        yield from _merged_and_removed(editorial, ledger)


def mispinned_faults(pinned: Iterable[Article], events: Collection[str], ledger: Ledger) -> Iterator[Fault]:
    """Tell of each article that names an event as its own, by what reads like an id and is none, but is near to one.

    A word of the editor's own that two articles share is none of these.
    """
    guessing = Guesser()
    unknown = [article for article in pinned if article.event not in events and article.event not in ledger.lines]
    merged = ledger.merged() if unknown else {}
    unknown = [article for article in unknown if article.event not in merged]
    shared = Counter(article.event for article in unknown)
    for article in unknown:
        others = (event for event, line in ledger.lines.items() if article.stem not in line.articles)
        if shared[article.event] == 1 and (meant := guessing(article.event, others)):
            told = f"event: there is no event '{article.event}', so this is one by itself ({meant})"
            yield Fault(article.path, 0, told, "warning")


def renamed_faults(articles: Sequence[Article], ledger: Ledger) -> Iterator[Fault]:
    """Tell of each new file that may be one of several which are gone: their events would lose it in silence."""
    unsure = renamed_beyond_telling(articles, ledger)
    for article in articles:
        if article.stem in unsure:
            what = f"may be a file that was renamed, of one of {', '.join(unsure[article.stem])}"
            mend = "write 'event:' and its id in it, or put the old name back"
            yield Fault(article.path, 1, f"{what}: their titles, outlets and days are the same ({mend})", "warning")


def _pinned_elsewhere(
    editorial: Editorial, articles: Mapping[str, Article], merged: Mapping[str, str]
) -> Iterator[Fault]:
    """Tell of each article that this file adds while its own front matter names another event."""
    for stem in editorial.add:
        article = articles.get(stem)
        if article and article.event and merged.get(article.event, article.event) != editorial.id:
            mend = f"delete one of the two: that line, or 'event:' in {article.path}"
            message = f"add: {stem} says 'event: {article.event}' in {article.path} ({mend})"
            yield Fault(editorial.path, editorial.lines.get("add", 0), message)


def _unmergeable(editorial: Editorial, ledger: Ledger, gone: Mapping[str, str], guessing: Guesser) -> Iterator[Fault]:
    """Tell which events an editorial cannot take in; `gone` gives where those lead that were merged before."""
    line = editorial.lines.get("merge", 0)
    for event in editorial.merge:
        if event == editorial.id:
            yield Fault(editorial.path, line, f"merge: {event} is this event itself (delete it)")
        elif gone.get(event, editorial.id) != editorial.id and gone[event] not in editorial.merge:
            mend = f"write '{gone[event]}', into which it was merged"
            yield Fault(editorial.path, line, f"merge: {event} is no event any more ({mend})")
        elif event not in ledger.lines and event not in gone:
            shown = "'dateline list events' shows the ids" if ledger.lines else _UNKNOWING
            mend = f"{guessing(event, ledger.lines) or shown}; only what a build has published can be merged"
            yield Fault(editorial.path, line, f"merge: there is no event '{event}' ({mend})")


def _merged_and_removed(editorial: Editorial, ledger: Ledger) -> Iterator[Fault]:
    """Tell of each event that this file merges while it removes all of its articles."""
    line = editorial.lines.get("remove", 0)
    for event in editorial.merge:
        stems = ledger.lines[event].articles.keys() if event in ledger.lines else frozenset()
        if stems and stems <= frozenset(editorial.remove):
            there = f"{editorial.path}:{editorial.lines.get('merge', 0)}"
            what = f"{', '.join(sorted(stems))} is all that 'merge: {event}' in {there} takes in (keep one of the two)"
            yield Fault(editorial.path, line, f"remove: {what}")
