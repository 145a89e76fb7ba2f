"""What an assertion affirms and what it denies.

Comes in:   an assertion's words.
Goes out:   `Polarity`: the stems in reach of a negation, and those merely possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tellings.compare.words import Word, stem_of
from tellings.languages.en.hedges import HOPES, OBLIGATION, POSSIBILITY
from tellings.languages.en.negation import DENIALS, HARMLESS, NEGATORS
from tellings.languages.en.opposites import OPPOSITES

_REACH = 5
_ENDS = frozenset(
    [
        "although",
        "and",
        "but",
        "except",
        "however",
        "though",
        "unless",
        "which",
        "while",
        "who",
    ]
)
_NEGATORS = frozenset(NEGATORS)
_DENIALS = frozenset(DENIALS)
_POSSIBLE = frozenset((*POSSIBILITY, *HOPES, *OBLIGATION))
_HARMLESS = frozenset(HARMLESS)


@dataclass(frozen=True, slots=True)
class Polarity:
    """Stems of an assertion that are said not to be so, and those said to be merely possible or asked for."""

    denied: frozenset[str]
    possible: frozenset[str]


def polarity_of(words: tuple[Word, ...]) -> Polarity:
    """Negation reaches over the next five telling words, up to a conjunction."""
    denied: set[str] = set()
    possible: set[str] = set()
    reach = may = 0
    for place, word in enumerate(words):
        if word.lower in _ENDS or (place and _stands_apart(words[place - 1], word)):
            reach = may = 0
        following = words[place + 1].lower if place + 1 < len(words) else ""
        if is_negator(word.lower) and following not in _HARMLESS:
            again = reach == _REACH and word.lower in _DENIALS  # "did not deny": twice turned is affirmed
            reach = 0 if again else _REACH
            continue
        if word.lower in _POSSIBLE:
            may = _REACH
        if not word.tells:
            continue
        if reach:
            denied.add(word.stem)
            reach -= 1
        if may:
            possible.add(word.stem)
            may -= 1
    return Polarity(frozenset(denied), frozenset(possible))


def _stands_apart(before: Word, word: Word) -> bool:
    """Whether a mark parts two words; that of a quotation does not part "not" from what it denies."""
    gap = word.start - before.end
    return gap > 1 + is_negator(before.lower)


def is_negator(word: str) -> bool:
    """Whether a word, lower-cased, turns round what follows it."""
    return word in _NEGATORS or word in _DENIALS or word.endswith("n't")


@lru_cache(maxsize=1)
def senses() -> dict[str, tuple[str, bool]]:
    """For stems of the table of opposites: the sense they share with others, and whether they are its
    reverse.
    """
    table: dict[str, tuple[str, bool]] = {}
    for one, other in OPPOSITES:
        name = "/".join(one)
        for word in one:
            table.setdefault(stem_of(word), (name, False))
        for word in other:
            table.setdefault(stem_of(word), (name, True))
    return table
