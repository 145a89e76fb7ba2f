"""What a detector of conflicts hands over, before it is numbered and put in order.

Comes in:   values as printed, and the assertions that print them.
Goes out:   `Found` conflicts and `Conflict` records with their sides in order of time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.scorer import Alignment
from tellings.records import Cite, Conflict, ConflictKind, Nature, Side, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Words that give a value: where they stand, and the assertion around them."""

    cite: Cite
    assertion: Assertion


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSide:
    """A value as printed, and the places that give it."""

    value: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A conflict as a detector sees it; `reason` is made of the values printed and fixed words."""

    kind: ConflictKind
    nature: Nature
    reason: str
    confidence: float
    sides: tuple[FoundSide, ...]
    about: str = ""


class Neighbours:
    """Which wordings tell the same as a given one, by assertion index."""

    def __init__(self, alignment: Alignment) -> None:
        self._nodes = alignment.nodes
        self._node_of = {a.index: n for n, twins in enumerate(self._nodes.twins) for a in twins}
        self._alignment = alignment
        pairs = alignment.pairs
        self._keys = pairs.left * len(self._nodes.first) + pairs.right
        self._near: dict[int, list[int]] = {}
        for row in (alignment.same >= alignment.same_from).nonzero()[0].tolist():
            left, right = int(pairs.left[row]), int(pairs.right[row])
            self._near.setdefault(left, []).append(right)
            self._near.setdefault(right, []).append(left)

    def same(self, one: Assertion, other: Assertion) -> float:
        """The probability that two assertions tell one fact; 0 where they were no candidates."""
        return self._look(one, other)[0]

    def cosine(self, one: Assertion, other: Assertion) -> float:
        """The cosine of their vectors; 0 where they were no candidates."""
        return self._look(one, other)[1]

    def allies(self, assertion: Assertion) -> list[Assertion]:
        """The assertions that tell the same, this one first."""
        node = self._node_of[assertion.index]
        around = [node, *self._near.get(node, ())]
        return [twin for n in around for twin in self._nodes.twins[n]]

    def _look(self, one: Assertion, other: Assertion) -> tuple[float, float]:
        a, b = self._node_of[one.index], self._node_of[other.index]
        if a == b:
            return 1.0, 1.0
        key = min(a, b) * len(self._nodes.first) + max(a, b)
        row = int(np.searchsorted(self._keys, key))
        if row == len(self._keys) or self._keys[row] != key:
            return 0.0, 0.0
        return float(self._alignment.same[row]), float(self._alignment.pairs.cosine[row])


def whole(assertion: Assertion) -> Place:
    """The assertion itself as a place."""
    return Place(assertion.cite, assertion)


def within(assertion: Assertion, span: Span) -> Place:
    """A part of the assertion."""
    return Place(Cite(assertion.cite.article, span), assertion)


def day_of(place: Place, pool: Pool) -> str:
    """When the words were said, or else published: an ISO day, "9999" where neither is known."""
    statement = place.assertion.statement
    published = pool.readings[place.assertion.article].article.published
    return (statement.said_on if statement else None) or published or "9999"


def earliest(side: FoundSide, pool: Pool) -> tuple[str, int]:
    """The first time a side is told, and its first place."""
    return min((day_of(place, pool), place.assertion.index) for place in side.places)


def is_later(side: FoundSide, other: FoundSide, pool: Pool) -> bool:
    """Whether all that tells `side` was published after the first telling of `other`, by known days."""
    mine, theirs = earliest(side, pool)[0], earliest(other, pool)[0]
    return "9999" not in (mine[:4], theirs[:4]) and mine[:10] > theirs[:10]


def as_conflict(name: str, found: Found, pool: Pool) -> Conflict:
    """The record, sides in order of time."""
    traced = pool.story.traced
    sides = sorted(found.sides, key=lambda side: earliest(side, pool))
    return Conflict(
        id=name,
        kind=found.kind,
        nature=found.nature,
        reason=found.reason,
        confidence=round(min(max(found.confidence, 0.0), 1.0), 2),
        sides=tuple(
            Side(
                value=side.value,
                mentions=tuple(dict.fromkeys(place.cite for place in _in_order(side.places))),
                origins=traced.origins_of({place.cite.article for place in side.places}),
            )
            for side in sides
        ),
        about=found.about,
    )


def listed(values: Iterable[str]) -> str:
    """ "a", "b" and "c", each between quotation marks."""
    marked = [f"“{value}”" for value in values]
    return " and ".join([", ".join(marked[:-1]), marked[-1]] if len(marked) > 1 else marked)


def _in_order(places: Sequence[Place]) -> list[Place]:
    return sorted(places, key=lambda place: (place.assertion.index, place.cite.span))
