"""Counts and measures compared as values.

Comes in:   the `Figure`s of a story and who tells the same as whom.
Goes out:   conflicts of number. Tolls (the dead, the hurt, the trapped …) of the event told are set side by
            side over all articles; other counts only where the assertions tell the same and count the same
            thing. A toll that rises as time goes on is an update. The same length in other units, a rounded
            figure or a part of a whole is shown as not comparable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.figures import Figure, force_heads
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, is_later, listed, whole
from tellings.compare.conflicts.scopes import (
    FARTHEST_RATIO,
    Places,
    figure_of,
    other_events,
    told_of_elsewhere,
    two_events,
)
from tellings.languages.en.units import KINDS_OF_MEASURES
from tellings.records import Quantity

_ROUNDING = 0.07
_SAME_EVENT_COSINE = 0.4
_MOST_SIDES = 8
_AGE = "year-old"
_UNITS_APART = 0.05
_VAGUE = frozenset(["dozens", "hundreds", "scores", "several", "tens", "thousands"])
_YEARS_APART = 3
_FORCE = 5.0
_SAME_PERSON = 0.3
_MOST_PER_SIDE = 40
_ALIKE = 3
_MOST_TRIED = 5
_MOST_WORDS = 3


def find_numbers(pool: Pool, figures: Sequence[Figure], neighbours: Neighbours) -> Iterator[Found]:
    """Conflicts of number."""
    crowded, places = _beside_others(figures), Places(pool)
    tolls: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    counts: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.role and not figure.quantity.unit and not figure.part:
            tolls[figure.role, figure.head].append(figure)
        elif (figure.head or figure.quantity.unit) and id(figure) not in crowded:
            counts[figure.quantity.unit, figure.head].append(figure)
    for (role, _), group in tolls.items():
        what = _NAMED.get(role, role)
        for event in _events(group, neighbours):
            groups = _by_value(event)
            usual = _usual(groups)
            apart = told_of_elsewhere(groups, usual)
            yield from (two_events(groups[usual], groups[value], what) for value in apart)
            here = [figure for figure in event if figure_of(figure.quantity) not in apart]
            yield from _conflict(pool, _own_tolls(here), what, toll=True)
        yield from other_events(group, what)
    for event in _ages(counts.pop((_AGE, ""), []), neighbours):
        yield from _conflict(pool, event, "the age of one person", toll=False)
    for (unit, head), group in counts.items():
        for event in _of_one_kind(places, group, neighbours):
            yield from _conflict(pool, event, _what(unit, head, event), toll=False)


def _of_one_kind(places: Places, group: Sequence[Figure], neighbours: Neighbours) -> list[list[Figure]]:
    """Figures of one unit or head that are of one thing."""
    aligned = _aligned(group, neighbours)
    if group[0].head in force_heads() and not group[0].quantity.unit:
        exact = [[figure for figure in event if not _is_vague(figure)] for event in aligned]
        of_one_place = [
            [event[0], *(f for f in event[1:] if not places.apart(f.assertion, event[0].assertion))]
            for event in exact
            if event
        ]
        return _not_told([*_forces(places, group, neighbours), *of_one_place])
    return [_of_one_thing(event) for event in aligned]


def _beside_others(figures: Sequence[Figure]) -> frozenset[int]:
    """Identities of the measures whose assertion gives another one of that unit: each is of its own thing."""
    told: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.quantity.unit and figure.quantity.unit != _AGE:
            told[figure.assertion.index, figure.quantity.unit].append(figure)
    return frozenset(
        id(figure)
        for group in told.values()
        if len(_rounded_together(_by_value(group))) > 1
        for figure in group
    )


_NAMED = {
    "arrested": "the number of those arrested",
    "dead": "the number of the dead",
    "dead+hurt": "the number of the dead and hurt together",
    "displaced": "the number of those who had to leave",
    "freed": "the number of those freed",
    "hospital": "the number of those taken to hospital",
    "hostage": "the number of hostages",
    "hurt": "the number of the hurt",
    "missing": "the number of the missing",
    "trapped": "the number of those trapped",
}
_DURATIONS = frozenset(("hour", "day", "minute", "week"))


def _ages(figures: Sequence[Figure], neighbours: Neighbours) -> Iterator[list[Figure]]:
    """Ages of what is named alike ("the six-year-old boy"), a few years apart, in close assertions."""
    by_noun: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        for stem in figure.near:
            by_noun[stem].append(figure)
    told: set[int] = set()
    for group in sorted(by_noun.values(), key=len, reverse=True):
        seed = group[0]
        event = [seed] + [
            figure
            for figure in group[1:]
            if abs((figure_of(figure.quantity) or 0) - (figure_of(seed.quantity) or 0)) <= _YEARS_APART
            and neighbours.cosine(figure.assertion, seed.assertion) >= _SAME_EVENT_COSINE
            and neighbours.same(figure.assertion, seed.assertion) >= _SAME_PERSON
        ]
        if not told & {id(figure) for figure in event}:
            told.update(id(figure) for figure in event if len(event) > 1)
            yield event


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
    return _is_vague(figure), not figure.assertion.headline, not figure.assertion.lead, figure.assertion.index


def _is_vague(figure: Figure) -> bool:
    """ "dozens of divers"."""
    return figure.printed.split()[0].lower() in _VAGUE


def _of_one_thing(event: Sequence[Figure]) -> list[Figure]:
    """The figures of the seed's thing: described alike, or durations of what is told alike, in other
    articles.
    """
    seed = event[0]
    lasts = seed.quantity.unit in _DURATIONS and "-" not in seed.printed
    return [seed] + [
        figure
        for figure in event[1:]
        if figure.assertion.article != seed.assertion.article
        and (figure.near & seed.near or (lasts and _told_alike(figure.assertion, seed.assertion)))
        and not _named_apart(figure.assertion, seed.assertion)
    ]


def _told_alike(one: Assertion, other: Assertion) -> bool:
    """Whether enough words that are no names stand in both: not "slept for two hours", "asked for four"."""
    return len((one.stems & other.stems) - one.names - other.names) >= _ALIKE


def _named_apart(one: Assertion, other: Assertion) -> bool:
    """Whether both assertions name somebody or something, and nothing in common: two things are measured."""
    return bool(one.names and other.names) and one.names.isdisjoint(other.names)


def _forces(places: Places, group: Sequence[Figure], neighbours: Neighbours) -> Iterator[list[Figure]]:
    """Larger counts of those who were sent ("80 divers"), which articles give in like assertions."""
    large = [
        figure
        for figure in group
        if (figure_of(figure.quantity) or 0.0) >= _FORCE
        and not figure.part
        and not figure.background
        and not _is_vague(figure)
    ]
    for seed in large:
        event = [seed] + [
            figure
            for figure in large
            if figure.assertion.article != seed.assertion.article
            and neighbours.cosine(figure.assertion, seed.assertion) >= _SAME_EVENT_COSINE
            and not _named_apart(figure.assertion, seed.assertion)
            and not places.apart(figure.assertion, seed.assertion)
        ]
        if len(event) > 1:
            yield event


def _not_told(events: Iterable[list[Figure]]) -> list[list[Figure]]:
    """Events of which no figure is in an earlier one."""
    told: set[int] = set()
    new = []
    for event in events:
        if told.isdisjoint(id(figure) for figure in event):
            told.update(id(figure) for figure in event)
            new.append(event)
    return new


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether both can hold of one amount: their bounds overlap, an approximate one giving a tenth either
    way.
    """
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return low <= other_high and other_low <= high


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = float("-inf") if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    give = _ROUNDING if quantity.approximate else 0.0
    return low * (1 - give) if low > 0 else low, high * (1 + give) if high > 0 else high


