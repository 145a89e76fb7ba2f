"""Assertions in the same words, taken once.

Comes in:   a `Pool`.
Goes out:   `Nodes`: one for every wording of the story, with the assertions that print it, how rare each stem
            is, and each wording's vector. Ten copies of a wire report cost no more than one.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.compare.assertions import Assertion, Pool

_FEWEST = 40  # in a story of few sentences no word is known to be common


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Nodes:
    """The wordings of a story. `twins[n]` are the assertions in the words of `first[n]`, itself among them.

    `rarity` of a stem is between 0 (in every wording) and about 1 (in one of many). `articles[n]` are the
    numbers of the articles that print wording `n`; `home[n]` is the first of them.
    """

    pool: Pool
    first: tuple[Assertion, ...]
    twins: tuple[tuple[Assertion, ...], ...]
    articles: tuple[frozenset[int], ...]
    home: NDArray[np.int64]
    vectors: NDArray[np.float32]
    rarity: dict[str, float]


def find_nodes(pool: Pool) -> Nodes:
    """The distinct wordings of the pool, in order of first appearance."""
    twins: dict[tuple[str, ...], list[Assertion]] = {}
    for assertion in pool.assertions:
        twins.setdefault(tuple(word.lower for word in assertion.words), []).append(assertion)
    groups = tuple(tuple(group) for group in twins.values())
    first = tuple(group[0] for group in groups)
    return Nodes(
        pool=pool,
        first=first,
        twins=groups,
        articles=tuple(frozenset(a.article for a in group) for group in groups),
        home=np.array([a.article for a in first], dtype=np.int64),
        vectors=pool.vectors[[a.index for a in first]],
        rarity=_rarity(first),
    )


def _rarity(assertions: tuple[Assertion, ...]) -> dict[str, float]:
    counts = Counter(stem for assertion in assertions for stem in assertion.stems)
    size = max(len(assertions), _FEWEST)
    return {stem: math.log((size + 1) / (n + 0.5)) / math.log(size + 2) for stem, n in counts.items()}
