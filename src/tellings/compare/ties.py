"""How surely two wordings of one claim tell the same fact.

Comes in:   the wordings of a story, and which of them may tell one fact.
Goes out:   a probability, 0..1, for two assertions of one claim.
"""

from __future__ import annotations

from collections.abc import Iterable

from tellings.compare.assertions import Assertion
from tellings.compare.clusters import Near
from tellings.compare.nodes import Nodes


class Ties:
    """The pairs of a story that may tell one fact."""

    def __init__(self, nodes: Nodes, near: Near) -> None:
        self._near = near
        self._node = {a.index: node for node, twins in enumerate(nodes.twins) for a in twins}

    def between(self, one: Assertion, other: Assertion) -> float:
        """How probable it is that both tell one fact.

        Words of one sentence of one article, and the same words in two, are sure to.
        """
        here, there = self._node[one.index], self._node[other.index]
        if here == there or (one.article, one.sentence) == (other.article, other.sentence):
            return 1.0
        return self._tie(here, there)

    def to(
        self, central: Assertion, group: Iterable[Assertion], *, among: Iterable[Assertion]
    ) -> list[float]:
        """How probable it is of each in a group that it tells the fact of the central one, straight or by way
        of another assertion among these.
        """
        here = self._node[central.index]
        ways = [(node, self._tie(here, node)) for node in {self._node[one.index] for one in among}]
        ways = [(node, tie) for node, tie in ways if tie]

        def by_way(there: int) -> float:
            return max((tie * self._tie(node, there) for node, tie in ways), default=0.0)

        return [max(self.between(central, one), by_way(self._node[one.index])) for one in group]

    def _tie(self, left: int, right: int) -> float:
        return self._near.get(left, {}).get(right, 0.0)
