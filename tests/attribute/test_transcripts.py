from __future__ import annotations

from typing import Any

from tellings.attribute.transcripts import turns_of

BROADCAST = (
    "Ferry company changes its count\n\n"
    "ILSE TORVALD, HOST:\nThe company now says 87 people were on board. Jon Aasen is in Port Ansel.\n"
    "JON AASEN, BYLINE: Good morning. {s1:The coastguard} {c1:says} {q1:five names were left off the list}.\n"
    "TORVALD: Who left them off?\n"
    "AASEN: A clerk did.\n"
)


def test_every_turn_of_a_transcript_goes_to_the_name_before_it(told: Any) -> None:
    story = told(a=BROADCAST)
    assert story.name("87 people were on board") == "ILSE TORVALD"
    assert story.name("Good morning") == "JON AASEN"
    assert story.statement("A clerk did").form == "direct"


def test_a_last_name_in_a_label_is_the_one_who_was_introduced(told: Any) -> None:
    story = told(a=BROADCAST)
    assert story.statement("Who left them off").speaker == story.statement("87 people were on board").speaker


def test_what_a_turn_reports_of_others_stays_theirs(told: Any) -> None:
    story = told(a=BROADCAST)
    inner = next(
        s for s in story.attributed.statements if story.words(s) == "five names were left off the list"
    )
    speaker = next(p for p in story.attributed.speakers if p.id == inner.speaker)
    assert (speaker.name, inner.via) == ("coastguard", "JON AASEN")


def test_a_dateline_in_capitals_makes_no_transcript() -> None:
    assert turns_of("HOLMSUND: The port is closed.\n\nNothing more is known. WARNING: ice.") == []


def test_a_sentence_of_a_turn_that_leans_on_the_one_before_is_told_with_it(told: Any) -> None:
    story = told(
        a=BROADCAST.replace("A clerk did.", "A clerk did. But that is not confirmed. Two others knew.")
    )
    words = [story.words(each) for each in story.attributed.statements]
    assert "A clerk did. But that is not confirmed." in words
    assert "Two others knew." in words
