"""What somebody stood for over time.

Comes in:   the wordings of a story and who says them (`held_positions` finds what each reports).
Goes out:   `PositionLine`s: for one holder (a speaker, a country, a body) and one proposition, each reported
            position with its day and its reporter; a step that reverses the one before it is marked. They are
            stances ("would welcome", "opposes") and what somebody will not do, and then does.
Left out:   holders who never change, positions that nothing dates, and what is told of a time before without
            a date ("had welcomed"): a wrong reversal would cost more than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tellings.compare.assertions import Pool
from tellings.compare.classes import Classes
from tellings.compare.held_positions import DOING, Held, held_positions
from tellings.compare.nodes import Nodes
from tellings.records import Cite, PositionLine, PositionStep, Stand

_CLOSE = 0.45
_MOST_STANDS = 200


def find_position_lines(nodes: Nodes, classes: Classes) -> tuple[PositionLine, ...]:
    """Every line in which a holder's position turns, those with most reports first."""
    by_holder: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for held in held_positions(nodes, classes):
        by_holder[held.holder.key, held.sense].append(held)
    lines = [
        line
        for group in by_holder.values()
        for about in _of_one_matter(_with_days(group[:_MOST_STANDS]), nodes.pool)
        if (line := _line(about, nodes.pool)) is not None
    ]
    lines.sort(key=lambda line: -sum(len(step.stands) for step in line.steps))
    return tuple(replace(line, id=f"l{number}") for number, line in enumerate(lines, start=1))


def _with_days(group: Sequence[Held]) -> list[Held]:
    """A headline without a day takes that of the same position in its article's text."""
    days: dict[tuple[int, bool], set[str]] = defaultdict(set)
    for held in group:
        if held.day:
            days[held.assertion.article, held.affirms].add(held.day)
    return [
        held
        if held.day or len(known := days[held.assertion.article, held.affirms]) != 1
        else replace(held, day=next(iter(known)))
        for held in group
    ]


def _of_one_matter(group: Sequence[Held], pool: Pool) -> Iterator[list[Held]]:
    """Positions on one matter: they share a word of it, and their assertions are close in meaning."""
    left = list(group)
    while left:
        seed = left[0]
        vectors = pool.vectors[[held.assertion.index for held in left]]
        near = vectors @ pool.vectors[seed.assertion.index] >= _CLOSE
        matter = [
            held
            for held, close in zip(left, near.tolist(), strict=True)
            if held is seed or (close and held.about & seed.about)
        ]
        yield matter
        left = [held for held in left if held not in matter]


def _line(matter: Sequence[Held], pool: Pool) -> PositionLine | None:
    """The steps in order of time; None where the position never turns from one day to another."""
    by_step: dict[tuple[str, bool], list[Held]] = defaultdict(list)
    for held in matter:
        if held.day:
            by_step[held.day, held.affirms].append(held)
    days = [day for day, _ in by_step]
    if len(set(days)) != len(days):
        return None  # both at one day: at odds, which is no change
    ordered = sorted(by_step.items())
    turns = [one[0][1] != other[0][1] for one, other in pairwise(ordered)]
    if not any(turns):
        return None
    if matter[0].sense.startswith(DOING) and ordered[0][0][1]:
        return None  # done before it was refused: what is refused is something else
    steps = tuple(
        _step(day, affirms, group, pool, turned)
        for ((day, affirms), group), turned in zip(ordered, [False, *turns], strict=True)
    )
    first = ordered[0][1][0]
    speaker = next((held.holder.speaker for held in matter if held.holder.speaker), None)
    cite = Cite(first.assertion.cite.article, first.holder.named)
    return PositionLine(id="", holder=cite, speaker=speaker, steps=steps)


def _step(day: str, affirms: bool, group: Sequence[Held], pool: Pool, turned: bool) -> PositionStep:
    first = next((held for held in group if not held.assertion.headline), group[0])
    stands = {held.assertion.cite: _stand(held, day) for held in group}
    return PositionStep(
        value=Cite(first.assertion.cite.article, first.value),
        affirms=affirms,
        held_on=day,
        stands=tuple(stands.values()),
        origins=pool.story.traced.origins_of({cite.article for cite in stands}),
        reverses=turned,
    )


def _stand(held: Held, day: str) -> Stand:
    """The report; whoever says it of the holder is its reporter."""
    statement = held.assertion.statement
    speaker = statement.speaker if statement else None
    return Stand(
        cite=held.assertion.cite,
        held_on=day,
        reporter=speaker if speaker != held.holder.speaker else None,
    )
