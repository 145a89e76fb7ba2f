from __future__ import annotations

import pytest

from tellings.dossier import ClaimModel, DatedMentionModel, EventModel, MentionModel, Story
from tellings.tell.days import days, main_days, stretches
from tellings.tell.page import as_page
from tellings.tell.places import Places
from tellings.tell.terminal import as_text
from tellings.tell.view import Day


def event(date: str, *mentions: tuple[str, tuple[int, int]]) -> EventModel:
    return EventModel(
        date=date,
        mentions=[DatedMentionModel(article=a, span=span, expression=span) for a, span in mentions],
    )


def sentence(story: Story, article: int, number: int) -> tuple[str, tuple[int, int]]:
    told = story.articles[article]
    return told.id, told.sentences[number]


@pytest.fixture
def long_ago(story: Story) -> Story:
    """A story of one day that two articles tell of, behind much history."""
    history = [event(str(year), sentence(story, 0, 2)) for year in range(1901, 1913)]
    main = event("2024-06-04", sentence(story, 0, 1), sentence(story, 1, 1))
    return story.model_copy(update={"timeline": [*history, main]})


def test_the_day_that_most_articles_tell_of_is_the_main_one(long_ago: Story) -> None:
    found = days(long_ago, Places(long_ago))
    assert [day.date for day in main_days(found, 1)] == ["2024-06-04"]
    assert main_days(found, None) == list(found)


def test_history_does_not_crowd_the_story_out_of_a_screenful(long_ago: Story) -> None:
    report = as_text(long_ago)
    when = report[report.index("\nWhen\n") : report.index("\nNames\n")]
    assert "2024-06-04" in when
    assert "8 other dates" in when


def test_days_are_shown_in_order_of_time(long_ago: Story) -> None:
    found = [day.date for day in main_days(days(long_ago, Places(long_ago)), 4)]
    assert found == sorted(found)


def test_a_page_folds_long_stretches_of_lesser_days(long_ago: Story) -> None:
    assert "other dates" in as_page(long_ago)


def test_a_few_lesser_days_in_a_row_stay_unfolded() -> None:
    ranks = [0, 20, 1, 21, 22, 23]
    parted = stretches([Day(str(n), (), rank) for n, rank in enumerate(ranks)])
    assert [(main, len(group)) for main, group in parted] == [(True, 3), (False, 3)]


def test_what_two_articles_tell_alike_stands_once_in_a_day(story: Story) -> None:
    (one, first), (other, second) = sentence(story, 0, 1), sentence(story, 2, 1)
    claim = ClaimModel(
        id="c99",
        summary=MentionModel(article=one, span=first).model_dump(include={"article", "span"}),
        status="agreed",
        origins=[],
        mentions=[MentionModel(article=one, span=first), MentionModel(article=other, span=second)],
    )
    timeline = [event("2024-06-04", (one, first), (other, second))]
    apart = story.model_copy(update={"timeline": timeline, "claims": []})
    alike = story.model_copy(update={"timeline": timeline, "claims": [claim]})
    assert len(days(apart, Places(apart))[0].points) == 2
    assert len(days(alike, Places(alike))[0].points) == 1
