"""The two sides into which a story would fall.

Comes in:   the articles of a story.
Goes out:   two lists of them, each around one of two articles that have little in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tellings.group.gathering import Gathering
from tellings.group.vectors import Vector

_ROUNDS = 4
_FEWEST = 4


def halves(
    articles: Sequence[int], vectors: Sequence[Vector] | Mapping[int, Vector]
) -> tuple[list[int], list[int]]:
    """Both sides, in order; the second is empty for a story too small to hold two."""
    if len(articles) < _FEWEST:
        return list(articles), []
    first = _furthest(_around([articles[0]], vectors), articles, vectors)
    second = _furthest(_around([first], vectors), articles, vectors)
    sides = ([first], [second])
    for _ in range(_ROUNDS):
        left, right = _around(sides[0], vectors), _around(sides[1], vectors)
        nearer_left = [
            left.closeness(vectors[article], None) >= right.closeness(vectors[article], None)
            for article in articles
        ]
        parted = (
            [article for article, is_left in zip(articles, nearer_left, strict=True) if is_left],
            [article for article, is_left in zip(articles, nearer_left, strict=True) if not is_left],
        )
        if parted == sides or not all(parted):
            break
        sides = parted
    return sides


def _around(articles: Sequence[int], vectors: Sequence[Vector] | Mapping[int, Vector]) -> Gathering:
    side = Gathering(-1)
    for article in articles:
        side.join(article, vectors[article], None)
    return side


def _furthest(
    side: Gathering, articles: Sequence[int], vectors: Sequence[Vector] | Mapping[int, Vector]
) -> int:
    return min(articles, key=lambda article: side.closeness(vectors[article], None))
