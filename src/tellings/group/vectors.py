"""Articles as points: the closer two of them, the likelier that they tell of one event.

Comes in:   articles.
Goes out:   one `Vector` an article: its heaviest words by TF-IDF, scaled to unit length.

Document frequencies are those of the background, and with a small part those of the batch itself: words that
a whole batch shares (the name of an outlet, a season's politics) count less, but never nothing, since all
articles may tell one story.
"""

from __future__ import annotations

import hashlib
import heapq
import math
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tellings.group.background import background
from tellings.group.words import weighted_words
from tellings.records import Article

_HEAVIEST = 200
_RARITY_DAMPED = 0.75
"""An exponent: a word that nobody else prints is worth more than a common one, but not as much more as by the
plain measure."""
_BATCH_PART = 0.2
"""The weight of the whole batch, at most, in units of the whole background."""


class Vector(NamedTuple):
    """Words by number, heaviest first, and their weights, whose squares sum to 1 (or there are none)."""

    words: array[int]
    weights: array[float]


def vectors_of(articles: Sequence[Article]) -> list[Vector]:
    """One vector an article, in the same order; word numbers are shared by all vectors of one call."""
    weighed = [weighted_words(article) for article in articles]
    rarity = _rarity(weighed)
    numbers: dict[str, int] = {}
    return [
        _vector(weights, rarity, lambda word: numbers.setdefault(word, len(numbers))) for weights in weighed
    ]


def lasting_vector(article: Article) -> Vector:
    """The vector of one article by itself, the same in every library and at every time.

    Only the background says how rare a word is, and the number of a word (32 bits) follows from its letters.
    """
    weights = weighted_words(article)
    return _vector(weights, {word: _lasting_rarity(word) for word in weights}, _lasting_number)


def _vector(weights: dict[str, float], rarity: dict[str, float], number_of: Callable[[str], int]) -> Vector:
    scaled = [(weight * rarity[word], word) for word, weight in weights.items()]
    heaviest = heapq.nlargest(_HEAVIEST, scaled)
    length = math.sqrt(sum(weight * weight for weight, _ in heaviest)) or 1.0
    return Vector(
        words=array("l", (number_of(word) for _, word in heaviest)),
        weights=array("f", (weight / length for weight, _ in heaviest)),
    )


@lru_cache(maxsize=1 << 16)
def _lasting_number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest())


@lru_cache(maxsize=1 << 16)
def _lasting_rarity(word: str) -> float:
    known = background()
    rarity = math.log((1.0 + known.documents) / (0.5 + known.counts.get(word, 0)))
    return float(max(0.0, rarity) ** _RARITY_DAMPED)


def _rarity(weighed: Sequence[dict[str, float]]) -> dict[str, float]:
    """The inverse document frequency of each word of the batch, damped."""
    known = background()
    held_by = Counter(word for weights in weighed for word in weights)
    part = min(1.0, _BATCH_PART * known.documents / max(1, len(weighed)))
    total = 1.0 + known.documents + part * len(weighed)
    return {
        word: max(0.0, math.log(total / (0.5 + known.counts.get(word, 0) + part * documents)))
        ** _RARITY_DAMPED
        for word, documents in held_by.items()
    }
