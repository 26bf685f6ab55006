"""What a text is about, in numbers: its counted terms, and what each weighs in a collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import compress, count, filterfalse, repeat
from math import dist, hypot, log, sqrt
from operator import itemgetter, mul, ne

from generator.model import Terms
from generator.text.language import likeliest_language
from generator.text.stop_words import STOP_WORDS
from generator.text.words import words_of

MOST_CHARACTERS = 2500  # some 400 words: what a report tells after them is background, and costs as much
LEAD_WORDS = 60  # the lead of a report and the paragraph after it; 30 and 120 both score lower
# Documents imagined beside the collection in which none of its terms stand: without them a word that is in both
# articles of a collection of two would weigh nothing. Swept 0 to 30 on collections of 3 to 300 articles.
BACKGROUND = 10

# A count as one character, so that all counts of a text are one string.
_DIGITS = {number: str(number) for number in range(10)}
_ROOTS = {digit: sqrt(number) for number, digit in _DIGITS.items()}
_LEAD, _NAMES = 1, 2  # a term's number as a word of the lead and as a name is so much more than as a word


def terms_of(title: str, paragraphs: Iterable[str], lang: str = "") -> Terms:
    """Count the words that a text rests on: those of its title and lead, names, and what it says more than once.

    What it says once, below the lead, is background: with it nothing scores higher, and all costs half more. The small
    words of its language are left out: in a collection of a few articles they would weigh like any other.
    """
    text = "\n".join(paragraphs)[:MOST_CHARACTERS]
    small = _small_words((lang or likeliest_language(f"{title}\n{text}")).split("-")[0].lower())
    heading = words_of(title[:MOST_CHARACTERS])
    written = heading + words_of(text)
    kept = list(filterfalse(small.__contains__, written))
    lowered = list(map(str.lower, kept))
    lead = lowered[: len(list(filterfalse(small.__contains__, written[: len(heading) + LEAD_WORDS])))]
    counts = Counter(lowered)
    names = Counter(compress(lowered, map(ne, kept, lowered)))
    repeated = [word for word, number in counts.items() if number > 1]
    words = dict.fromkeys([*lead, *names, *repeated])
    return Terms(
        *(" ".join(words), _digits(map(counts.__getitem__, words)), len(set(lead))),
        *(" ".join(names), _digits(names.values())),
    )


@cache
def _small_words(lang: str) -> Collection[str]:
    """Give the small words of a language in each way of writing them: so a text need not be lowered first."""
    small = STOP_WORDS.get(lang, frozenset())
    return frozenset(form for word in small for form in (word, word.capitalize(), word.upper()))


def _digits(counts: Iterable[int]) -> str:
    return "".join(map(_DIGITS.get, counts, repeat("9")))


def without(terms: Terms, title: str) -> Terms:
    """Give the terms of a text as if it had no title; of a text that is nothing but its title, all of them."""
    heading = terms_of(title, ())
    words = _less(terms.words, terms.word_counts, heading.words, heading.word_counts)
    names = _less(terms.names, terms.name_counts, heading.names, heading.name_counts)
    if not words:
        return terms
    lead = sum(word in words for word in terms.words.split()[: terms.lead])
    return Terms(" ".join(words), _digits(words.values()), lead, " ".join(names), _digits(names.values()))


def _less(terms: str, counts: str, others: str, less: str) -> dict[str, int]:
    fewer = dict(zip(others.split(), map(int, less), strict=True))
    left = {term: int(digit) - fewer.get(term, 0) for term, digit in zip(terms.split(), counts, strict=True)}
    return {term: number for term, number in left.items() if number > 0}


class Vector:
    """The weight of each term of a text, by the term's number."""

    __slots__ = ("_padded", "_square", "_take", "numbers", "weights")

    def __init__(self, numbers: Sequence[int], weights: Sequence[float]) -> None:
        self.numbers = numbers
        self.weights = weights
        # Twice the place where nothing lies: `itemgetter` gives a tuple only of two or more.
        self._take = itemgetter(*numbers, 0, 0)
        self._padded = (*weights, 0.0, 0.0)
        self._square = hypot(*self._padded) ** 2

    def product(self, board: list[float]) -> float:
        """Give the product with another vector, whose weights lie on a board in the places of their numbers.

        It is told by three lengths, which the library gives in C: 4 µs, where a sum of products takes 6, and 10 with
        two dicts. Next to nothing may come out just below 0.
        """
        theirs = self._take(board)
        return (hypot(*theirs) ** 2 + self._square - dist(theirs, self._padded) ** 2) / 2


