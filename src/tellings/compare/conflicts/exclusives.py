"""Two words of one kind in one place, of which only one can be true.

Comes in:   the assertions of a story and who tells the same as whom.
Goes out:   conflicts between a car and a van, the north and the south of something, inside a place and near
            it, where the assertions of different articles tell the same and share the words beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word
from tellings.languages.en.opposites import BESIDE, EXCLUSIVES, INSIDE
from tellings.records import ConflictKind, Span

_REACH = 3
_SAME = 0.25
_CLOSE = 0.45
_KINDS: dict[str, ConflictKind] = {"direction": "place", "place": "place"}


@dataclass(frozen=True, slots=True)
class _Choice:
    """A word of a class, the class, what it means there, and the stems around it."""

    kind: str
    value: str
    first: Word
    last: Word
    around: frozenset[str]


def find_exclusives(alignment: Alignment) -> Iterator[Found]:
    """Conflicts of exclusive words."""
    nodes = alignment.nodes
    choices = [list(_choices(assertion)) for assertion in nodes.first]
    groups: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    pairs = alignment.pairs
    rows = ((alignment.same >= _SAME) & (pairs.cosine >= _CLOSE)).nonzero()[0]
    for row in rows.tolist():
        left, right = int(pairs.left[row]), int(pairs.right[row])
        if nodes.home[left] == nodes.home[right]:
            continue
        for mine, theirs in _clashes(choices[left], choices[right]):
            if mine.value <= theirs.value:
                groups[mine.kind, mine.value, theirs.value].append((left, right))
            else:
                groups[mine.kind, theirs.value, mine.value].append((right, left))
    for (kind, one, other), members in groups.items():
        sides = []
        for number, value in enumerate((one, other)):
            holders = [nodes.first[m[number]] for m in dict.fromkeys(members)]
            sides.append(_side(nodes.pool, holders, kind, value))
        values = [side.value for side in sides]
        yield Found(
            kind=_KINDS.get(kind.split(":")[0], "other"),
            nature="contradiction",
            reason=f"what is told alike differs in the {kind.split(':')[0]}: {listed(values)}",
            confidence=0.5 if len(members) < 3 else 0.6,
            sides=tuple(sides),
        )


def _choices(assertion: Assertion) -> Iterator[_Choice]:
    table = _table()
    words = assertion.words
    for place, word in enumerate(words):
        named = word.capital and place > 0 and not assertion.headline
        if word.lower in table and not named:
            kind, value = table[word.lower]
            reach = words[place + 1 : place + 2] if kind == "direction" else _around(words, place)
            yield _Choice(kind, value, word, word, frozenset(near.stem for near in reach if near.tells))
        pair = f"{word.lower} {words[place + 1].lower}" if place + 1 < len(words) else ""
        if word.lower in INSIDE or word.lower in BESIDE or pair in BESIDE:
            landmark = _landmark(words, place)
            if landmark:
                name = " ".join(w.lower for w in landmark)
                before = frozenset(w.stem for w in words[max(0, place - _REACH) : place] if w.tells)
                yield _Choice(
                    f"place: {name}", "in" if word.lower in INSIDE else "near", word, landmark[-1], before
                )


def _around(words: tuple[Word, ...], place: int) -> tuple[Word, ...]:
    return (*words[max(0, place - _REACH) : place], *words[place + 1 : place + 1 + _REACH])


def _landmark(words: tuple[Word, ...], place: int) -> list[Word]:
    """What a preposition leads to: the next telling word, and the capitalised ones that follow it."""
    for at in range(place + 1, min(place + 4, len(words))):
        if words[at].lower in INSIDE or words[at].lower in BESIDE or words[at].is_number:
            return []
        if words[at].tells:
            end = at + 1
            while words[at].capital and end < len(words) and words[end].capital:
                end += 1
            if not words[at].capital and words[at - 1].lower != "the":
                return []  # "a harbour", "their harbour": not one that both must mean
            goes_on = end < len(words) and words[end].start - words[end - 1].end == 1 and words[end].tells
            return [] if words[at].capital and goes_on else list(words[at:end])
    return []


def _clashes(mine: list[_Choice], theirs: list[_Choice]) -> Iterator[tuple[_Choice, _Choice]]:
    """Choices of one class that differ, beside at least one shared word, where neither side has both."""
    for one in mine:
        for other in theirs:
            if one.kind != other.kind or one.value == other.value or not one.around & other.around:
                continue
            if {c.value for c in mine if c.kind == one.kind} & {
                c.value for c in theirs if c.kind == one.kind
            }:
                continue
            yield one, other


def _side(pool: Pool, holders: list[Assertion], kind: str, value: str) -> FoundSide:
    choice = next(c for c in _choices(holders[0]) if c.kind == kind and c.value == value)
    printed = Span(choice.first.start, choice.last.end).words_in(
        pool.readings[holders[0].article].article.text
    )
    return FoundSide(value=printed, places=tuple({a.index: whole(a) for a in holders}.values()))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, str]]:
    table = {}
    for kind, groups in EXCLUSIVES.items():
        for group in groups:
            for word in group:
                table[word] = (kind, group[0])
                if kind != "direction":
                    table[word + "s"] = (kind, group[0])
    return table
