"""How likely two wordings tell the same fact.

Comes in:   the features of candidate pairs, and what the pair model says of those worth its time.
Goes out:   `Alignment`: a probability for each pair, from logistic functions whose weights were fitted by
            `training/claims_weights.py` (weights.json says on what, and how well they do on unseen stories).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from tellings.compare.candidates import Candidates, find_candidates
from tellings.compare.features import FEATURES, features_of
from tellings.compare.nodes import Nodes

READ_FEATURES = ("read_same", "read_follows", "read_opposed")
"""What the pair model says of a pair, as logits."""
_LEAST = 0.03
_READ_AN_ARTICLE = 60
_READ_AT_MOST = 600


class PairScorer(Protocol):
    """A model that reads two wordings together."""

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Array (pairs, 3): how probable it is that both tell one fact, the second follows, they oppose."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """Of a logistic function."""

    weights: NDArray[np.float64]
    bias: float

    def same(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability of each row of features."""
        return np.asarray(1 / (1 + np.exp(-(features @ self.weights + self.bias))))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Alignment:
    """Candidate pairs, the probability that both tell one fact, and from where on they count as one."""

    nodes: Nodes
    pairs: Candidates
    same: NDArray[np.float64]
    same_from: float


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(files("tellings.compare").joinpath("weights.json").read_text("utf-8"))
    return table


@lru_cache(maxsize=2)
def load_weights(kind: str = "rules") -> Weights:
    """The weights that ship with the package: over `FEATURES` ("rules"), or with `READ_FEATURES` ("read")."""
    fitted = _table()[kind]
    names = FEATURES if kind == "rules" else (*FEATURES, *READ_FEATURES)
    return Weights(weights=np.array([fitted["weights"][name] for name in names]), bias=float(fitted["bias"]))


def align(nodes: Nodes, model: PairScorer | None = None) -> Alignment:
    """Score the candidate pairs of a story; a pair model, if given, reads those that may well be one fact."""
    pairs = find_candidates(nodes)
    features = features_of(nodes, pairs)
    same = load_weights().same(features)
    if model is not None and len(chosen := worth_reading(nodes, pairs, same)):
        read = logits(read_pairs(nodes, pairs, chosen, model))
        same[chosen] = load_weights("read").same(np.hstack([features[chosen], read]))
    return Alignment(nodes=nodes, pairs=pairs, same=same, same_from=float(_table()["same_from"]))


def worth_reading(nodes: Nodes, pairs: Candidates, same: NDArray[np.float64]) -> NDArray[np.int64]:
    """Numbers of the pairs of two articles that the rules find most likely, so many for each article."""
    apart = nodes.home[pairs.left] != nodes.home[pairs.right]
    rows = np.flatnonzero(apart & (same >= _LEAST))
    size = min(_READ_AN_ARTICLE * len(nodes.pool.readings), _READ_AT_MOST)
    return np.sort(rows[np.argsort(-same[rows], kind="stable")[:size]])


def read_pairs(
    nodes: Nodes, pairs: Candidates, rows: NDArray[np.int64], model: PairScorer
) -> NDArray[np.float32]:
    """What the model says of these pairs, float32 of shape (rows, 3)."""
    words = [nodes.pool.words_of(node) for node in nodes.first]
    return model([(words[pairs.left[k]], words[pairs.right[k]]) for k in rows])


def logits(read: NDArray[np.float32]) -> NDArray[np.float64]:
    """Probabilities as logits between -6 and 6."""
    sure = np.clip(read.astype(np.float64), 1e-6, 1 - 1e-6)
    return np.clip(np.log(sure / (1 - sure)), -6, 6)
