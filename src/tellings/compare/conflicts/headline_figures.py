"""A figure in a headline against those of the article below it.

Comes in:   the figures of a story, and how close wordings are in meaning.
Goes out:   conflicts inside one article: a toll in the headline that no toll of the text can be ("12 die",
            "nine people were killed"), and another count, measure or sum that the text gives otherwise ("gets
            eight years", "was sentenced to six years").
Left out:   what the text's figures add up to, what it prints anywhere, and what is only rounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tellings.compare.assertions import Pool
from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, within
from tellings.compare.conflicts.framing import measured_apart
from tellings.compare.conflicts.scopes import FARTHEST_RATIO, figure_of
from tellings.compare.conflicts.things_measured import named, toll_named
from tellings.compare.conflicts.values import significant

_ROUNDING = 0.07
_MOST_ADDED = 4
_MOST_VALUES = 2
_CLOSE = 0.45
_UNCOMPARED = frozenset(("year-old",))


def find_headline_figures(pool: Pool, figures: Sequence[Figure], neighbours: Neighbours) -> Iterator[Found]:
    """Figures of headlines that the text below them belies."""
    for (_, role, _, _), group in _by_article(figures).items():
        above = [figure for figure in group if figure.assertion.headline and not figure.part]
        below = [figure for figure in group if not figure.assertion.headline and not figure.background]
        lead = [figure for figure in below if figure.assertion.lead and not figure.part]
        if len(above) != 1 or not lead or not _cannot_be(above[0], below) or _printed_below(above[0], pool):
            continue
        if role or _of_one_thing(above[0], lead[0], below, neighbours):
            yield Found(
                kind="number",
                nature="contradiction",
                reason=f"the headline gives “{above[0].printed}”, the text below it “{lead[0].printed}”",
                confidence=0.6,
                sides=tuple(
                    FoundSide(value=figure.printed, places=(within(figure.assertion, figure.quantity.span),))
                    for figure in (above[0], lead[0])
                ),
                about=toll_named(role) if role else named(pool, (above[0], lead[0])),
            )


def _by_article(figures: Sequence[Figure]) -> dict[tuple[int, str, str, str], list[Figure]]:
    """The figures of each article by role, or else by unit, or else by what is counted."""
    groups: dict[tuple[int, str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        unit = figure.quantity.unit
        role = "" if unit else figure.role
        head = "" if unit or role else figure.head
        known = bool(role or head or unit) and unit not in _UNCOMPARED and "+" not in role
        if known and figure_of(figure.quantity):
            groups[figure.assertion.article, role, unit, head].append(figure)
    return groups


def _of_one_thing(above: Figure, lead: Figure, below: Sequence[Figure], neighbours: Neighbours) -> bool:
    """Whether the text has few such figures and gives the first of them in words like the headline's."""
    values = {figure_of(figure.quantity) for figure in below}
    shared = (above.assertion.stems & lead.assertion.stems) - above.assertion.numbers
    return (
        len(values) <= _MOST_VALUES
        and bool(shared)
        and neighbours.cosine(above.assertion, lead.assertion) >= _CLOSE
        and not measured_apart(above.framing, lead.framing)
        and not (above.framing.stretch or lead.framing.stretch)
        and not (above.framing.others or lead.framing.others)
    )


def _cannot_be(above: Figure, below: Sequence[Figure]) -> bool:
    """Whether no figure of the text, and no sum of a few of them, can be the headline's, though near it."""
    value = figure_of(above.quantity) or 0.0
    values = sorted({figure_of(figure.quantity) or 0.0 for figure in below})
    near = all(1 / FARTHEST_RATIO <= value / one <= FARTHEST_RATIO for one in values)
    sums = {
        sum(some) for size in range(2, _MOST_ADDED) for some in combinations(values[-2 * _MOST_ADDED :], size)
    }
    low, high = _bounds(above, rounded=True)
    added = any(low <= one <= high for one in sums)
    return near and not added and not any(_meet(above, figure) for figure in below)


def _meet(one: Figure, other: Figure) -> bool:
    """Whether two figures can be one, the rougher of them rounded; of tolls both may be."""
    toll = bool(one.role and not one.quantity.unit)
    exact = significant(one.printed) - significant(other.printed)
    low, high = _bounds(one, rounded=toll or exact < 0)
    other_low, other_high = _bounds(other, rounded=toll or exact > 0)
    return low <= other_high and other_low <= high


def _printed_below(above: Figure, pool: Pool) -> bool:
    """Whether the text gives the headline's number anywhere, whatever it seems to count there."""
    low, high = _bounds(above, rounded=bool(above.role))
    give = _ROUNDING if above.role else 0.0
    return any(
        theirs.span.start >= above.assertion.cite.span.end
        and theirs.unit == above.quantity.unit
        and low <= (theirs.high if theirs.high is not None else float("inf")) * (1 + give)
        and theirs.low * (1 - give) <= high
        for theirs in pool.readings[above.assertion.article].quantities
        if theirs.low is not None
    )


def _bounds(figure: Figure, *, rounded: bool) -> tuple[float, float]:
    """From where to where a number reaches, a twentieth and some given either way if it is rough."""
    quantity = figure.quantity
    give = _ROUNDING if rounded or quantity.approximate else 0.0
    low = float("-inf") if quantity.low is None else quantity.low * (1 - give)
    high = float("inf") if quantity.high is None else quantity.high * (1 + give)
    return low, high
