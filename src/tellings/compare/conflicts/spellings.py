"""One name in two spellings.

Comes in:   the assertions of a story and who tells the same as whom.
Goes out:   conflicts between names that differ by a letter or two ("Parlow", "Barlow") and stand in the
            same surroundings: next to the same other name, or in assertions that tell the same.
Left out:   endings that make another word of a name (Peru, Peruvian) but for a surname behind one first name
            (Petra Lund, Petra Lunds), spelling habits of a country, names that are printed side by side, days
            and months."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.found import Found, FoundSide, Neighbours, Place, listed, within
from tellings.compare.words import Word
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.titles import ROLES, TITLES
from tellings.records import ConflictKind, Span

_SHORTEST = 5
_TWO_LETTERS_FROM = 7
_CLOSE = 0.5
_CLOSER = 0.65
_LONG = 8
_MOST_LOOKED_AT = 20
_ENDINGS = frozenset(
    [
        "s",
        "n",
        "an",
        "ns",
        "ans",
        "ian",
        "ians",
        "i",
        "is",
        "ish",
        "ese",
        "es",
        "er",
        "ers",
        "ic",
        "al",
        "y",
        "ist",
        "ists",
        "ism",
        "and",
        "land",
        "u",
        "um",
    ]
)
_LONGEST_ENDING = max(map(len, _ENDINGS))
_COMMON = frozenset(ROLES) | frozenset(TITLES) | frozenset(COUNTRY_OF)
"""Words with a capital that are no names of somebody: titles ("President"), nationalities ("African")."""
_ALONE = ("", "")
_OWNED = re.compile(r"[’']s$")
_HABITS = (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("tre", "ter"), ("ae", "e"), ("ph", "f"))


@dataclass(slots=True)
class _Name:
    """A spelling: where it is printed, and the capitalised stems beside it."""

    spelling: str
    places: list[tuple[Assertion, Word]] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)


def find_spellings(pool: Pool, neighbours: Neighbours) -> Iterator[Found]:
    """Conflicts of spelling."""
    names = _names(pool)
    for one, other in _look_alikes(names):
        mine, theirs = names[one], names[other]
        if _side_by_side(mine, theirs):
            continue
        if _derived(one, other) and not _first_names(pool, mine) & _first_names(pool, theirs):
            continue
        if _two_letters(one, other) and _one_of_another_name(one, other, names):
            continue
        beside = mine.beside & theirs.beside - {one, other}
        close = max(
            (neighbours.cosine(a, b) for a, _ in mine.places[:12] for b, _ in theirs.places[:12]),
            default=0.0,
        )
        if not beside and mine.beside and theirs.beside and not _unmistakable(one, other):
            continue  # parts of different names
        bar = _CLOSER if _two_letters(one, other) else _CLOSE
        if not beside and (close < bar or one[0] != other[0]) and not _unmistakable(one, other):
            continue
        yield _conflict(pool, mine, theirs, 0.75 if beside else 0.55)


def _names(pool: Pool) -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    plain: set[str] = set()
    for assertion in pool.assertions:
        words = assertion.words
        plain.update(word.lower for word in words if not word.capital)
        for place, word in enumerate(words):
            if not word.capital or not word.tells or len(word.lower) < _SHORTEST - 1:
                continue
            if word.lower in _COMMON:
                continue
            key = word.lower.removesuffix("'s").replace("'", "")
            name = names.setdefault(key, _Name(key))
            name.places.append((assertion, word))
            around = [*words[max(0, place - 1) : place], *words[place + 1 : place + 2]]
            name.beside.update(
                near.lower for near in around if near.capital and near.tells and near.lower not in _COMMON
            )
    return {key: name for key, name in names.items() if key not in plain and key not in CALENDAR_WORDS}


def _look_alikes(names: dict[str, _Name]) -> Iterator[tuple[str, str]]:
    """Pairs of spellings a letter or two apart, found through what is left when letters are taken out."""
    stumps: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for stump in _stumps(name, 2 if len(name) >= _TWO_LETTERS_FROM else 1):
            stumps[stump].add(name)
    seen: set[tuple[str, str]] = set()
    for group in stumps.values():
        if len(group) > 40:
            continue
        for one, other in combinations(sorted(group), 2):
            if (one, other) in seen:
                continue
            seen.add((one, other))
            allowed = 2 if min(len(one), len(other)) >= _TWO_LETTERS_FROM else 1
            if min(len(one), len(other)) < _SHORTEST and not names[one].beside & names[other].beside:
                continue
            if DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed:
                yield one, other


def _stumps(name: str, letters: int) -> set[str]:
    name = name[:24]
    once = {name[:k] + name[k + 1 :] for k in range(len(name))}
    if letters == 1:
        return {name} | once
    return {name} | once | {stump[:k] + stump[k + 1 :] for stump in once for k in range(len(stump))}


def _derived(one: str, other: str) -> bool:
    """Whether one is the other with an ending, or both are one word after two countries' habits."""
    short, long = sorted((one, other), key=len)
    shared = len(short)
    while shared and short[:shared] != long[:shared]:
        shared -= 1
    tails = (short[shared:], long[shared:])
    if shared >= 3 and all(tail == "" or tail in _ENDINGS for tail in tails):
        return True
    return any(short.replace(a, b) == long.replace(a, b) for a, b in _HABITS)


