"""Figures of one thing, set side by side by their values.

Comes in:   the `Figure`s of one thing, and what it is called.
Goes out:   the conflict among them, if their values cannot all hold: a contradiction, or an update where a
            toll moves as time goes on, a count goes on or a figure has been put right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product

from tellings.compare.assertions import Pool
from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, FoundSide, earliest, is_later, listed, whole
from tellings.compare.conflicts.scopes import FARTHEST_RATIO, figure_of
from tellings.compare.conflicts.vague import is_vague, may_be_meant
from tellings.languages.en.numbers import SMALL_NUMBERS
from tellings.languages.en.units import MEASURES
from tellings.records import Quantity

_ROUNDING = 0.07
_UNITS_APART = 0.05
_MOST_SIDES = 8
_MOST_PER_SIDE = 40
_MOST_TRIED = 5
_COMMON_UNITS = {
    "hour": ("second", 3600.0),
    "minute": ("second", 60.0),
    "week": ("day", 7.0),
    "year": ("month", 12.0),
}
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")

Groups = dict[float, list[Figure]]
"""The figures that give each value."""


def in_common_unit(figure: Figure) -> Figure:
    """The figure with its quantity in the unit in which it can be compared: years as months."""
    quantity = figure.quantity
    if quantity.unit not in _COMMON_UNITS:
        return figure
    unit, factor = _COMMON_UNITS[quantity.unit]
    low = None if quantity.low is None else quantity.low * factor
    high = None if quantity.high is None else quantity.high * factor
    return replace(figure, quantity=replace(quantity, unit=unit, low=low, high=high))


def by_value(event: Sequence[Figure]) -> Groups:
    """Figures by the number that a reader remembers."""
    groups: Groups = defaultdict(list)
    for figure in event:
        value = figure_of(figure.quantity)
        if value is not None:
            groups[value].append(figure)
    return dict(groups)


def usual(groups: Groups) -> float:
    """The value that most articles give."""
    return max(groups, key=lambda value: len({f.assertion.article for f in groups[value]}), default=0.0)


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether both can hold of one amount: their bounds overlap, with some give where one is approximate."""
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return low <= other_high and other_low <= high


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = float("-inf") if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    give = _ROUNDING if quantity.approximate else 0.0
    return low * (1 - give) if low > 0 else low, high * (1 + give) if high > 0 else high


def rounded_together(groups: Groups) -> Groups:
    """Values a twentieth or less apart under one of them, if one is rounded or they are in other units."""
    joined: Groups = {}
    last = 0.0
    for value in sorted(groups):
        near = last and value <= last * (1 + _UNITS_APART)
        if near and any(
            _one_amount(one, other)
            for one, other in product(joined[last][:_MOST_TRIED], groups[value][:_MOST_TRIED])
        ):
            joined[last] = joined[last] + groups[value]
        else:
            joined[value] = groups[value]
            last = value
    return joined


def _one_amount(one: Figure, other: Figure) -> bool:
    """Whether two close figures may print one amount: 130 feet and 40 metres, 312 and 310 million."""
    return (
        one.quantity.approximate
        or other.quantity.approximate
        or _scale(one) != _scale(other)
        or significant(one.printed) != significant(other.printed)
    )


def _scale(figure: Figure) -> float:
    """The size of the unit in which a figure is printed."""
    if figure.quantity.unit.isupper():
        return 1.0
    words = [word.lower().removesuffix("s") for word in _WORD.findall(figure.printed)]
    return next((MEASURES[word][1] for word in words if word in MEASURES), 1.0)


def significant(printed: str) -> int:
    """How many figures of a number tell something: three in 312 million, two in 310 million."""
    digits = _DIGITS.search(printed)
    if digits is None:
        return sum(word.lower() in SMALL_NUMBERS for word in _WORD.findall(printed))
    number = digits[0].replace(",", "")
    return len(number.replace(".", "").lstrip("0") if "." in number else number.rstrip("0"))


