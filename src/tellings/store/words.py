"""What somebody types to find something, taken apart.

Comes in:   words; those in double quotes must stand together.
Goes out:   the phrases as typed; a `WordQuery` for the database's index of words.
"""

from __future__ import annotations

import math
import re

from tellings.group.background import background
from tellings.group.words import stems
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.store.backend import How, WordQuery

_RAREST = 6
_SMALL = frozenset(FUNCTION_WORDS)
_PHRASE = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def phrases_of(words: str) -> tuple[str, ...]:
    """What must stand together, as typed."""
    return tuple(phrase.strip() for phrase in _PHRASE.findall(words) if phrase.strip())


def telling_words(words: str) -> list[str]:
    """The words, without the small ones where others are there."""
    found = _WORD.findall(words)
    return [word for word in found if word.lower() not in _SMALL] or found


def rarity(stem: str) -> float:
    """How much a stem tells: the logarithm of how few texts hold it."""
    known = background()
    return math.log((1 + known.documents) / (0.5 + known.counts.get(stem, 0)))


def query_of(words: str, how: How) -> WordQuery:
    """What to ask the index for. Of words any of which will do, the rarest are asked for."""
    phrases = [tuple(_WORD.findall(phrase)) for phrase in phrases_of(words)]
    loose = telling_words(_PHRASE.sub(" ", words))
    if how == "any":
        loose = sorted(loose, key=lambda word: -_rarity_of(word))[:_RAREST]
    return WordQuery((*phrases, *((word,) for word in loose)), how)


def _rarity_of(word: str) -> float:
    return max((rarity(stem) for stem in stems(word)), default=0.0)
