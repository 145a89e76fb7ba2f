"""How well two spans go together as parts of one attribution relation.

Comes in:   a span that seeks (a content its cue, a cue its source), the spans sought near it, and how much
            it points at each.
Goes out:   features of each pair, and their scores by a small network of two layers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tellings.read.pieces import Pieces
    from tellings.read.spans import Candidate

PLACE_FEATURES = 46
PAIR_FEATURES = PLACE_FEATURES + 8
_EDGES = np.array([0, 1, 2, 3, 5, 8, 12, 20, 40, 80, 160])
_STOPS = np.array([1012, 1029, 999])
"""The vocabulary's ids of . ? !"""

PieceSpan = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """Two layers: `inner` (hidden, PAIR_FEATURES), `inner_bias`, `outer` (hidden,), and the score of none."""

    inner: NDArray[np.float32]
    inner_bias: NDArray[np.float32]
    outer: NDArray[np.float32]
    outer_bias: float
    none: float

    def scores(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """A score for each row of features (n, PAIR_FEATURES)."""
        hidden = np.maximum(features @ self.inner.T + self.inner_bias, 0)
        return np.asarray(hidden @ self.outer + self.outer_bias, dtype=np.float32)


class Landscape:
    """What stands between the spans of one text: line breaks, full stops, quotation marks."""

    def __init__(self, pieces: Pieces) -> None:
        self.quote = pieces.quote > 0
        self.breaks = np.cumsum(pieces.gap == 2)
        self.stops = np.concatenate([[0], np.cumsum(np.isin(pieces.ids, _STOPS))])

    def places(self, span: PieceSpan, near: NDArray[np.int64]) -> NDArray[np.float32]:
        """How `span` stands to each span of `near` (n, 2), in order of place; (n, PLACE_FEATURES)."""
        order = np.arange(len(near))
        after = near[:, 0] >= span[1]
        distance = np.where(after, near[:, 0] - span[1], np.maximum(span[0] - near[:, 1], 0))
        left = np.where(after, span[1] - 1, near[:, 1] - 1)
        right = np.where(after, near[:, 0], span[0])
        breaks = np.clip(self.breaks[right] - self.breaks[left], 0, 3)
        stops = np.clip(self.stops[np.maximum(right, left + 1)] - self.stops[left + 1], 0, 3)
        ahead = int(np.searchsorted(near[:, 0], span[0]))
        between = np.minimum(np.where(order >= ahead, order - ahead, ahead - 1 - order), 3)
        quoted = float(self.quote[span[0] : span[1]].mean() > 0.6)
        made = np.zeros((len(near), PLACE_FEATURES), dtype=np.float32)
        made[order, np.searchsorted(_EDGES, distance, side="right") - 1 + np.where(after, 11, 0)] = 1
        made[order, 22 + breaks] = 1
        made[order, 26 + stops] = 1
        made[order, 30 + between] = 1
        made[:, 34] = after
        made[:, 35] = quoted
        made[:, 36] = after * quoted
        made[:, 37] = min(span[1] - span[0], 40) / 40
        made[:, 38] = np.minimum(near[:, 1] - near[:, 0], 10) / 10
        made[:, 39], made[:, 40] = after & (breaks > 0), ~after & (breaks > 0)
        made[:, 41], made[:, 42] = after & (stops > 0), ~after & (stops > 0)
        made[:, 43] = np.log1p(distance) / 5
        made[:, 44] = quoted * (breaks > 0)
        made[:, 45] = (near[:, 0] >= span[0]) & (near[:, 1] <= span[1])
        return made


def pair_features(
    places: NDArray[np.float32],
    pointing: tuple[NDArray[np.float32], float],
    beside: tuple[NDArray[np.float32], float],
    trust: float,
    sought: Sequence[Candidate],
) -> NDArray[np.float32]:
    """Features of one seeking span with each sought one, (sought, PAIR_FEATURES).

    `pointing` is the share of the span's pointing on each and on none, `beside` that of a second span that
    seeks the same (zeros where there is none), `trust` that in the span itself.
    """
    made = [places]
    for masses, none in (pointing, beside):
        made.append(np.stack([masses, np.log(masses + 1e-3) / 5, np.full_like(masses, none)], axis=1))
    trusted = np.array([(c.trust, trust) for c in sought], np.float32).reshape(-1, 2)
    return np.concatenate([*made, trusted], axis=1)
