"""Who gave a figure first, who moved, who still prints the old one.

Comes in:   a story with its claims and conflicts.
Goes out:   `FigureHistory` records: the sides of each conflict of number, each value with every place that
            prints it in order of publication; and the figures on which several articles agree.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tellings.compare.words import stem_of
from tellings.records import (
    Attributed,
    Cite,
    Claim,
    Conflict,
    FigureHistory,
    FigureStep,
    Quantity,
    Reading,
    Side,
)

_GIVE = 0.05
"""Part of a value by which two printed forms of one side may differ: other units, rounding."""
_UNDATED = "9999"


def find_figure_histories(
    story: Attributed, claims: Sequence[Claim], conflicts: Sequence[Conflict]
) -> tuple[FigureHistory, ...]:
    """Figures that moved or are disputed, in the order of their conflicts; then those that all agree on."""
    told = _Told(story)
    found = [told.of_conflict(one) for one in conflicts if one.kind == "number" and one.about]
    known = {cite for history in found for step in history.steps for cite in step.cites}
    for history in told.agreed(claims):
        (step,) = history.steps
        if known.isdisjoint(step.cites):
            known.update(step.cites)
            found.append(history)
    return tuple(replace(one, id=f"f{number}") for number, one in enumerate(found, start=1))


class _Told:
    """The figures of one story and the days on which they were printed."""

    def __init__(self, story: Attributed) -> None:
        self._traced = story.traced
        self._readings = {reading.article.id: reading for reading in story.traced.readings}
        self._order = {article: place for place, article in enumerate(self._readings)}
        self._days = {
            article: reading.article.published or _UNDATED for article, reading in self._readings.items()
        }

    def of_conflict(self, conflict: Conflict) -> FigureHistory:
        """A step for each side, in the order in which the conflict gives them."""
        values = [self._value_of(side) for side in conflict.sides]
        steps = [self._step(side, value) for side, value in zip(conflict.sides, values, strict=True)]
        if conflict.nature == "update":
            onward = _onward(steps)
            steps = [self._with_late(step, onward(step, steps[at + 1 :])) for at, step in enumerate(steps)]
        first = next((value for value in values if value), None)
        return FigureHistory(
            id="",
            about=conflict.about,
            unit=first.unit if first else "",
            counted=first.counted if first else "",
            conflict=conflict.id,
            steps=tuple(steps),
        )

    def agreed(self, claims: Sequence[Claim]) -> Iterator[FigureHistory]:
        """Counts and measures that several articles print alike where they make one claim."""
        for claim in claims:
            places: dict[tuple[str, str, float | None, float | None], list[tuple[Cite, Quantity]]]
            places = defaultdict(list)
            for mention in claim.mentions:
                for cite, quantity in self._printed_in(mention.cite):
                    if quantity.unit or (quantity.counted and quantity.low != 1):
                        places[_kind(quantity), quantity.unit, quantity.low, quantity.high].append(
                            (cite, quantity)
                        )
            for found in places.values():
                if len({cite.article for cite, _ in found}) > 1:
                    yield self._agreed(found)

    def _agreed(self, found: Sequence[tuple[Cite, Quantity]]) -> FigureHistory:
        quantity = found[0][1]
        step = self._made((cite for cite, _ in found), quantity)
        about = f"a measure in {quantity.unit}" if quantity.unit else f"the number of {quantity.counted}"
        return FigureHistory(
            id="", about=about, unit=quantity.unit, counted=quantity.counted, conflict=None, steps=(step,)
        )

    def _value_of(self, side: Side) -> Quantity | None:
        """The quantity whose printed form is the side's value."""
        for mention in side.mentions:
            for cite, quantity in self._printed_in(mention):
                if self._words(cite) == side.value:
                    return quantity
        return None

    def _step(self, side: Side, value: Quantity | None) -> FigureStep:
        """Everywhere the side's value stands; the mention as a whole where it is not found by itself."""
        places = (self._place_of(value, side, mention) for mention in side.mentions)
        return self._made(places, value, side.value)

    def _place_of(self, value: Quantity | None, side: Side, mention: Cite) -> Cite:
        """The words in a mention that print the value: those of the side, of the same thing, or any alike."""
        alike = [(cite, other) for cite, other in self._printed_in(mention) if value and _alike(value, other)]
        same = [cite for cite, _ in alike if self._words(cite) == side.value]
        kin = [cite for cite, other in alike if value and _kind(other) == _kind(value)]
        return next(iter([*same, *kin, *(cite for cite, _ in alike)]), mention)

    def _made(self, cites: Iterable[Cite], value: Quantity | None, printed: str | None = None) -> FigureStep:
        ordered = sorted(set(cites), key=lambda c: (self._days[c.article], self._order[c.article], c.span))
        return FigureStep(
            value=printed or self._words(ordered[0]),
            low=value.low if value else None,
            high=value.high if value else None,
            cites=tuple(ordered),
            origins=self._traced.origins_of({cite.article for cite in ordered}),
        )

    def _with_late(self, step: FigureStep, newer: Sequence[FigureStep]) -> FigureStep:
        """The step with the articles that print it after a newer value was out, and no newer value."""
        telling_newer = {cite.article for other in newer for cite in other.cites}
        out = min((self._days[other.cites[0].article] for other in newer), default=_UNDATED)
        late = tuple(
            article
            for article in dict.fromkeys(cite.article for cite in step.cites)
            if article not in telling_newer and _before(out, self._days[article])
        )
        return replace(step, late=late)

    def _printed_in(self, cite: Cite) -> Iterator[tuple[Cite, Quantity]]:
        """The quantities within a place, in order."""
        quantities = self._readings[cite.article].quantities
        first = bisect_left(quantities, cite.span.start, key=lambda quantity: quantity.span.start)
        for quantity in quantities[first:]:
            if quantity.span.start >= cite.span.end:
                return
            if quantity.span.end <= cite.span.end:
                yield Cite(cite.article, quantity.span), quantity

    def _words(self, cite: Cite) -> str:
        reading: Reading = self._readings[cite.article]
        return cite.span.words_in(reading.article.text)


def _onward(steps: Sequence[FigureStep]) -> Callable[[FigureStep, Sequence[FigureStep]], list[FigureStep]]:
    """Of the later steps those beyond a step, in the direction in which the figure moved as a whole."""
    first, last = (_number(steps[0]), _number(steps[-1])) if steps else (0.0, 0.0)
    sign = 1 if last >= first else -1

    def beyond(step: FigureStep, later: Sequence[FigureStep]) -> list[FigureStep]:
        return [other for other in later if sign * (_number(other) - _number(step)) > 0]

    return beyond


def _number(step: FigureStep) -> float:
    return (step.low if step.low is not None else step.high) or 0.0


def _kind(quantity: Quantity) -> str:
    """What is counted, as two ways of printing it share it."""
    words = quantity.counted.split()
    return stem_of(words[-1]) if words else ""


def _alike(value: Quantity, other: Quantity) -> bool:
    one, two = (q.low if q.low is not None else q.high for q in (value, other))
    if value.unit != other.unit or one is None or two is None:
        return False
    return abs(one - two) <= (_GIVE * max(abs(one), abs(two)) if value.unit else 0)


def _before(day: str, other: str) -> bool:
    """Whether a day or time came before another one, as far as both are known."""
    length = min(len(day), len(other))
    return _UNDATED not in (day, other) and day[:length] < other[:length]
