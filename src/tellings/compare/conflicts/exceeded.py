"""A figure that one account gives as it is and another as exceeded: "51 people", "more than 51 people".

Comes in:   the `Figure`s of one thing, and what it is called.
Goes out:   the conflict between the two, where the figure is no round one: "50", "1,200" and "$250,000" are
            often short for "more than" that, "51" and "$284 billion" are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.conflicts.values import by_value, significant
from tellings.languages.en.numbers import EXCEEDING
from tellings.records import Quantity

_FEWEST_DIGITS = 2
_ROUND_ENDS = ("0", "5")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


def find_exceeded(event: Sequence[Figure], what: str) -> Iterator[Found]:
    """The conflict between a figure and "more than" that figure in another article, one at most."""
    for figures in by_value(event).values():
        exact = [figure for figure in figures if _is_exact(figure)]
        above = [figure for figure in figures if _is_exceeded(figure)]
        given = {figure.assertion.article for figure in exact}
        above = [figure for figure in above if figure.assertion.article not in given]
        if exact and above:
            sides = (_side(exact), _side(above))
            yield Found(
                kind="number",
                nature="contradiction",
                reason=f"{what} is given as {listed(side.value for side in sides)}",
                confidence=0.5,
                sides=sides,
                about=what,
            )
            return


def _is_exact(figure: Figure) -> bool:
    quantity: Quantity = figure.quantity
    return (
        quantity.low == quantity.high
        and not quantity.approximate
        and significant(figure.printed) >= _FEWEST_DIGITS
        and not _is_round(figure.printed)
    )


def _is_round(printed: str) -> bool:
    """Whether a printed figure ends like one that stands for those near it, or is cut to a decimal."""
    numeral = _NUMERAL.search(printed)
    return numeral is not None and (numeral[0].endswith(_ROUND_ENDS) or "." in numeral[0])


def _is_exceeded(figure: Figure) -> bool:
    return figure.quantity.high is None and figure.printed.lower().startswith(EXCEEDING)


def _side(figures: Sequence[Figure]) -> FoundSide:
    places = {figure.assertion.index: whole(figure.assertion) for figure in figures}
    return FoundSide(value=figures[0].printed, places=tuple(places.values()))
