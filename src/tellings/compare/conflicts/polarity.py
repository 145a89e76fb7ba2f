"""What an assertion affirms and what it denies.

Comes in:   an assertion's words.
Goes out:   `Polarity`: the roots in reach of a negation, and those merely possible. "Failed to ask" denies
            the asking, "failed a test" nothing; "would", behind "she said", is no more possible than "will".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tellings.compare.words import Word, root_of
from tellings.languages.en.hedges import HOPES, OBLIGATION, POSSIBILITY
from tellings.languages.en.negation import DENIALS, HARMLESS, NEGATORS, REFUSALS
from tellings.languages.en.opposites import OPPOSITES

_REACH = 5
_ENDS = frozenset(
    [
        "after",
        "although",
        "and",
        "because",
        "before",
        "but",
        "except",
        "however",
        "though",
        "unless",
        "when",
        "where",
        "which",
        "while",
        "who",
    ]
)
_NEGATORS = frozenset(NEGATORS)
_DENIALS = frozenset(DENIALS)
_POSSIBLE = frozenset((*POSSIBILITY, *HOPES, *OBLIGATION))
_HARMLESS = frozenset(HARMLESS)
_REFUSALS = frozenset(REFUSALS)


@dataclass(frozen=True, slots=True)
class Polarity:
    """Roots of words that are said not to be so, and those said to be merely possible or asked for."""

    denied: frozenset[str]
    possible: frozenset[str]


def polarity_of(words: tuple[Word, ...], *, reported: bool = False) -> Polarity:
    """Negation reaches over the next five telling words, up to a conjunction.

    `reported`: the words are indirect speech, whose "would" is a "will".
    """
    denied: set[str] = set()
    possible: set[str] = set()
    reach = may = 0
    for place, word in enumerate(words):
        if word.lower in _ENDS or (place and _stands_apart(words[place - 1], word)):
            reach = may = 0
        following = words[place + 1].lower if place + 1 < len(words) else ""
        if turns_round(words, place) and following not in _HARMLESS:
            twice = reach == _REACH and is_denial(word.lower)  # "did not deny": twice turned is affirmed
            reach = 0 if twice else _REACH
            continue
        if word.lower in _POSSIBLE and not (reported and _is_will(words, place)):
            may = _REACH
        if not word.tells:
            continue
        if reach:
            denied.add(word.root)
            reach -= 1
        if may:
            possible.add(word.root)
            may -= 1
    return Polarity(frozenset(denied), frozenset(possible))


def _is_will(words: tuple[Word, ...], place: int) -> bool:
    """Whether a "would" of indirect speech stands for "will": "she said she would not resign"."""
    behind = {word.lower for word in words[place + 1 : place + 3]}
    return words[place].lower == "would" and "have" not in behind


def turns_round(words: tuple[Word, ...], place: int) -> bool:
    """Whether the word at this place turns round what follows it; "failed" and "refused" do before "to"."""
    low = words[place].lower
    if low in _REFUSALS and low not in _DENIALS:
        return place + 1 < len(words) and words[place + 1].lower == "to"
    return is_negator(low)


def is_denial(word: str) -> bool:
    """Whether a word, lower-cased, is a verb that denies: "denied", "refused"."""
    return word in _DENIALS or word in _REFUSALS


def _stands_apart(before: Word, word: Word) -> bool:
    """Whether a mark parts two words; that of a quotation does not part "not" from what it denies."""
    gap = word.start - before.end
    return gap > 1 + is_negator(before.lower)


@lru_cache(maxsize=65_536)
def is_negator(word: str) -> bool:
    """Whether a word, lower-cased, turns round what follows it."""
    return word in _NEGATORS or word in _DENIALS or word.endswith("n't")


@lru_cache(maxsize=1)
def senses() -> dict[str, tuple[str, bool]]:
    """For roots of the table of opposites: the sense they share with others, and whether they are its
    reverse.
    """
    table: dict[str, tuple[str, bool]] = {}
    for one, other in OPPOSITES:
        name = "/".join(one)
        for word in one:
            table.setdefault(root_of(word), (name, False))
        for word in other:
            table.setdefault(root_of(word), (name, True))
    return table
