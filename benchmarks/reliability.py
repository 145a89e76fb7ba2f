"""Whether a confidence says how often one is right.

Comes in:   pairs of a confidence (0..1) and whether it was right.
Goes out:   `Bin`s with the mean confidence, the share that is right and how many there are, as a table for
            the terminal and as a picture (SVG, written here: no library is needed to draw it).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

EDGES = (0.0, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0)
_SIDE, _EDGE = 320, 48
_LARGEST = 20.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Conflicts whose confidence lies in `[low, high)`, in the last bin up to `high`."""

    low: float
    high: float
    count: int
    said: float
    right: float


def bins(told: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold anything, in order."""
    found = []
    for low, high in itertools.pairwise(EDGES):
        inside = [(said, right) for said, right in told if low <= said < high or said == high == EDGES[-1]]
        if inside:
            said = sum(said for said, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            found.append(Bin(low, high, len(inside), said, right))
    return found


def brier(told: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The mean squared error of the confidences, and that of saying the overall rate of each."""
    overall = sum(right for _, right in told) / max(1, len(told))
    error = sum((said - right) ** 2 for said, right in told) / max(1, len(told))
    return error, overall * (1 - overall)


def table(found: Sequence[Bin]) -> Iterator[str]:
    """A line a bin, with a bar as long as the share that is right."""
    yield "  said          conflicts   mean said   right"
    for one in found:
        bar = "#" * round(20 * one.right)
        yield f"  {one.low:.2f} to {one.high:.2f} {one.count:11d} {one.said:11.2f} {one.right:7.2f}  {bar}"


def picture(found: Sequence[Bin]) -> str:
    """The plot: a circle a bin, as large as it holds conflicts; on the diagonal what is said comes true."""
    size = _SIDE + 2 * _EDGE
    most = max((one.count for one in found), default=1)
    circles = [
        f'<circle cx="{_x(one.said):.1f}" cy="{_y(one.right):.1f}" r="{_radius(one, most):.1f}" '
        'fill="#2b6cb0" fill-opacity=".55"/>'
        f'<text x="{_x(one.said):.1f}" y="{_y(one.right) + 4:.1f}" text-anchor="middle">{one.count}</text>'
        for one in found
    ]
    ticks = [
        f'<text x="{_x(at):.1f}" y="{size - _EDGE + 18}" text-anchor="middle">{at:.1f}</text>'
        f'<text x="{_EDGE - 8}" y="{_y(at) + 4:.1f}" text-anchor="end">{at:.1f}</text>'
        for at in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" '
            'font-family="sans-serif" font-size="12" role="img" '
            'aria-label="How often conflicts are right, by the confidence said">',
            f'<rect width="{size}" height="{size}" fill="white"/>',
            f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>',
            f'<path d="M{_x(0):.1f} {_y(0):.1f}L{_x(1):.1f} {_y(1):.1f}" stroke="#888" '
            'stroke-dasharray="4 4"/>',
            *circles,
            *ticks,
            f'<text x="{size / 2:.0f}" y="{size - 8}" text-anchor="middle">confidence said</text>',
            f'<text x="{_EDGE}" y="{_EDGE - 12}">share that is right; in a circle, how many conflicts</text>',
            "</svg>\n",
        ]
    )


def _x(share: float) -> float:
    return _EDGE + _SIDE * share


def _y(share: float) -> float:
    return _EDGE + _SIDE * (1 - share)


def _radius(one: Bin, most: int) -> float:
    return max(5.0, _LARGEST * sqrt(one.count / most))
