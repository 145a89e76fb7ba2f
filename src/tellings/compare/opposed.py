"""Which assertions cannot be tellings of one fact: what one denies, the other affirms.

Comes in:   the assertions of a story, and how each is put.
Goes out:   for each its polarity and the deeds that it affirms and denies, by which two can be held together.
Left out:   "did not open until Friday" affirms that it opened, so what holds until or since something is
            against nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tellings.compare.assertions import Pool
from tellings.compare.classes import Classes, WordClass
from tellings.compare.conflicts.polarity import is_negator, polarity_of, senses
from tellings.compare.modality import Manner
from tellings.compare.words import Word
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.negation import EMPTY_HEADS, NOBODY
from tellings.records import Polarity

SURE = 0.6
"""How likely two wordings must be one fact for it to be one although only one is put as a denial."""
_REACH = 3
"""Telling words from a negation to the verb that it denies: "no formal request was made"."""
_EMPTY = frozenset(EMPTY_HEADS)
_HELPERS = frozenset(FINITE_HELPERS) - {"are", "is", "was", "were"}
_FOR_A_TIME = frozenset(("since", "till", "until"))


class Stance(NamedTuple):
    """The polarity of an assertion, the words that it affirms, the verbs that it denies, and which way round
    it tells what has a reverse: "open" and "not closed" one way, "closed" the other.
    """

    polarity: Polarity
    affirmed: frozenset[str]
    denied: frozenset[str]
    ways: dict[str, bool]

    def denies(self, other: Stance) -> bool:
        """Whether it denies only what the other affirms only."""
        return bool((self.denied - self.affirmed) & (other.affirmed - other.denied))

    def reverses(self, other: Stance) -> bool:
        """Whether it tells one thing the other way round."""
        return any(other.ways.get(sense, way) != way for sense, way in self.ways.items())


def stances_of(pool: Pool, manners: Sequence[Manner], classes: Classes) -> list[Stance]:
    """The stance of each assertion of the story, given how each is put."""
    kinds = classes.of_all(pool.assertions)
    return [
        _stance(assertion.words, manner, own)
        for assertion, manner, own in zip(pool.assertions, manners, kinds, strict=True)
    ]


def _stance(words: Sequence[Word], manner: Manner, kinds: Sequence[WordClass]) -> Stance:
    if any(word.lower in _FOR_A_TIME for word in words):
        return Stance(manner.polarity, frozenset(), frozenset(), {})
    reached = polarity_of(tuple(words)).denied
    return Stance(manner.polarity, *_deeds(words, reached, kinds), _ways(words, reached))


def tell_apart(one: Stance, other: Stance, same: float) -> bool:
    """Whether two assertions tell no fact in common, however alike their words are.

    `same` is how probable their words make it that they do.
    """
    if one.polarity != other.polarity and same < SURE:
        return True
    return one.denies(other) or other.denies(one) or one.reverses(other)


def _ways(words: Sequence[Word], denied: AbstractSet[str]) -> dict[str, bool]:
    """For each sense of the table of opposites that words hold: whether it is told in reverse.

    Senses that are told both ways are left out.
    """
    table = senses()
    told: dict[str, set[bool]] = {}
    for word in words:
        if word.tells and word.root in table:
            sense, reverse = table[word.root]
            told.setdefault(sense, set()).add(reverse != (word.root in denied))
    return {sense: ways.pop() for sense, ways in told.items() if len(ways) == 1}


def _deeds(
    words: Sequence[Word], reached: AbstractSet[str], kinds: Sequence[WordClass]
) -> tuple[frozenset[str], frozenset[str]]:
    """What is affirmed, by the roots of all telling words, and the verbs that are denied.

    `reached` are the roots in reach of a negation.
    """
    affirmed: set[str] = set()
    denied: set[str] = set()
    left = 0
    nobody = words[0].lower in NOBODY
    for place, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if is_negator(word.lower):
            left = _REACH
        elif word.tells:
            left -= 1
            if nobody and kind == "verb":
                denied.add(word.root)
                nobody = False
            elif word.root not in reached:
                affirmed.add(word.root)
            elif left >= 0 and word.lower not in _EMPTY and (kind == "verb" or _behind_not(words, place)):
                denied.add(word.root)
                left = 0
    return frozenset(affirmed), frozenset(denied)


def _behind_not(words: Sequence[Word], place: int) -> bool:
    """Whether a word stands right behind "did not", "will not", "didn't", as verbs do."""
    before = [word.lower for word in words[max(0, place - 2) : place]]
    return before[-1:] != [] and (
        before[-1].endswith("n't") or (before[-1] == "not" and before[0] in _HELPERS)
    )
