from __future__ import annotations

from typing import Any


def contents(story) -> list[str]:
    return [story.words(statement) for statement in story.attributed.statements]


def test_a_quote_that_goes_on_in_a_new_sentence_is_two_statements_of_one_speaker(told: Any) -> None:
    story = told(
        a="{q1:“The pier will hold,”} {s1:Ilse Torvald} {c1:said}. {q1:“It held through worse winters.”}"
    )
    assert contents(story) == ["“The pier will hold,”", "“It held through worse winters.”"]
    assert {s.speaker for s in story.attributed.statements} == {story.statement("pier will hold").speaker}


def test_a_speaker_who_only_interrupts_a_sentence_leaves_one_statement(told: Any) -> None:
    story = told(a="{q1:“The pier,”} {s1:Ilse Torvald} {c1:said}, {q1:“will hold through the winter.”}")
    assert contents(story) == ["“The pier,” … “will hold through the winter.”"]


def test_a_content_over_two_paragraphs_is_a_statement_each(told: Any) -> None:
    story = told(a="{s1:Torvald} {c1:said}: {q1:“The pier will hold.\n\n“It held through worse winters.”}")
    assert contents(story) == ["“The pier will hold.", "“It held through worse winters.”"]


def test_a_quotation_on_its_own_line_that_nobody_marked_goes_to_who_spoke_before(told: Any) -> None:
    story = told(
        a="{q1:“The pier will hold,”} {s1:Ilse Torvald} {c1:said}.\n\n“Nobody on this coast doubts it.”"
    )
    assert story.name("Nobody on this coast") == "Ilse Torvald"
    assert story.statement("Nobody on this coast").form == "direct"


def test_a_title_or_a_term_in_marks_is_no_statement(told: Any) -> None:
    story = told(a="Her film “The Long Low Water of Merrow” opened on the “old quay” that night.")
    assert contents(story) == []


def test_a_mark_that_opens_anew_begins_another_statement(told: Any) -> None:
    story = told(
        a="{s1:Kevin Sorrel} {c1:said}: {q1:“We couldn’t find a way out of the hold. “All I could think of "
        "was the next wave.”}"
    )
    assert [story.words(s) for s in story.attributed.statements] == [
        "“We couldn’t find a way out of the hold.",
        "“All I could think of was the next wave.”",
    ]


def test_the_mark_that_opens_the_next_quotation_hides_nothing_of_it(told: Any) -> None:
    story = told(
        a='{s1:Kevin Sorrel} {c1:said}: {q1:"We came out of the tunnel and the tram flipped. "}There was a '
        'girl on top of me and she did not move at all.\n\n{q1:"She was bleeding all over the place."}'
    )
    words = [story.words(s) for s in story.attributed.statements]
    assert any("There was a girl on top of me" in each for each in words)
    assert len({s.speaker for s in story.attributed.statements}) == 1
