"""Clauses that their speakers interrupt."""

from __future__ import annotations

import pytest

from tellings.read.interrupting import with_interrupted

from .attributed import Found, told_behind


def _told(text: str, *found: Found) -> list[Found]:
    return told_behind(with_interrupted, text, found)


@pytest.mark.parametrize(
    ("source", "cue"),
    [("he", "said"), ("the harbour police", "said"), ("Ann Orlow of the port", "told the council")],
)
def test_what_stands_on_both_sides_of_a_speaker_is_one_content(source: str, cue: str) -> None:
    told = _told(f"The old pier in Marlow, {source} {cue}, would be closed on Monday.")
    assert told == [
        (source, cue.split()[0], ("The old pier in Marlow", "would be closed on Monday")),
    ]


def test_a_part_that_the_network_gave_to_the_sentence_before_comes_back() -> None:
    text = "“We are ready,” Orlow said.\n\nThe real danger, she said, is the ice upstream."
    told = _told(
        text,
        ("Orlow", "said", ("“We are ready,” Orlow said.\n\nThe real danger",)),
        ("she", "said, is", ("is the ice upstream",)),
    )
    assert told[1] == ("she", "said, is", ("The real danger", "is the ice upstream"))
    assert told[0][2] == ("“We are ready,” Orlow said.\n\n",)


def test_who_stands_last_may_be_explained_before_the_clause_goes_on() -> None:
    told = _told("The repairs, said Ann Orlow, the harbour mistress, will take a year.")
    assert told == [("Ann Orlow", "said", ("The repairs", "will take a year"))]


@pytest.mark.parametrize(
    "text",
    [
        "The repairs will take a year, said Ann Orlow, the harbour mistress of Marlow.",
        "In a letter, the mayor said, “We will not pay.”",
        "The repairs will take a year, the mayor said, adding that the port would pay.",
        "“The repairs, she said, are done,” the mayor recalled.",
        "The mayor, who said nothing, left the hall.",
        "Moments later, she added, a bit sadly: “I am sorry for all of us.”",
        "In two letters, the minister told two critics, Lund and Hale, that the port was safe.",
    ],
)
def test_what_is_no_clause_around_a_speaker_is_left_alone(text: str) -> None:
    assert _told(text) == []


def test_a_quotation_goes_on_behind_a_verb_before_the_speaker() -> None:
    told = _told("The plan is, the mayor said, “a mess and a disgrace.”")
    assert told == [("the mayor", "said", ("The plan is", "“a mess and a disgrace.”"))]


def test_a_quotation_that_begins_with_its_verb_goes_on_with_the_clause() -> None:
    told = _told("All that was found, the mayor said, “is kept under lock and key.”")
    assert told == [("the mayor", "said", ("All that was found", "“is kept under lock and key.”"))]


def test_somebody_else_quoting_it_keeps_the_words() -> None:
    text = "The fitter wrote that the pier, she said, was safe."
    assert _told(text, ("The fitter", "wrote", ("the pier, she said, was safe",))) == [
        ("The fitter", "wrote", ("the pier, she said, was safe",))
    ]


def test_what_an_outlet_passes_on_is_its_speakers_words_too() -> None:
    told = _told("Orlow, the Gull reported, said the pier had leaked for years.")
    assert told == [
        ("the Gull", "reported", ("Orlow", "said the pier had leaked for years")),
        ("Orlow", "said", ("the pier had leaked for years",)),
    ]