def _first_names(pool: Pool, name: _Name) -> frozenset[str]:
    """The words right before a name within the entities that are read as persons."""
    found: set[str] = set()
    for assertion, word in name.places[:_MOST_LOOKED_AT]:
        for entity in pool.readings[assertion.article].entities:
            if entity.type == "person" and entity.span.start < word.start < entity.span.end:
                before = [w for w in assertion.words if entity.span.start <= w.start and w.end <= word.start]
                found.update(w.lower for w in before[-1:] if w.lower not in _COMMON)
    return frozenset(found)


def _one_of_another_name(one: str, other: str, names: Collection[str]) -> bool:
    """Whether just one of the two is a third name with an ending: "Ansolan" of Ansola, beside "AnsoSat"."""
    return _bases(one, names) != _bases(other, names)


def _bases(name: str, names: Collection[str]) -> frozenset[str]:
    """The names that this one is made of."""
    stumps = (name[:-letters] for letters in range(1, _LONGEST_ENDING + 1))
    return frozenset(
        base
        for base in stumps
        if len(base) >= _SHORTEST and base in names and name.removeprefix(base) in _ENDINGS
    )


def _unmistakable(one: str, other: str) -> bool:
    """Long names one letter apart."""
    return min(len(one), len(other)) >= _LONG and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _two_letters(one: str, other: str) -> bool:
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) > 1


def _side_by_side(one: _Name, other: _Name) -> bool:
    return bool({a.index for a, _ in one.places} & {a.index for a, _ in other.places})


def _conflict(pool: Pool, one: _Name, other: _Name, confidence: float) -> Found:
    values = _printed_alike(pool, one, other)
    sides = tuple(
        FoundSide(value=value, places=_places(name)) for value, name in zip(values, (one, other), strict=True)
    )
    kinds = (_kind(pool, one), _kind(pool, other))
    return Found(
        kind=next((kind for kind in kinds if kind != "wording"), "wording"),
        nature="contradiction",
        reason=f"one name in the same surroundings, spelled {listed(values)}",
        confidence=confidence,
        sides=sides,
    )


def _places(name: _Name) -> tuple[Place, ...]:
    return tuple(within(assertion, assertion.cite.span) for assertion, _ in name.places)


def _printed_alike(pool: Pool, one: _Name, other: _Name) -> tuple[str, str]:
    """Both names as they are printed between the same other names ("Orlo Fain", "Orlo Fayn"), or alone."""
    mine, theirs = _printed(pool, one), _printed(pool, other)
    shared = max(mine.keys() & theirs.keys(), key=lambda around: (len("".join(around)), around))
    return mine[shared], theirs[shared]


def _printed(pool: Pool, name: _Name) -> dict[tuple[str, str], str]:
    """The name with the capitalised words directly beside it, by those words; and the name alone."""
    found: dict[tuple[str, str], str] = {}
    for assertion, word in name.places[:_MOST_LOOKED_AT]:
        text = pool.readings[assertion.article].article.text
        words = assertion.words
        first = last = next(k for k, w in enumerate(words) if w.start == word.start)
        found.setdefault(_ALONE, _OWNED.sub("", Span(word.start, word.end).words_in(text)))
        while first and words[first - 1].capital and _run_on(words[first - 1], words[first], text):
            first -= 1
        while (
            last + 1 < len(words) and words[last + 1].capital and _run_on(words[last], words[last + 1], text)
        ):
            last += 1
        printed = Span(words[first].start, words[last].end).words_in(text)
        around = (
            text[words[first].start : word.start].lower(),
            _OWNED.sub("", text[word.end : words[last].end].lower()),
        )
        found.setdefault(around, _OWNED.sub("", printed))
    return found


def _run_on(one: Word, following: Word, text: str) -> bool:
    """Whether two words are of one name: a space between them, and the first owns nothing."""
    return text[one.end : following.start] == " " and not one.lower.endswith("'s")


def _kind(pool: Pool, name: _Name) -> ConflictKind:
    for assertion, word in name.places[:_MOST_LOOKED_AT]:
        for entity in pool.readings[assertion.article].entities:
            if entity.span.overlaps(Span(word.start, word.end)):
                if entity.type == "person":
                    return "person"
                if entity.type == "place":
                    return "place"
    return "wording"