def conflict(
    pool: Pool, event: Sequence[Figure], what: str, *, toll: bool, farthest: float = FARTHEST_RATIO
) -> Iterator[Found]:
    """The conflict among the figures of one thing, if their values cannot all hold.

    The values of a toll move as time goes on; those more than `farthest` times the usual one, or less than
    that part of it, are of something else.
    """
    moving = toll and not any(figure.background for figure in event)
    groups = by_value(event)
    if not toll:
        groups = rounded_together(groups)
    most = usual(groups)
    kept = {
        value: figures
        for value, figures in groups.items()
        if most and 1 / farthest <= value / most <= farthest
    }
    kept = _without_companions(kept)
    if not 2 <= len(kept) <= _MOST_SIDES or not _any_clash(kept, moving=moving):
        return
    sides = {value: _side(figures) for value, figures in sorted(kept.items())}
    newest = _put_right(kept, sides, pool)
    before = {value: figures for value, figures in kept.items() if value != newest}
    if newest is not None and _any_clash(before, moving=moving):
        left = [figure for figures in before.values() for figure in figures]
        yield from conflict(pool, left, what, toll=toll, farthest=farthest)
        own = [value for value in before if _voices(before[value]) & _voices(kept[newest])]
        last = max(own or before, key=lambda value: earliest(sides[value], pool))
        kept = {value: kept[value] for value in kept if value in (last, newest)}
        sides = {value: sides[value] for value in sides if value in kept}
    course = _course(kept, sides, pool, moving=moving)
    if not course and any(_goes_on(figure) for figure in event):
        return
    if not course:
        exact = [value for value, figures in kept.items() if not all(map(is_vague, figures))]
        sides = {value: sides[value] for value in sides if value in exact} if len(exact) > 1 else sides
    values = listed(side.value for side in sides.values())
    yield Found(
        kind="number",
        nature="update" if course else "contradiction",
        reason=f"{what} is given as {values}" + (f", {course}" if course else ""),
        confidence=0.75 if toll else 0.5,
        sides=tuple(sides.values()),
        about=what,
    )


def _put_right(groups: Groups, sides: dict[float, FoundSide], pool: Pool) -> float | None:
    """The value told after all others and said to have been put right."""
    for value, figures in groups.items():
        others = [other for other in groups if other != value]
        before = [figure for other in others for figure in groups[other]]
        if all(_puts_right(figure, before) for figure in figures) and all(
            is_later(sides[value], sides[other], pool) for other in others
        ):
            return value
    return None


def _puts_right(figure: Figure, before: Sequence[Figure]) -> bool:
    """Whether a figure is restated, or its giver, who gave one of those before, now says so."""
    return figure.framing.put_right or (
        figure.framing.now_says and bool(_voices([figure]) & _voices(before) or not _voices(before))
    )


def _voices(figures: Sequence[Figure]) -> frozenset[str]:
    """The speakers known who give these figures."""
    statements = (figure.assertion.statement for figure in figures)
    return frozenset(statement.speaker for statement in statements if statement and statement.speaker)


def _goes_on(figure: Figure) -> bool:
    """Whether a share grows as a count goes on."""
    return figure.quantity.unit == "percent" and figure.framing.going_on


def _side(figures: Sequence[Figure]) -> FoundSide:
    places = {figure.assertion.index: whole(figure.assertion) for figure in figures[:_MOST_PER_SIDE]}
    return FoundSide(value=figures[0].printed, places=tuple(places.values()))


def _course(groups: Groups, sides: dict[float, FoundSide], pool: Pool, *, moving: bool) -> str:
    """How the value moved as the reports went on; "" where they contradict one another."""
    in_order = list(sides.values())
    figures = [figure for group in groups.values() for figure in group]
    falls = not any(is_later(high, low, pool) for low, high in pairwise(in_order))
    if moving and all(figure.role == "missing" for figure in figures) and falls:
        return "falling as the reports go on"
    if moving and not any(is_later(low, high, pool) for low, high in pairwise(in_order)):
        return "rising as the reports go on"
    one_by_one = all(is_later(a, b, pool) or is_later(b, a, pool) for a, b in combinations(in_order, 2))
    if one_by_one and any(_goes_on(figure) for figure in figures):
        return "as the count goes on"
    return "put right as the reports go on" if _put_right(groups, sides, pool) is not None else ""


def _any_clash(groups: Groups, *, moving: bool) -> bool:
    return any(
        _clash(mine, theirs, moving=moving)
        for one, other in combinations(sorted(groups), 2)
        for mine, theirs in product(groups[one][:_MOST_TRIED], groups[other][:_MOST_TRIED])
    )


def _clash(one: Figure, other: Figure, *, moving: bool) -> bool:
    """Whether no common value is left between the bounds; a toll moves also where a reader sees it differ."""
    if may_be_meant(one, other):
        return False
    if not compatible(one.quantity, other.quantity):
        return True
    mine, theirs = figure_of(one.quantity) or 0.0, figure_of(other.quantity) or 0.0
    return moving and abs(mine - theirs) > _ROUNDING * max(mine, theirs)


def _without_companions(groups: Groups) -> Groups:
    """Drop values printed only beside another value of the group in the same assertion (a breakdown)."""
    told: dict[int, set[float]] = defaultdict(set)
    for value, figures in groups.items():
        for figure in figures:
            told[figure.assertion.index].add(value)
    kept = {
        value: [figure for figure in figures if len(told[figure.assertion.index]) == 1]
        for value, figures in groups.items()
    }
    return {value: figures for value, figures in kept.items() if figures}
