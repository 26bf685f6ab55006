"""What a text is about, in numbers: its counted terms, and what each weighs in a collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, count, filterfalse, repeat
from math import dist, hypot, log, sqrt
from operator import itemgetter, mul, ne

from generator.model import Terms
from generator.text.language import likeliest_language
from generator.text.stop_words import STOP_WORDS
from generator.text.tags import primary
from generator.text.words import words_of

MOST_CHARACTERS = 2500  # some 400 words: what a report tells after them is background, and costs as much
LEAD_WORDS = 100  # a report's opening, where it says what happened; with 60 look-alikes are merged, 120 scores lower
# Documents imagined beside the collection in which none of its terms stand: without them a word that is in both
# articles of a collection of two would weigh nothing. Swept 0 to 30 on collections of 3 to 300 articles.
BACKGROUND = 10

# A count as one character, so that all counts of a text are one string, and what turns such characters into numbers.
_DIGITS = {number: str(number) for number in range(10)}
_NUMBERS = bytes.maketrans(b"0123456789", bytes(range(10)))


def terms_of(title: str, paragraphs: Iterable[str], lang: str = "") -> Terms:
    """Count the words that a text rests on: those of its title and lead, names, and what it says more than once.

    What it says once, below the lead, is background: with it nothing scores higher, and all costs half more. The small
    words of its language are left out: in a collection of a few articles they would weigh like any other.
    """
    text = "\n".join(paragraphs)[:MOST_CHARACTERS]
    small = _small_words(primary(lang or likeliest_language(f"{title}\n{text}")))
    heading = words_of(title[:MOST_CHARACTERS])
    written = heading + words_of(text)
    lead_ends = len(heading) + LEAD_WORDS
    opening = list(filterfalse(small.__contains__, written[:lead_ends]))
    kept = [*opening, *filterfalse(small.__contains__, written[lead_ends:])]
    lowered = list(map(str.lower, kept))
    lead = dict.fromkeys(lowered[: len(opening)])
    counts = Counter(lowered)
    names = Counter(compress(lowered, map(ne, kept, lowered)))
    repeated = [word for word, number in counts.items() if number > 1]
    words = list(dict.fromkeys([*lead, *names, *repeated]))
    name_counts = _digits(map(names.get, words, repeat(0)))
    return Terms(" ".join(words), _digits(map(counts.__getitem__, words)), len(lead), name_counts)


@cache
def _small_words(lang: str) -> Collection[str]:
    """Give the small words of a language in each way of writing them: so a text need not be lowered first."""
    small = STOP_WORDS.get(lang, frozenset())
    return frozenset(form for word in small for form in (word, word.capitalize(), word.upper()))


def _digits(counts: Iterable[int]) -> str:
    return "".join(map(_DIGITS.get, counts, repeat("9")))


def without(terms: Terms, title: str) -> Terms:
    """Give the terms of a text as if it had no title; of a text that is nothing but its title, all of them."""
    heading = _counts_of_heading(title)
    left = {}
    for word, (number, named) in _counts_of(terms):
        fewer, fewer_named = heading.get(word, (0, 0))
        if number > fewer:
            left[word] = number - fewer, max(0, named - fewer_named)
    if not left:
        return terms
    lead = sum(word in left for word in terms.words.split()[: terms.lead])
    numbers, names = zip(*left.values(), strict=True)
    return Terms(" ".join(left), _digits(numbers), lead, _digits(names))


@lru_cache(maxsize=100)  # who leaves out a title leaves it out of many texts
def _counts_of_heading(title: str) -> Mapping[str, tuple[int, int]]:
    return dict(_counts_of(terms_of(title, ())))


def _counts_of(terms: Terms) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give each word with how often it stands, and how often as a name."""
    counts = zip(map(int, terms.word_counts), map(int, terms.name_counts), strict=True)
    return zip(terms.words.split(), counts, strict=True)


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
    """What words weigh in a collection: the less, the more of its texts they stand in."""

    def __init__(self, sample: Sequence[Terms], *, complete: bool) -> None:
        """Weigh words by a sample of texts, which may be the complete collection."""
        self._numbers: defaultdict[str, int] = defaultdict(count(1).__next__)  # nothing has the number 0
        among = Counter([number for terms in sample for number in self._numbers_of(terms)])
        # By number: the square of how rare a word is, and a board with nothing on it.
        self._rarities: list[float] = []
        self._board: list[float] = []
        self._unknown = log(len(sample) + BACKGROUND) ** 2
        self._make_room()
        for number, texts in among.items():
            self._rarities[number] = log((len(sample) + BACKGROUND) / texts) ** 2
        # What stands in one text alone can meet nothing: it counts in the length of a vector, and is not in it.
        self._alone = {number for number, texts in among.items() if complete and texts == 1}

    def vector(self, terms: Terms) -> Vector:
        """Give a text's tf-idf vector of length 1, in which words, words of the lead and names have equal weight.

        A text is seen in these three views; one without words (names, in a script without capitals) leaves its weight
        to the others. A word weighs so much that its square is the sum of its squares in the views.
        """
        numbers = self._numbers_of(terms)
        self._make_room()
        rarities = list(map(self._rarities.__getitem__, numbers))
        words = list(map(mul, rarities, terms.word_counts.encode().translate(_NUMBERS)))
        names = list(map(mul, rarities, terms.name_counts.encode().translate(_NUMBERS)))
        totals = sum(words), sum(words[: terms.lead]), sum(names)
        views = len(list(filter(None, totals)))
        word, lead, name = [1 / (total * views) if total else 0.0 for total in totals]
        shares = chain(repeat(word + lead, terms.lead), repeat(word))
        weights = [sqrt(its * share + named * name) for its, named, share in zip(words, names, shares, strict=False)]
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
        more = len(self._numbers) + 1 - len(self._rarities)
        self._rarities += [self._unknown] * more
        self._board += [0.0] * more

    def _numbers_of(self, terms: Terms) -> list[int]:
        return list(map(self._numbers.__getitem__, terms.words.split()))


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
