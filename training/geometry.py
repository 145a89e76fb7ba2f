"""Where two spans of one window stand to one another, while the network learns to link them.

Comes in:   spans in pieces, and the count of line breaks up to each piece.
Goes out:   features of each pair. The running program pairs spans with scorers of its own
            (`training.pairs`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PAIR_FEATURES = 26
_EDGES = np.array([0, 2, 4, 8, 16, 32, 64, 128])


def link_features(
    span: tuple[int, int], sought: NDArray[np.int64], breaks: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Features of `span` with each of the `sought` spans (n, 2), float32 of shape (n, PAIR_FEATURES)."""
    after = sought[:, 0] >= span[1]
    distance = np.where(after, sought[:, 0] - span[1], np.maximum(span[0] - sought[:, 1], 0) + 1)
    crossed = breaks[np.where(after, sought[:, 0], span[0])] - breaks[np.where(after, span[0], sought[:, 0])]
    ahead = int(np.searchsorted(sought[:, 0], span[0]))
    order = np.arange(len(sought))
    between = np.where(order >= ahead, order - ahead, ahead - 1 - order)
    features = np.zeros((len(sought), PAIR_FEATURES), dtype=np.float32)
    bucket = np.searchsorted(_EDGES, distance, side="right") - 1 + np.where(after, len(_EDGES), 0)
    features[order, bucket] = 1
    features[order, 16 + np.minimum(crossed, 3)] = 1
    features[order, 20 + np.minimum(between, 3)] = 1
    features[:, 24] = ~after
    features[:, 25] = distance / 100
    return features
