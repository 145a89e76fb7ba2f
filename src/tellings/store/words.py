"""What somebody types to find something, taken apart.

Comes in:   words; those in double quotes must stand together.
Goes out:   the phrases as typed; a `WordQuery` for the database's index of words.
"""

from __future__ import annotations

import re

from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.store.backend import WordQuery

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


def query_of(words: str, *, all_of_them: bool) -> WordQuery:
    """All phrases must be there; of the other words all or any, and all where there is a phrase."""
    phrases = [tuple(_WORD.findall(phrase)) for phrase in phrases_of(words)]
    loose = telling_words(_PHRASE.sub(" ", words))
    return WordQuery((*phrases, *((word,) for word in loose)), all_of_them or bool(phrases))
