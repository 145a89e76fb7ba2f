"""The reader's label sets and the features of a pair of spans.

Comes in:   nothing; these are definitions that training and running share.
Goes out:   tag names in the order of the model's outputs, and `pair_features`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
"""Roles of an attribution relation. Role tags: 0 is O, then B and I of each role in this order."""

ENTITY_TYPES = ("person", "organisation", "place", "nationality", "event", "date", "quantity", "other")
"""Entity tags are laid out like the role tags."""

ROLE_TAGS = 1 + 2 * len(ROLES)
ENTITY_TAGS = 1 + 2 * len(ENTITY_TYPES)
LINK = 64
"""Length of a piece's vector in each of the four link roles: content seeks cue, cue sought, cue seeks source,
source sought."""
LINKS = 4
HIDDEN = 384
PAIR_FEATURES = 26

_EDGES = np.array([0, 2, 4, 8, 16, 32, 64, 128])


def pair_features(
    distance: NDArray[np.int32], breaks: NDArray[np.int32], between: NDArray[np.int32]
) -> NDArray[np.float32]:
    """Features of pairs of spans, float32 of shape (..., PAIR_FEATURES).

    `distance`: pieces from the seeking span to the sought one, negative where the sought one comes first.
    `breaks`: line breaks between them. `between`: spans of the sought role that stand between them.
    """
    size = np.searchsorted(_EDGES, np.abs(distance), side="right") - 1
    bucket = np.where(distance < 0, size, size + len(_EDGES))
    features = np.zeros((*distance.shape, PAIR_FEATURES), dtype=np.float32)
    grid = np.indices(distance.shape)
    features[(*grid, bucket)] = 1
    features[(*grid, 16 + np.minimum(breaks, 3))] = 1
    features[(*grid, 20 + np.minimum(between, 3))] = 1
    features[..., 24] = distance < 0
    features[..., 25] = np.abs(distance) / 100
    return features
