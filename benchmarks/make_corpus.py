"""Write invented news articles, the same bytes for the same seed: several outlets, events of 1 to 12 articles.

An article has some 640 words in 17 paragraphs, a fifth of them with Markdown markup: about 4 KB. The events lie in
one year. Each is drawn from its own random stream, so that a larger corpus begins with the smaller one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import phrases
from phrases import Kind

START = datetime(2024, 1, 1, 6, tzinfo=UTC)
DAYS = 365
# How many events have 1, 2, 3 ... 12 articles; some 4 on average, as where many outlets follow one beat.
SIZES = (14, 16, 18, 16, 13, 8, 5, 4, 2, 2, 1, 1)
PARAGRAPHS = 17
MARKED = 0.2
# Words of a paragraph of prose; the marked ones are shorter, so that an article comes to about 640.
FULL = 23


@dataclass(frozen=True, slots=True)
class Piece:
    """One invented article: its path below the folder, its front matter, its Markdown."""

    path: str
    event: str
    header: Mapping[str, str]
    body: str

    @property
    def text(self) -> str:
        """The file's content."""
        head = "".join(f"{name}: {value}\n" for name, value in self.header.items())
        return f"---\n{head}---\n\n{self.body}\n"


def pieces(count: int, seed: int, *, labelled: bool = False) -> Iterator[Piece]:
    """Give `count` articles; `labelled` puts their event into the front matter."""
    number = left = 0
    while left < count:
        for piece in list(_event(seed, number, labelled=labelled))[: count - left]:
            left += 1
            yield piece
        number += 1


def write_corpus(folder: Path, count: int, seed: int, *, labelled: bool = False) -> None:
    """Write `count` articles below a folder."""
    for piece in pieces(count, seed, labelled=labelled):
        path = folder / piece.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(piece.text, "utf-8", newline="\n")


def _event(seed: int, number: int, *, labelled: bool) -> Iterator[Piece]:
    """Give the articles of one event: one set of names and numbers, told by outlets in their own choice of words."""
    random = Random(f"{seed}/{number}")
    kind = random.choice(phrases.KINDS)
    size = random.choices(range(1, len(SIZES) + 1), SIZES)[0]
    happened = START + timedelta(days=random.randrange(DAYS), minutes=random.randrange(600))
    words = _words(random, happened)
    event = f"{happened:%Y-%m-%d}-{_slug(words['place'])}-{kind.slug}-{number}"
    for outlet in random.sample(phrases.OUTLETS, size):
        published = happened + timedelta(minutes=random.randrange(30, 2400))
        title = random.choice(kind.headlines).format_map(words)
        slug = f"{published:%Y-%m-%d}-{_slug(title)}-{number}-{_slug(outlet)}"
        header = {
            "title": f'"{title}"',
            "date": f"{published:%Y-%m-%dT%H:%M:%SZ}",
            "source": f'"{outlet}"',
            "url": f"https://{_slug(outlet)}.example/{published:%Y/%m}/{slug}",
            "tags": f"[{', '.join((*kind.tags, _slug(words['place'])))}]",
            **({"event": event} if labelled else {}),
        }
        yield Piece(f"{published:%Y/%m}/{slug}.md", event, header, _body(random, kind, words))


def _words(random: Random, happened: datetime) -> dict[str, str]:
    return {
        "place": _name(random),
        "region": f"{_name(random)} County",
        "street": random.choice(phrases.STREETS),
        "who": f"{random.choice(phrases.FIRST_NAMES)} {_name(random)}",
        "who2": f"{random.choice(phrases.FIRST_NAMES)} {_name(random)}",
        "office": random.choice(phrases.OFFICES),
        "body": f"{_name(random)} {random.choice(phrases.BODIES)}",
        "n": str(random.randrange(60, 4000)),
        "small": str(random.randrange(3, 60)),
        "money": f"{random.randrange(2, 90)}.{random.randrange(1, 10)}",
        "weekday": phrases.WEEKDAYS[happened.weekday()],
        "month": random.choice(phrases.MONTHS),
    }


def _name(random: Random) -> str:
    return "".join(map(random.choice, (phrases.HEADS, phrases.MIDDLES, phrases.TAILS)))


def _slug(text: str) -> str:
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower())
    return "-".join(kept.split())


def _body(random: Random, kind: Kind, words: Mapping[str, str]) -> str:
    facts = [random.choice(fact) for fact in kind.facts]
    random.shuffle(facts)
    said = [random.choice(kind.openings), *facts, *random.sample(phrases.QUOTES, 3)]
    blocks = []
    for number in range(PARAGRAPHS):
        # The first says what happened; the facts come early, as in a report, then it is mostly background.
        told = said.pop(0) if said and (number < 4 or random.random() < 0.5) else _background(random)
        if number and random.random() < MARKED:
            blocks.append(_marked(random, told))
        else:
            blocks.append(_full(random, told))
    return "\n\n".join(block.format_map(_Told(words, random)) for block in blocks)


def _background(random: Random) -> str:
    return " ".join((f"{random.choice(phrases.WHEN)},", random.choice(phrases.WHAT), random.choice(phrases.AND_THEN)))


def _full(random: Random, text: str) -> str:
    while len(text.split()) < FULL:
        text = f"{text} {_background(random)}"
    return text


def _marked(random: Random, told: str) -> str:
    more = _background(random)
    name = random.choice(phrases.THINGS)
    return random.choice(
        (
            f"## {random.choice(phrases.HEADINGS)}\n\n{_full(random, told)}",
            f"- {told}\n- {more}\n- {_background(random)}",
            f"> {told}\n> {more}",
            f"{told} There is **no second {name}**. {more}",
            f"{told} The [first {name}](https://records.example/{name}) *can be read*. {more}",
        )
    )


class _Told(dict[str, str]):
    """The words of an event; a `thing` is another at each place."""

    def __init__(self, words: Mapping[str, str], random: Random) -> None:
        super().__init__(words)
        self._random = random

    def __missing__(self, name: str) -> str:
        assert name == "thing", name
        return self._random.choice(phrases.THINGS)


def main() -> None:
    """Write a corpus as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--labelled", action="store_true", help="put each article's event into its front matter")
    options = parser.parse_args()
    write_corpus(options.folder, options.articles, options.seed, labelled=options.labelled)


if __name__ == "__main__":
    main()
