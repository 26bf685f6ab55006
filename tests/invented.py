"""Invented articles for property tests: several tell of one event, in more than one script, some without a day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from generator.text import strict_yaml

PLACES = ("Westhaven", "Lindenau", "Kestrel Bay", "Порт-Кальдер", "北港")
ACTS = ("closed", "opened", "flooded", "sold", "renamed", "searched", "painted")
THINGS = ("the harbour bridge", "the old mill", "a ferry", "the town archive", "a grain silo", "the lighthouse")
PEOPLE = ("Mayor Rosa Lindqvist", "Gen. Emre Uzun", "Judge Noor Haddad", "engineer Nils Falk", "minister Ада Новак")
OUTLETS = ("Example Courier", "Evening Observer", "Open Record", "")
ORIGINS = ("", "", "Kestria Press")
REMARKS = (
    "{who} said the cost was {n} million crowns.",
    "Some {n} people watched, {who} said.",
    '"We did what we could," {who} said on {day}.',
    "Nobody was hurt, according to {who}.",
    "It was the first such case in {n} years.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def article(random: Random) -> tuple[str, str]:
    """Give the stem and the text of an article."""
    event = Random(random.randrange(12))  # articles with the same draw tell of the same event
    place, act, thing = event.choice(PLACES), event.choice(ACTS), event.choice(THINGS)
    happened = date(2024, 1, 1) + timedelta(days=event.randrange(500))
    published = happened + timedelta(days=random.randrange(3))
    who, number = event.choice(PEOPLE), event.randrange(2, 90)
    lead = f"{thing.capitalize()} in {place} was {act} on {DAYS[happened.weekday()]}, {who} said."
    remarks = [
        remark.format(who=event.choice(PEOPLE), n=number, day=event.choice(DAYS))
        for remark in random.sample(REMARKS, k=random.randrange(1, 5))
    ]
    header = {
        "title": f"{thing.capitalize()} in {place} {act}" if random.random() < 0.7 else f"{who}: {thing} {act}",
        "date": published.isoformat() if random.random() < 0.9 else None,
        "source": random.choice(OUTLETS) or None,
        "origin": random.choice(ORIGINS) or None,
        "place": place if random.random() < 0.3 else None,
        "publish": "full" if random.random() < 0.1 else None,
    }
    body = "\n\n".join([lead, *remarks])
    head = strict_yaml.dump({name: value for name, value in header.items() if value})
    stem = f"{act}-{event.randrange(1000)}-{random.randrange(10**6)}"
    return stem, f"---\n{head}---\n\n{body}\n"


def corpus(seed: int, size: int) -> dict[str, str]:
    """Give `size` articles by the path of their file in a project."""
    random = Random(seed)
    return {f"content/articles/{stem}.md": text for stem, text in (article(random) for _ in range(size))}
