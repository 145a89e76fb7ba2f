"""Who says that an attack was theirs, and who sees no sign of it.

Comes in:   the assertions of a story.
Goes out:   a conflict of position between those who claim responsibility and those who find no link to a
            group or call the attacker a lone wolf; and an update, where nobody had claimed it at first and
            somebody did in what was published later.
Left out:   other attacks by which a group is known ("the group that claimed responsibility for"), and claims
            that only may come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, is_later, listed, whole
from tellings.compare.conflicts.polarity import is_negator
from tellings.compare.words import Word
from tellings.languages.en.responsibility import ALONE, CLAIMED, CLAIMING, GROUPS, LEADING_TO, NOBODY
from tellings.records import Span

_BETWEEN = 2
_BEFORE = 5
_REACH = 6
_MOST_PLACES = 6
_CLAIMING = frozenset(CLAIMING)
_CLAIMED = frozenset(CLAIMED)
_NOBODY = frozenset(NOBODY)
_LEADING_TO = frozenset(LEADING_TO)
_GROUPS = frozenset(GROUPS)
_ALONE = frozenset(ALONE)
_OTHERS = frozenset(("attacks", "bombings", "killings", "shootings"))
_NOT_TOLD = frozenset(("can", "could", "may", "might", "often", "that", "to", "which", "who", "would"))
"""Right before a claim: it only may come, or a group is told of by another attack that it claimed."""

_Told = tuple[Assertion, Span]


def find_responsibility(pool: Pool) -> Iterator[Found]:
    """A conflict and an update at most."""
    claims: list[_Told] = []
    unclaimed: list[_Told] = []
    alone: list[_Told] = []
    for assertion in pool.assertions:
        words = assertion.words
        if claim := _claim(words):
            span, nobody = claim
            (unclaimed if nobody else claims).append((assertion, span))
        elif link := _no_link(words):
            alone.append((assertion, link))
    if not claims:
        return
    if alone:
        yield _found(pool, claims, alone, "position")
    if unclaimed:
        update = _found(pool, unclaimed, claims, "other")
        if is_later(update.sides[1], update.sides[0], pool):
            yield update


def _found(pool: Pool, one: Sequence[_Told], other: Sequence[_Told], kind: str) -> Found:
    sides = tuple(
        FoundSide(
            value=" ".join(told[0][1].words_in(pool.readings[told[0][0].article].article.text).split()),
            places=tuple(whole(assertion) for assertion, _ in told[:_MOST_PLACES]),
        )
        for told in (one, other)
    )
    values = listed(side.value for side in sides)
    if kind == "position":
        return Found(
            kind="position",
            nature="contradiction",
            reason=f"one group says the attack was theirs, others see no link: {values}",
            confidence=0.6,
            sides=sides,
        )
    return Found(
        kind="other",
        nature="update",
        reason=f"nobody said at first that the attack was theirs, and then somebody did: {values}",
        confidence=0.6,
        sides=sides,
    )


def _claim(words: Sequence[Word]) -> tuple[Span, bool] | None:
    """The words "claimed responsibility", and whether it is said that nobody did."""
    for place, word in enumerate(words):
        if word.lower not in _CLAIMING:
            continue
        end = next(
            (
                n
                for n in range(place + 1, min(len(words), place + 2 + _BETWEEN))
                if words[n].lower in _CLAIMED
            ),
            None,
        )
        if end is None:
            continue
        before = {other.lower for other in words[max(0, place - _BEFORE) : place]}
        behind = {other.lower for other in words[end + 1 : end + 2 + _BETWEEN]}
        right_before = {other.lower for other in words[max(0, place - _BETWEEN) : place]}
        if right_before & _NOT_TOLD or behind & _OTHERS:
            return None
        nobody = bool(before & _NOBODY) or any(map(is_negator, before))
        return Span(words[max(0, place - 1) if nobody else place].start, words[end].end), nobody
    return None


def _no_link(words: Sequence[Word]) -> Span | None:
    """The words "no evidence of ties to the group" or "lone wolf"."""
    for one, other in pairwise(words):
        if (one.lower, other.lower) in _ALONE:
            return Span(one.start, other.end)
    for place, word in enumerate(words):
        near = words[place : place + _REACH]
        if not is_negator(word.lower) or not any(w.lower in _LEADING_TO for w in near):
            continue
        group = next((w for w in words[place : place + 2 * _REACH] if w.lower in _GROUPS), None)
        if group is not None:
            return Span(word.start, group.end)
    return None
