"""Offices of one person that do not agree.

Comes in:   the assertions of a story.
Goes out:   conflicts between offices of which somebody holds one at a time in one body: "its chief
            executive" and "its executive director", "a senator" and "a congressman", "a former executive"
            and "the chief executive".
Left out:   offices that one article gives together, those of two bodies, those held at another time ("who
            was mayor then"), and surnames that two people of the story bear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.beside_names import Named, named_in
from tellings.compare.conflicts.found import Found, FoundSide, listed, within
from tellings.compare.words import Word
from tellings.languages.en.offices import AT_ANOTHER_TIME, OFFICER, OFFICES
from tellings.languages.en.opposites import FORMERLY
from tellings.languages.en.titles import SHORT_NAMES
from tellings.records import Span

_LONGEST_TITLE = 3
_ANOTHER_TIME = frozenset(AT_ANOTHER_TIME)
_FORMERLY = frozenset(FORMERLY)
_OFFICERS, _HEADS = 0, 1
"""Groups of offices in a body: of the second, whose titles films and juries have too, it must be named."""
_SMALL = frozenset(("a", "an", "at", "for", "in", "its", "of", "s", "the", "former", "ex"))


@dataclass(frozen=True, slots=True)
class _Held:
    """An office beside a name: its group and its place in it (None for an officer of whatever kind)."""

    assertion: Assertion
    given: str
    group: int
    office: int | None
    former: bool
    body: tuple[Word, ...]
    span: Span
    name: Span


def find_offices(pool: Pool) -> Iterator[Found]:
    """Conflicts of office, one for a person and a group of offices at most."""
    held: dict[tuple[str, int], list[_Held]] = defaultdict(list)
    given: dict[str, set[str]] = defaultdict(set)
    for assertion in pool.assertions:
        for named in named_in(assertion.words):
            surname = named.surname(assertion.words)
            mine = _given(assertion.words[named.first : named.last])
            given[surname] |= {mine} - {""}
            for one in _offices(assertion, named, mine):
                held[surname, one.group].append(one)
    for (surname, _), offices in held.items():
        if len(given[surname]) == 1:
            yield from _conflict(pool, offices)


def _conflict(pool: Pool, held: Sequence[_Held]) -> Iterator[Found]:
    by_office: dict[tuple[int | None, bool], list[_Held]] = defaultdict(list)
    for holder in held:
        by_office[holder.office, holder.former].append(holder)
    for (one, mine), (other, theirs) in combinations(by_office.items(), 2):
        if not _exclude(one, other) or {h.assertion.article for h in mine} & {
            h.assertion.article for h in theirs
        }:
            continue
        if held[0].group in (_OFFICERS, _HEADS) and not any(_of_one_body(a, b) for a in mine for b in theirs):
            continue
        sides = tuple(_side(pool, holders) for holders in (mine, theirs))
        yield Found(
            kind="person",
            nature="contradiction",
            reason=f"one person is {listed(side.value for side in sides)}: “{_full_name(pool, held)}”",
            confidence=0.6,
            sides=sides,
        )
        return


def _full_name(pool: Pool, held: Sequence[_Held]) -> str:
    """The longest name printed beside the offices."""
    return max((h.name.words_in(pool.readings[h.assertion.article].article.text) for h in held), key=len)


def _exclude(one: tuple[int | None, bool], other: tuple[int | None, bool]) -> bool:
    """Whether two offices exclude each other; one that is past excludes only the like that is held now."""
    if None in (one[0], other[0]):
        return one[1] != other[1]
    return one[0] != other[0] and not one[1] and not other[1]


def _side(pool: Pool, holders: Sequence[_Held]) -> FoundSide:
    first = holders[0]
    return FoundSide(
        value=first.span.words_in(pool.readings[first.assertion.article].article.text),
        places=tuple(within(h.assertion, h.span) for h in holders),
    )


def _of_one_body(one: _Held, other: _Held) -> bool:
    """Whether the bodies are named alike, by half of the words or initials, or one is not named."""
    mine, theirs = ({w.stem for w in held.body if w.lower not in _SMALL} for held in (one, other))
    if not mine or not theirs:
        return one.group != _HEADS
    if 2 * len(mine & theirs) >= min(len(mine), len(theirs)):
        return True
    return _initials_in(one.body, other.body) or _initials_in(other.body, one.body)


def _initials_in(full: Sequence[Word], short: Sequence[Word]) -> bool:
    initials = "".join(word.lower[0] for word in full if word.lower not in _SMALL)
    return len(initials) > 1 and any(initials in word.lower for word in short if len(word.lower) <= 6)


def _given(words: Sequence[Word]) -> str:
    """The given name in its full form; "" where none is printed."""
    first = words[0].lower if words else ""
    return SHORT_NAMES.get(first, first)


def _offices(assertion: Assertion, named: Named, given: str) -> Iterator[_Held]:
    """The offices printed right before and right behind a name."""
    words = assertion.words
    name = Span(words[named.first].start, words[named.last].end)
    yield from _titles(assertion, named.start, named.first, given, name, before=True)
    behind = named.last + 1
    if named.end > behind and words[behind].lower not in _ANOTHER_TIME:
        yield from _titles(assertion, behind, named.end, given, name, before=False)


def _titles(
    assertion: Assertion, start: int, end: int, given: str, name: Span, *, before: bool
) -> Iterator[_Held]:
    """Each title in a stretch beside a name; before a name it must end there."""
    words = assertion.words
    place = start
    while place < end:
        length = next(
            (
                n
                for n in range(_LONGEST_TITLE, 0, -1)
                if place + n <= end and _key(words[place : place + n]) in _table()
            ),
            0,
        )
        if not length:
            place += 1
            continue
        if not before or place + length == end:
            group, office = _table()[_key(words[place : place + length])]
            first = next((n for n in range(start, place) if words[n].lower in _FORMERLY), place)
            yield _Held(
                assertion,
                given,
                group,
                office,
                first < place,
                tuple((*words[start:place], *words[place + length : end])),
                Span(words[first].start, words[place + length - 1].end),
                name,
            )
            return
        place += length


def _key(words: Sequence[Word]) -> str:
    return " ".join(word.lower for word in words)


@cache
def _table() -> dict[str, tuple[int, int | None]]:
    """For each title its group and which office of it."""
    table: dict[str, tuple[int, int | None]] = {
        title: (number, place)
        for number, group in enumerate(OFFICES)
        for place, titles in enumerate(group)
        for title in titles
    }
    return table | {OFFICER: (_OFFICERS, None)}
