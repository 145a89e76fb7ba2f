"""Which words report speech, in whatever form they stand.

Comes in:   the words of a cue.
Goes out:   whether one of them reports what somebody says, writes, shows or holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellings.attribute.words import Word, singular
from tellings.languages.en.cues import (
    IRREGULAR_VERBS,
    REPORTING_NOUNS,
    REPORTING_PREPOSITIONS,
    REPORTING_VERBS,
    SAYING_VERBS,
)

_VERBS = frozenset(REPORTING_VERBS)
_SAYING = frozenset(SAYING_VERBS)
_NOUNS = frozenset(REPORTING_NOUNS)
_PREPOSITIONS = frozenset(REPORTING_PREPOSITIONS)


def reports(words: Iterable[Word]) -> bool:
    """Whether a reporting verb, noun or preposition is among the words, or a colon in place of one."""
    return any(is_reporting(word) or word.text == ":" for word in words)


def is_reporting(word: Word) -> bool:
    """Whether a word is a verb, noun or preposition that reports."""
    if word.low in _PREPOSITIONS or singular(word.low) in _NOUNS:
        return True
    return any(base in _VERBS for base in bases(word.low))


def is_verbal(words: Iterable[Word]) -> bool:
    """Whether a reporting verb is among the words."""
    return any(base in _VERBS for word in words for base in bases(word.low))


def is_saying(word: Word) -> bool:
    """Whether a word is a verb that a quotation follows or that follows it: "said", "wrote", "replied"."""
    return word.low in _SAYING


def bases(word: str) -> Iterator[str]:
    """The base forms that a verb's form may have: "denies" -> "deny", "told" -> "tell"."""
    yield IRREGULAR_VERBS.get(word, word)
    for ending in ("s", "es", "d", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        yield stem
        if ending == "ing":
            yield stem + "e"
        if stem[-1] == "i":
            yield stem[:-1] + "y"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
