"""What an event's page shows of other events: who stands before and after it, in its story or in the digest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from generator.executors import Executor, at_hand
from generator.model import Basis, Entry, Story, When

# Events of a story that are looked at for those that share most names: so many before and so many after.
REACH = 8
RELATED = 3
SHARED_NAMES = 3


class Neighbour(NamedTuple):
    """What an event's page shows of another event, and no more: other edits of that one leave this page as it is."""

    id: str
    headline: str
    lang: str
    quoted: bool
    value: str
    basis: Basis
    words: str

    @property
    def when(self) -> When | None:
        """When it happened."""
        return When(self.value, self.basis, self.words) if self.value else None


class Related(NamedTuple):
    """An event of the same story, and the names that both rest on."""

    event: Neighbour
    names: tuple[str, ...]


class Thread(NamedTuple):
    """What stands before and after an event in its story, and what else there is most like it.

    Of an event that is in no story (`story` is empty) it tells who stands beside it in the digest.
    """

    story: str
    title: str
    earlier: Neighbour | None
    later: Neighbour | None
    related: tuple[Related, ...]


class Stretch(NamedTuple):
    """An event of a story, with those that stand near it there."""

    story: str
    title: str
    before: tuple[Entry, ...]
    entry: Entry
    after: tuple[Entry, ...]


@at_hand
def neighbour_of(entry: Entry) -> Neighbour:
    """Give what other events' pages show of one."""
    headline, when = entry.headline, entry.event.when or _UNKNOWN
    return Neighbour(
        entry.event.id, headline.text, headline.lang, bool(headline.article), when.value, when.basis, when.words
    )


_UNKNOWN = When("", "inferred")


@at_hand
def beside(pair: tuple[Neighbour | None, Neighbour | None]) -> Thread:
    """Give what stands before and after an event that is in no story."""
    return Thread("", "", *pair, ())


def threads_of(stories: Sequence[Story], executor: Executor) -> Mapping[str, Thread]:
    """Give the place of each event that is in a story, by its id; after an edit, the others' are the same objects."""
    stretches = list(chain.from_iterable(executor.map(stretches_of, stories)))
    ids = [stretch.entry.event.id for stretch in stretches]
    return dict(zip(ids, executor.map(thread_of, stretches), strict=True))


@at_hand
def stretches_of(story: Story) -> tuple[Stretch, ...]:
    """Give each event of a story with those that stand near it."""
    entries = story.entries
    return tuple(
        [
            Stretch(story.id, story.title, entries[max(0, at - REACH) : at], entry, entries[at + 1 : at + 1 + REACH])
            for at, entry in enumerate(entries)
        ]
    )


@at_hand
def thread_of(stretch: Stretch) -> Thread:
    """Give the place of an event in its story."""
    before, entry, after = stretch.before, stretch.entry, stretch.after
    own = {name.key: name for name in entry.names}
    scores: list[tuple[int, str, Related]] = []
    for other in (*before[:-1], *after[1:]):
        shared = [name for name in other.names if name.key in own]
        weight = sum([min(name.weight, own[name.key].weight) for name in shared])
        names = tuple([own[name.key].text for name in shared[:SHARED_NAMES]])
        scores.append((-weight, other.event.id, Related(neighbour_of(other), names)))
    nearest = sorted(scores, key=lambda score: score[:2])[:RELATED]
    return Thread(
        stretch.story,
        stretch.title,
        neighbour_of(before[-1]) if before else None,
        neighbour_of(after[0]) if after else None,
        tuple([related for weight, _, related in nearest if weight]),
    )
