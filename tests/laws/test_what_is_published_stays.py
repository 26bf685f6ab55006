"""Law 6: whatever comes, goes or is put together, a published address keeps its meaning."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.events.find import Found, find_events
from generator.events.grouping import THRESHOLD, WINDOW_DAYS
from generator.events.ledger import Ledger
from generator.executors import InPlace
from generator.model import Article, Editorial, Terms, When
from generator.text.vectors import terms_of

THINGS = ("harbour bridge", "ferry landing", "town archive", "grain silo", "northern lighthouse", "market hall")
ACTS = ("closed after cracks were found", "flooded in the night", "sold to a cooperative", "searched by the police")
STEPS = ("add", "add", "add", "remove", "come back", "rename", "edit", "merge", "pin", "unpin", "split")


@dataclass(slots=True)
class Desk:
    """A digest at work: its articles, those that are away, the editor's words, and the ledger."""

    articles: dict[str, tuple[Article, Terms]] = field(default_factory=dict)
    away: dict[str, tuple[Article, Terms]] = field(default_factory=dict)
    words: dict[str, Editorial] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)

    def release(self, now: str) -> Found:
        terms = {stem: terms for stem, (_, terms) in self.articles.items()}
        articles = [article for _, (article, _) in sorted(self.articles.items())]
        grouping = {"threshold": THRESHOLD, "window_days": WINDOW_DAYS}
        found = find_events(articles, lambda: terms, self.words, self.ledger, InPlace(), now=now, **grouping)  # type: ignore[arg-type]  # mypy joins the two kinds
        self.ledger = found.ledger
        return found

    def step(self, random: Random, number: int) -> None:
        stem = random.choice(sorted(self.articles)) if self.articles else ""
        events = sorted(self.ledger.lines)
        match random.choice(STEPS):
            case "add":
                self.articles[f"a{number}"] = invented(random, f"a{number}")
            case "remove" if stem:
                self.away[stem] = self.articles.pop(stem)
            case "come back" if self.away:
                stem = random.choice(sorted(self.away))
                self.articles[stem] = self.away.pop(stem)
            case "rename" if stem:
                article, terms = self.articles.pop(stem)
                self.articles[f"{stem}r"] = replace(article, stem=f"{stem}r"), terms
            case "edit" if stem:
                article, _ = self.articles[stem]
                edited = replace(article, title=f"{article.title} again", fingerprint=str(number))
                self.articles[stem] = edited, terms_of(edited.title, [f"Another text, number {number}."])
            case "merge" if len(events) > 1:
                into, gone = random.sample(events, 2)
                self.words[into] = Editorial(into, f"{into}.md", merge=(gone,))
                self.words.pop(gone, None)
            case "pin" if stem and events:
                article, terms = self.articles[stem]
                self.articles[stem] = replace(article, event=random.choice(events)), terms
            case "unpin" if stem:
                article, terms = self.articles[stem]
                self.articles[stem] = replace(article, event=""), terms
            case "split" if stem and events:
                event = random.choice(events)
                self.words[event] = Editorial(event, f"{event}.md", remove=(stem,))


def invented(random: Random, stem: str) -> tuple[Article, Terms]:
    thing, act = random.choice(THINGS), random.choice(ACTS)
    when = When(f"2026-{random.randrange(1, 4):02}-{random.randrange(1, 28):02}", "editor")
    title = f"{thing.capitalize()} {act.split()[0]}"
    text = f"The {thing} in Westhaven was {act}, the mayor said. Nobody was hurt in case {random.randrange(99)}."
    return Article(stem, f"{stem}.md", stem, title, when, when, 20, mark=f"{stem} as it came"), terms_of(title, [text])


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_an_address_once_published_never_vanishes_and_never_becomes_another_events(seed: int) -> None:
    random, desk = Random(seed), Desk()
    published: set[str] = set()
    redirects: set[str] = set()
    for number in range(12):
        for _ in range(random.randrange(1, 4)):
            desk.step(random, 100 * number + random.randrange(100))
        found = desk.release(f"2026-04-{number + 1:02}T00:00:00Z")
        merged = found.ledger.merged()

        assert published <= found.ledger.lines.keys() | merged.keys()
        assert redirects <= merged.keys()  # what leads elsewhere is never an event again
        assert set(merged.values()) <= found.ledger.lines.keys()
        told = [article.stem for event in found.events for article in event.articles]
        assert sorted(told) == sorted(desk.articles)  # each article is told once
        published |= {event.id for event in found.events}
        redirects |= merged.keys()


@settings(max_examples=25)
@given(st.integers(0, 10**9), st.permutations(range(10)))
def test_articles_that_arrive_later_move_none_that_has_its_place(seed: int, order: list[int]) -> None:
    random = Random(seed)
    articles = [invented(random, f"a{number}") for number in range(len(order))]
    desk = Desk()
    homes: dict[str, str] = {}
    for at in order:
        article, terms = articles[at]
        desk.articles[article.stem] = article, terms
        found = desk.release("2026-04-01T00:00:00Z")
        now = {member.stem: event.id for event in found.events for member in event.articles}
        assert homes.items() <= now.items()
        homes = now


def test_five_hundred_unrelated_articles_change_no_published_event() -> None:
    random, desk = Random(7), Desk()
    for number in range(30):
        desk.articles[f"a{number}"] = invented(random, f"a{number}")
    before = {event.id: event for event in desk.release("2026-04-01T00:00:00Z").events}
    for number in range(500):
        words = " ".join("".join(random.choices("abcdefghijklmnoprstuvz", k=7)) for _ in range(60))
        when = When(f"2026-{random.randrange(1, 4):02}-{random.randrange(1, 28):02}", "editor")
        stem = f"z{number}"
        article = Article(stem, f"{stem}.md", stem, words[:40], when, when, 60, mark=stem)
        desk.articles[stem] = article, terms_of(words[:40], [words])

    after = {event.id: event for event in desk.release("2026-05-01T00:00:00Z").events}

    assert {event_id: after[event_id] for event_id in before} == before
