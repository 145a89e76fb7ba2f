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
    assert story.name("A clerk did") == "JON AASEN"
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


INTERVIEW = (
    "Anna Lind spoke to the Gull on Tuesday.\n\n"
    "Gull: Did you close the pier too early?\n\n"
    "Lind: No. The wind was there.\n\n"
    "Gull: And the ferries?\n\n"
    "Lind: They sail on Monday. I have waited eight days."
)


def test_the_last_turn_ends_where_the_outlet_goes_on(told: Any) -> None:
    story = told(
        a=INTERVIEW
        + "\n\nLater that day {s1:Viktor Aasen} {c1:called the Gull to say} {q1:the board “never closed "
        "a pier”}.\n\nThe ferries lie at the old quay."
    )
    assert story.name("I have waited eight days") == "Anna Lind"
    assert story.name("never closed a pier") == "Viktor Aasen"
    assert not [s for s in story.attributed.statements if "Later that day" in story.words(s)]
    assert not [s for s in story.attributed.statements if "old quay" in story.words(s)]


def test_the_last_turn_goes_on_over_paragraphs_with_what_others_told_the_speaker(told: Any) -> None:
    story = told(a=INTERVIEW + "\n\n{s1:Aasen} {c1:told} me {q1:the board was against it}.\n\nThat is all.")
    assert story.name("Aasen told me") == "Anna Lind"
    assert story.name("That is all") == "Anna Lind"


def test_a_headline_in_capitals_is_no_turn(told: Any) -> None:
    story = told(
        a="GENERAL AASEN: SHUT THE PORT AT ONCE\n\nPORT ANSEL - {q1:The army shut the port}, {s1:Mayor Lind} "
        "{c1:said}.\n\nQ: General, was there a storm?\n\nA: There is no doubt of that.\n"
    )
    assert story.name("The army shut the port") == "Lind"
    assert not [s for s in story.attributed.statements if "PORT ANSEL" in story.words(s)]
    assert story.statement("was there a storm").speaker != story.statement("no doubt of that").speaker


def test_greetings_and_thanks_are_not_told(told: Any) -> None:
    story = told(
        a="Pier shut\n\nANNA LIND, HOST: The pier at Merrow is shut. Paul Benning is there. Hi, Paul.\n\n"
        "PAUL BENNING: Good morning, and thanks, Anna.\n\nLIND: What do the dockers want?\n\n"
        "BENNING: They want a crane that holds. You're welcome.\n\nLIND: Thank you."
    )
    assert [story.words(each) for each in story.attributed.statements] == [
        "The pier at Merrow is shut.",
        "Paul Benning is there.",
        "What do the dockers want?",
        "They want a crane that holds.",
    ]


def test_what_a_turn_only_passes_on_is_told_once(told: Any) -> None:
    story = told(
        a="Pier shut\n\nANNA LIND, HOST: {s1:The mayor} {c1:says} {q1:the pier is shut for good}.\n\n"
        "PAUL BENNING: It closed at noon.\n\nLIND: What do the dockers want?"
    )
    shut = [each for each in story.attributed.statements if "shut for good" in story.words(each)]
    assert [(story.words(each), each.via) for each in shut] == [("the pier is shut for good", "ANNA LIND")]


def test_a_question_is_told_with_what_it_is_about(told: Any) -> None:
    story = told(
        a="Pier shut\n\nANNA LIND, HOST: The pier at Merrow is shut. Cracks were seen. What happened?\n\n"
        "PAUL BENNING: It did. A crane fell on it at noon.\n\nLIND: Now, I believe...\n\n"
        "BENNING: Nobody was hurt."
    )
    assert [story.words(each) for each in story.attributed.statements] == [
        "The pier at Merrow is shut.",
        "Cracks were seen. What happened?",
        "It did. A crane fell on it at noon.",
        "Nobody was hurt.",
    ]


def test_a_turn_that_passes_on_what_two_say_is_told_as_theirs(told: Any) -> None:
    story = told(
        a="Pier shut\n\nANNA LIND, HOST: {s1:The mayor} {c1:says} {q1:we will learn more tonight}, and "
        "{s2:the police} {c2:have told} people {q2:to stay at home}.\n\nPAUL BENNING: It closed at noon.\n\n"
        "LIND: What do the dockers want?"
    )
    assert not [each for each in story.attributed.statements if "The mayor says" in story.words(each)]
    assert story.name("learn more tonight") == "mayor"
