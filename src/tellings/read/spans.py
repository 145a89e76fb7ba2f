"""Tag scores of pieces become spans of whole words.

Comes in:   the network's scores of BIO tags for each piece: 0 is O, 1 + 2 * class is B, one more is I.
Goes out:   spans of pieces with their class, in order of place.

A word's scores are the mean of its pieces', so a span starts and ends where a word does and is not torn
apart by one doubtful piece.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BEGIN_MARGIN = 1.0
"""How much B must outscore I for a word to begin a new span right behind one of its class."""

TaggedSpan = tuple[int, int, int]
"""First piece, last piece + 1, class."""


def tagged_spans(
    scores: NDArray[np.float32], first: NDArray[np.bool_], favour: Mapping[int, float] | None = None
) -> list[TaggedSpan]:
    """The spans of scores (pieces, 1 + 2 * classes); `first` marks the pieces that begin a word.

    `favour` adds to the score of a class: what the network finds too rarely.
    """
    heads = np.flatnonzero(first)
    if not len(heads):
        return []
    tails = np.append(heads[1:], len(scores))
    words = np.add.reduceat(scores, heads, axis=0) / (tails - heads)[:, None]
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
