"""Figures that only look as if they clashed.

Comes in:   the `Figure`s of one role.
Goes out:   what is not comparable, with the reason: the toll of the event told and that of one long before;
            tolls of two places, which one article gives side by side or which are of other days. And whether
            two assertions are of two places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.figures import Figure
from tellings.compare.conflicts.found import Found, FoundSide, whole
from tellings.records import Quantity

FARTHEST_RATIO = 4.0
_BEGINNING = 3


def figure_of(quantity: Quantity) -> float | None:
    """The one number that a reader remembers: the exact value or the bound given."""
    return quantity.low if quantity.low is not None else quantity.high


def other_events(group: Sequence[Figure], what: str) -> Iterator[Found]:
    """What could be taken for a conflict: the toll of the event told, and that of one long before."""
    told = [figure for figure in group if not figure.background and figure.assertion.lead]
    before = [figure for figure in group if figure.background]
    if not told or not before:
        return
    now, then = told[0], before[0]
    value, other = figure_of(now.quantity), figure_of(then.quantity)
    if value and other and value != other and 1 / FARTHEST_RATIO <= value / other <= FARTHEST_RATIO:
        yield Found(
            kind="number",
            nature="different-scope",
            reason=f"not comparable: {what} is “{now.printed}” for this event, “{then.printed}” for another",
            confidence=0.6,
            sides=tuple(FoundSide(value=f.printed, places=(whole(f.assertion),)) for f in (now, then)),
        )


def told_of_elsewhere(groups: dict[float, list[Figure]], usual: float) -> list[float]:
    """Values that are told of other places than the usual one, by one article or of other days."""
    if usual not in groups:
        return []
    here = groups[usual]
    return [
        value for value, there in groups.items() if value != usual and all(_elsewhere(f, here) for f in there)
    ]


def _elsewhere(figure: Figure, here: Sequence[Figure]) -> bool:
    located = [other for other in here if other.places]
    if not figure.places or not located or any(figure.places & other.places for other in located):
        return False
    days = frozenset(day for other in located for day in other.days)
    one_voice = any(other.assertion.article == figure.assertion.article for other in located)
    return bool(figure.days and days and not figure.days & days) or one_voice


def two_events(here: Sequence[Figure], there: Sequence[Figure], what: str) -> Found:
    """What looks like a conflict and is none: tolls of two places."""
    now = next(figure for figure in here if figure.places)
    sides = ((now, here), (there[0], there))
    named = " and ".join(f"“{figure.printed}” for {', '.join(sorted(figure.places))}" for figure, _ in sides)
    return Found(
        kind="number",
        nature="different-scope",
        reason=f"not comparable: {what} is {named}: two places",
        confidence=0.6,
        sides=tuple(
            FoundSide(
                value=figure.printed,
                places=tuple({f.assertion.index: whole(f.assertion) for f in group}.values()),
            )
            for figure, group in sides
        ),
    )


class Places:
    """The places that assertions name, each looked up once."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._known: dict[int, frozenset[str]] = {}
        self._told: dict[int, list[Assertion]] = defaultdict(list)
        for assertion in pool.assertions:
            self._told[assertion.article].append(assertion)

    def apart(self, one: Assertion, other: Assertion) -> bool:
        """Whether each names a place that the other does not: of those sent to a city and to a state."""
        mine, theirs = self._of(one), self._of(other)
        return _other_than(mine, theirs) and _other_than(theirs, mine)

    def elsewhere(self, one: Assertion, other: Assertion) -> bool:
        """Whether they are told of two places: they name none in common, or the beginning of one's article
        does not name that of the other.
        """
        mine, theirs = self._of(one), self._of(other)
        if bool(mine) != bool(theirs):
            begins = self._beginning(other.article if mine else one.article)
            return not any(set(place.split()) <= begins for place in mine | theirs)
        return bool(mine) and not any(_is_one_place(a, b) for a in mine for b in theirs)

    def _beginning(self, article: int) -> frozenset[str]:
        """The words with which an article begins, its headline among them."""
        return frozenset(word.lower for each in self._told[article][:_BEGINNING] for word in each.words)

    def _of(self, assertion: Assertion) -> frozenset[str]:
        if assertion.index not in self._known:
            reading = self._pool.readings[assertion.article]
            self._known[assertion.index] = frozenset(
                entity.span.words_in(reading.article.text).lower()
                for entity in reading.entities
                if entity.type == "place" and assertion.cite.span.covers(entity.span)
            )
        return self._known[assertion.index]


def _other_than(places: frozenset[str], known: frozenset[str]) -> bool:
    """Whether one of the places is none of those known."""
    return any(not any(_is_one_place(place, other) for other in known) for place in places)


def _is_one_place(one: str, other: str) -> bool:
    """Whether one name holds the other: "Ebrin" and "the Ebrin islands"."""
    mine, theirs = set(one.split()), set(other.split())
    return mine <= theirs or theirs <= mine
