"""Which wordings are worth a closer look together.

Comes in:   the `Nodes` of a story.
Goes out:   `Candidates`: pairs of wordings close in meaning (vectors, block by block) or sharing rare words
            (an index), with what the neighbourhood says of each; never all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tellings.compare.nodes import Nodes

LEAST_COSINE = 0.3
_BLOCK = 512
_PAIRS_IN_ALL = 400_000
_FEWEST_NEIGHBOURS, _MOST_NEIGHBOURS = 12, 150
_RARE_AT_MOST = 6
_CROWD = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """Pairs `(left[k], right[k])` of nodes, left before right, and the cosine of their vectors.

    `nearest[n, a]` is the best cosine of node n with any assertion of article a (own article included);
    `crowd[n]` is its mean cosine with its closest nodes of other articles.
    """

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    cosine: NDArray[np.float32]
    nearest: NDArray[np.float32]
    crowd: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.left)


def find_candidates(nodes: Nodes) -> Candidates:
    """Every pair of nodes worth scoring: of each the closest 150 at most, and some 400,000 in all."""
    count = len(nodes.first)
    keys = [np.zeros(0, dtype=np.int64)]
    nearest, crowd = [], []
    for start, rows in _blocks(nodes):
        keys.append(_close_pairs(rows, start, count))
        nearest.append(_nearest_by_article(nodes, start, len(rows)))
        crowd.append(_crowd_of(rows, nodes.home, start))
    keys.append(_pairs_sharing_rare_words(nodes))
    unique = np.unique(np.concatenate(keys))
    left, right = unique // max(1, count), unique % max(1, count)
    articles = len(nodes.pool.readings)
    return Candidates(
        left=left,
        right=right,
        cosine=_cosines(nodes.vectors, left, right),
        nearest=np.concatenate(nearest) if nearest else np.zeros((0, articles), dtype=np.float32),
        crowd=np.concatenate(crowd) if crowd else np.zeros(0, dtype=np.float32),
    )


def _blocks(nodes: Nodes) -> Iterator[tuple[int, NDArray[np.float32]]]:
    for start in range(0, len(nodes.vectors), _BLOCK):
        yield start, nodes.vectors[start : start + _BLOCK] @ nodes.vectors.T


def _cosines(
    vectors: NDArray[np.float32], left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The cosine of each pair, block by block, so that no copy of all vectors is held."""
    found = np.zeros(len(left), dtype=np.float32)
    for start in range(0, len(left), _BLOCK):
        block = slice(start, start + _BLOCK)
        found[block] = np.einsum("ij,ij->i", vectors[left[block]], vectors[right[block]])
    return found


def _close_pairs(rows: NDArray[np.float32], start: int, count: int) -> NDArray[np.int64]:
    """Keys of the closest neighbours of each row: left * count + right, left < right."""
    keep = max(_FEWEST_NEIGHBOURS, min(_MOST_NEIGHBOURS, _PAIRS_IN_ALL // max(1, count)))
    rows = rows.copy()
    own = np.arange(len(rows))
    rows[own, own + start] = -1
    if keep < count:
        bar = np.partition(rows, count - keep, axis=1)[:, count - keep]
        near = rows >= np.maximum(bar, LEAST_COSINE)[:, None]
    else:
        near = rows >= LEAST_COSINE
    here, there = np.nonzero(near)
    here = here + start
    return np.minimum(here, there) * count + np.maximum(here, there)


def _nearest_by_article(nodes: Nodes, start: int, size: int) -> NDArray[np.float32]:
    pool = nodes.pool
    sims = nodes.vectors[start : start + size] @ pool.vectors.T
    homes = np.array([assertion.article for assertion in pool.assertions])
    present, firsts = np.unique(homes, return_index=True)
    best = np.full((size, len(pool.readings)), -1, dtype=np.float32)
    best[:, present] = np.maximum.reduceat(sims, firsts, axis=1)
    return best


def _crowd_of(rows: NDArray[np.float32], home: NDArray[np.int64], start: int) -> NDArray[np.float32]:
    other = np.where(home[start : start + len(rows), None] == home[None, :], -1, rows)
    size = min(_CROWD, other.shape[1])
    top = np.partition(other, other.shape[1] - size, axis=1)[:, -size:]
    crowd: NDArray[np.float32] = np.clip(top, 0, None).mean(axis=1)
    return crowd


def _pairs_sharing_rare_words(nodes: Nodes) -> NDArray[np.int64]:
    """Pairs that share two stems which few wordings of the story hold."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, assertion in enumerate(nodes.first):
        for stem in assertion.stems:
            holders[stem].append(number)
    shared: dict[int, int] = defaultdict(int)
    for numbers in holders.values():
        if len(numbers) <= _RARE_AT_MOST:
            for left, right in combinations(numbers, 2):
                shared[left * len(nodes.first) + right] += 1
    return np.array([key for key, times in shared.items() if times >= 2], dtype=np.int64)
