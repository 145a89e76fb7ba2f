from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tellings.read.dates import find_dates
from tellings.records import Grouped, Reading
from tellings.trace import trace

MakeReading = Callable[..., Reading]
MakeStory = Callable[..., Grouped]

DATED = (
    "Torvik's harbour master Ansel Lund closed the northern lock on Tuesday after a barge struck the gate.\n"
    "The barge had sailed from Merrow on Sunday."
)
ALIKE = "A barge struck the gate of Torvik's northern lock on Tuesday. It was raised on Thursday, not Oct. 1."


def dated(reading: Reading) -> Reading:
    article = reading.article
    return replace(reading, dates=find_dates(article.text, reading.sentences, article.published))


def values(story_of: MakeStory, *readings: Reading) -> dict[str, list[str]]:
    traced = trace(story_of(*(dated(reading) for reading in readings)))
    return {r.article.id: [date.value for date in r.dates] for r in traced.readings}


def test_an_article_without_a_date_counts_from_what_a_dated_one_tells_of_the_same_weekday(
    story: MakeStory, reading: MakeReading
) -> None:
    one, other = reading(DATED, "a", published="2031-11-12"), reading(ALIKE, "b")
    assert values(story, other, one) == {
        "a": ["2031-11-11", "2031-11-09"],
        "b": ["2031-11-11", "2031-11-13", "2031-10-01"],
    }
    found = trace(story(dated(one), dated(other))).readings[1].dates
    assert {each.story.article for each in found if each.story} == {"a"}
    assert all(each.story is None for each in trace(story(dated(one), dated(other))).readings[0].dates)


def test_a_day_goes_from_article_to_article(story: MakeStory, reading: MakeReading) -> None:
    third = "It was raised with chains on Thursday, not Oct. 1, say divers of the barge Torvik Merry."
    other = ALIKE + " It was raised with chains on Thursday, say divers of the barge Torvik Merry."
    found = values(
        story, reading(third, "c"), reading(other, "b"), reading(DATED, "a", published="2031-11-12")
    )
    assert found["c"] == ["2031-11-13", "2031-10-01"]


def test_another_weekday_another_event_or_two_weeks_tell_nothing(
    story: MakeStory, reading: MakeReading
) -> None:
    one = reading(DATED, "a", published="2031-11-12")
    assert values(story, one, reading(ALIKE.replace("Tuesday", "Friday"), "b"))["b"] == []
    assert values(story, one, reading("The council met on Tuesday to set the budget.", "b"))["b"] == []
    later = reading(DATED, "c", published="2031-11-19")
    assert values(story, one, later, reading(ALIKE, "b"))["b"] == []


def test_an_article_s_own_dateline_counts_for_more(story: MakeStory, reading: MakeReading) -> None:
    one = reading(DATED, "a", published="2031-11-12")
    other = reading("TORVIK, Dec. 3, 2031 (Sorland Press) - " + ALIKE, "b")
    assert values(story, one, other)["b"][:2] == ["2031-12-03", "2031-12-02"]


SAVED_LATE = ALIKE + " Look at that gate! — Merrow Divers (@divers) November 13, 2031"


def test_an_article_dated_long_after_what_it_tells_of_counts_from_the_other_articles(
    story: MakeStory, reading: MakeReading
) -> None:
    one, late = reading(DATED, "a", published="2031-11-12"), reading(SAVED_LATE, "b", published="2032-02-20")
    assert values(story, one, late)["b"][:2] == ["2031-11-11", "2031-11-13"]
    plain = reading(ALIKE, "b", published="2032-02-20")
    assert values(story, one, plain)["b"][:2] == ["2032-02-17", "2032-02-19"]


def test_an_article_that_looks_back_keeps_its_day(story: MakeStory, reading: MakeReading) -> None:
    one = reading(DATED, "a", published="2031-11-12")
    anew = SAVED_LATE + " The court met on February 18, 2032."
    assert values(story, one, reading(anew, "b", published="2032-02-20"))["b"][0] == "2032-02-17"
    again = reading(DATED, "c", published="2032-02-19")
    assert values(story, one, again, reading(SAVED_LATE, "b", published="2032-02-20"))["b"][0] == "2032-02-17"