class Weights:
    """What terms weigh in a collection: the less, the more of its texts they stand in.

    Each has a number as a word, one as a word of a lead and one as a name, and weighs in each by itself.
    """

    def __init__(self, sample: Sequence[Terms], *, complete: bool) -> None:
        """Weigh terms by a sample of texts, which may be the complete collection."""
        self._numbers: defaultdict[str, int] = defaultdict(count(3, 3).__next__)  # nothing has the numbers below 3
        among = Counter([number for terms in sample for numbers, _ in self._views(terms) for number in numbers])
        # By number, as long as there are numbers: what a term weighs, and a board with nothing on it.
        self._rarities: list[float] = []
        self._board: list[float] = []
        self._unknown = log(len(sample) + BACKGROUND)
        self._make_room()
        for number, texts in among.items():
            self._rarities[number] = log((len(sample) + BACKGROUND) / texts)
        # What stands in one text alone can meet nothing: it counts in the length of a vector, and is not in it.
        self._alone = {number for number, texts in among.items() if complete and texts == 1}

    def vector(self, terms: Terms) -> Vector:
        """Give a text's tf-idf vector of length 1, in which words, lead and names have equal weight.

        A view without terms (names, in a script without capitals) leaves its weight to the others.
        """
        views = [view for view in self._views(terms) if view[0]]
        self._make_room()
        numbers: list[int] = []
        weights: list[float] = []
        for its_numbers, roots in views:
            raw = list(map(mul, map(self._rarities.__getitem__, its_numbers), roots))
            scale = 1 / sqrt(sum(map(mul, raw, raw)) * len(views))
            numbers += its_numbers
            weights += map(mul, raw, repeat(scale))
        if self._alone:
            met = [number not in self._alone for number in numbers]
            return Vector(list(compress(numbers, met)), list(compress(weights, met)))
        return Vector(numbers, weights)

    def cosines(self, one: Vector, others: Iterable[Vector]) -> list[float]:
        """Tell how alike a vector is to each of others, from 0 to 1. All are of these weights."""
        for number, weight in zip(one.numbers, one.weights, strict=True):
            self._board[number] = weight
        found = [other.product(self._board) for other in others]
        for number in one.numbers:
            self._board[number] = 0.0
        return found

    def _make_room(self) -> None:
        more = 3 * len(self._numbers) + 3 - len(self._rarities)
        self._rarities += [self._unknown] * more
        self._board += [0.0] * more

    def _views(self, terms: Terms) -> tuple[tuple[list[int], list[float]], ...]:
        """Give the numbers of a text's words, of those of its lead and of its names, and the roots of their counts.

        A word of the lead counts as often as in the whole text: how often it is repeated there tells more.
        """
        words = list(map(self._numbers.__getitem__, terms.words.split()))
        roots = list(map(_ROOTS.__getitem__, terms.word_counts))
        return (
            (words, roots),
            ([number + _LEAD for number in words[: terms.lead]], roots[: terms.lead]),
            (
                [self._numbers[name] + _NAMES for name in terms.names.split()],
                list(map(_ROOTS.__getitem__, terms.name_counts)),
            ),
        )


def likeness_of_any_two(vectors: Sequence[Vector]) -> float:
    """Give the mean cosine of all pairs, in one pass."""
    total: dict[int, float] = {}
    itself = 0.0
    for vector in vectors:
        for number, weight in zip(vector.numbers, vector.weights, strict=True):
            total[number] = total.get(number, 0.0) + weight
            itself += weight * weight
    pairs = len(vectors) * (len(vectors) - 1)
    return max(0.0, sum([weight * weight for weight in total.values()]) - itself) / pairs if pairs else 0.0
