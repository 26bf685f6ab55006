"""Date the undated articles of a build by dated ones that tell the same in the same words, and by their weekday.

This is the import's rule, on stronger evidence: what is alike in a whole collection changes with the collection, what
two texts share does not. So an article that was dated once stays so until it or its siblings change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import nsmallest
from pathlib import Path

from generator.articles.desk import Clipping
from generator.articles.inferring import Sibling, infer_day, names_one_weekday, without_lead
from generator.articles.read import ReadFile, Reading, read_paragraphs, undated_fault
from generator.codec import decode
from generator.executors import Executor, at_hand
from generator.model import Article, Terms, When
from generator.text.outlines import Outline, Picks, outline_of, share_of

# In ECB+ no two articles of different events share so much of the words of the shorter text.
SAME_THING = 0.5
# Less is a headline.
FEWEST_WORDS = 12
# What more undated texts share is no sign of any of them.
MOST_OF_ONE_WORD = 50
MOST_SIBLINGS = 12
# Paragraphs that a lead is looked for in, and dated articles that are looked through together.
OPENING = 4
BATCH = 1024

Found = tuple[int, int, float]  # which undated article, which of the batch, and how much of one is in the other
Likeness = tuple[float, Article]  # less how much of one is in the other, the likest first


def date_by_siblings(
    reading: Reading, root: Path, homes: Callable[[], Mapping[str, str]], executor: Executor
) -> Reading:
    """Give the reading with those undated articles that only one day is left for, each with the reason.

    `homes` gives the events of articles by the ledger: one that is in an event is dated by that event's own articles.
    """
    dated = tuple(executor.map(with_day, _days(reading, root, homes, executor)))
    paths = {_article(read).path for read in dated}
    gone = {undated_fault(left) for left in reading.left_out if left.path in paths}
    return replace(
        reading,
        articles=(*reading.articles, *map(_article, dated)),
        left_out=tuple([left for left in reading.left_out if left.path not in paths]),
        faults=tuple([fault for fault in reading.faults if fault not in gone]),
        told=(*reading.told, *dated),
    )


def _days(
    reading: Reading, root: Path, homes: Callable[[], Mapping[str, str]], executor: Executor
) -> list[tuple[ReadFile, str, str]]:
    """Give the undated articles that a day is inferred for, each with the day and the reason."""
    openings = executor.map(partial(read_opening, root), list(map(_article, reading.undated)))
    pairs = zip(reading.undated, openings, strict=True)
    clippings = [(read, _clipping(_article(read), opening)) for read, opening in pairs]
    clippings = [(read, clipping) for read, clipping in clippings if names_one_weekday(clipping)]
    near = _near(tuple(executor.map(outlined, [read for read, _ in clippings])), reading.told, executor)
    known = homes() if near else {}
    likest = {at: _likest(near[at], _article(clippings[at][0]), known) for at in sorted(near)}
    wanted = list(dict.fromkeys([article for several in likest.values() for _, article in several]))
    leads = dict(zip(wanted, executor.map(partial(read_opening, root), wanted), strict=True))
    days: list[tuple[ReadFile, str, str]] = []
    for at, several in likest.items():
        read, clipping = clippings[at]
        day = infer_day(clipping, [Sibling(_clipping(article, leads[article]), -less) for less, article in several])
        days += [(read, day.value, without_lead(day.why, clipping))] if day else []
    return days


def _near(outlines: tuple[Outline, ...], told: Sequence[ReadFile], executor: Executor) -> dict[int, list[Likeness]]:
    """Give, by the place of each undated article that has any, the dated articles that share most of its words."""
    batches = [tuple(told[at : at + BATCH]) for at in range(0, len(told), BATCH)] if outlines else []
    near: defaultdict[int, list[Likeness]] = defaultdict(list)
    for batch, found in zip(
        batches, executor.map(find_siblings, [(outlines, batch) for batch in batches]), strict=True
    ):
        for at, place, share in found:
            near[at].append((-share, _article(batch[place])))
    return near


def _likest(near: Sequence[Likeness], undated: Article, homes: Mapping[str, str]) -> list[Likeness]:
    """Give those that are most like an undated article; of its own event, where it is in one."""
    home = homes.get(undated.stem)
    own = [(less, article) for less, article in near if home is None or homes.get(article.stem) == home]
    return nsmallest(MOST_SIBLINGS, own, key=lambda pair: (pair[0], pair[1].stem))


def read_opening(root: Path, article: Article) -> tuple[str, ...]:
    """Give the paragraphs in which an article tells when it happened."""
    prose = [paragraph.text for paragraph in read_paragraphs(root, article) if paragraph.kind == "prose"]
    return tuple(prose[:OPENING])


@at_hand
def outlined(read: ReadFile) -> Outline:
    """Give what is compared of an article."""
    return outline_of(decode(read.terms.read(), Terms))


@at_hand
def find_siblings(told: tuple[tuple[Outline, ...], tuple[ReadFile, ...]]) -> tuple[Found, ...]:
    """Give which of some dated articles share most of their words with which undated ones."""
    outlines, batch = told
    picks = Picks()
    readers: defaultdict[str, list[int]] = defaultdict(list)
    for at, outline in enumerate(outlines):
        for word in outline.words:
            if picks[word]:
                readers[word].append(at)
    rare = {word: places for word, places in readers.items() if len(places) <= MOST_OF_ONE_WORD}
    found: list[Found] = []
    for place, read in enumerate(batch):
        own = outlined(read)
        met = sorted({at for word in own.words & rare.keys() for at in rare[word]})
        shares = [(at, share_of(own, outlines[at])) for at in met if _is_long(own) and _is_long(outlines[at])]
        found += [(at, place, share) for at, share in shares if share >= SAME_THING]
    return tuple(found)


@at_hand
def with_day(told: tuple[ReadFile, str, str]) -> ReadFile:
    """Give an article with the day that it must tell of, and why; when it came out stays unknown."""
    read, value, why = told
    day = When(value, "inferred", why)
    return replace(read, article=replace(_article(read), told=day))


def _is_long(outline: Outline) -> bool:
    return len(outline.words) >= FEWEST_WORDS


def _article(read: ReadFile) -> Article:
    if read.article is None:
        raise ValueError("an article with errors has no place here")
    return read.article


def _clipping(article: Article, opening: tuple[str, ...]) -> Clipping:
    """Give an article as the import knows it."""
    day = {"date": article.published.value, "date_basis": article.published.basis} if article.published else {}
    return Clipping(Path(article.path), "", "", {"title": article.title, "lang": article.lang, **day}, "", opening)
