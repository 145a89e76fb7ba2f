"""Vector terms of pieces become sentence vectors.

Comes in:   pieces, their vector terms, and the sentences of the text.
Goes out:   float32 of shape (sentences, HIDDEN), rows of unit length (zero where a sentence has no piece).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tellings.read.labels import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tellings.read.pieces import Pieces
    from tellings.records import Sentence


def sentence_vectors(
    pieces: Pieces, terms: NDArray[np.float16], sentences: Sequence[Sentence]
) -> NDArray[np.float32]:
    """The unit mean of the terms of each sentence's pieces."""
    starts = np.array([s.span.start for s in sentences], dtype=np.int64)
    ends = np.array([s.span.end for s in sentences], dtype=np.int64)
    first = np.searchsorted(pieces.ends, starts, side="right").tolist()
    last = np.searchsorted(pieces.starts, ends, side="left").tolist()
    sums = np.zeros((len(sentences), HIDDEN), np.float32)
    for row, (a, b) in enumerate(zip(first, last, strict=True)):
        terms[a:b].sum(axis=0, dtype=np.float32, out=sums[row])
    length = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.maximum(length, 1e-9), dtype=np.float32)


def vector_of(words: str) -> NDArray[np.float32]:
    """What a question means, float32 of shape (HIDDEN,) and unit length, beside the vectors of sentences."""
    from tellings.read.model import run
    from tellings.read.pieces import cut

    terms = run(cut(words)).vector
    mean = terms.mean(axis=0, dtype=np.float32) if len(terms) else np.zeros(HIDDEN, np.float32)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)
