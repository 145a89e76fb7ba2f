"""Tag scores of pieces become spans of whole words.

Comes in:   the network's scores of BIO tags for each piece: 0 is O, 1 + 2 * class is B, one more is I.
Goes out:   spans of pieces with their class, in order of place.

A word's scores are the mean of its pieces', so a span starts and ends where a word does and is not torn
apart by one doubtful piece.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BEGIN_MARGIN = 1.0
"""How much B must outscore I for a word to begin a new span right behind one of its class."""

TaggedSpan = tuple[int, int, int]
"""First piece, last piece + 1, class."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Pieces [start, end) that may be a span of some class.

    `trust`: the mean probability of the class over its words; `tagged`: whether the tags alone choose it.
    """

    start: int
    end: int
    trust: float
    tagged: bool

    @property
    def span(self) -> tuple[int, int]:
        """First piece, last piece + 1."""
        return self.start, self.end


def tagged_spans(
    scores: NDArray[np.float32], first: NDArray[np.bool_], favour: Mapping[int, float] | None = None
) -> list[TaggedSpan]:
    """The spans of scores (pieces, 1 + 2 * classes); `first` marks the pieces that begin a word.

    `favour` adds to the score of a class: what the network finds too rarely.
    """
    heads, tails, words = _words(scores, first)
    if not len(heads):
        return []
    begin, inside = words[:, 1::2], words[:, 2::2]
    either = np.logaddexp(begin, inside)
    for kind, more in (favour or {}).items():
        either[:, kind] += more
    kinds = np.concatenate([words[:, :1], either], axis=1).argmax(axis=1) - 1
    own = np.maximum(kinds, 0)[:, None]
    begins = np.take_along_axis(begin, own, 1) > np.take_along_axis(inside, own, 1) + BEGIN_MARGIN
    changes = np.flatnonzero((kinds[1:] != kinds[:-1]) | (begins[1:, 0] & (kinds[1:] >= 0))) + 1
    edges = [0, *changes.tolist(), len(kinds)]
    return [
        (int(heads[a]), int(tails[b - 1]), int(kinds[a]))
        for a, b in itertools.pairwise(edges)
        if kinds[a] >= 0
    ]


def candidates(
    scores: NDArray[np.float32], first: NDArray[np.bool_], kind: int, least: float
) -> list[Candidate]:
    """The tagged spans of a class, and every other run of words that have it by at least `least`."""
    heads, tails, words = _words(scores, first)
    if not len(heads):
        return []
    odds = np.exp(words - words.max(axis=1, keepdims=True))
    chance = odds[:, 1 + 2 * kind : 3 + 2 * kind].sum(axis=1) / odds.sum(axis=1)
    spans = [(a, b, True) for a, b, own in tagged_spans(scores, first) if own == kind]
    open_ = chance >= least
    for a, b, _ in spans:
        low, high = np.searchsorted(heads, (a, b)).tolist()
        open_[low:high] = True
    taken = {edge for a, b, _ in spans for edge in range(a, b)}
    edges = np.flatnonzero(np.diff(np.concatenate([[False], open_, [False]]).astype(np.int8)))
    for low, high in edges.reshape(-1, 2).tolist():
        a, b = int(heads[low]), int(tails[high - 1])
        if taken.isdisjoint(range(a, b)):
            spans.append((a, b, False))
    found = []
    for a, b, tagged in sorted(spans):
        low, high = np.searchsorted(heads, (a, b)).tolist()
        found.append(Candidate(a, b, float(chance[low:high].mean()), tagged))
    return found


def _words(
    scores: NDArray[np.float32], first: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """First piece and last piece + 1 of each word, and the mean scores of its pieces."""
    heads = np.flatnonzero(first).astype(np.int64)
    tails = np.append(heads[1:], len(scores))[: len(heads)]
    if not len(heads):
        return heads, tails, scores[:0]
    words = np.add.reduceat(scores, heads, axis=0) / (tails - heads)[:, None]
    return heads, tails, words.astype(np.float32)
