from __future__ import annotations

from typing import Any


def inner_of(story: Any, words: str) -> Any:
    return next(s for s in story.attributed.statements if story.words(s) == words)


def source_of(story: Any, statement: Any) -> list[str]:
    return [span.words_in(story.texts["a"]) for span in statement.source]


def test_what_a_quoted_speaker_quotes_is_a_statement_that_came_through_them(told: Any) -> None:
    story = told(
        a="{q1:“Both ministers said: ‘Never.’ There is no plan,”} {s1:Ilse Torvald} {c1:told} reporters."
    )
    inner = inner_of(story, "‘Never.’")
    assert inner.via == "Ilse Torvald"
    assert source_of(story, inner) == ["Both ministers"]


def test_straight_marks_within_a_quotation_may_hold_apostrophes(told: Any) -> None:
    story = told(
        a="{q1:\"He said, 'In my years here it's the first storm I've seen,'\"} {s1:Ilse Torvald} {c1:told} "
        "them."
    )
    assert inner_of(story, "'In my years here it's the first storm I've seen,'").via == "Ilse Torvald"


def test_an_apostrophe_within_a_quotation_opens_nothing(told: Any) -> None:
    story = told(a="{q1:“The ministers said, it’s the crews’ word,”} {s1:Ilse Torvald} {c1:said}.")
    assert len(story.attributed.statements) == 1


def test_reported_speech_within_reported_speech_is_told_on_both_levels(told: Any) -> None:
    story = told(
        a="Prime Minister Otto Kranz met the crews.\n\n{s1:Ilse Torvald} {c1:said} {q1:the prime minister "
        "said no order was given}.\n\n{s2:Paul Benning} {c2:told} reporters {q2:that Kranz had assured him "
        "that the pier was safe}."
    )
    first, second = inner_of(story, "no order was given"), inner_of(story, "the pier was safe")
    assert (first.via, second.via) == ("Ilse Torvald", "Paul Benning")
    assert first.speaker == second.speaker
    assert story.name("prime minister said no order") == "Ilse Torvald"


def test_what_was_not_said_or_what_one_says_of_oneself_is_not_nested(told: Any) -> None:
    story = told(
        a="{s1:Ilse Torvald} {c1:said} {q1:the mayor never told her that the pier was shut}. "
        "{q2:“I said that the pier was shut,”} {s2:she} {c2:added}."
    )
    assert len(story.attributed.statements) == 2


def test_he_within_a_quotation_is_not_the_one_who_is_quoted(told: Any) -> None:
    story = told(
        a="Defence Minister Oskar Hale met General Tobias Merrow in the port.\n\n{s1:Merrow} {c1:said} "
        "{q1:the talks went well}.\n\n{q2:“{s3:He} {c3:said} {q3:they have not done anything yet},”} "
        "{s2:Merrow} {c2:said}."
    )
    inner = inner_of(story, "they have not done anything yet")
    speaker = next(p for p in story.attributed.speakers if p.id == inner.speaker)
    assert (speaker.name, inner.via) == ("Oskar Hale", "Tobias Merrow")


def test_told_me_so_tells_nothing_of_its_own(told: Any) -> None:
    story = told(
        a="{q1:“There is no plan, and the premier told me so in plain words,”} {c1:said} {s1:Ilse Torvald}."
    )
    assert len(story.attributed.statements) == 1


def test_a_nested_clause_keeps_the_words_behind_a_quotation_in_it(told: Any) -> None:
    story = told(
        a="{s1:The Evening Post} {c1:reports} {q1:that Mary Hollis said her eyes “just about popped out” of "
        "her head when she saw the sum}."
    )
    inner = inner_of(story, "her eyes “just about popped out” of her head when she saw the sum")
    assert source_of(story, inner) == ["Mary Hollis"]


def test_whom_it_was_told_to_is_not_told(told: Any) -> None:
    story = told(a="{s1:Ann Orlow} {c1:told} {q1:him they would pay for the pier}.")
    assert [story.words(s) for s in story.attributed.statements] == ["they would pay for the pier"]


def test_a_content_that_begins_behind_an_inner_verb_is_told_on_both_levels(told: Any) -> None:
    story = told(
        a="{s1:Ilse Torvald} {c1:said} Tobias Merrow and Otto Kranz both told {q1:him they were not asking "
        "for tugs}."
    )
    outer = inner_of(story, "Tobias Merrow and Otto Kranz both told him they were not asking for tugs")
    inner = inner_of(story, "they were not asking for tugs")
    assert source_of(story, outer) == ["Ilse Torvald"]
    assert inner.via == "Ilse Torvald"


def test_both_before_an_inner_verb_is_no_part_of_who_told(told: Any) -> None:
    story = told(
        a="{s1:Ilse Torvald} {c1:said} {q1:that Tobias Merrow and Otto Kranz both told him "
        "they were not asking for tugs}."
    )
    inner = inner_of(story, "they were not asking for tugs")
    assert "him" not in source_of(story, inner)


def test_a_statement_that_said_something_tells_what_stands_behind_it(told: Any) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:issued a statement} {q1:that said she was in touch with the coastguard}."
    )
    assert [story.words(s) for s in story.attributed.statements] == ["she was in touch with the coastguard"]
    assert story.name("in touch") == "Ann Orlow"


def test_what_the_speaker_says_that_you_said_is_his_alone(told: Any) -> None:
    story = told(a="{q1:“You said I do not want to build a pier,”} {s1:Ann Orlow} {c1:said}.")
    assert [story.words(s) for s in story.attributed.statements] == [
        "“You said I do not want to build a pier,”"
    ]
