"""Which assertions tell much the same: one look-up for every finder of names.

Comes in:   the `Alignment` of a story's assertions.
Goes out:   for two assertions the probability that they tell one fact; for groups of assertions, those groups
            that stand for one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tellings.compare.assertions import Assertion
from tellings.compare.scorer import Alignment

_LEAST = 0.3


class Alike:
    """Who tells much the same as whom, by assertion."""

    def __init__(self, alignment: Alignment) -> None:
        nodes, pairs = alignment.nodes, alignment.pairs
        self._node_of = {a.index: n for n, twins in enumerate(nodes.twins) for a in twins}
        self._near: dict[int, dict[int, float]] = defaultdict(dict)
        for row in (alignment.same >= _LEAST).nonzero()[0].tolist():
            left, right = int(pairs.left[row]), int(pairs.right[row])
            self._near[left][right] = self._near[right][left] = float(alignment.same[row])

    def same(self, one: Assertion, other: Assertion) -> float:
        """The probability that assertions of two articles tell one fact; 0 where it is low."""
        if one.article == other.article:
            return 0.0
        a, b = self._node_of[one.index], self._node_of[other.index]
        return 1.0 if a == b else self._near.get(a, {}).get(b, 0.0)

    def standing_in(self, groups: Sequence[Iterable[Assertion]]) -> set[int]:
        """The numbers of the groups that hold an assertion much like one of another group and article."""
        held: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for number, group in enumerate(groups):
            for assertion in group:
                held[self._node_of[assertion.index]].add((number, assertion.article))
        return {
            number
            for node, mine in held.items()
            for near in (node, *self._near.get(node, ()))
            for number, article in mine
            if any(n != number and a != article for n, a in held.get(near, ()))
        }
