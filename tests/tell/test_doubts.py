"""What an article only may tell is shown as that, and counted nowhere."""

from __future__ import annotations

import pytest

from tellings.dossier import ClaimModel, MentionModel, Story
from tellings.tell.echoes import Echoes
from tellings.tell.page import as_page
from tellings.tell.pictures.matrix import matrix
from tellings.tell.places import Places
from tellings.tell.terminal import as_text
from tellings.tell.told import only_one, shared


def with_claim(story: Story, *confidences: float) -> Story:
    """The story with one claim, which the second sentences of its first articles tell so surely."""
    told = [(article.id, article.sentences[1]) for article in story.articles[: len(confidences)]]
    mentions = [
        MentionModel(article=article, span=span, confidence=sure)
        for (article, span), sure in zip(told, confidences, strict=True)
    ]
    claim = ClaimModel(
        id="c1",
        summary=MentionModel(article=told[0][0], span=told[0][1]).model_dump(include={"article", "span"}),
        status="agreed" if sum(sure >= 0.6 for sure in confidences) > 1 else "single",
        origins=[],
        mentions=mentions,
    )
    return story.model_copy(update={"claims": [claim], "conflicts": [], "coverage": []})


@pytest.fixture
def doubtful(story: Story) -> Story:
    return with_claim(story, 1.0, 0.9, 0.4)


def test_a_place_that_only_may_tell_it_is_named_apart(doubtful: Story) -> None:
    (point,) = shared(doubtful, Places(doubtful), by_all=False)
    assert [place.letter for place in point.places] == ["A", "B"]
    assert [place.letter for place in point.perhaps] == ["C"]
    assert "· perhaps [C" in as_text(doubtful, everything=True)
    assert '<span class="date">perhaps</span>' in as_page(doubtful)


def test_what_one_tells_and_another_only_may_tell_is_reported_by_neither_one_nor_several(
    story: Story,
) -> None:
    apart = with_claim(story, 1.0, 0.4)
    at = Places(apart)
    (point,) = shared(apart, at, by_all=False)
    assert ([place.letter for place in point.places], point.origins) == (["A"], 1)
    assert only_one(apart, at) == ()


def test_such_a_point_stands_behind_those_that_several_tell(story: Story) -> None:
    first, second = with_claim(story, 1.0, 0.4), with_claim(story, 1.0, 0.9)
    later = second.claims[0].model_copy(
        update={
            "id": "c2",
            "summary": second.claims[0].summary.model_copy(update={"span": story.articles[0].sentences[2]}),
        }
    )
    both = story.model_copy(update={"claims": [*first.claims, later], "conflicts": [], "coverage": []})
    points = shared(both, Places(both), by_all=False)
    assert [bool(point.perhaps) for point in points] == [False, True]


def test_the_picture_of_who_tells_what_marks_it(doubtful: Story) -> None:
    drawn = matrix(doubtful, Places(doubtful))
    assert drawn is not None
    assert drawn.has_doubts
    assert [cell.perhaps for cell in drawn.rows[0].cells][:3] == [False, False, True]


def test_sentences_that_only_may_tell_the_same_do_not_stand_side_by_side(doubtful: Story) -> None:
    echoes = Echoes(doubtful, Places(doubtful))
    first, second, third = (article.id for article in doubtful.articles[:3])
    assert second in echoes.of(first, 1)
    assert third not in echoes.of(first, 1)
