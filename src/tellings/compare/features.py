"""What speaks for two wordings telling the same fact.

Comes in:   `Nodes` and their `Candidates`.
Goes out:   one row of numbers a pair, in the order of `FEATURES`; the weights of `scorer` read them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tellings.compare.assertions import Assertion
from tellings.compare.candidates import Candidates
from tellings.compare.nodes import Nodes

FEATURES = (
    "cosine",  # of the sentences' vectors
    "mutual",  # each is the other article's closest (1), one of them is (0.5)
    "stands_out",  # cosine above what both have with their usual neighbours
    "overlap",  # shared words, weighted by rarity, of all words of both
    "containment",  # shared words, weighted by rarity, of the shorter one's
    "names",  # rarity of the shared names, at most 3
    "numbers",  # shared numbers, at most 3
    "rarest",  # rarity of the rarest shared word
    "lead",  # both stand at the head of their article
)


def features_of(nodes: Nodes, pairs: Candidates) -> NDArray[np.float64]:
    """Array (pairs, features)."""
    table = np.zeros((len(pairs), len(FEATURES)))
    if not len(pairs):
        return table
    left, right = pairs.left, pairs.right
    table[:, 0] = pairs.cosine
    table[:, 1] = (
        (pairs.cosine >= pairs.nearest[left, nodes.home[right]] - 1e-4).astype(float)
        + (pairs.cosine >= pairs.nearest[right, nodes.home[left]] - 1e-4)
    ) / 2
    table[:, 2] = pairs.cosine - (pairs.crowd[left] + pairs.crowd[right]) / 2
    weights = [sum(nodes.rarity[stem] for stem in node.stems) for node in nodes.first]
    for row, (a, b) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        table[row, 3:] = _wording(nodes.first[a], nodes.first[b], weights[a], weights[b], nodes.rarity)
    return table


def _wording(
    one: Assertion, other: Assertion, weight: float, other_weight: float, rarity: dict[str, float]
) -> tuple[float, ...]:
    common = one.stems & other.stems
    if not common:
        return (0.0, 0.0, 0.0, 0.0, 0.0, float(one.lead and other.lead))
    shared = sum(rarity[stem] for stem in common)
    return (
        shared / max(weight + other_weight - shared, 1e-6),
        shared / max(min(weight, other_weight), 1e-6),
        min(sum(rarity[stem] for stem in common & one.names), 3.0),
        float(min(len(one.numbers & other.numbers), 3)),
        max(rarity[stem] for stem in common),
        float(one.lead and other.lead),
    )
