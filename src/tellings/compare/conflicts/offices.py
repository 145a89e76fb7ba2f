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
from tellings.compare.conflicts.found import Found, FoundSide, listed, within
from tellings.compare.words import Word
from tellings.languages.en.offices import AT_ANOTHER_TIME, BETWEEN_OFFICES, OFFICER, OFFICES
from tellings.languages.en.opposites import FORMERLY
from tellings.languages.en.titles import NAME_SUFFIXES, SHORT_NAMES, TITLES
from tellings.records import Span

_LONGEST_TITLE = 3
_BEFORE_NAME = 6
_BEHIND_NAME = 10
_ANOTHER_TIME = frozenset(AT_ANOTHER_TIME)
_BREAKS = frozenset(BETWEEN_OFFICES)
_FORMERLY = frozenset(FORMERLY)
_SUFFIXES = frozenset(NAME_SUFFIXES)
_NOT_OF_NAMES = frozenset(TITLES) | {"ceo", "cfo", "coo"}
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
        for first, last in _names(assertion.words):
            surname = assertion.words[last].lower.removesuffix("'s")
            mine = _given(assertion.words[first:last])
            given[surname] |= {mine} - {""}
            for one in _offices(assertion, first, last, mine):
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


def _names(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last place of each run of capitalised words that may be a person's name, titles left out."""
    start = None
    for place in range(len(words) + 1):
        word = words[place] if place < len(words) else None
        named = word is not None and word.capital and word.tells and word.lower not in _NOT_OF_NAMES
        goes_on = (
            start is not None
            and word is not None
            and word.start - words[place - 1].end <= (2 if len(words[place - 1].lower) == 1 else 1)
        )
        if start is not None and not (named and goes_on):
            last = place - 1
            if last > start and words[last].lower in _SUFFIXES:
                last -= 1
            yield start, last
            start = None
        if named and start is None:
            start = place


def _given(words: Sequence[Word]) -> str:
    """The given name in its full form; "" where none is printed."""
    first = words[0].lower if words else ""
    return SHORT_NAMES.get(first, first)


def _offices(assertion: Assertion, first: int, last: int, given: str) -> Iterator[_Held]:
    """The offices printed right before and right behind a name."""
    words = assertion.words
    start = first
    while start and first - start < _BEFORE_NAME and 1 <= words[start].start - words[start - 1].end <= 2:
        if not words[start - 1].tells:
            break
        start -= 1
    name = Span(words[first].start, words[last].end)
    yield from _titles(assertion, start, first, given, name, before=True)
    end = last + 1
    if end < len(words) and words[end].start - words[last].end == 2:
        while end < len(words) and end - last < _BEHIND_NAME and words[end].lower not in _BREAKS:
            if end > last + 1 and words[end].start - words[end - 1].end != 1:
                break
            end += 1
        if words[last + 1].lower not in _ANOTHER_TIME:
            yield from _titles(assertion, last + 1, end, given, name, before=False)


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
