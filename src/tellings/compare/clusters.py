"""Groups of wordings that tell one fact each.

Comes in:   which wordings of a story may tell one fact, and which of them are to be kept apart.
Goes out:   groups of nodes. All members of a group agree with its seed and with one another, so that groups
            do not chain; groups that overlap become one where most of the others in them agree as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from tellings.compare.scorer import Alignment

Apart = Callable[[int, int, float], bool]
"""Whether two nodes tell no fact in common, given how probable their words make it that they do."""
_OVERLAP = 0.34
"""What part of the smaller of two groups the other must hold for them to be one."""
_AGREE = 0.5
"""What part of the pairs of their other members must agree."""

Near = dict[int, dict[int, float]]
"""For a node those that may tell the same fact, and how probable that is."""


def cluster(near: Near, apart: Apart | None = None) -> list[list[int]]:
    """Groups of nodes that tell one fact each, seeds first; a node can stand in several groups."""
    near = _without(near, apart) if apart is not None else near
    settled: set[int] = set()
    groups: list[list[int]] = []
    for seed in sorted(near, key=lambda node: (-sum(near[node].values()), node)):
        if seed in settled:
            continue
        group = [seed]
        for other in sorted(near[seed], key=lambda node: (-near[seed][node], node)):
            if all(member in near[other] for member in group):
                group.append(other)
        groups.append(group)
        settled.update(group)
    return _joined(groups, near, apart)


def near_of(alignment: Alignment) -> Near:
    """The pairs probable enough to count, both ways round."""
    near: Near = defaultdict(dict)
    pairs = alignment.pairs
    for row in (alignment.same >= alignment.same_from).nonzero()[0]:
        left, right, same = int(pairs.left[row]), int(pairs.right[row]), float(alignment.same[row])
        near[left][right] = same
        near[right][left] = same
    return near


def _without(near: Near, apart: Apart) -> Near:
    kept: Near = defaultdict(dict)
    for left, others in near.items():
        for right, same in others.items():
            if left < right and not apart(left, right, same):
                kept[left][right] = kept[right][left] = same
    return kept


def _joined(groups: list[list[int]], near: Near, apart: Apart | None) -> list[list[int]]:
    """The groups, the largest first, each joined to the first before it that tells the same."""
    joined: list[list[int]] = []
    holding: dict[int, list[int]] = defaultdict(list)
    for group in sorted(groups, key=len, reverse=True):
        around = dict.fromkeys(number for node in group for number in sorted(holding[node]))
        into = next((n for n in around if _are_one(group, joined[n], near, apart)), None)
        if into is None:
            into = len(joined)
            joined.append([])
        for node in group:
            if node not in joined[into]:
                joined[into].append(node)
                holding[node].append(into)
    return joined


def _are_one(group: list[int], other: list[int], near: Near, apart: Apart | None) -> bool:
    own, others = set(group), set(other)
    shared = own & others
    if len(shared) < _OVERLAP * min(len(own), len(others)):
        return False
    pairs = [(a, b) for a in own - shared for b in others - shared]
    if apart is not None and any(apart(a, b, near[a].get(b, 0.0)) for a, b in pairs):
        return False
    return sum(b in near[a] for a, b in pairs) >= _AGREE * len(pairs)
