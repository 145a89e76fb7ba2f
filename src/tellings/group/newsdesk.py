"""The desk that sorts articles into stories, one at a time.

Comes in:   vectors and days, in order of time; stories that are known already, where there are some.
Goes out:   which articles stand together.

An article joins the closest story, or opens one where none is close enough. Where it stands close to two
stories, they may turn out to be one. When all are in, a second look moves articles that found a better place
since, and parts stories that hold two. A story that is held keeps what it has: it may take articles in, and
loses none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from tellings.group.gathering import Gathering
from tellings.group.halves import halves
from tellings.group.index import Index
from tellings.group.vectors import Vector

_CLOSE_ENOUGH = 0.135
"""Closeness from which an article joins a story, in a handful of articles."""
_PER_LOG = 0.012
"""What is asked on top for each e-fold of articles: the more stories, the more likely a chance likeness."""
_HANDFUL = 12
_TO_MERGE = 1.4
"""Two stories are one when they are this many times as close as an article must be to join: whole stories
share more words by chance than single articles do."""
_TO_PART = 1.2
"""Two halves are two stories when they stand less than this many times as close: less than for merging, so
that no story is parted and merged again."""
_MERGERS_TRIED = 2
_BETTER_BY = 0.02
_SECOND_LOOKS = 2


def closeness_asked(articles: int) -> float:
    """Closeness from which an article joins a story, among so many articles."""
    return _CLOSE_ENOUGH + _PER_LOG * math.log(max(1.0, articles / _HANDFUL))


class Newsdesk:
    """Stories as they grow. Vectors and days are looked up by article."""

    def __init__(
        self,
        vectors: Sequence[Vector] | Mapping[int, Vector],
        days: Sequence[float | None] | Mapping[int, float | None],
        *,
        close_enough: float | None = None,
        first_number: int = 0,
    ) -> None:
        self._vectors = vectors
        self._days = days
        self._stories: dict[int, Gathering] = {}
        self._story_of: dict[int, Gathering] = {}
        self._held: set[int] = set()
        self._index = Index()
        self._opened = first_number
        self.close_enough = closeness_asked(len(vectors)) if close_enough is None else close_enough

    @property
    def stories(self) -> dict[int, list[int]]:
        """The articles of each story, by its number."""
        return {number: sorted(story.members) for number, story in self._stories.items()}

    def sort(self, order: Sequence[int]) -> list[list[int]]:
        """All articles, taken in this order, as stories."""
        for article in order:
            self.place(article)
        self.look_again(order)
        return list(self.stories.values())

    def know(self, number: int, articles: Iterable[int], *, held: bool = False) -> None:
        """Takes over a story as it stands; its number is below `first_number`."""
        story = self._stories[number] = Gathering(number)
        if held:
            self._held.add(number)
        for article in articles:
            self._join(article, story)

    def look_again(self, articles: Sequence[int]) -> None:
        """Parts stories that hold two, and moves those of the articles that stand closer elsewhere."""
        for _ in range(_SECOND_LOOKS):
            parted = [self._part(story) for story in list(self._stories.values())]
            moved = [self._reconsider(article) for article in articles]
            if not any(parted) and not any(moved):
                break

    def place(self, article: int) -> None:
        """Joins or opens a story, and merges the stories that the article brings together."""
        near = [story for closeness, story in self._closest(article) if closeness >= self.close_enough]
        home = near[0] if near else self._open()
        self._join(article, home)
        for other in near[1 : 1 + _MERGERS_TRIED]:
            if self._held & {home.number, other.number}:
                continue
            if home.closeness_to(other) >= self.close_enough * _TO_MERGE:
                home = self._merge(home, other)

    def _closest(self, article: int) -> list[tuple[float, Gathering]]:
        """The stories that the article might belong to, with how close they are, closest first."""
        vector, day = self._vectors[article], self._days[article]
        candidates = self._index.candidates(vector, self._stories)
        closeness = [(story.closeness(vector, day), story) for story in candidates]
        return sorted(closeness, key=lambda pair: (-pair[0], pair[1].number))

    def _reconsider(self, article: int) -> bool:
        """Moves an article that stands clearly closer to another story, or to none; tells whether it did."""
        home = self._story_of[article]
        if home.number in self._held:
            return False
        here = home.closeness_of_member(self._vectors[article])
        others = [pair for pair in self._closest(article) if pair[1] is not home]
        there, best = others[0] if others else (0.0, home)
        if there >= self.close_enough and there > here + _BETTER_BY:
            self._move(article, best)
            return True
        if here < self.close_enough and len(home.members) > 1:
            self._move(article, self._open())
            return True
        return False

    def _part(self, story: Gathering) -> bool:
        """Parts a story whose halves stand too far apart; tells whether it did."""
        if story.number in self._held or story.number not in self._stories:
            return False
        first, second = halves(list(story.members), self._vectors)
        if min(len(first), len(second)) < 2:
            return False
        leaving = self._gathered(second)
        if self._gathered(first).closeness_to(leaving) >= self.close_enough * _TO_PART:
            return False
        new = self._open()
        for article in second:
            self._move(article, new)
        return True

    def _gathered(self, articles: Sequence[int]) -> Gathering:
        trial = Gathering(-1)
        for article in articles:
            trial.join(article, self._vectors[article], self._days[article])
        return trial

    def _open(self) -> Gathering:
        story = Gathering(self._opened)
        self._opened += 1
        self._stories[story.number] = story
        return story

    def _join(self, article: int, story: Gathering) -> None:
        story.join(article, self._vectors[article], self._days[article])
        self._story_of[article] = story
        self._index.note(story.number, self._vectors[article])

    def _move(self, article: int, story: Gathering) -> None:
        left = self._story_of[article]
        left.leave(article, self._vectors[article])
        if not left.members:
            del self._stories[left.number]
        self._join(article, story)

    def _merge(self, one: Gathering, other: Gathering) -> Gathering:
        """The smaller goes into the larger; of two equal ones, the later into the earlier."""
        stays, goes = sorted((one, other), key=lambda story: (-len(story.members), story.number))
        for article in list(goes.members):
            self._move(article, stays)
        return stays
