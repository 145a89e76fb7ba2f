from __future__ import annotations

import pytest
from lock_gate import reading_of

from tellings.records import Article, Date, Span
from tellings.tell.clock import clock_times


def times(text: str, published: str | None, *named: tuple[str, str]) -> list[tuple[str, str]]:
    dates = []
    for words, value in named:
        start = text.index(words)
        dates.append(Date(span=Span(start, start + len(words)), value=value))
    reading = reading_of(Article(id="a1", text=text, published=published), tuple(dates))
    return [(span.words_in(text), day) for span, day in clock_times(reading)]


def test_a_time_belongs_to_the_day_named_last() -> None:
    text = "A barge sank on Monday. The crew called at 5:10 a.m. and nobody answered. It was over by 6 a.m."
    assert times(text, "2024-06-05", ("on Monday", "2024-06-03")) == [
        ("at 5:10 a.m.", "2024-06-03"),
        ("by 6 a.m.", "2024-06-03"),
    ]


def test_without_a_day_before_it_a_time_belongs_to_the_day_the_article_appeared() -> None:
    text = "A barge sank shortly after 06:00 GMT. It was raised around 8:30."
    assert times(text, "2024-06-05T09:00:00+00:00") == [
        ("shortly after 06:00 GMT", "2024-06-05"),
        ("around 8:30", "2024-06-05"),
    ]
    assert times(text, None) == []


def test_a_day_long_ago_is_background_and_a_day_to_come_is_no_anchor() -> None:
    text = "It opened on May 2, 1998. A fire began at 7 p.m. A vote is due on Friday. It ended at 9 pm."
    named = (("May 2, 1998", "1998-05-02"), ("on Friday", "2024-06-07"))
    assert {day for _, day in times(text, "2024-06-05", *named)} == {"2024-06-05"}


def test_a_sentence_that_names_its_day_is_left_to_it() -> None:
    text = "The barge sank on Monday at 5:10 a.m."
    assert times(text, "2024-06-05", ("on Monday", "2024-06-03")) == []


def test_a_day_looked_back_to_is_no_anchor() -> None:
    text = (
        "The mayor resigned on Wednesday. Two days earlier she had said she would stay. "
        "The first call came at 2:41 a.m."
    )
    named = (("on Wednesday", "2024-06-05"), ("Two days earlier", "2024-06-03"))
    assert times(text, "2024-06-05", *named) == [("at 2:41 a.m.", "2024-06-05")]


@pytest.mark.parametrize(
    "words",
    [
        "It cost 5.10 crowns.",
        "Merrow won 3:1 in Tarn.",
        "About 5 women came.",
        "See verse 3:16.",
        "Gate 6 amused us.",
    ],
)
def test_figures_are_no_times(words: str) -> None:
    assert times(words, "2024-06-05") == []


def test_many_figures_take_no_long_time() -> None:
    assert times("at about around 1" * 20_000, "2024-06-05") == []


def test_a_part_of_the_day_belongs_to_the_day_named_last_as_a_time_does() -> None:
    text = "A barge sank on Monday. Crews worked throughout the evening and left shortly before midnight."
    assert times(text, "2024-06-05", ("on Monday", "2024-06-03")) == [
        ("throughout the evening", "2024-06-03"),
        ("shortly before midnight", "2024-06-03"),
    ]


def test_a_step_of_an_account_goes_on_from_the_day_named_last() -> None:
    text = (
        "A barge sank on Monday. An hour later the first boat came. A few more minutes passed. "
        "By late morning nobody was left aboard, and that evening the crew flew home."
    )
    assert times(text, "2024-06-05", ("on Monday", "2024-06-03")) == [
        ("An hour later", "2024-06-03"),
        ("A few more minutes passed", "2024-06-03"),
        ("By late morning", "2024-06-03"),
        ("that evening", "2024-06-03"),
    ]


def test_a_game_goes_on_from_the_day_named_last() -> None:
    text = "Merrow beat Tarn on Monday. It led 20-0 at halftime. Brill scored late in the third quarter."
    assert times(text, "2024-06-05", ("on Monday", "2024-06-03")) == [
        ("at halftime", "2024-06-03"),
        ("late in the third quarter", "2024-06-03"),
    ]


def test_a_step_has_no_day_where_none_is_named_before_it() -> None:
    assert times("An hour later the first boat came. That evening it sank.", "2024-06-05") == []


def test_a_night_without_a_day_may_be_the_one_before_the_article_appeared() -> None:
    text = "The harbour is closed for the rest of the day. The crew was found about an hour before midnight."
    assert times(text, "2024-06-05T09:00:00") == [("the rest of the day", "2024-06-05")]


def test_hours_with_a_full_stop_are_times_where_the_article_prints_times_that_way() -> None:
    text = "Police were called at 6.10am on land. The first boat left at 6.15 and returned with 4.20 tonnes."
    assert times(text, "2024-06-05") == [("at 6.10am", "2024-06-05"), ("at 6.15", "2024-06-05")]
    assert times("The first boat left at 6.15 and returned.", "2024-06-05") == []
    assert times("It was 6.10am then. It closed at 6.15 percent.", "2024-06-05") == [("6.10am", "2024-06-05")]


def test_an_hour_that_had_not_come_when_the_article_appeared_is_of_the_day_before() -> None:
    text = "A barge sank at about 11 p.m. local time. A vote will be held at 8 p.m. today."
    assert [day for _, day in times(text, "2024-06-05T09:11:00+00:00")] == ["2024-06-04", "2024-06-05"]
    named = (("Wednesday", "2024-06-05"),)
    text = "A barge lay there on Wednesday. It burned an hour before midnight."
    assert times(text, "2024-06-05T09:11:00+00:00", *named) == [("an hour before midnight", "2024-06-04")]
