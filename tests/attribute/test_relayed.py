"""Quotations that another passed on: whose they are, and through whom they came."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "marked",
    [
        "{q1:“The pier will hold,”} Ilse Torvald said, {c1:according to} {s1:the Merrow Gull}.",
        "{q1:“The pier will hold,” Ilse Torvald said in March}, {c1:according to} {s1:the Merrow Gull}.",
        "{q1:“The pier will hold,”} Ilse Torvald {c1:said}, according to {s1:the Merrow Gull}.",
        "{q1:“The pier will hold,”} {c1:said} {s1:Ilse Torvald}, according to the Merrow Gull.",
        "“Yes. {q1:The pier will hold,”} Ilse Torvald told them, {c1:according to} {s1:the Merrow Gull}.",
    ],
)
def test_who_said_it_is_not_who_passed_it_on(told: Any, marked: str) -> None:
    story = told(a=f"The harbour stayed shut. {marked}")
    statement = story.statement("pier will hold")
    assert (story.name("pier will hold"), statement.via) == ("Ilse Torvald", "Merrow Gull")
    assert story.words(statement).endswith("The pier will hold,”")


def test_what_the_quotation_goes_on_with_is_its_speakers_too(told: Any) -> None:
    story = told(
        a="“The pier will hold,” Ilse Torvald said, {c1:according to} {s1:minutes of the board}. {q1:“I "
        "built it myself.”}"
    )
    assert story.name("I built it") == "Ilse Torvald"


def test_who_is_cited_without_another_speaker_said_it(told: Any) -> None:
    story = told(a="{q1:“The pier will hold,”} {c1:according to} {s1:the Merrow Gull}.")
    assert story.name("pier will hold") == "Merrow Gull"
    assert story.statement("pier will hold").via is None


def test_according_to_elsewhere_in_the_sentence_passes_nothing_on(told: Any) -> None:
    story = told(
        a="While {s1:Ilse Torvald} {c1:said} {q1:the pier would hold}, she was surprised by the storm of "
        "last week, in which, according to the coast guard, two boats sank."
    )
    assert story.statement("pier would hold").via is None
