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
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tellings.compare.candidates import Candidates, find_candidates
from tellings.compare.features import FEATURES, features_of
from tellings.compare.nodes import Nodes

READ_FEATURES = ("read_same", "read_follows", "read_opposed")
"""What the pair model says of a pair, as logits."""
_LEAST = 0.03
_READ_AN_ARTICLE = 40
_READ_AT_MOST = 600


class PairScorer(Protocol):
    """A model that reads two wordings together."""

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Array (pairs, 3): how probable it is that both tell one fact, the second follows, they oppose."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """Of a logistic function, and the probability from which a pair counts as one fact."""

    weights: NDArray[np.float64]
    bias: float
    same_from: float

    def same(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """The probability of each row of features."""
        return np.asarray(1 / (1 + np.exp(-(features @ self.weights + self.bias))))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Alignment:
    """Candidate pairs with the probability that both tell the same fact.

    `conflict` is the pair model's probability that they cannot both be true; zeros where it read nothing.
    """

    nodes: Nodes
    pairs: Candidates
    same: NDArray[np.float64]
    conflict: NDArray[np.float64]
    same_from: float


@lru_cache(maxsize=2)
def load_weights(kind: str = "rules") -> Weights:
    """The weights that ship with the package: over `FEATURES` ("rules"), or with `READ_FEATURES` ("read")."""
    table = json.loads(files("tellings.compare").joinpath("weights.json").read_text("utf-8"))[kind]
    names = FEATURES if kind == "rules" else (*FEATURES, *READ_FEATURES)
    return Weights(
        weights=np.array([table["weights"][name] for name in names]),
        bias=float(table["bias"]),
        same_from=float(table["same_from"]),
    )


def align(nodes: Nodes, model: PairScorer | None = None) -> Alignment:
    """Score the candidate pairs of a story; a pair model, if given, reads those that may well be one fact."""
    pairs = find_candidates(nodes)
    rules = load_weights()
    features = features_of(nodes, pairs)
    same = rules.same(features)
    conflict = np.zeros(len(pairs))
    if model is None:
        return Alignment(nodes=nodes, pairs=pairs, same=same, conflict=conflict, same_from=rules.same_from)
    weights = load_weights("read")
    # Where nothing was read, a pair that the rules put at their bar is put at the bar of the others.
    same = moved(same, rules.same_from, weights.same_from)
    chosen = worth_reading(nodes, pairs, rules.same(features))
    if len(chosen):
        read = read_pairs(nodes, pairs, chosen, model)
        same[chosen] = weights.same(np.hstack([features[chosen], logits(read)]))
        conflict[chosen] = read[:, 2]
    return Alignment(nodes=nodes, pairs=pairs, same=same, conflict=conflict, same_from=weights.same_from)


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


def moved(same: NDArray[np.float64], bar: float, to: float) -> NDArray[np.float64]:
    """Probabilities with their logits shifted so that `bar` comes to stand at `to`."""
    shift = np.log(to / (1 - to)) - np.log(bar / (1 - bar))
    sure = np.clip(same, 1e-9, 1 - 1e-9)
    return np.asarray(1 / (1 + np.exp(-(np.log(sure / (1 - sure)) + shift))))
