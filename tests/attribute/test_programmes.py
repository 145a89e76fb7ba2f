"""Titles in quotation marks are no statements."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "marked",
    [
        "{q1:“The pier will hold,”} {s1:Ilse Torvald} {c1:said} on the program {q1:“State of the Coast.”}",
        "{q1:“The pier will hold,”} {s1:Ilse Torvald} {c1:said} on {q1:“On the Quay With Anna Lind.”}",
        "{q1:“The pier will hold,”} {s1:Torvald} {c1:said} on Gull News' {q1:“On the Coast With Anna Lind.”}",
        "{s1:Ilse Torvald} {c1:said} on {q1:“Harbour Sunday” that the pier will hold}.",
        "{s1:Ilse Torvald} {c1:said} {q1:the pier will hold}. {s2:She} {c2:was} on MBN's {q2:“Our Sea.”}",
    ],
)
def test_the_title_of_a_programme_is_not_said(told: Any, marked: str) -> None:
    story = told(a=f"The harbour stayed shut. {marked}")
    (statement,) = story.attributed.statements
    assert "pier will hold" in story.words(statement)
    assert not any(title in story.words(statement) for title in ("Coast", "Quay", "Sunday", "Our"))


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:Ilse Torvald} {c1:wrote}: {q1:“God Save Merrow.”}",
        "{s1:Ilse Torvald} {c1:called on} {q1:“Old Merrow” dockers to act}.",
        "{s1:Ilse Torvald} {c1:insisted on} {q1:“a pier that holds.”}",
    ],
)
def test_words_that_are_said_stay_whatever_their_capitals(told: Any, marked: str) -> None:
    story = told(a=f"The harbour stayed shut. {marked}")
    (statement,) = story.attributed.statements
    assert "“" in story.words(statement)
