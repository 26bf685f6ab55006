"""Whose place is given: by the ledger, by an editor's pin in an article, by an editor's file on an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.events.ledger import Ledger
from generator.model import Article, Editorial


class Pin(NamedTuple):
    """What decides on the place of an article that the ledger knows: its file name, and the event that it names."""

    stem: str
    event: str


def bind(
    articles: Sequence[Article] | Sequence[Pin],
    editorials: Mapping[str, Editorial],
    ledger: Ledger,
    *,
    regroup: bool = False,
) -> dict[str, str]:
    """Give the label of each article whose place is given; articles with one label are one event.

    A label is an event's id, or a word of its own for articles that the editor puts together or apart. Articles that
    the ledger knows and that are not here have labels too. With `regroup` only the editor's word counts.
    """
    labels: dict[str, str] = {}
    if not regroup:
        labels = ledger.binding()
        labels.update(_renamed([article for article in articles if article.stem not in labels], articles, ledger))
    pins = [article for article in articles if article.event]
    merged = merges(editorials, ledger)
    labels.update(_pinned(pins, labels, ledger.lines.keys() | editorials.keys() | merged.keys()))
    if merged:
        labels = {stem: merged.get(label, label) for stem, label in labels.items()}
    for editorial in sorted(editorials.values(), key=lambda editorial: editorial.id):
        removed = [stem for stem in editorial.remove if labels.get(stem, editorial.id) == editorial.id]
        labels.update({stem: f"apart {stem}" for stem in removed})
        labels.update(dict.fromkeys(editorial.add, merged.get(editorial.id, editorial.id)))
    return labels


def merges(editorials: Mapping[str, Editorial], ledger: Ledger) -> dict[str, str]:
    """Give where each merged event goes: what the ledger knows, then what the editor says, followed to its end."""
    into = ledger.merged()
    for editorial in sorted(editorials.values(), key=lambda editorial: editorial.id):
        into.update({event: editorial.id for event in editorial.merge if event != editorial.id})
    return {event: end for event in into if (end := _followed(event, into)) != event}


def _followed(event: str, into: Mapping[str, str]) -> str:
    """Give the end of a way; of a circle its first id in order, so that none of its articles is lost."""
    seen = [event]
    while (event := into.get(event, event)) not in seen:
        seen.append(event)
    return event if into.get(event, event) == event else min(seen[seen.index(event) :])


def _renamed(unknown: Sequence[Article | Pin], articles: Iterable[Article | Pin], ledger: Ledger) -> dict[str, str]:
    """Give the event of each article whose file name the ledger does not know, and whose mark it does.

    Where several of one mark were renamed, they are told only if all were in one event: nobody guesses which is which.
    """
    homes = _gone(unknown, articles, ledger)
    return {stem: events[0] for stem, events in homes.items() if len(events) == 1}


def renamed_beyond_telling(articles: Sequence[Article], ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """Give the events that each new article may have been in under another name, where these are several."""
    known = ledger.binding()
    homes = _gone(
        [article for article in articles if article.stem not in known and not article.event], articles, ledger
    )
    return {stem: events for stem, events in homes.items() if len(events) > 1}


def _gone(
    unknown: Sequence[Article | Pin], articles: Iterable[Article | Pin], ledger: Ledger
) -> dict[str, tuple[str, ...]]:
    """Give, by the file names of unknown articles, the events of those that are gone and have their marks."""
    marks = Counter(article.mark for article in unknown if isinstance(article, Article))
    if not marks:
        return {}
    stems = {article.stem for article in articles}
    gone: dict[str, list[str]] = {}
    for event, line in ledger.lines.items():
        for stem, mark in line.articles.items():
            if stem not in stems:
                gone.setdefault(mark, []).append(event)
    return {
        article.stem: tuple(sorted(set(gone[article.mark])))
        for article in unknown
        if isinstance(article, Article) and marks[article.mark] <= len(gone.get(article.mark, ()))
    }


def _pinned(articles: Iterable[Article | Pin], labels: Mapping[str, str], ids: Iterable[str]) -> dict[str, str]:
    """Give the label of each article with a pin: the event it names, else the one that holds most of its like.

    Two pins are never one event, so the second that would take it begins a new one.
    """
    pins: dict[str, list[str]] = {}
    for article in articles:
        if article.event:
            pins.setdefault(article.event, []).append(article.stem)
    taken = {pin for pin in pins if pin in ids}
    pinned: dict[str, str] = {}
    for pin in sorted(pins, key=lambda pin: (-len(pins[pin]), pin)):
        label = pin if pin in taken else _usual(pins[pin], labels)
        if not label or (label in taken and label != pin):
            label = f"pin {pin}"
        taken.add(label)
        pinned.update(dict.fromkeys(pins[pin], label))
    return pinned


def _usual(stems: Iterable[str], labels: Mapping[str, str]) -> str:
    counts = Counter(labels[stem] for stem in stems if stem in labels)
    return min(counts, key=lambda label: (-counts[label], label), default="")
