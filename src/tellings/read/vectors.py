"""Vector terms of pieces become sentence vectors.

Comes in:   pieces, the sentences of their text, the sums of the terms of each sentence's pieces.
Goes out:   float32 of shape (sentences, HIDDEN), rows of unit length (zero where a sentence has no piece).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tellings.read.model import Stretches, run
from tellings.read.pieces import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tellings.read.pieces import Pieces
    from tellings.records import Sentence


def stretches(pieces: Pieces, sentences: Sequence[Sentence]) -> Stretches:
    """Which pieces make up each sentence."""
    starts = np.array([s.span.start for s in sentences], dtype=np.int64)
    ends = np.array([s.span.end for s in sentences], dtype=np.int64)
    return Stretches(
        first=np.searchsorted(pieces.ends, starts, side="right"),
        last=np.searchsorted(pieces.starts, ends, side="left"),
    )


def unit(sums: NDArray[np.float32]) -> NDArray[np.float32]:
    """The sums of the terms of each sentence's pieces, made unit length."""
    length = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.maximum(length, 1e-9), dtype=np.float32)


def vector_of(words: str) -> NDArray[np.float32]:
    """What a question means, float32 of shape (HIDDEN,) and unit length, beside the vectors of sentences."""
    pieces = cut(words)
    whole = Stretches(first=np.zeros(1, np.int64), last=np.array([len(pieces)], np.int64))
    vector: NDArray[np.float32] = unit(run(pieces, whole).sums)[0]
    return vector
