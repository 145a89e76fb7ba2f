"""What caused it, and where it began.

Comes in:   the assertions of a story.
Goes out:   conflicts between accounts that give one fire, crash or blast different causes ("a heater had
            caused the fire", "the fire was caused by lightning"), or say that it began in different rooms
            or on different floors.
Left out:   causes that may be one in other words (human error, all that is electrical), those that are
            denied, and places of another size ("in the kitchen", "in the hotel").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.conflicts.polarity import polarity_of, turns_round
from tellings.compare.words import Word, root_of
from tellings.languages.en.causes import BEGINNING, CAUSING, FLOORS, KINDS_OF_CAUSE, ROOMS, VAGUE_CAUSES
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.labels import DATED_LABELS, LABELS
from tellings.records import ConflictKind, Span

_CLOSE = 0.45
_REACH = 6
_CAUSING = frozenset(CAUSING)
_BEGINNING = frozenset(root_of(verb) for verb in BEGINNING)
_CLAUSES = frozenset(
    ("after", "and", "as", "but", "before", "said", "that", "when", "where", "which", "while", "who")
)
_VAGUE = frozenset(root_of(word) for word in VAGUE_CAUSES)
_KIND = {root_of(word): kinds[0] for kinds in KINDS_OF_CAUSE for word in kinds}
_EVENT = {root_of(name.split()[-1]): label for label in DATED_LABELS for name in LABELS[label]}
_BEING = frozenset(("been", "being", "is", "was", "were"))


@dataclass(frozen=True, slots=True)
class _Given:
    """A cause or a place that an assertion gives: of what event, the roots that tell it, and its words."""

    assertion: Assertion
    kind: ConflictKind
    event: str
    value: frozenset[str]
    span: Span


def find_causes(pool: Pool, classes: Classes) -> Iterator[Found]:
    """Conflicts of cause and of the place where something began."""
    groups: dict[tuple[ConflictKind, str], list[_Given]] = defaultdict(list)
    for assertion in pool.assertions:
        for given in (*_causes_in(assertion, classes), *_beginnings_in(assertion)):
            groups[given.kind, given.event].append(given)
    for (kind, _), group in groups.items():
        sides = [
            FoundSide(
                value=members[0].span.words_in(pool.readings[members[0].assertion.article].article.text),
                places=tuple({m.assertion.index: whole(m.assertion) for m in members}.values()),
            )
            for members in _sides(group, pool)
        ]
        if len(sides) > 1 and len({p.assertion.article for side in sides for p in side.places}) > 1:
            what = "given different causes" if kind == "cause" else "said to have begun in different places"
            yield Found(
                kind=kind,
                nature="contradiction",
                reason=f"one event is {what}: {listed(side.value for side in sides)}",
                confidence=0.5,
                sides=tuple(sides),
            )


def _sides(group: Sequence[_Given], pool: Pool) -> list[list[_Given]]:
    """Those who give one value together; only what is told in sentences near to the first one's."""
    near = [
        given
        for given in group
        if float(pool.vectors[given.assertion.index] @ pool.vectors[group[0].assertion.index]) >= _CLOSE
    ]
    sides: list[list[_Given]] = []
    for given in near:
        for side in sides:
            if any(given.value & other.value for other in side):
                side.append(given)
                break
        else:
            sides.append([given])
    return sides


# ---------------------------------------------------------------- causes


def _causes_in(assertion: Assertion, classes: Classes) -> Iterator[_Given]:
    """ "A heater had caused the fire", "the fire was caused by a heater", where the event is a known one."""
    words = assertion.words
    possible = polarity_of(words).possible
    for place, word in enumerate(words):
        if word.lower not in _CAUSING or word.root in possible:
            continue
        passive = place > 0 and words[place - 1].lower in _BEING
        before, behind = words[max(0, place - 2 * _REACH) : place], words[place + 1 : place + 1 + _REACH]
        if passive and behind[:1] and behind[0].lower == "by":
            event, cause = _event_before(before), _phrase(behind[1:])
        elif not passive:
            event, cause = _event_behind(behind), _subject(assertion, before, classes)
        else:
            continue
        value = frozenset(_KIND.get(w.root, w.root) for w in cause if w.tells)
        turned = any(turns_round(words, at) for at in range(len(words)))
        if event and value and not value & _VAGUE and not turned:
            yield _Given(assertion, "cause", event, value, Span(cause[0].start, cause[-1].end))


def _event_behind(words: Sequence[Word]) -> str | None:
    """The event that "the" leads to: "the hotel fire", not "a fire"."""
    if not words or words[0].lower not in ("the", "this", "that"):
        return None
    return next((_EVENT[word.root] for word in words[:4] if word.root in _EVENT), None)


def _event_before(words: Sequence[Word]) -> str | None:
    for place in range(len(words) - 1, -1, -1):
        if words[place].root in _EVENT:
            led = {word.lower for word in words[max(0, place - 2) : place]}
            return _EVENT[words[place].root] if "the" in led else None
    return None


def _phrase(words: Sequence[Word]) -> list[Word]:
    """The words up to a stop, trimmed to the last that tells something."""
    taken: list[Word] = []
    for word in words:
        if (taken and word.start - taken[-1].end != 1) or word.lower in _CLAUSES:
            break
        taken.append(word)
    while taken and not taken[-1].tells:
        taken.pop()
    return taken


def _subject(assertion: Assertion, words: Sequence[Word], classes: Classes) -> list[Word]:
    """The noun phrase right before a verb and its auxiliaries, from its article on."""
    kept = list(words)
    while kept and (kept[-1].lower in FINITE_HELPERS or classes.of(assertion, kept[-1]) == "adverb"):
        kept.pop()
    first = len(kept)
    while first and not (
        kept[first - 1].lower in FINITE_HELPERS or classes.of(assertion, kept[first - 1]) == "verb"
    ):
        apart = first < len(kept) and kept[first].start - kept[first - 1].end != 1
        if apart or kept[first - 1].lower in _CLAUSES:
            break
        first -= 1
    return kept[first:]


# ---------------------------------------------------------------- where it began


def _beginnings_in(assertion: Assertion) -> Iterator[_Given]:
    """ "The fire broke out in a kitchen on the ground floor": the room and the floor."""
    words = assertion.words
    for place, word in enumerate(words):
        if word.root not in _BEGINNING or any(turns_round(words, at) for at in range(place)):
            continue
        event = next(
            (_EVENT[w.root] for w in words[max(0, place - _REACH) : place] if w.root in _EVENT), None
        )
        behind = words[place + 1 : place + 1 + 2 * _REACH]
        rooms = [w for w in behind if w.lower in ROOMS]
        floors = [
            (one, other) for one, other in pairwise(behind) if one.lower in FLOORS and other.root == "floor"
        ]
        if event and floors:
            first, last = floors[0]
            yield _Given(
                assertion, "place", f"{event}: floor", frozenset([first.root]), Span(first.start, last.end)
            )
        elif event and rooms:
            room = rooms[0]
            yield _Given(
                assertion, "place", f"{event}: room", frozenset([room.root]), Span(room.start, room.end)
            )
