"""How somebody took something, told in the passive, with a noun or with a phrase."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "On Monday, the new fee has been widely condemned by Merrow fishermen.",
            "Merrow fishermen",
            "the new fee has been widely condemned by Merrow fishermen",
        ),
        (
            "The toll was denounced by Orl, the Velm union, and the harbour league, which wants it gone.",
            "Orl",
            "The toll was denounced by Orl, the Velm union, and the harbour league",
        ),
        (
            "Her remark drew sharp criticism from ferry owners for its tone, and rain fell all night.",
            "ferry owners",
            "Her remark drew sharp criticism from ferry owners for its tone",
        ),
        (
            "Mayor Ilse Torvald played down a report on the state of the pier, which closed in May.",
            "Mayor Ilse Torvald",
            "a report on the state of the pier",
        ),
        ("The harbour council took issue with the fee.", "The harbour council", "took issue with the fee"),
        ("Paul Benning has called for a wider quay.", "Paul Benning", "has called for a wider quay"),
    ],
)
def test_a_reaction_without_a_content_of_its_own_is_told(
    told: Any, text: str, source: str, words: str
) -> None:
    story = told(a=text)
    (statement,) = story.attributed.statements
    assert story.words(statement) == words
    assert statement.source[0].words_in(story.texts["a"]) == source
    assert statement.form == "indirect"


def test_who_a_thing_was_condemned_by_is_who_speaks(told: Any) -> None:
    story = told(
        a="{s1:The mayor} {c1:initially took criticism from} dockers {q1:for closing the pier at night}."
    )
    (statement,) = story.attributed.statements
    assert statement.source[0].words_in(story.texts["a"]) == "dockers"


@pytest.mark.parametrize(
    "text",
    [
        "The wreck was found by Ilse Torvald off the northern pier.",
        "The Lady Merrow had called for help three miles off the pier.",
        "The captain drew a map from memory for the council.",
        "“It was condemned by Ilse Torvald,” the sign on the quay read for years.",
        "Rain and wind took the roof from harbour workers at night.",
    ],
)
def test_what_somebody_does_is_no_reaction(told: Any, text: str) -> None:
    assert not [each for each in told(a=text).attributed.statements if each.form == "indirect"]


def test_a_reaction_that_somebody_tells_of_is_what_he_said(told: Any) -> None:
    story = told(a="{s1:Ilse Torvald} {c1:said} {q1:the fee had been condemned by Merrow fishermen}.")
    assert [story.words(each) for each in story.attributed.statements] == [
        "the fee had been condemned by Merrow fishermen"
    ]


def test_both_who_react_to_one_thing_are_told_whole_and_apart(told: Any) -> None:
    story = told(
        a="MARLOW (Gull) - A plan to shut the quay was condemned by dockers and drew anger from both traders "
        "and fishermen."
    )
    said = story.attributed.statements
    names = {speaker.id: speaker.name for speaker in story.attributed.speakers}
    assert {names[each.speaker] for each in said} == {"dockers", "both traders and fishermen"}
    assert all(story.words(each).startswith("A plan") and each.via != "dockers" for each in said)
