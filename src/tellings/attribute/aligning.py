"""Two tellings laid side by side.

Comes in:   the words of both.
Goes out:   where they differ, or nothing when they are tellings of different words.

A few common words that happen to stand in both between long stretches of other words align nothing: another
sentence is never taken for a changed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from tellings.attribute.told_words import ToldWord
from tellings.languages.en.function_words import FUNCTION_WORDS

LEAST_ALIGNED = 0.4
"""Two quotations that share less of the shorter one are parts of one utterance, not tellings of one part."""
FEWEST_ALIGNED = 4
"""Words that must be shared, or all of a shorter telling."""
FIRM = 3
"""Words in a row that align two tellings wherever they stand."""
_NEAR, _BESIDE = 3, 2
"""How many words may differ on both sides of a lone telling word, and of lone common words."""
_COMMON = frozenset(FUNCTION_WORDS)


class Difference(NamedTuple):
    """Words `[a1, a2)` of one telling stand where words `[b1, b2)` of the other do; either may be none."""

    a1: int
    a2: int
    b1: int
    b2: int


def differences(one: Sequence[ToldWord], other: Sequence[ToldWord]) -> list[Difference]:
    """Where two tellings differ, in order, the first before and the last behind all that they share.

    The first and the last may be empty. No difference at all means that they cannot be compared.
    """
    blocks = _firm(one, other)
    shared = sum(block.size for block in blocks)
    shorter = min(len(one), len(other))
    if not shorter or shared < max(LEAST_ALIGNED * shorter, min(FEWEST_ALIGNED, shorter)):
        return []
    found, a, b = [], 0, 0
    for block in blocks:
        found.append(Difference(a, block.a, b, block.b))
        a, b = block.a + block.size, block.b + block.size
    found.append(Difference(a, len(one), b, len(other)))
    return found


def _firm(one: Sequence[ToldWord], other: Sequence[ToldWord]) -> list[Match]:
    """Runs of equal words, without those that stand in both by chance."""
    matcher = SequenceMatcher(None, [w.key for w in one], [w.key for w in other], autojunk=False)
    blocks = list(matcher.get_matching_blocks())
    firm, a, b = [], 0, 0
    for block, following in pairwise(blocks):
        before = max(block.a - a, block.b - b)
        behind = max(following.a - block.a - block.size, following.b - block.b - block.size)
        if _holds(block, one, max(before, behind)):
            firm.append(block)
        a, b = block.a + block.size, block.b + block.size
    return firm


def _holds(block: Match, words: Sequence[ToldWord], differing: int) -> bool:
    if block.size >= FIRM:
        return True
    telling = any(word.key not in _COMMON for word in words[block.a : block.a + block.size])
    return differing <= (_NEAR * block.size if telling else _BESIDE)
