"""How likely two wordings tell the same fact.

Comes in:   the features of candidate pairs; where one is installed, a pair model.
Goes out:   `Alignment`: a probability for each pair, from a logistic function whose weights were fitted by
            `training/claims_weights.py` (weights.json says on what, and how well they do on unseen stories).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tellings.compare.candidates import Candidates, find_candidates
from tellings.compare.features import FEATURES, features_of
from tellings.compare.nodes import Nodes

_WORTH_A_MODEL = 0.05


class PairScorer(Protocol):
    """A model that reads two pieces of text together."""

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Array (n, 3): probabilities that the two agree, conflict, or are unrelated."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """Of a logistic function over `FEATURES`, and the probability from which a pair counts as one fact."""

    weights: NDArray[np.float64]
    bias: float
    same_from: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Alignment:
    """Candidate pairs with the probability that both tell the same fact.

    `conflict` is the pair model's probability that they cannot both be true; zeros without a model.
    """

    nodes: Nodes
    pairs: Candidates
    same: NDArray[np.float64]
    conflict: NDArray[np.float64]
    same_from: float


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship with the package."""
    table = json.loads(files("tellings.compare").joinpath("weights.json").read_text("utf-8"))
    return Weights(
        weights=np.array([table["weights"][name] for name in FEATURES]),
        bias=float(table["bias"]),
        same_from=float(table["same_from"]),
    )


def align(nodes: Nodes, model: PairScorer | None = None) -> Alignment:
    """Score the candidate pairs of a story; a pair model, if given, has half the say."""
    pairs = find_candidates(nodes)
    weights = load_weights()
    same = 1 / (1 + np.exp(-(features_of(nodes, pairs) @ weights.weights + weights.bias)))
    conflict = np.zeros(len(pairs))
    if model is not None:
        chosen = np.flatnonzero(same >= _WORTH_A_MODEL)
        words = [nodes.pool.words_of(node) for node in nodes.first]
        read = model([(words[pairs.left[k]], words[pairs.right[k]]) for k in chosen])
        same[chosen] = (same[chosen] + read[:, 0]) / 2
        conflict[chosen] = read[:, 1]
    return Alignment(nodes=nodes, pairs=pairs, same=same, conflict=conflict, same_from=weights.same_from)