def _events(group: Sequence[Figure], neighbours: Neighbours) -> list[list[Figure]]:
    """Figures of one role that speak of one event: the one told now; others only where they are aligned."""
    told = [figure for figure in group if not figure.background]
    seeds = [figure for figure in told if figure.assertion.lead]
    if not seeds:
        return _aligned(group, neighbours)
    event = list(seeds)
    for figure in told:
        if not figure.assertion.lead and any(
            neighbours.cosine(figure.assertion, seed.assertion) >= _SAME_EVENT_COSINE for seed in seeds[:60]
        ):
            event.append(figure)
    usual = _usual(_by_value(event))
    other = [figure for figure in group if figure.background or not _comparable(figure, usual)]
    return [event, *_aligned(other, neighbours)]


def _comparable(figure: Figure, usual: float) -> bool:
    """Whether a figure is of the size of the usual one; one far from it is of something else."""
    value = figure_of(figure.quantity)
    return bool(value and usual and 1 / FARTHEST_RATIO <= value / usual <= FARTHEST_RATIO)


def _aligned(group: Sequence[Figure], neighbours: Neighbours) -> list[list[Figure]]:
    """Figures around each seed whose assertions tell the same as the seed's."""
    by_assertion: dict[int, list[Figure]] = defaultdict(list)
    for figure in group:
        by_assertion[figure.assertion.index].append(figure)
    used: set[int] = set()
    events = []
    for seed in group:
        if id(seed) in used:
            continue
        event = [
            figure
            for ally in neighbours.allies(seed.assertion)
            for figure in by_assertion.get(ally.index, ())
            if figure is seed or ally.index != seed.assertion.index
        ]
        if len(event) > 1:
            used.update(id(figure) for figure in event)
            events.append(event)
    return events


