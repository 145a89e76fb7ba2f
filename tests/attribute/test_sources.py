"""What a reader paired badly is mended from the words that stand there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Attribute = Callable[..., Any]


def test_a_source_that_was_missed_is_the_subject_of_its_cue(told: Attribute) -> None:
    story = told(
        a="Harbour master Ann Orlow {c1:said} {q1:the pier is closed}.\n\n{q2:“It leaks,”} "
        "{c2:said} Paul Benning. "
        "{q3:“Badly,”} he later {c3:added}. {c4:According to} the Marlow Harbour Police, {q4:nobody "
        "is missing}.",
    )
    assert story.name("pier is closed") == "Ann Orlow"
    assert story.name("It leaks") == story.name("Badly") == "Paul Benning"
    assert story.name("nobody is missing") == "Marlow Harbour Police"


def test_a_source_cut_short_is_the_whole_phrase_again(told: Attribute) -> None:
    story = told(
        a="{s1:The} carpet fitter {c1:said} {q1:it rained}. Tom {s2:Park}, 31, {c2:said} {q2:it poured}."
    )
    statement = story.statement("it rained")
    assert [span.words_in(story.texts["a"]) for span in statement.source] == ["The carpet fitter"]
    assert story.name("poured") == "Tom Park"


def test_a_source_of_another_sentence_gives_way_to_the_subject(told: Attribute) -> None:
    story = told(
        a="{s1:The Evening Gull} reported a storm.\n\nAnn Orlow {c1:said} {q1:the pier is closed}.",
    )
    assert story.name("pier is closed") == "Ann Orlow"


def test_a_source_in_the_cues_sentence_is_kept(told: Attribute) -> None:
    story = told(
        a="{s1:The Evening Gull}, whose reporter met Ann Orlow, {c1:said} {q1:the pier is closed}.",
    )
    assert story.name("pier is closed") == "Evening Gull"


def test_words_far_from_their_cue_go_to_the_cue_beside_them(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:said} {q1:the pier is closed}.\n\nThe day was long and the rain kept on.\n\n"
        "{s2:Paul Benning} {c2:said} {q2:it leaks}. {q1:“Nobody repaired it for years.”}",
    )
    assert story.name("Nobody repaired") == "Paul Benning"


def test_a_description_leads_to_the_name_set_off_behind_it(told: Attribute) -> None:
    story = told(
        a="{s1:Sorland's president}, Otto Kranz, {c1:said} {q1:taxes will fall}. "
        "Norwegian President Ida Holm left. {s2:Norway's president} {c2:said} {q2:hers will not}.",
    )
    assert story.name("taxes will fall") == "Otto Kranz"
    assert story.name("hers will not") == "Ida Holm"
