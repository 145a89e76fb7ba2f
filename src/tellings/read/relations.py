"""Tags and link vectors become attribution relations.

Comes in:   the tag of each piece, its link vectors, and the weights that score a pair of spans.
Goes out:   relations as spans of pieces: each cue with the source it names and the contents it introduces.

Every relation of the training corpus has exactly one cue, so the cue is the centre: a content belongs to
the cue that it scores highest with, and a cue takes the source it scores highest with, or none.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tellings.read.labels import LINK, pair_features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tellings.read.pieces import Pieces

REACH = 400
"""How many pieces apart two spans of one relation may be."""

PieceSpan = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class PairWeights:
    """Linear weights over `pair_features`, float32 of shape (PAIR_FEATURES,), and the score of no source."""

    cue: NDArray[np.float32]
    source: NDArray[np.float32]
    no_source: float


@dataclass(frozen=True, slots=True)
class PieceRelation:
    """One attribution relation in pieces."""

    cue: PieceSpan
    source: PieceSpan | None
    contents: tuple[PieceSpan, ...]


def runs(tags: NDArray[np.int64], first: NDArray[np.bool_]) -> list[tuple[int, int, int]]:
    """Spans (start, end, class) of BIO tags: 0 is O, 1 + 2 * class is B, one more is I.

    A span takes whole words: it starts and ends where a word does.
    """
    kinds = np.where(tags > 0, (tags - 1) // 2, -1)
    begins = (tags > 0) & (tags % 2 == 1) & first
    changes = np.flatnonzero((kinds[1:] != kinds[:-1]) | begins[1:]) + 1
    edges = [0, *changes.tolist(), len(tags)]
    found: list[tuple[int, int, int]] = []
    for start, end in itertools.pairwise(edges):
        kind = int(kinds[start])
        if kind < 0:
            continue
        while start > 0 and not first[start]:
            start -= 1
        while end < len(tags) and not first[end]:
            end += 1
        start = max(start, found[-1][1] if found else 0)
        if start < end:
            found.append((start, end, kind))
    return found


def relate(
    spans: list[tuple[int, int, int]], links: NDArray[np.float32], pieces: Pieces, weights: PairWeights
) -> list[PieceRelation]:
    """The relations among source (0), cue (1) and content (2) spans; `links` is (pieces, LINKS * LINK)."""
    sources, cues, contents = ([(a, b) for a, b, kind in spans if kind == role] for role in range(3))
    if not cues:
        return []
    breaks = np.cumsum(pieces.gap == 2)
    sums = np.concatenate(
        [np.zeros((1, links.shape[1]), np.float32), np.cumsum(links, axis=0, dtype=np.float32)]
    )
    found: list[list[PieceSpan]] = [[] for _ in cues]
    seeking, keys = _vectors(contents, sums, 0), _vectors(cues, sums, 1)
    for at, content in enumerate(contents):
        best, _ = _best(content, seeking[at], cues, keys, breaks, weights.cue)
        if best is not None:
            found[best].append(content)
    relations = []
    seeking, keys = _vectors(cues, sums, 2), _vectors(sources, sums, 3)
    for at, cue in enumerate(cues):
        if found[at]:
            best, score = _best(cue, seeking[at], sources, keys, breaks, weights.source)
            named = sources[best] if best is not None and score > weights.no_source else None
            relations.append(PieceRelation(cue, named, tuple(found[at])))
    return relations


def _vectors(spans: list[PieceSpan], sums: NDArray[np.float32], role: int) -> NDArray[np.float32]:
    """Mean link vector of each span in one link role, (spans, LINK)."""
    at = np.array(spans, dtype=np.int64).reshape(-1, 2)
    part = sums[:, role * LINK : (role + 1) * LINK]
    return (part[at[:, 1]] - part[at[:, 0]]) / (at[:, 1] - at[:, 0])[:, None]


def _best(
    span: PieceSpan,
    vector: NDArray[np.float32],
    sought: list[PieceSpan],
    keys: NDArray[np.float32],
    breaks: NDArray[np.int64],
    weights: NDArray[np.float32],
) -> tuple[int | None, float]:
    """The sought span within reach that scores highest, and its score."""
    starts = np.fromiter((a for a, _ in sought), np.int64, len(sought))
    low = int(np.searchsorted(starts, span[0] - REACH))
    high = int(np.searchsorted(starts, span[1] + REACH))
    if low == high:
        return None, 0.0
    near = np.array(sought[low:high])
    scores = keys[low:high] @ vector / LINK**0.5
    scores = scores + pair_features(*geometry(span, near, breaks)) @ weights
    best = int(scores.argmax())
    return low + best, float(scores[best])


def geometry(
    span: PieceSpan, sought: NDArray[np.int64], breaks: NDArray[np.int64]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """How far each sought span (n, 2) lies from `span`, how many line breaks and sought spans are between.

    `breaks` counts the line breaks up to and including each piece.
    """
    after = sought[:, 0] >= span[1]
    distance = np.where(after, sought[:, 0] - span[1], -(np.maximum(span[0] - sought[:, 1], 0) + 1))
    left = np.where(after, span[0], sought[:, 0])
    right = np.where(after, sought[:, 0], span[0])
    crossed = breaks[right] - breaks[left]
    ahead = int(np.searchsorted(sought[:, 0], span[0]))
    order = np.arange(len(sought))
    between = np.where(order >= ahead, order - ahead, ahead - 1 - order)
    return distance.astype(np.int32), crossed.astype(np.int32), between.astype(np.int32)
