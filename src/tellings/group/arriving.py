"""One article arrives among stories that are known already.

Comes in:   the arriving article, and the stories that it might touch: those that share its heaviest words.
Goes out:   which article stands in which story afterwards: it may have joined one, opened one, brought two
            together or shown that one is two.

The same desk does the work as for a batch, with these few stories as its whole world, so that an arrival
costs the same among a hundred stories and among a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tellings.group.gathering import nearness
from tellings.group.newsdesk import Newsdesk, closeness_asked
from tellings.group.vectors import Vector

_NEAR = 0.6
"""Part of the closeness asked for joining from which a story may be touched at all."""
_MOST_TOUCHED = 5
_MOST_RECONSIDERED = 40


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article to be placed; numbers are the caller's own."""

    number: int
    vector: Vector
    day: float | None


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story as it stands. One that is `held` was put together by hand: it may grow, and loses nothing."""

    number: int
    members: tuple[Arrival, ...]
    held: bool = False


def arrive(
    article: Arrival, stories: Sequence[KnownStory], *, articles: int, first_number: int
) -> dict[int, list[int]]:
    """The members of each touched story afterwards, by its number.

    `articles` is how many there are in all. New stories are numbered from `first_number`, which is above
    every known number. An article that is a member of one of the stories (its text was edited) is looked at
    again where it stands.
    """
    asked = closeness_asked(articles)
    at_home = [story for story in stories if article.number in {one.number for one in story.members}]
    near = at_home + _touched(article, [s for s in stories if s not in at_home], _NEAR * asked)
    all_members = [member for story in near for member in story.members]
    vectors = {one.number: one.vector for one in (*all_members, article)}
    days = {one.number: one.day for one in (*all_members, article)}
    desk = Newsdesk(vectors, days, close_enough=asked, first_number=first_number)
    for story in near:
        desk.know(story.number, [one.number for one in story.members], held=story.held)
    if not at_home:
        desk.place(article.number)
    desk.look_again(_to_reconsider(article, near))
    return desk.stories


def candidates(
    vector: Vector, told_by: Mapping[int, Iterable[tuple[int, float]]], most: int = 10
) -> list[int]:
    """The stories that share most of the article's heaviest words, closest first.

    `told_by` gives, for a word, stories that printed it lately with its weight there.
    """
    shared: dict[int, float] = {}
    for word, weight in zip(vector.words, vector.weights, strict=True):
        for story, there in told_by.get(word, ()):
            shared[story] = shared.get(story, 0.0) + weight * there
    return sorted(shared, key=lambda story: (-shared[story], story))[:most]


def _touched(article: Arrival, stories: Sequence[KnownStory], least: float) -> list[KnownStory]:
    """The closest of the stories, in the order given."""
    closeness = {story.number: _closeness(article, story) for story in stories}
    closest = sorted(closeness, key=lambda number: (-closeness[number], number))[:_MOST_TOUCHED]
    return [one for one in stories if one.number in closest and closeness[one.number] >= least]


def _closeness(article: Arrival, story: KnownStory) -> float:
    """What `Gathering.closeness` gives, for a story that is asked only once."""
    words = np.concatenate([np.asarray(member.vector.words) for member in story.members])
    weights = np.concatenate([np.asarray(member.vector.weights) for member in story.members])
    distinct, places = np.unique(words, return_inverse=True)
    if not len(distinct):
        return 0.0
    sums = np.bincount(places, weights)
    asked = np.asarray(article.vector.words)
    at = np.minimum(np.searchsorted(distinct, asked), len(distinct) - 1)
    shared = float(np.where(distinct[at] == asked, sums[at], 0.0) @ np.asarray(article.vector.weights))
    days = [member.day for member in story.members if member.day is not None]
    span = (min(days), max(days)) if days else (None, None)
    return shared / float(np.linalg.norm(sums)) * nearness(span, (article.day, article.day))


def _to_reconsider(article: Arrival, near: Sequence[KnownStory]) -> list[int]:
    members = [member.number for story in near for member in story.members]
    return list(dict.fromkeys([article.number, *members]))[:_MOST_RECONSIDERED]