def _conflict(pool: Pool, event: Sequence[Figure], what: str, *, toll: bool) -> Iterator[Found]:
    """The conflict among the figures of one event, if their values cannot all hold."""
    groups = _by_value(event)
    if not toll:
        groups = _rounded_together(groups)
    usual = _usual(groups)
    kept = {
        value: figures
        for value, figures in groups.items()
        if usual and 1 / FARTHEST_RATIO <= value / usual <= FARTHEST_RATIO
    }
    kept = _without_companions(kept)
    clashing = any(
        _clash(mine, theirs, toll=toll)
        for one, other in combinations(sorted(kept), 2)
        for mine, theirs in product(kept[one][:_MOST_TRIED], kept[other][:_MOST_TRIED])
    )
    if not 2 <= len(kept) <= _MOST_SIDES or not clashing:
        return
    sides = [
        FoundSide(
            value=figures[0].printed,
            places=tuple({f.assertion.index: whole(f.assertion) for f in figures[:_MOST_PER_SIDE]}.values()),
        )
        for _, figures in sorted(kept.items())
    ]
    rising = toll and not any(is_later(low, high, pool) for low, high in pairwise(sides))
    missing = all(figure.role == "missing" for figure in event)
    falling = missing and not any(is_later(high, low, pool) for low, high in pairwise(sides))
    course = "falling" if falling else "rising" if rising else ""
    values = listed(side.value for side in sides)
    yield Found(
        kind="number",
        nature="update" if course else "contradiction",
        reason=f"{what} is given as {values}" + (f", {course} as the reports go on" if course else ""),
        confidence=0.75 if toll else 0.5,
        sides=tuple(sides),
        about=what,
    )


def _usual(groups: dict[float, list[Figure]]) -> float:
    """The value that most articles give."""
    return max(groups, key=lambda value: len({f.assertion.article for f in groups[value]}), default=0.0)


def _by_value(event: Sequence[Figure]) -> dict[float, list[Figure]]:
    groups: dict[float, list[Figure]] = defaultdict(list)
    for figure in event:
        value = figure_of(figure.quantity)
        if value is not None:
            groups[value].append(figure)
    return dict(groups)


def _rounded_together(groups: dict[float, list[Figure]]) -> dict[float, list[Figure]]:
    """Values within a twentieth of one another under one of them: one measure, rounded or in other units."""
    joined: dict[float, list[Figure]] = {}
    last = 0.0
    for value in sorted(groups):
        if last and value <= last * (1 + _UNITS_APART):
            joined[last] = joined[last] + groups[value]
        else:
            joined[value] = groups[value]
            last = value
    return joined


def _without_companions(groups: dict[float, list[Figure]]) -> dict[float, list[Figure]]:
    """Drop values printed only beside another value of the group in the same assertion (a breakdown)."""
    return {
        value: alone
        for value, figures in groups.items()
        if (
            alone := [
                figure
                for figure in figures
                if not any(
                    other.assertion.index == figure.assertion.index
                    for different, others in groups.items()
                    if different != value
                    for other in others
                )
            ]
        )
    }


def _clash(one: Figure, other: Figure, *, toll: bool) -> bool:
    """Whether no common value is left between the bounds; tolls also when a reader would see them differ."""
    if not compatible(one.quantity, other.quantity):
        return True
    mine, theirs = figure_of(one.quantity) or 0.0, figure_of(other.quantity) or 0.0
    return toll and abs(mine - theirs) > _ROUNDING * max(mine, theirs)


def _what(unit: str, head: str, event: Sequence[Figure]) -> str:
    """What is given: a count by its noun, a measure by its kind and the words that all have beside it."""
    if not unit:
        return f"the number of {event[0].quantity.counted or head}"
    shared = frozenset.intersection(*(figure.near for figure in event)) if len(event) > 1 else frozenset()
    beside = {word.stem: word.lower for word in event[0].assertion.words if word.stem in shared}
    told = ", ".join(f"“{word}”" for word in list(beside.values())[:_MOST_WORDS])
    kind = KINDS_OF_MEASURES.get(unit, f"a sum in {unit}" if unit.isupper() else f"a measure in {unit}")
    return f"{kind} ({told})" if told else kind
