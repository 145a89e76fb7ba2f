"""Counts, measures, sums, shares and ages that are of one thing.

Comes in:   `Figure`s of one unit or of one noun, and who tells the same as whom.
Goes out:   lists of figures that are of one thing, for their values to be set side by side: told alike and
            described alike; numbers of those sent, gathered, employed or at home somewhere; ages of one
            person, but for those of another event; sizes described alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.figures import Figure, force_heads
from tellings.compare.conflicts.found import Neighbours
from tellings.compare.conflicts.framing import measured_apart
from tellings.compare.conflicts.scopes import FARTHEST_RATIO, Places, figure_of
from tellings.compare.conflicts.vague import is_vague
from tellings.compare.conflicts.values import by_value, rounded_together
from tellings.compare.words import root_of, stem_of
from tellings.languages.en.measured import COMPANIES
from tellings.languages.en.opposites import CALENDAR_WORDS

SAME_EVENT_COSINE = 0.4
AGE = "year-old"
_DURATIONS = frozenset(("day", "month", "second"))
_CALENDAR = frozenset(stem_of(word) for word in CALENDAR_WORDS)
_YEARS_APART = 3
_FORCE = 5.0
_CROWD = 50.0
_FARTHEST_CROWD = 20.0
_SAME_PERSON = 0.3
_ALIKE = 3
_SIZES = frozenset(("kg", "m"))
_CLOSE = 0.5
_MOST_SIZES = 120
_STAND = root_of("stood")


class OneThing:
    """Tells which figures of a story are of one thing."""

    def __init__(self, pool: Pool, neighbours: Neighbours) -> None:
        self._neighbours = neighbours
        self._places = Places(pool)
        self._names: dict[tuple[int, int], frozenset[str]] = defaultdict(frozenset)
        for assertion in pool.assertions:
            self._names[assertion.article, assertion.sentence] |= assertion.names - _CALENDAR

    def groups(self, group: Sequence[Figure]) -> list[list[Figure]]:
        """Of figures of one unit or noun those that are of one thing."""
        group = [figure for figure in group if not _is_beside(figure)]
        together = aligned(group, self._neighbours)
        head = group[0].head if group and not group[0].quantity.unit else ""
        if head in force_heads() or head in COMPANIES:
            exact = [[figure for figure in event if not is_vague(figure)] for event in together]
            of_one_place = [
                [event[0], *(f for f in event[1:] if not self._apart(f, event[0]))]
                for event in exact
                if event
            ]
            companies = list(self._companies(group))
            return _not_told([*(_joined(companies) if head == "crowd" else companies), *of_one_place])
        return [self._of_one_thing(event) for event in together]

    def sizes(self, group: Sequence[Figure]) -> Iterator[list[Figure]]:
        """Lengths and weights described alike ("fell 12 feet", "fell 15ft") in close assertions."""
        sizes = [figure for figure in group if figure.quantity.unit in _SIZES][:_MOST_SIZES]
        for seed in sizes:
            near = (f for f in sizes if self._neighbours.cosine(f.assertion, seed.assertion) >= _CLOSE)
            yield self._of_one_thing([seed, *near])

    def ages(self, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
        """Ages of what is named alike ("the six-year-old boy"), a few years apart, in close assertions."""
        by_noun: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            for stem in figure.near:
                by_noun[stem].append(figure)
        told: set[int] = set()
        for group in map(_of_this_event, sorted(by_noun.values(), key=len, reverse=True)):
            seed = group[0]
            event = [seed, *(figure for figure in group[1:] if self._of_one_age(figure, seed))]
            if not told & {id(figure) for figure in event}:
                told.update(id(figure) for figure in event if len(event) > 1)
                yield event

    def _of_one_age(self, figure: Figure, seed: Figure) -> bool:
        apart = abs((figure_of(figure.quantity) or 0) - (figure_of(seed.quantity) or 0))
        one, other = figure.assertion, seed.assertion
        return (
            apart <= _YEARS_APART
            and self._neighbours.cosine(one, other) >= SAME_EVENT_COSINE
            and self._neighbours.same(one, other) >= _SAME_PERSON
        )

    def _of_one_thing(self, event: Sequence[Figure]) -> list[Figure]:
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
            and not measured_apart(figure.framing, seed.framing)
            and not _stood_on_other_days(figure, seed)
            and not self._named_apart(figure.assertion, seed.assertion)
        ]

    def _companies(self, group: Sequence[Figure]) -> Iterator[list[Figure]]:
        """Larger counts of those who were sent ("80 divers") or came together, in like assertions."""
        least = _CROWD if group[0].head in COMPANIES else _FORCE
        large = [
            figure
            for figure in group
            if (figure_of(figure.quantity) or 0.0) >= least
            and not figure.part
            and not figure.background
            and not figure.framing.earlier
            and not is_vague(figure)
        ]
        for seed in large:
            event = [seed] + [
                figure
                for figure in large
                if figure.assertion.article != seed.assertion.article
                and self._neighbours.cosine(figure.assertion, seed.assertion) >= SAME_EVENT_COSINE
                and not self._named_apart(figure.assertion, seed.assertion)
                and not self._apart(figure, seed)
            ]
            if len(event) > 1:
                yield event

    def _apart(self, one: Figure, other: Figure) -> bool:
        """Whether two counts are told of two places; of crowds the surroundings tell."""
        if one.head == "crowd":
            led_to = bool(one.places and other.places) and one.places.isdisjoint(other.places)
            return led_to or self._places.elsewhere(one.assertion, other.assertion)
        return self._places.apart(one.assertion, other.assertion)

    def _named_apart(self, one: Assertion, other: Assertion) -> bool:
        """Whether both name somebody or something, and nothing in common: two things are measured."""
        mine, theirs = self._names_of(one), self._names_of(other)
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _names_of(self, assertion: Assertion) -> frozenset[str]:
        """The names in an assertion, or in its sentence where it has none itself."""
        return (assertion.names - _CALENDAR) or self._names[assertion.article, assertion.sentence]


def farthest_of(head: str) -> float:
    """How many times the usual count another one of the same thing may be; of crowds it may be far more."""
    return _FARTHEST_CROWD if head == "crowd" else FARTHEST_RATIO


def beside_others(figures: Sequence[Figure]) -> frozenset[int]:
    """Identities of the measures whose assertion gives another one of that unit: each is of its own thing."""
    told: dict[tuple[int, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.quantity.unit and figure.quantity.unit != AGE:
            told[figure.assertion.index, figure.quantity.unit].append(figure)
    return frozenset(
        id(figure)
        for group in told.values()
        if len(rounded_together(by_value(group))) > 1
        for figure in group
    )


def aligned(group: Sequence[Figure], neighbours: Neighbours) -> list[list[Figure]]:
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


def _of_this_event(group: Sequence[Figure]) -> list[Figure]:
    """Without those of an earlier event in articles that give one of this event too."""
    given = {figure.assertion.article for figure in group if not figure.background}
    return [figure for figure in group if not figure.background or figure.assertion.article not in given]


def _is_beside(figure: Figure) -> bool:
    """Counts of others than somebody named, and the years in which something else happened."""
    return figure.framing.others or (figure.quantity.unit == "month" and figure.framing.stretch)


def _stood_on_other_days(one: Figure, other: Figure) -> bool:
    """Whether a level is given as of two days: "stood at 71 percent on Wednesday", "at 68 on Friday"."""
    stands = any(word.root == _STAND for figure in (one, other) for word in figure.assertion.words)
    return stands and bool(one.days and other.days) and one.days.isdisjoint(other.days)


def _told_alike(one: Assertion, other: Assertion) -> bool:
    """Whether enough words that are no names stand in both: not "slept for two hours", "asked for four"."""
    return len((one.stems & other.stems) - one.names - other.names) >= _ALIKE


def _joined(events: Sequence[list[Figure]]) -> list[list[Figure]]:
    """Events that share a figure as one: the crowd by all who estimated it."""
    joined: list[dict[int, Figure]] = []
    for event in events:
        members = {id(figure): figure for figure in event}
        apart = []
        for other in joined:
            if members.keys() & other.keys():
                members = other | members
            else:
                apart.append(other)
        joined = [*apart, members]
    return [list(members.values()) for members in joined]


def _not_told(events: Iterable[list[Figure]]) -> list[list[Figure]]:
    """Events of which no figure is in an earlier one."""
    told: set[int] = set()
    new = []
    for event in events:
        if told.isdisjoint(id(figure) for figure in event):
            told.update(id(figure) for figure in event)
            new.append(event)
    return new
