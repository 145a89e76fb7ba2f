from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from tellings.group import group, group_articles
from tellings.records import Article, Grouped, Reading


def read(articles: Sequence[Article]) -> list[Reading]:
    nothing = np.zeros((0, 384), dtype=np.float32)
    return [
        Reading(
            article=a, sentences=(), entities=(), dates=(), quantities=(), attributions=(), vectors=nothing
        )
        for a in articles
    ]


def names(stories: Sequence[Grouped]) -> list[list[str]]:
    return [[reading.article.id for reading in story.readings] for story in stories]


def test_two_events_told_by_three_outlets_each_are_two_stories(
    ferry: list[Article], budget: list[Article]
) -> None:
    mixed = [a for pair in zip(ferry, budget, strict=True) for a in pair]
    stories = group(read(mixed))
    assert [story.id for story in stories] == ["story-1", "story-2"]
    assert names(stories) == [["ferry-1", "ferry-2", "ferry-3"], ["budget-1", "budget-2", "budget-3"]]


def test_a_follow_up_ten_days_later_joins(
    ferry: list[Article], budget: list[Article], inquiry: Article
) -> None:
    assert names(group(read([*ferry, *budget, inquiry])))[0] == ["ferry-1", "ferry-2", "ferry-3", "inquiry"]


def test_articles_of_one_affair_over_three_weeks_are_one_story(
    ferry: list[Article], inquiry: Article
) -> None:
    late = replace(ferry[2], published="2031-03-25")
    assert len(group(read([*ferry[:2], inquiry, late]))) == 1


def test_an_article_that_arrives_out_of_order_finds_its_story(
    ferry: list[Article], budget: list[Article], inquiry: Article
) -> None:
    stories = group(read([inquiry, *budget, *reversed(ferry)]))
    assert names(stories)[0] == ["inquiry", "ferry-3", "ferry-2", "ferry-1"]


def test_without_dates_the_words_decide(ferry: list[Article], budget: list[Article]) -> None:
    undated = [replace(a, published=None) for a in [*ferry, *budget]]
    assert [len(story.readings) for story in group(read(undated))] == [3, 3]


@pytest.mark.parametrize("published", ["last Tuesday", "2031-02-30", "", "2031-03"])
def test_a_date_that_cannot_be_read_counts_as_unknown(ferry: list[Article], published: str) -> None:
    assert len(group(read([replace(ferry[0], published=published), *ferry[1:]]))) == 1


def test_dates_with_and_without_a_time_zone_stand_together(ferry: list[Article]) -> None:
    stamps = ["2031-03-04", "2031-03-04T09:30:00", "2031-03-04T23:30:00-05:00"]
    dated = [replace(a, published=stamp) for a, stamp in zip(ferry, stamps, strict=True)]
    assert len(group(read(dated))) == 1


def test_one_person_in_two_events_makes_two_stories(water_bill: list[Article], crash: list[Article]) -> None:
    assert names(group(read([*water_bill, *crash]))) == [["water-1", "water-2"], ["crash-1", "crash-2"]]


def test_one_story_takes_everything_as_one(ferry: list[Article], budget: list[Article]) -> None:
    (story,) = group(read([*budget, *ferry]), one_story=True)
    assert story.id == "story-1"
    assert [reading.article.id for reading in story.readings] == [a.id for a in [*budget, *ferry]]


@pytest.mark.parametrize("one_story", [False, True])
def test_no_readings_give_no_stories(one_story: bool) -> None:
    assert group([], one_story=one_story) == ()


def test_one_reading_is_one_story(inquiry: Article) -> None:
    assert names(group(read([inquiry]))) == [["inquiry"]]


def test_duplicates_share_a_story(ferry: list[Article], budget: list[Article]) -> None:
    copies = [replace(ferry[0], id=f"copy-{n}") for n in range(30)]
    stories = group(read([*copies, budget[0]]))
    assert [len(story.readings) for story in stories] == [30, 1]


def test_articles_without_words_stand_alone(ferry: list[Article]) -> None:
    empty = [Article(id="empty", text=""), Article(id="dots", text="… 7 — !")]
    assert names(group(read([empty[0], *ferry, empty[1]]))) == [
        ["empty"],
        ["ferry-1", "ferry-2", "ferry-3"],
        ["dots"],
    ]


def test_later_articles_leave_the_ids_of_earlier_stories(
    ferry: list[Article], budget: list[Article], crash: list[Article]
) -> None:
    before = group_articles([*ferry, *budget])
    assert group_articles([*ferry, *budget, *crash])[: len(before)] == before


def test_bare_articles_get_the_ids_that_their_readings_get(
    ferry: list[Article], budget: list[Article]
) -> None:
    articles = [budget[0], *ferry, *budget[1:]]
    by_reading = {r.article.id: story.id for story in group(read(articles)) for r in story.readings}
    assert group_articles(articles) == [by_reading[a.id] for a in articles]


def test_very_long_text_is_not_read_to_its_end(
    ferry: list[Article], budget: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = 0
    from tellings.group import words

    stem: Callable[[str], str] = words._stem

    def counting(word: str) -> str:
        nonlocal seen
        seen += 1
        return stem(word)

    monkeypatch.setattr(words, "_stem", counting)
    endless = replace(ferry[0], text=ferry[0].text + " fog" * 200_000)
    assert names(group(read([endless, *budget]))) == [["ferry-1"], ["budget-1", "budget-2", "budget-3"]]
    assert seen < 10_000
