"""One figure, or one toll, put in different words.

Comes in:   the quantities read in a story.
Goes out:   a `Concept` for each figure of several articles that they give to things with different names ("70
            officers", "70 firefighters"), and for each toll that they put differently ("scores", "over 40").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from tellings.compare.assertions import Pool
from tellings.compare.conflicts.figures import Figure, find_figures
from tellings.compare.conflicts.values import compatible
from tellings.compare.naming.alike import Alike
from tellings.compare.naming.uses import Concept, Use

_PLACES = ("hospital", "hospitals")
_TOLD_OF = {"hospital": "in hospital", "hostage": "held hostage"}
_ANYBODY = frozenset(("", "individuals", "others", "people", "persons"))
_LEAST = 10
_ALIGNED = 0.3
_MANY = 40


def find_printed_figures(pool: Pool, alike: Alike) -> Iterator[Concept]:
    """Concepts of figures and tolls."""
    figures = find_figures(pool)
    valued: dict[float, list[Figure]] = defaultdict(list)
    tolls: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        quantity = figure.quantity
        value = quantity.low if quantity.low is not None else quantity.high
        of_people = figure.role and not quantity.unit and quantity.counted not in _PLACES
        if of_people and not figure.part and not figure.background:
            tolls[figure.role, figure.head].append(figure)
        if value is not None and value >= _LEAST and quantity.counted and not quantity.unit:
            valued[value].append(figure)
    for group in valued.values():
        if _of_two_names(group[:_MANY], alike):
            yield _concept(group, 0.8)
    for (role, _), group in tolls.items():
        for told in _of_one_amount(group):
            if len({figure.quantity.low for figure in told}) < 2:
                continue  # "seven", "at least seven": the word weighs, and names nothing
            yield replace(
                _concept(told, 0.9),
                label="how many " + " and ".join(_TOLD_OF.get(r, r) for r in role.split("+")),
            )


def _of_one_amount(tolls: Sequence[Figure]) -> list[list[Figure]]:
    """The tolls by amounts that all their words can hold of: "scores" and "over 40", not "19" and "27"."""
    groups: list[list[Figure]] = []
    for figure in sorted(tolls, key=lambda f: f.quantity.low if f.quantity.low is not None else -1):
        fitting = (
            group for group in groups if all(compatible(figure.quantity, f.quantity) for f in group[:_MANY])
        )
        group = next(fitting, None)
        if group is None:
            groups.append([figure])
        else:
            group.append(figure)
    return groups


def _of_two_names(group: Sequence[Figure], alike: Alike) -> bool:
    """Whether two articles count differently named things in assertions that tell the same."""
    return any(
        one.quantity.counted != other.quantity.counted
        and not {one.quantity.counted, other.quantity.counted} & _ANYBODY
        and alike.same(one.assertion, other.assertion) >= _ALIGNED
        for one, other in combinations(group, 2)
    )


def _concept(group: Sequence[Figure], interest: float) -> Concept:
    uses = {(f.assertion.article, f.quantity.span): _use(f) for f in group}
    label = min((use.name for use in uses.values()), key=len)
    return Concept(label=label, uses=tuple(uses.values()), interest=interest)


def _use(figure: Figure) -> Use:
    return Use(figure.printed, figure.assertion.article, figure.quantity.span)
