"""Where to look for the story of an article without looking at all stories.

Comes in:   which stories hold which words.
Goes out:   for an article, the few stories that share most of its heaviest words.

Each word remembers only the stories that took an article with it most recently, so a look-up costs the same
among a hundred stories and among a hundred thousand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tellings.group.gathering import Gathering
from tellings.group.vectors import Vector

_WORDS_ASKED = 24
_WORDS_NOTED = 100
_STORIES_REMEMBERED = 64
_CANDIDATES = 10


class Index:
    """Stories by word, the most recently touched last."""

    def __init__(self) -> None:
        self._stories: defaultdict[int, dict[int, None]] = defaultdict(dict)

    def note(self, story: int, vector: Vector) -> None:
        """Remembers that `story` has just taken an article with these words."""
        for word in vector.words[:_WORDS_NOTED]:
            stories = self._stories[word]
            stories.pop(story, None)
            stories[story] = None
            if len(stories) > _STORIES_REMEMBERED:
                del stories[next(iter(stories))]

    def candidates(self, vector: Vector, living: Mapping[int, Gathering]) -> list[Gathering]:
        """The stories that stand closest to the article's heaviest words, closest first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word, weight in zip(vector.words[:_WORDS_ASKED], vector.weights, strict=False):
            for number in self._stories.get(word, ()):
                if number in living:
                    shared[number] += weight * living[number].weight_of(word)
        closest = sorted(shared, key=lambda number: (-shared[number], number))
        return [living[number] for number in closest[:_CANDIDATES]]
