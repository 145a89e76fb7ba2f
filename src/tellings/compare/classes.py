"""Which words are nouns, verbs, adjectives: the classes by which phrases are told apart.

Comes in:   the words of assertions.
Goes out:   one class a word, from a linear model over the word, its endings and its neighbours, whose weights
            were fitted by `training/classes.py` (models/CARD.md says on what, and how often it is right).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tellings.compare.assertions import Assertion
from tellings.compare.words import Word
from tellings.models import model_file

WordClass = Literal["noun", "name", "verb", "auxiliary", "adjective", "adverb", "small", "number"]
CLASSES: tuple[WordClass, ...] = (
    "noun",
    "name",
    "verb",
    "auxiliary",
    "adjective",
    "adverb",
    "small",
    "number",
)
BUCKETS = 1 << 15
FILE = "classes.npz"
_EDGE = (0, 0, 0, 0, 0)
_APART = 2
_BLOCK = 8192


def classes_of(runs: Sequence[Sequence[Word]]) -> list[tuple[WordClass, ...]]:
    """The classes of the words of each run."""
    weights, bias = _weights()
    told: list[WordClass] = []
    rows = features_of(runs)
    for start in range(0, len(rows), _BLOCK):
        scores = weights[rows[start : start + _BLOCK]].sum(axis=1, dtype=np.int32) + bias
        told += [CLASSES[best] for best in scores.argmax(axis=1).tolist()]
    ends = np.cumsum([len(run) for run in runs]).tolist()
    return [tuple(told[end - len(run) : end]) for run, end in zip(runs, ends, strict=True)]


class Classes:
    """The classes of the words of a story's assertions, each worked out once, when it is asked about."""

    def __init__(self) -> None:
        self._known: dict[int, dict[int, WordClass]] = {}

    def of(self, assertion: Assertion, word: Word) -> WordClass:
        """The class of a word of an assertion."""
        self._learn([assertion])
        return self._known[assertion.index][word.start]

    def of_all(self, assertions: Sequence[Assertion]) -> list[tuple[WordClass, ...]]:
        """The classes of all words of each assertion."""
        self._learn(assertions)
        return [tuple(self._known[assertion.index].values()) for assertion in assertions]

    def _learn(self, assertions: Sequence[Assertion]) -> None:
        new = [assertion for assertion in assertions if assertion.index not in self._known]
        for assertion, told in zip(new, classes_of([one.words for one in new]) if new else (), strict=True):
            starts = (word.start for word in assertion.words)
            self._known[assertion.index] = dict(zip(starts, told, strict=True))


def features_of(runs: Sequence[Sequence[Word]]) -> NDArray[np.int64]:
    """Rows of the weights that speak for each word of the runs, one run after another.

    int64 of shape (words, templates), 0 <= row < BUCKETS.
    """
    keys, gaps, real = [_EDGE, _EDGE], [_APART], [False, False]
    for run in runs:
        keys += [*(_keys(word.lower, word.capital) for word in run), _EDGE, _EDGE]
        gaps += [_APART, *(_gap(one, other) for one, other in pairwise(run)), *[_APART] * (2 if run else 1)]
        real += [*[True] * len(run), False, False]
    table = np.array(keys, dtype=np.int64)
    apart = np.array(gaps, dtype=np.int64)
    places = np.flatnonzero(real)
    own, last, following = table[places], table[places - 1], table[places + 1]
    before, after = apart[places - 1], apart[places]
    columns = [
        own[:, 0],
        own[:, 1],
        own[:, 2],
        own[:, 3] + before,
        own[:, 4],
        last[:, 0] * 3 + before + 11,
        following[:, 0] * 5 + after + 13,
        last[:, 1] * 7 + 17,
        following[:, 1] * 11 + 19,
        table[places - 2, 0] * 13 + 23,
        table[places + 2, 0] * 17 + 29,
        last[:, 2] * 19 + own[:, 1],
        following[:, 2] * 23 + own[:, 1] + 31,
        last[:, 0] * 29 + own[:, 0] + 37,
    ]
    return np.stack(columns, axis=1) % BUCKETS


def _gap(one: Word, other: Word) -> int:
    """Whether a space, something short like a hyphen, or more stands between two words."""
    apart = other.start - one.end
    return 0 if apart == 1 else 1 if apart == 0 else _APART


@lru_cache(maxsize=65536)
def _keys(lower: str, capital: bool) -> tuple[int, int, int, int, int]:
    """Hashes of the word, of its last three and two letters, of its shape, and of its beginning."""
    plain = lower.removesuffix("'s")
    shape = "9" if lower[0].isdigit() else "A" if capital else "a"
    return (
        crc32(plain.encode()),
        crc32(b"3" + plain[-3:].encode()),
        crc32(b"2" + plain[-2:].encode()),
        crc32(b"s" + shape.encode()),
        crc32(b"p" + (shape + plain[:3]).encode()),
    )


@cache
def _weights() -> tuple[NDArray[np.int8], NDArray[np.int32]]:
    with np.load(model_file(FILE)) as table:
        return table["weights"], table["bias"]
