"""Place events in stories by the names they share: each joins the story whose core it is most like, or begins one.

An event is held against what most of a story's events share, never against one of them alone, so no chain of weak
links makes one giant story. Nothing is weighed by the whole collection: unrelated events change no story.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from generator.model import Name

# A person tells more than a body or a place of several words ("Black Sea"), and that more than a single word, which
# is a country or a city mostly, and shared by all events of a beat.
PERSON, SEVERAL_WORDS, ONE_WORD = 3, 2, 1

# On ECB+ (14 pairs of look-alike events) and a real beat of four events: of different pairs no two events are above
# 0.14, two crimes of one kind in one country reach 0.4 without a person in common, and the beat's own begin at 0.47. Of
# 250 invented events whose few names are drawn at random, twenty made stories at 0.35.
LEAST_ALIKE = 0.42
LEAST_SHARED = 3
# Without a person in common: a bridge, a strait, a product with all that is around it.
LEAST_ALIKE_WITHOUT_PERSON = 0.5
LEAST_SHARED_WITHOUT_PERSON = 5

CORE_SHARE = 3  # a name is of a story's core if one of so many of its events has it
MOST_OF_ONE_NAME = 200  # events without a story that are looked up under a name, the latest
MOST_COMPARED = 30


@dataclass(frozen=True, slots=True)
class Profile:
    """What each name weighs in an event or a story, by its key, as a vector of length 1; and which are people."""

    weights: Mapping[str, float]
    people: frozenset[str]


@dataclass(slots=True)
class _Gathering:
    """A story as it grows: how many events it has, and of each name how many have it and what it weighs in them."""

    events: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    sums: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    people: frozenset[str] = frozenset()
    known_core: Profile | None = None

    def take_in(self, profile: Profile) -> None:
        """Add an event."""
        self.known_core = None
        self.events += 1
        self.people |= profile.people
        for key, weight in profile.weights.items():
            self.counts[key] += 1
            self.sums[key] += weight

    def core(self) -> Profile:
        """Give what a good part of its events share."""
        if self.known_core is None:
            least = max(min(self.events, 2), self.events / CORE_SHARE)
            kept = {key: self.sums[key] for key, count in self.counts.items() if count >= least}
            self.known_core = Profile(_of_length_one(kept), self.people)
        return self.known_core


def place_in_stories(
    events: Sequence[tuple[str, tuple[Name, ...]]], stories: Mapping[str, str], fresh: Sequence[int]
) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """Give the story of each fresh event that joins one, and the groups of events that begin one.

    `events` are all that may be in a story, oldest first, each with its names; `stories` tells in which they are;
    `fresh` are the places of those that nobody has looked at before.
    """
    profiles = [profile_of(names) for _, names in events]
    gatherings: defaultdict[str, _Gathering] = defaultdict(_Gathering)
    readers: defaultdict[str, list[str]] = defaultdict(list)  # the stories and lone events in which a name stands
    begun: dict[str, list[str]] = {}
    joined: dict[str, str] = {}
    unseen = set(fresh)

    def show(label: str, profile: Profile) -> None:
        gathering = gatherings[label]
        for key in sorted(profile.weights.keys() - gathering.counts.keys()):
            readers[key].append(label)
        gathering.take_in(profile)

    for at, (event, _) in enumerate(events):
        if at not in unseen:
            show(f"story {stories[event]}" if event in stories else f"event {event}", profiles[at])
    for at in sorted(unseen):
        event, profile = events[at][0], profiles[at]
        label = _most_alike(profile, readers, gatherings)
        kind, _, name = label.partition(" ")
        if kind == "story":
            joined[event] = name
        elif kind == "event":
            begun.setdefault(name, [name]).append(event)
        show(label or f"event {event}", profile)
    return joined, [tuple(members) for members in begun.values()]


def profile_of(names: Iterable[Name]) -> Profile:
    """Give what each name weighs in an event."""
    names = tuple(names)
    weights = _of_length_one({name.key: sqrt(name.weight) * _kind(name) for name in names})
    return Profile(weights, frozenset(name.key for name in names if name.person))


def title_of(members: Sequence[tuple[Name, ...]]) -> str:
    """Give the names that most events share, people first: `Kerry, Lavrov, Putin: Russia, Syria`."""
    gathering = _Gathering()
    texts: dict[str, str] = {}
    for names in members:
        gathering.take_in(profile_of(names))
        for name in names:
            texts.setdefault(name.key, name.text)
    core, people = gathering.core().weights, gathering.people
    ranked = sorted(core, key=lambda key: (-gathering.counts[key], -round(core[key], 6), key))
    who = [texts[key].split()[-1] for key in ranked if key in people][:3]
    others = [key for key in ranked if key not in people]
    # Here a country tells as much as a body of several words.
    others.sort(key=lambda key: (-gathering.counts[key], -round(core[key] / (1 + (" " in key)), 6), key))
    what = [texts[key] for key in others[: 2 if who else 3]]
    return ": ".join(filter(None, [", ".join(who), ", ".join(what)]))


def alike(one: Profile, other: Profile) -> float:
    """Tell how alike two profiles are; 0 where too little is shared to say so."""
    shared = one.weights.keys() & other.weights.keys()
    if len(shared) < LEAST_SHARED:
        return 0.0
    likeness = sum([one.weights[key] * other.weights[key] for key in sorted(shared)])
    has_people = not (one.people.isdisjoint(shared) and other.people.isdisjoint(shared))
    if likeness >= LEAST_ALIKE and has_people:
        return likeness
    without = len(shared) >= LEAST_SHARED_WITHOUT_PERSON and likeness >= LEAST_ALIKE_WITHOUT_PERSON
    return likeness if without else 0.0


def _most_alike(
    profile: Profile,
    readers: Mapping[str, list[str]],
    gatherings: Mapping[str, _Gathering],
) -> str:
    """Give the label of the story or lone event that an event is most like, nothing if it is like none."""
    met = Counter(label for key in profile.weights for label in readers.get(key, ())[-MOST_OF_ONE_NAME:])
    likely = [label for label, count in met.items() if count >= LEAST_SHARED]
    nearest = sorted(likely, key=lambda label: (-met[label], label))[:MOST_COMPARED]
    scores = {label: round(alike(profile, gatherings[label].core()), 9) for label in nearest}
    return min((label for label in scores if scores[label]), key=lambda label: (-scores[label], label), default="")


def _kind(name: Name) -> int:
    return PERSON if name.person else SEVERAL_WORDS if " " in name.key else ONE_WORD


def _of_length_one(weights: Mapping[str, float]) -> Mapping[str, float]:
    length = sqrt(sum([weight * weight for weight in weights.values()]))
    return {key: weight / length for key, weight in weights.items()} if length else {}
