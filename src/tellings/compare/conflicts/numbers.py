"""Counts and measures compared as values.

Comes in:   the `Figure`s of a story and who tells the same as whom.
Goes out:   conflicts of number. Tolls (the dead, the hurt, the trapped …) of the event told are set side by
            side over all articles; other counts only where the assertions tell the same and count the same
            thing. A toll that rises as time goes on is an update. The same length in other units, a rounded
            figure or a part of a whole is shown as not comparable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Pool
from tellings.compare.conflicts.exceeded import find_exceeded
from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, Neighbours
from tellings.compare.conflicts.measures import AGE, OneThing, beside_others, farthest_of
from tellings.compare.conflicts.things_measured import named
from tellings.compare.conflicts.tolls import find_tolls
from tellings.compare.conflicts.values import conflict, in_common_unit


def find_numbers(pool: Pool, figures: Sequence[Figure], neighbours: Neighbours) -> Iterator[Found]:
    """Conflicts of number."""
    comparable = [in_common_unit(figure) for figure in figures]
    crowded, one_thing = beside_others(comparable), OneThing(pool, neighbours)
    tolls: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    counts: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in comparable:
        if figure.role and not figure.quantity.unit and not figure.part:
            tolls[figure.role, figure.head].append(figure)
        elif (figure.head or figure.quantity.unit) and id(figure) not in crowded:
            counts[figure.quantity.unit, figure.head].append(figure)
    for (role, _), group in tolls.items():
        yield from find_tolls(pool, role, group, neighbours)
    for event in one_thing.ages(counts.pop((AGE, ""), [])):
        yield from conflict(pool, event, "the age of one person", toll=False)
    for (_, head), group in counts.items():
        yield from _of_one_kind(pool, one_thing, group, head)


def _of_one_kind(pool: Pool, one_thing: OneThing, group: Sequence[Figure], head: str) -> Iterator[Found]:
    """Conflicts among counts of one noun or measures of one unit."""
    told: set[int] = set()
    for event in one_thing.groups(group):
        what = named(pool, event)
        found = list(conflict(pool, event, what, toll=False, farthest=farthest_of(head)))
        found = found or list(find_exceeded(event, what))
        told.update(id(figure) for figure in event if found)
        yield from found
    for event in one_thing.sizes(group):
        if told.isdisjoint(id(figure) for figure in event):
            found = list(conflict(pool, event, named(pool, event), toll=False))
            told.update(id(figure) for figure in event if found)
            yield from found
