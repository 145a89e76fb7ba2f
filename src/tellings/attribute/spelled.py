"""Words as they are compared from house to house.

Comes in:   a folded word.
Goes out:   its form without what only house style decides: hyphens, apostrophes, figures or number words,
            British or American spelling. The form is for comparing and never shown.
"""

from __future__ import annotations

from functools import lru_cache

from tellings.languages.en.cues import NUMBER_WORDS
from tellings.languages.en.spellings import SPELLED_ENDINGS, SPELLED_LETTERS, SPELLED_WORDS

_SHORTEST = 6
"""Shorter words end as they do by chance: "wise", "four", "tre"."""
_ENDINGS = tuple(sorted(SPELLED_ENDINGS, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=20_000)
def spelled(low: str) -> str:
    """The form in which a word is compared."""
    word = NUMBER_WORDS.get(low) or SPELLED_WORDS.get(low)
    if word is not None:
        return word
    word = low.replace("-", "").replace("'", "")
    if len(word) < _SHORTEST:
        return word or low
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            word = word[: -len(ending)] + instead
            break
    for letters, instead in SPELLED_LETTERS:
        word = word.replace(letters, instead)
    return word
