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


def test_unmarked_words_of_another_paragraph_are_not_told(told: Any) -> None:
    story = told(
        a="Storm at Merrow\n\n{s1:Port police} {c1:have confirmed} {q1:a crane fell on the quay}\n\n"
        "{q1:The ferry lay in the harbour on Friday}"
    )
    assert contents(story) == ["a crane fell on the quay"]


def test_a_lead_that_its_headline_was_taken_for_the_cue_of_goes_to_its_own_source(told: Any) -> None:
    story = told(
        a="Crew asked for a tug, {s1:officer} {c1:says}\n\n{q1:The crew asked the port for a tug at noon}, a "
        "port officer has said, a day after the wreck."
    )
    statement = story.statement("tug at noon")
    assert [span.words_in(story.texts["a"]) for span in statement.source] == ["a port officer"]


def test_unmarked_words_that_a_colon_leads_to_are_told(told: Any) -> None:
    story = told(
        a="{s1:The Merrow Gull} {c1:reported}:\n\n{q1:The crews feel that the pier is gone for good}."
    )
    assert contents(story) == ["The crews feel that the pier is gone for good"]


def test_a_subheading_goes_on_in_what_its_headline_says(told: Any) -> None:
    story = told(
        a="{s1:Orl} {c1:says} {q1:crews will stay}\n\n{q1:Port gets a promise that nobody will sail}\n\n"
        "The harbour was quiet on Friday."
    )
    assert contents(story) == ["crews will stay", "Port gets a promise that nobody will sail"]


def test_what_a_speaker_adds_in_the_same_breath_is_a_statement_of_its_own(told: Any) -> None:
    story = told(
        a="{s1:The Merrow union} {c1:condemned} {q1:the new fee for ferries, adding that it was unlawful}."
    )
    assert contents(story) == ["the new fee for ferries", "that it was unlawful"]
    assert {s.speaker for s in story.attributed.statements} == {story.statement("unlawful").speaker}


def test_what_others_add_within_a_clause_stays_in_it(told: Any) -> None:
    text = "{s1:Torvald} {c1:said} {q1:the union condemned the fee, adding that it was unlawful}."
    assert contents(told(a=text)) == ["the union condemned the fee, adding that it was unlawful"]
