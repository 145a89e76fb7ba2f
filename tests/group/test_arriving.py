"""Stories that are asked all at once are as close as each is by itself."""

from __future__ import annotations

import random

import numpy as np
import pytest

from tellings.group.arriving import Arrival, KnownStory, _closeness, candidates
from tellings.group.gathering import Gathering

from .test_newsdesk import vector, words

NOTHING = words()


def made(dice: random.Random, number: int, day: float | None) -> Arrival:
    chosen = dice.sample([*range(60), (1 << 32) - 1], 15)
    return Arrival(number, vector({word: dice.random() + 0.1 for word in chosen}), day)


def test_stories_asked_together_are_as_close_as_each_asked_alone() -> None:
    dice = random.Random(4)
    article = made(dice, 0, 20.0)
    stories = [
        KnownStory(number, tuple(made(dice, 100 * number + n, day) for n in range(size)))
        for number, (size, day) in enumerate([(1, 20.0), (4, 1.0), (7, None), (40, 300.0)], start=1)
    ]
    stories.append(KnownStory(9, (Arrival(900, NOTHING, 20.0),)))
    found = _closeness(article, stories)
    for story in stories:
        alone = Gathering(story.number)
        for member in story.members:
            alone.join(member.number, member.vector, member.day)
        assert found[story.number] == pytest.approx(alone.closeness(article.vector, article.day), abs=1e-6)
    assert found[9] == 0.0


def test_an_article_without_words_is_close_to_nothing() -> None:
    story = KnownStory(1, (Arrival(5, words(1, 2), None),))
    assert _closeness(Arrival(6, NOTHING, None), [story]) == {1: 0.0}
    assert _closeness(Arrival(6, words(1), None), []) == {}


def test_the_stories_that_share_the_heaviest_words_come_first() -> None:
    told = {
        1: (np.array([7, 3, 5], np.int32), np.array([0.5, 0.5, 0.1], np.float16)),
        2: (np.array([3], np.int32), np.array([0.5], np.float16)),
        9: (np.array([8], np.int32), np.array([1.0], np.float16)),
    }
    assert candidates(words(1, 2), told) == [3, 7, 5]
    assert candidates(words(1, 2), told, most=1) == [3]
    assert candidates(words(4), told) == []
