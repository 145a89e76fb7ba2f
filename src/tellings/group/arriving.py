"""One article arrives among stories that are known already.

Comes in:   the arriving article, and the stories that it might touch: those that share its heaviest words.
Goes out:   which article stands in which story afterwards: it may have joined one, opened one, brought two
            together or shown that one is two.

The same desk does the work as for a batch, with these few stories as its whole world, so that an arrival
costs the same among a hundred stories and among a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tellings.group.gathering import Days, nearness
from tellings.group.newsdesk import Newsdesk, closeness_asked
from tellings.group.vectors import Vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEAR = 0.6
"""Part of the closeness asked for joining from which a story may be touched at all."""
_MOST_TOUCHED = 5
_MOST_RECONSIDERED = 40
_NUMBERS = 1 << 32
"""Words are numbered below this."""


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
    vector: Vector, told_by: Mapping[int, tuple[NDArray[np.int32], NDArray[np.float16]]], most: int = 10
) -> list[int]:
    """The stories that share most of the article's heaviest words, closest first.

    `told_by` gives, for a word, stories that printed it lately and its weight in each.
    """
    asked = [(told_by[word], weight) for word, weight in zip(*vector, strict=True) if word in told_by]
    if not asked:
        return []
    stories, places = np.unique(np.concatenate([told[0] for told, _ in asked]), return_inverse=True)
    shared = np.concatenate([told[1].astype(np.float64) * weight for told, weight in asked])
    closeness = np.bincount(places, shared)
    return [int(story) for story in stories[np.lexsort((stories, -closeness))[:most]]]


def _touched(article: Arrival, stories: Sequence[KnownStory], least: float) -> list[KnownStory]:
    """The closest of the stories, in the order given."""
    closeness = _closeness(article, stories)
    closest = sorted(closeness, key=lambda number: (-closeness[number], number))[:_MOST_TOUCHED]
    return [one for one in stories if one.number in closest and closeness[one.number] >= least]


def _closeness(article: Arrival, stories: Sequence[KnownStory]) -> dict[int, float]:
    """What `Gathering.closeness` gives, for stories that are asked only once, all of them together."""
    members = [(at, member) for at, story in enumerate(stories) for member in story.members]
    sizes = [len(member.vector.words) for _, member in members]
    if not sum(sizes) or not article.vector.words:
        return {story.number: 0.0 for story in stories}
    words = np.concatenate([np.asarray(member.vector.words, np.int64) for _, member in members])
    weights = np.concatenate([np.asarray(member.vector.weights, np.float64) for _, member in members])
    keys = np.repeat([at for at, _ in members], sizes) * _NUMBERS + words
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    sums = np.add.reduceat(weights[order], starts)
    story_of, word_of = np.divmod(keys[starts], _NUMBERS)
    asked, wanted = np.asarray(article.vector.words, np.int64), np.asarray(article.vector.weights)
    by_number = np.argsort(asked)
    places = np.minimum(np.searchsorted(asked, word_of, sorter=by_number), len(asked) - 1)
    held = np.where(asked[by_number[places]] == word_of, wanted[by_number[places]], 0.0)
    shared = np.bincount(story_of, sums * held, minlength=len(stories))
    lengths = np.sqrt(np.bincount(story_of, sums * sums, minlength=len(stories)))
    return {
        story.number: float(shared[at] / lengths[at]) * nearness(_days(story), (article.day, article.day))
        if lengths[at]
        else 0.0
        for at, story in enumerate(stories)
    }


def _days(story: KnownStory) -> Days:
    days = [member.day for member in story.members if member.day is not None]
    return (min(days), max(days)) if days else (None, None)


def _to_reconsider(article: Arrival, near: Sequence[KnownStory]) -> list[int]:
    members = [member.number for story in near for member in story.members]
    return list(dict.fromkeys([article.number, *members]))[:_MOST_RECONSIDERED]
