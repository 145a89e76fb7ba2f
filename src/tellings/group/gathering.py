"""A story while its articles are being gathered.

Comes in:   the vectors and days of articles that join or leave.
Goes out:   how close an article, or another gathering, is to this one (0..1), in words and in time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import repeat
from operator import mul

from tellings.group.vectors import Vector

_FADES_OVER = 30.0
"""Days after which nearness in time has fallen most of the way."""
_FAR_APART = 0.5
"""What closeness in words still counts for when the days are far apart: an anniversary, a late trial."""

Days = tuple[float | None, float | None]
"""The first and the last day of something, None where they are unknown."""


class Gathering:
    """The sum of the vectors of some articles, and the days they span. `number` grows in order of opening."""

    __slots__ = ("_square", "_sums", "first", "last", "members", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.members: dict[int, float | None] = {}
        self.first: float | None = None
        self.last: float | None = None
        self._sums: dict[int, float] = {}
        self._square = 0.0

    def join(self, member: int, vector: Vector, day: float | None) -> None:
        """Takes an article in; `day` is None where its date is unknown."""
        self._square += 2.0 * self._dot(vector) + _square_of(vector)
        if self._sums:
            sums = self._sums
            for word, weight in zip(vector.words, vector.weights, strict=True):
                sums[word] = sums.get(word, 0.0) + weight
        else:
            self._sums = dict(zip(vector.words, vector.weights, strict=True))
        self.members[member] = day
        self._span((day,))

    def leave(self, member: int, vector: Vector) -> None:
        """Lets an article go."""
        self._square += _square_of(vector) - 2.0 * self._dot(vector)
        for word, weight in zip(vector.words, vector.weights, strict=True):
            self._sums[word] -= weight
        day = self.members.pop(member)
        if day is not None and day in (self.first, self.last):
            self.first = self.last = None
            self._span(self.members.values())

    def weight_of(self, word: int) -> float:
        """The part of this story's direction that lies on `word`."""
        return self._sums.get(word, 0.0) / self._length(self._square)

    def closeness(self, vector: Vector, day: float | None) -> float:
        """How close an article that is not a member stands to this story."""
        return self._dot(vector) / self._length(self._square) * nearness((self.first, self.last), (day, day))

    def closeness_of_member(self, vector: Vector) -> float:
        """How close a member stands to the rest of this story in words; 0 when there is no rest.

        Days are left out: once in, an article is not asked again whether it came in time.
        """
        if len(self.members) < 2:
            return 0.0
        own = _square_of(vector)
        to_all = self._dot(vector)
        rest = self._square - 2.0 * to_all + own
        return max(0.0, to_all - own) / self._length(rest)

    def closeness_to(self, other: Gathering) -> float:
        """How close two stories stand."""
        small, large = sorted((self, other), key=lambda story: len(story._sums))
        dot = sum(weight * large._sums.get(word, 0.0) for word, weight in small._sums.items())
        lengths = self._length(self._square) * self._length(other._square)
        return dot / lengths * nearness((self.first, self.last), (other.first, other.last))

    def _dot(self, vector: Vector) -> float:
        parts = map(self._sums.get, vector.words, repeat(0.0))
        dot: float = sum(map(mul, vector.weights, parts))
        return dot

    def _span(self, days: Iterable[float | None]) -> None:
        for day in days:
            if day is not None:
                self.first = day if self.first is None else min(self.first, day)
                self.last = day if self.last is None else max(self.last, day)

    @staticmethod
    def _length(square: float) -> float:
        """Rounding can bring the square of an emptied story just below 0."""
        return math.sqrt(max(square, 1e-9))


def nearness(days: Days, others: Days) -> float:
    """1 where two stretches of days meet, falling with the days between; 1 where days are unknown."""
    (first, last), (other_first, other_last) = days, others
    if first is None or last is None or other_first is None or other_last is None:
        return 1.0
    apart = max(0.0, other_first - last, first - other_last)
    return _FAR_APART + (1.0 - _FAR_APART) * math.exp(-apart / _FADES_OVER)


def _square_of(vector: Vector) -> float:
    """1, or 0 for an article without words."""
    return 1.0 if vector.words else 0.0
