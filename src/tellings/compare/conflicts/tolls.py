"""Tolls: the dead, the hurt, the missing of the event that a story tells.

Comes in:   the `Figure`s of one role and who tells the same as whom.
Goes out:   the conflicts and updates among them, and the tolls of other events and places, not comparable.
Left out:   sums over years ("killed since 2015"), which are of no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Pool
from tellings.compare.conflicts.exceeded import find_exceeded
from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, Neighbours
from tellings.compare.conflicts.measures import SAME_EVENT_COSINE, aligned
from tellings.compare.conflicts.scopes import (
    FARTHEST_RATIO,
    figure_of,
    other_events,
    told_of_elsewhere,
    two_events,
)
from tellings.compare.conflicts.things_measured import toll_named
from tellings.compare.conflicts.vague import is_vague
from tellings.compare.conflicts.values import by_value, conflict, usual

_MOST_SEEDS = 60


def find_tolls(pool: Pool, role: str, group: Sequence[Figure], neighbours: Neighbours) -> Iterator[Found]:
    """Conflicts among the tolls of one role, and what is not comparable with them."""
    what = toll_named(role)
    for event in _events(group, neighbours):
        groups = by_value(event)
        most = usual(groups)
        apart = told_of_elsewhere(groups, most)
        yield from (two_events(groups[most], groups[value], what) for value in apart)
        here = [figure for figure in event if figure_of(figure.quantity) not in apart]
        found = list(conflict(pool, _own_tolls(here), what, toll=True))
        yield from found or find_exceeded(here, what)
    yield from other_events(group, what)


def _events(group: Sequence[Figure], neighbours: Neighbours) -> list[list[Figure]]:
    """Figures of one role that speak of one event: the one told now; others only where they are aligned."""
    of_events = [figure for figure in group if not figure.framing.over_years]
    told = [figure for figure in of_events if not figure.background]
    seeds = [figure for figure in told if figure.assertion.lead]
    if not seeds:
        return aligned(of_events, neighbours)
    event = list(seeds)
    for figure in told:
        if not figure.assertion.lead and any(
            neighbours.cosine(figure.assertion, seed.assertion) >= SAME_EVENT_COSINE
            for seed in seeds[:_MOST_SEEDS]
        ):
            event.append(figure)
    most = usual(by_value(event))
    other = [figure for figure in of_events if figure.background or not _comparable(figure, most)]
    return [event, *aligned(other, neighbours)]


def _comparable(figure: Figure, most: float) -> bool:
    """Whether a figure is of the size of the usual one; one far from it is of something else."""
    value = figure_of(figure.quantity)
    return bool(value and most and 1 / FARTHEST_RATIO <= value / most <= FARTHEST_RATIO)


def _own_tolls(event: Sequence[Figure]) -> list[Figure]:
    """Of each article the toll that it gives first, and what it gives beside that at its head.

    Further down an article lists parts of its toll and tolls of other events.
    """
    first: dict[int, float | None] = {}
    for figure in sorted(event, key=_as_its_toll):
        first.setdefault(figure.assertion.article, figure_of(figure.quantity))
    return [
        figure
        for figure in event
        if figure.assertion.headline or figure_of(figure.quantity) == first[figure.assertion.article]
    ]


def _as_its_toll(figure: Figure) -> tuple[bool, bool, bool, int]:
    """Exact figures before vague ones, those at the head of the article first."""
    return is_vague(figure), not figure.assertion.headline, not figure.assertion.lead, figure.assertion.index
