"""Words that one house writes as one and another as two: "airstrikes" and "air strikes".

Comes in:   the folded words of all contents of a story.
Goes out:   `Compounds`: which words are compared by their parts, because some article writes them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SHORTEST_PART = 3
"""Letters of a part: "to day" and "a part" stand side by side by chance."""


@dataclass(frozen=True, slots=True)
class Compounds:
    """Words written as one, and the parts that they are written in elsewhere."""

    parted: Mapping[str, tuple[str, str]]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, or the word itself."""
        return self.parted.get(word, (word,))


NO_COMPOUNDS = Compounds({})


def compounds_in(contents: Iterable[Sequence[str]]) -> Compounds:
    """The words of a story that stand as one here and in two parts there, in the singular or the plural."""
    written: set[str] = set()
    beside: set[tuple[str, str]] = set()
    for words in contents:
        parts = [part for word in words for part in word.split("-")]
        written.update(parts)
        beside.update(
            (one, other) for one, other in pairwise(parts) if min(len(one), len(other)) >= _SHORTEST_PART
        )
    return Compounds(
        {
            one + number: (one, number)
            for one, other in beside
            for number in (other, other.removesuffix("s"), f"{other}s")
            if one + number in written
        }
    )
