"""What stands beside names: before them ("acting port director Mila Torvald") and, behind a comma, after them
("Mila Torvald, the port's director").

Comes in:   the words of an assertion.
Goes out:   each run of capitalised words that may be a person's name, titles left out, with the words on
            either side that may tell what somebody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.compare.words import Word
from tellings.languages.en.offices import BETWEEN_OFFICES
from tellings.languages.en.titles import NAME_SUFFIXES, TITLES

_BEFORE_NAME = 6
_BEHIND_NAME = 10
_BREAKS = frozenset(BETWEEN_OFFICES)
_SUFFIXES = frozenset(NAME_SUFFIXES)
_NOT_OF_NAMES = frozenset(TITLES) | {"ceo", "cfo", "coo"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name as places of words: its first and last word, where what stands before it begins, and where what
    stands behind it ends. Without anything there `start` is `first`, and `end` the place behind `last`.
    """

    first: int
    last: int
    start: int
    end: int

    def surname(self, words: Sequence[Word]) -> str:
        """The last word of the name, in lower case."""
        return words[self.last].lower.removesuffix("'s")


def named_in(words: Sequence[Word]) -> Iterator[Named]:
    """Each name of an assertion with what stands beside it."""
    for first, last in _names(words):
        yield Named(first, last, _start(words, first), _end(words, last))


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


def _start(words: Sequence[Word], first: int) -> int:
    start = first
    while start and first - start < _BEFORE_NAME and 1 <= words[start].start - words[start - 1].end <= 2:
        if not words[start - 1].tells:
            break
        start -= 1
    return start


def _end(words: Sequence[Word], last: int) -> int:
    end = last + 1
    if end < len(words) and words[end].start - words[last].end == 2:
        while end < len(words) and end - last < _BEHIND_NAME and words[end].lower not in _BREAKS:
            if end > last + 1 and words[end].start - words[end - 1].end > _gap_behind(words[end - 1]):
                break
            end += 1
    return end


def _gap_behind(word: Word) -> int:
    """How far off the next word may be: behind an age stands a comma, "Torvald, 62, director"."""
    return 2 if word.is_number else 1
