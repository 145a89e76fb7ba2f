"""How often something was done, told otherwise: "twice", "several times".

Comes in:   the `Nodes` of a story.
Goes out:   conflicts of number between counts of times beside one verb in different articles, in sentences
            of one thing, where no number fits both.
Left out:   comparisons ("three times as many", "twice the size") and verbs common to the whole story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tellings.compare.assertions import Assertion
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.nodes import Nodes
from tellings.compare.words import Word
from tellings.languages.en.measured import OFTEN, SOME_TIMES, TIMES_COMPARED
from tellings.languages.en.numbers import AT_LEAST, SMALL_NUMBERS
from tellings.records import Span

_BEFORE, _BEHIND = 5, 4
_ALIKE = 0.25
_LEAST_RARITY = 0.6
_MOST = 40
_MANY = float("inf")
_COMPARED = frozenset(TIMES_COMPARED)
_BOUNDS = frozenset(bound.split()[-1] for bound in AT_LEAST)


@dataclass(frozen=True, slots=True)
class _Count:
    assertion: Assertion
    span: Span
    low: float
    high: float

    def fits(self, other: _Count) -> bool:
        """Whether a number of times fits both."""
        return self.low <= other.high and other.low <= self.high


def find_repetitions(nodes: Nodes, classes: Classes) -> Iterator[Found]:
    """Conflicts between counts of times, one for a verb at most."""
    by_verb: dict[str, list[_Count]] = defaultdict(list)
    for assertion in nodes.pool.assertions:
        for place, word in enumerate(assertion.words):
            counted = _counted(assertion.words, place) if word.lower in ("times", *OFTEN) else None
            verb = counted and _verb_beside(assertion, *counted[0], classes)
            if counted and verb and nodes.rarity.get(verb.stem, 0.0) >= _LEAST_RARITY:
                (first, last), low, high = counted
                span = Span(assertion.words[first].start, assertion.words[last].end)
                by_verb[verb.root].append(_Count(assertion, span, low, high))
    for counts in by_verb.values():
        for one, other in combinations(counts[:_MOST], 2):
            if _of_one_thing(one, other, nodes) and not one.fits(other):
                yield _conflict(nodes, (one, other))
                break


def _counted(words: Sequence[Word], place: int) -> tuple[tuple[int, int], float, float] | None:
    """First and last place of a count of times that ends at a place, and its bounds."""
    following = words[place + 1].lower if place + 1 < len(words) else ""
    if following in _COMPARED:
        return None
    first = place if words[place].lower in OFTEN else place - 1
    if first < 0:
        return None
    low, high = (OFTEN if first == place else SOME_TIMES).get(words[first].lower, (0, None))
    if not low:
        printed = words[first].lower
        low = SMALL_NUMBERS.get(printed, int(printed) if printed.isdecimal() and len(printed) < 4 else 0)
        high = low
    if low < 2:
        return None
    bounded = first > 0 and words[first - 1].lower in _BOUNDS
    return (first, place), low, _MANY if high is None or bounded else high


def _verb_beside(assertion: Assertion, first: int, last: int, classes: Classes) -> Word | None:
    """The verb nearest to a count of times, on either side of it."""
    words = assertion.words
    places = [*range(max(0, first - _BEFORE), first), *range(last + 1, min(last + 1 + _BEHIND, len(words)))]
    verbs = [p for p in places if words[p].tells and classes.of(assertion, words[p]) == "verb"]
    nearest = min(verbs, key=lambda p: min(abs(p - first), abs(p - last)), default=None)
    return None if nearest is None else words[nearest]


def _of_one_thing(one: _Count, other: _Count, nodes: Nodes) -> bool:
    mine, theirs = one.assertion, other.assertion
    vectors = nodes.pool.vectors
    return mine.article != theirs.article and float(vectors[mine.index] @ vectors[theirs.index]) >= _ALIKE


def _conflict(nodes: Nodes, counts: Sequence[_Count]) -> Found:
    sides = tuple(
        FoundSide(
            value=count.span.words_in(nodes.pool.readings[count.assertion.article].article.text),
            places=(whole(count.assertion),),
        )
        for count in counts
    )
    return Found(
        kind="number",
        nature="contradiction",
        reason=f"how often it was done is given as {listed(side.value for side in sides)}",
        confidence=0.5,
        sides=sides,
    )
