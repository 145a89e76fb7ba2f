"""How surely two wordings of one claim tell the same fact.

Comes in:   the `Alignment` of a story's wordings.
Goes out:   a probability, 0..1, for two assertions of one claim.
"""

from __future__ import annotations

from collections.abc import Iterable

from tellings.compare.assertions import Assertion
from tellings.compare.clusters import near_of
from tellings.compare.scorer import Alignment


class Ties:
    """The pairs of a story that may tell one fact."""

    def __init__(self, alignment: Alignment) -> None:
        self._near = near_of(alignment)
        self._node = {a.index: node for node, twins in enumerate(alignment.nodes.twins) for a in twins}

    def between(self, one: Assertion, other: Assertion, among: Iterable[Assertion] = ()) -> float:
        """How probable it is that both tell one fact, straight or by way of another assertion among these.

        Words of one sentence of one article, and the same words in two, are sure to.
        """
        here, there = self._node[one.index], self._node[other.index]
        if here == there or (one.article, one.sentence) == (other.article, other.sentence):
            return 1.0
        by_way_of = {self._node[assertion.index] for assertion in among}
        return max(
            self._tie(here, there),
            max((self._tie(here, node) * self._tie(node, there) for node in by_way_of), default=0.0),
        )

    def _tie(self, left: int, right: int) -> float:
        return self._near.get(left, {}).get(right, 0.0)
