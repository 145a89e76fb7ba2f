"""One spoken wording, written in two ways.

Comes in:   the words of two stretches of text that stand for one another.
Goes out:   whether only house style tells them apart: "FirstGroup", "we've" and "we have", "gonna", letters
            masked by asterisks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product

from tellings.attribute.told_words import ToldWord
from tellings.languages.en.contractions import CONTRACTED, GOING_ON, WRITTEN_AS_SPOKEN

_MASK = re.compile(r"\*+")
_MOST_WORDS = 6
"""Longer stretches are no one word written in two ways."""
_GOING_ON = frozenset(GOING_ON)


def is_one_wording(
    one: Sequence[ToldWord], other: Sequence[ToldWord], printed: str = "", other_printed: str = ""
) -> bool:
    """Whether both are the same words; brackets around them are no change."""
    keys = {"".join(word.key.removeprefix("[") for word in words) for words in (one, other)}
    letters = {_letters(word.word.low for word in words) for words in (one, other)}
    if (
        len(keys) == 1
        or len(letters) == 1
        or _masks(printed, other_printed)
        or _masks(other_printed, printed)
    ):
        return True
    if max(len(one), len(other)) > _MOST_WORDS:
        return False
    return not _in_full(one).isdisjoint(_in_full(other))


def is_contracted(words: Sequence[ToldWord], before: str) -> bool:
    """Whether the one word is told too by what the other telling has run on to the word before: "he's"."""
    return len(words) == 1 and any(
        before.startswith(ending) and words[0].word.low in meant for ending, meant in CONTRACTED.items()
    )


def only_goes_on(words: Sequence[ToldWord]) -> bool:
    """Whether the words only tie what follows to what came before."""
    return all(word.word.low in _GOING_ON for word in words)


def _letters(lows: Iterable[str]) -> str:
    return "".join(filter(str.isalnum, "".join(lows)))


def _in_full(words: Sequence[ToldWord]) -> frozenset[str]:
    """The letters of the words with every contraction written out, in each way that it may be meant."""
    ways = [_ways(word.word.low) for word in words]
    return frozenset(_letters(way) for way in product(*ways))


def _ways(low: str) -> tuple[str, ...]:
    if low in WRITTEN_AS_SPOKEN:
        return (WRITTEN_AS_SPOKEN[low],)
    for ending, meant in CONTRACTED.items():
        if low.endswith(ending) and len(low) > len(ending):
            return tuple(low.removesuffix(ending) + word for word in meant)
    return (low,)


def _masks(printed: str, other: str) -> bool:
    """Whether the first is the other with letters masked: "d***ed"."""
    if "*" not in printed or "*" in other:
        return False
    pattern = r"\w+".join(re.escape(part) for part in _MASK.split(printed))
    return re.fullmatch(pattern, other, re.IGNORECASE) is not None
