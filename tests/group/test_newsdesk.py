from __future__ import annotations

import math
from array import array
from collections.abc import Mapping

from tellings.group.gathering import Gathering
from tellings.group.index import Index
from tellings.group.newsdesk import Newsdesk
from tellings.group.vectors import Vector


def vector(weights: Mapping[int, float]) -> Vector:
    """A unit vector from word numbers and weights."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    heaviest = sorted(weights, key=lambda word: -weights[word])
    return Vector(array("l", heaviest), array("f", (weights[word] / length for word in heaviest)))


def words(*numbers: int) -> Vector:
    """A unit vector of equally heavy words."""
    return vector(dict.fromkeys(numbers, 1.0))


def sort(*vectors: Vector, days: list[float | None] | None = None) -> list[list[int]]:
    desk = Newsdesk(vectors, days or [1.0] * len(vectors))
    return sorted(desk.sort(range(len(vectors))))


SINKING = [words(1, 2, 3, 4, 5), words(1, 2, 3, 6, 7)]
RESCUE = [words(11, 12, 13, 14, 15), words(11, 12, 13, 16, 17)]
BOTH = words(1, 2, 3, 11, 12, 13)


def test_articles_that_share_no_word_stay_apart() -> None:
    assert sort(*SINKING, *RESCUE) == [[0, 1], [2, 3]]


def test_a_later_article_joins_two_halves_of_one_story() -> None:
    halves = [words(1, 2, 3, 4, 20), words(4, 20, 5, 6, 7)]
    assert sort(words(1, 2, 3, 30, 31), words(5, 6, 7, 40, 41)) == [[0], [1]]
    joined = sort(words(1, 2, 3, 30, 31), words(5, 6, 7, 40, 41), words(1, 2, 3, 5, 6, 7), *halves)
    assert joined == [[0, 1, 2, 3, 4]]


def test_a_round_up_does_not_pull_two_full_stories_into_one() -> None:
    sinking = [words(1, 2, 3, 4, 100 + n) for n in range(6)]
    rescue = [words(11, 12, 13, 14, 200 + n) for n in range(6)]
    stories = sort(*sinking, *rescue, words(1, 2, 11, 12, 301, 302, 303))
    assert next(story for story in stories if 0 in story)[:6] == [0, 1, 2, 3, 4, 5]
    assert not any(0 in story and 6 in story for story in stories)


def test_a_story_that_holds_two_is_parted() -> None:
    """The round-up comes first and draws articles of both events, which then have nothing in common."""
    sinking = [words(1, 2, 3, 100 + n) for n in range(5)]
    rescue = [words(11, 12, 13, 200 + n) for n in range(5)]
    mixed = [article for pair in zip(sinking, rescue, strict=True) for article in pair]
    stories = sort(BOTH, *mixed)
    assert not any({1, 2} <= set(story) for story in stories)
    assert any({1, 3, 5, 7, 9} <= set(story) for story in stories)
    assert any({2, 4, 6, 8, 10} <= set(story) for story in stories)


def test_an_article_moves_when_a_closer_story_opens_later() -> None:
    early = words(1, 2, 11, 12, 13)
    stories = sort(words(1, 2, 3, 4, 5), early, *[words(11, 12, 13, 20 + n) for n in range(3)])
    assert stories == [[0], [1, 2, 3, 4]]


def test_days_between_make_the_same_words_count_less() -> None:
    pair = [words(1, 2, *range(3, 10)), words(1, 2, *range(33, 40))]
    assert sort(*pair, days=[1.0, 3.0]) == [[0, 1]]
    assert sort(*pair, days=[1.0, 300.0]) == [[0], [1]]
    assert sort(*pair, days=[1.0, None]) == [[0, 1]]


def test_more_articles_ask_for_more_likeness() -> None:
    handful, thousands = (Newsdesk([words(1)] * n, [None] * n) for n in (5, 5_000))
    assert thousands.close_enough > handful.close_enough


def test_a_gathering_forgets_what_left_it() -> None:
    story, stays, leaves = Gathering(0), words(1, 2), words(2, 3)
    story.join(0, stays, 5.0)
    story.join(1, leaves, 9.0)
    story.leave(1, leaves)
    assert (story.first, story.last, list(story.members)) == (5.0, 5.0, [0])
    assert math.isclose(story.closeness(stays, 5.0), 1.0, abs_tol=1e-6)
    assert math.isclose(story.closeness(words(3), 5.0), 0.0, abs_tol=1e-6)


def test_a_member_is_measured_against_the_others_only() -> None:
    story = Gathering(0)
    story.join(0, words(1, 2), None)
    assert story.closeness_of_member(words(1, 2)) == 0.0
    story.join(1, words(3, 4), None)
    assert math.isclose(story.closeness_of_member(words(1, 2)), 0.0, abs_tol=1e-6)
    story.join(2, words(1, 2), None)
    assert story.closeness_of_member(words(1, 2)) > 0.5


def test_a_common_word_remembers_only_recent_stories() -> None:
    index, living = Index(), {}
    for number in range(1_000):
        living[number] = Gathering(number)
        living[number].join(number, words(0, number + 1), None)
        index.note(number, words(0, number + 1))
    assert {story.number for story in index.candidates(words(0), living)} <= set(range(700, 1_000))
    assert [story.number for story in index.candidates(words(5), living)] == [4]
