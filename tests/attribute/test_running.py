"""Quotations over several sentences or paragraphs: one speaker, whom the words outside the marks name."""

from __future__ import annotations

from typing import Any

PARTS = ("We have no quarrel", "We believe", "We always have")


def speakers(story: Any, *parts: str) -> set[str | None]:
    return {story.name(part) for part in parts}


def test_the_tag_behind_the_last_paragraph_outdoes_the_sentence_before_the_quotation(told: Any) -> None:
    story = told(
        a="{s1:The port council} {c1:said} {q1:the survey was wrong}.\n\n{q1:“We have no quarrel with the "
        "dockers.}\n\n“We believe in their right to march.\n\n{q2:“We always have,”} {s2:Mayor Ilse Torvald} "
        "{c2:said}."
    )
    assert speakers(story, *PARTS) == {"Ilse Torvald"}
    assert story.name("survey was wrong") == "port council"


def test_a_tag_counts_for_all_paragraphs_also_without_repeated_opening_marks(told: Any) -> None:
    story = told(
        a="{s1:The port council} {c1:said} {q1:the survey was wrong}.\n\n{q1:“We have no quarrel with the "
        "dockers.}\n\nWe believe in their right to march.\n\n{q2:We always have,”} {s2:Mayor Ilse Torvald} "
        "{c2:said}.\n\nThe pier stayed shut."
    )
    assert speakers(story, *PARTS) == {"Ilse Torvald"}


def test_all_sentences_of_a_quotation_in_one_paragraph_have_the_speaker_behind_it(told: Any) -> None:
    story = told(
        a="{s1:The port council} {c1:said} {q1:the survey was wrong}. {q1:“We have no quarrel with the "
        "dockers.} We believe in their right to march. {q2:We always have,”} {s2:Mayor Ilse Torvald} "
        "{c2:said}."
    )
    assert speakers(story, *PARTS) == {"Ilse Torvald"}


def test_without_a_tag_the_sentence_before_says_whose_the_quotation_is(told: Any) -> None:
    story = told(
        a="{s1:The port council} {c1:said} {q1:the survey was wrong}.\n\n{q1:“We have no quarrel with the "
        "dockers.}\n\n“We believe in their right to march.\n\n“We always have.”\n\nThe pier stayed shut."
    )
    assert speakers(story, *PARTS) == {"port council"}


def test_a_named_opening_outdoes_a_pronoun_at_the_end(told: Any) -> None:
    story = told(
        a="{s1:Mayor Ilse Torvald} {c1:wrote}: {q1:“We have no quarrel with the dockers.}\n\n“We believe in "
        "their right to march, as Paul Benning does.\n\n{q2:“We always have,”} {s2:she} {c2:added}."
    )
    assert speakers(story, *PARTS) == {"Ilse Torvald"}


def test_a_cue_within_the_marks_does_not_take_the_other_sentences(told: Any) -> None:
    story = told(
        a="{q1:“We have no quarrel with the dockers.} We believe in their right to march. And {s1:I} "
        "{c1:think} {q1:the council does too}. {q2:We always have,”} {s2:Mayor Ilse Torvald} {c2:said}."
    )
    assert speakers(story, *PARTS, "the council does too") == {"Ilse Torvald"}


def test_a_mark_that_was_forgotten_does_not_give_one_speakers_words_to_the_next(told: Any) -> None:
    story = told(
        a="{s1:Paul Benning} {c1:said} {q1:the survey was “nonsense on stilts}.\n\n{q2:“We have no quarrel "
        "with the dockers,”} {s2:Mayor Ilse Torvald} {c2:said}."
    )
    assert story.name("nonsense on stilts") == "Paul Benning"
    assert story.name("We have no quarrel") == "Ilse Torvald"


def test_he_behind_a_long_quotation_is_nobody_whom_it_names(told: Any) -> None:
    story = told(
        a="Oskar Hale and Peter Kranz were at the quay at noon. {s1:Harbour master Tobias Merrow} "
        "{c1:backed} {q1:the plan}.\n\n{q2:“The minister, Oskar Hale, has made an offer. It would keep the "
        "pier open.}\n\n{q2:“And Peter Kranz will hear him out. I hope they settle it,”} {s2:he} {c2:said}."
    )
    assert speakers(story, "has made an offer", "will hear him out", "hope they settle") == {"Tobias Merrow"}


def test_somebody_without_a_name_within_the_marks_is_not_who_speaks(told: Any) -> None:
    story = told(
        a="{s1:Tobias Merrow} {c1:backed} {q1:the plan}. {q2:“A pier is kept by a man and his crew,”} "
        "{s2:he} {c2:told} reporters."
    )
    assert story.name("kept by a man") == "Tobias Merrow"
