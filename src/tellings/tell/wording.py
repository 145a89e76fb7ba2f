"""Whether two wordings tell much the same, by their words alone.

Comes in:   words.
Goes out:   yes or no.
"""

from __future__ import annotations

import re

from tellings.languages.en.openers import SMALL_WORDS

_WORD = re.compile(r"\w+")
_SMALL = frozenset(SMALL_WORDS)
_MOST = 0.6
_FEWEST_WORDS = 7
_HARDLY_DIFFERS = 80
"""Per cent of the letters that two sentences share in order, at which they are shown as one."""


def telling_words(words: str) -> frozenset[str]:
    """The words that tell something, in lower case."""
    return frozenset(word for word in _WORD.findall(words.lower()) if word not in _SMALL)


def mostly_shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most of the words of the shorter one are in the other."""
    return len(one & other) >= _MOST * max(1, min(len(one), len(other)))


def is_scrap(words: str) -> bool:
    """Whether words are too few to tell something, and no sentence: "The ferry's captain, Tomas Verrin"."""
    return not words.rstrip("\"'”’)").endswith((".", "!", "?")) and len(words.split()) < _FEWEST_WORDS


def hardly_differ(one: str, other: str) -> bool:
    """Whether two sentences are the same but for a few letters."""
    from rapidfuzz import fuzz

    return one == other or bool(fuzz.ratio(one.lower(), other.lower(), score_cutoff=_HARDLY_DIFFERS))
