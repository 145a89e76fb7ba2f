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


@pytest.mark.parametrize(
    "marked",
    [
        "On Friday {s2:she} {c2:released} {q2:“Nine Days of Rain,”} her weakest album.",
        "The songs of the evening {c2:included} {q2:“Salt & Rope.”}",
        "The band {c2:began} with {q2:“Harbour.”}",
    ],
)
def test_a_title_that_no_verb_of_saying_leads_to_is_not_said(told: Any, marked: str) -> None:
    story = told(a="{s1:Ilse Torvald} {c1:said} {q1:the pier will hold}. " + marked)
    (statement,) = story.attributed.statements
    assert "pier will hold" in story.words(statement)


def test_a_slogan_that_is_shouted_is_said(told: Any) -> None:
    story = told(a="{s1:Dockers} {c1:shouted} {q1:“Keep Marlow Open”} until dawn.")
    assert story.name("Keep Marlow Open") is not None
