"""What the articles of an event have in common, on the face of it: a place, days, and phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from generator.events.copies import Words
from generator.model import Article, Fold, Grounds
from generator.text.stop_words import STOP_WORDS
from generator.text.tags import primary

# A phrase: so many words in a row or more, of which so many are not the small ones that hold any prose together.
RUN = 3
TELLING = 2
# So many words tell what a text has in common with others: two sentences or three. Events that share much by all their
# words do so by these (r = 0.96), in a sixth of the time.
OPENING = 60
# Scripts written without blanks come behind those written with them.
_ALPHABETS = "\u0e00"
KNOWN, UNKNOWN = b"\1", b"\0"
# Where a text's language is not known, the small words of all.
_SMALL = frozenset(chain.from_iterable(STOP_WORDS.values()))

Text = tuple[str, Words]  # a text's language and its words


def grounds_of(articles: Sequence[Article], words: Mapping[str, Words], folds: Iterable[Fold]) -> Grounds:
    """Give what articles have in common; `words` are the first of each, by stem. Copies of one text are one text."""
    copies = {stem for fold in folds for stem in fold.articles[1:]}
    texts = [(article.lang, words[article.stem]) for article in articles if article.stem not in copies]
    places = {" ".join(article.place.casefold().split()) for article in articles}
    return Grounds(
        texts=len(texts),
        same_place=len(places) == 1 and "" not in places,
        days=days_apart(articles),
        phrases=len(shared_phrases(texts)),
    )


def days_apart(articles: Iterable[Article]) -> int | None:
    """Give the days from the first that articles tell of to the last; None where one of them has none, or no day."""
    told = [article.told or article.published for article in articles]
    days = [when.first.toordinal() for when in told if when and when.precision == "day"]
    return max(days) - min(days) if days and len(days) == len(told) else None


def shared_phrases(texts: Iterable[Text]) -> list[Words]:
    """Give the phrases that stand in the openings of more than one text, each once."""
    seen: set[Words] = set()
    found: dict[Words, None] = {}
    for text in texts:
        runs = _runs(text)
        found.update(dict.fromkeys(_phrases(text, runs, seen)))
        seen.update(runs)
    return list(found)


def phrases_shared_with(text: Text, others: Iterable[Text]) -> list[Words]:
    """Give the phrases of a text's opening that stand in that of one of the others, each once."""
    return list(dict.fromkeys(_phrases(text, _runs(text), set(chain.from_iterable(map(_runs, others))))))


def phrase_text(phrase: Words) -> str:
    """Give a phrase as it is read: where a script has no blanks, its words are pairs that overlap."""
    text = phrase[0]
    for before, word in pairwise(phrase):
        text += word[1:] if len(word) == 2 and word[0] == before[-1] and word > _ALPHABETS else f" {word}"
    return text


def _runs(text: Text) -> list[Words]:
    words = text[1][:OPENING]
    return list(zip(words, words[1:], words[2:], strict=False))


def _phrases(text: Text, runs: Iterable[Words], seen: set[Words]) -> Iterator[Words]:
    lang, words = text
    known = bytes(map(seen.__contains__, runs))
    if KNOWN not in known:
        return
    small = STOP_WORDS.get(primary(lang), _SMALL)
    for phrase in _stretches(words, known):
        telling = _trimmed(phrase, small)
        if len(telling) >= TELLING and sum([word not in small for word in telling]) >= TELLING:
            yield telling


def _stretches(words: Words, known: bytes) -> Iterator[Words]:
    """Give the longest runs of words of which every part is known."""
    start = known.find(KNOWN)
    while start >= 0:
        end = known.find(UNKNOWN, start)
        end = end if end >= 0 else len(known)
        yield words[start : end + RUN - 1]
        start = known.find(KNOWN, end)


def _trimmed(phrase: Words, small: frozenset[str]) -> Words:
    """Give a phrase without small words at its ends."""
    telling = [at for at, word in enumerate(phrase) if word not in small]
    return phrase[telling[0] : telling[-1] + 1] if telling else ()
