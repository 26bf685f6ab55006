"""What a text is about, in numbers: its counted terms, and what each weighs in a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import log, sqrt
from operator import itemgetter

from generator.model import Bag, Terms
from generator.text.language import guess_language
from generator.text.stop_words import STOP_WORDS
from generator.text.words import words_of

# The weight of each term of a text, by the term's number.
Vector = dict[int, float]

MOST_CHARACTERS = 2500  # some 400 words: what a report tells after them is background, and costs as much
LEAD_WORDS = 60  # the lead of a report and the paragraph after it; 30 and 120 both score lower
# Documents imagined beside the collection in which none of its terms stand: without them a word that is in both
# articles of a collection of two would weigh nothing. Swept 0 to 30 on collections of 3 to 300 articles.
BACKGROUND = 10
MOST_TERMS = 200  # of a text in a comparison, the weightiest first; 150 scores lower


def terms_of(title: str, paragraphs: Sequence[str], lang: str = "") -> Terms:
    """Count the terms of a text: all its words, those of its title and lead, and those with a capital letter.

    The small words of its language are left out: in a collection of a few articles they would weigh like any other.
    """
    text = "\n".join(paragraphs)[:MOST_CHARACTERS]
    small = STOP_WORDS.get((lang or guess_language(f"{title}\n{text}")).split("-")[0].lower(), frozenset())
    heading = words_of(title[:MOST_CHARACTERS])
    written = heading + words_of(text)
    lowered = [word.lower() for word in written]
    names = [low for word, low in zip(written, lowered, strict=True) if word != low]
    return Terms(_bag(lowered, small), _bag(lowered[: len(heading) + LEAD_WORDS], small), _bag(names, small))


def _bag(terms: Iterable[str], small: Collection[str]) -> Bag:
    counts = Counter(terms)
    return tuple([(term, counts[term]) for term in sorted(counts.keys() - small)])


def without(terms: Terms, title: str) -> Terms:
    """Give the terms of a text as if it had no title; of a text that is nothing but its title, all of them."""
    heading = terms_of(title, ())
    left = [
        tuple([(term, count - less[term]) for term, count in bag if count > less[term]])
        for bag, less in (
            (terms.words, Counter(dict(heading.words))),
            (terms.lead, Counter(dict(heading.lead))),
            (terms.names, Counter(dict(heading.names))),
        )
    ]
    return Terms(*left) if left[0] else terms


def vectors_of(collection: Sequence[Terms]) -> list[Vector]:
    """Give each text its tf-idf vector in which words, lead and names have equal weight, weightiest terms first.

    A view without terms (names, in a script without capitals) leaves its weight to the others. The length is 1
    before the lightest terms are left out, and those of one text alone, which no other vector can meet.
    """
    vectors: list[Vector] = [{} for _ in collection]
    views_of = [3 - (terms.words, terms.lead, terms.names).count(()) for terms in collection]
    numbered = 0
    for bags in zip(*((terms.words, terms.lead, terms.names) for terms in collection), strict=True):
        frequencies = Counter([term for bag in bags for term, _ in bag])
        rarity = {
            term: (number, log((len(bags) + BACKGROUND) / frequency), frequency > 1)
            for number, (term, frequency) in enumerate(frequencies.items(), numbered)
        }
        numbered += len(rarity)
        for vector, bag, views in zip(vectors, bags, views_of, strict=True):
            _add(vector, bag, rarity, views)
    return [dict(sorted(vector.items(), key=itemgetter(1), reverse=True)[:MOST_TERMS]) for vector in vectors]


def _add(vector: Vector, bag: Bag, rarity: dict[str, tuple[int, float, bool]], views: int) -> None:
    weighed = []
    squares = 0.0
    for term, count in bag:
        number, weight, shared = rarity[term]
        if count > 1:
            weight *= sqrt(count)
        squares += weight * weight
        if shared:
            weighed.append((number, weight))
    length = sqrt(squares * views)
    for number, weight in weighed:
        vector[number] = weight / length


def cosine(one: Vector, other: Vector) -> float:
    """Tell how alike two vectors are, from 0 to 1."""
    return sum([one[number] * other[number] for number in one.keys() & other.keys()])


def likeness_of_any_two(vectors: Sequence[Vector]) -> float:
    """Give the mean cosine of all pairs, in one pass."""
    total: Vector = {}
    itself = 0.0
    for vector in vectors:
        for number, weight in vector.items():
            total[number] = total.get(number, 0.0) + weight
            itself += weight * weight
    pairs = len(vectors) * (len(vectors) - 1)
    return max(0.0, sum([weight * weight for weight in total.values()]) - itself) / pairs if pairs else 0.0
