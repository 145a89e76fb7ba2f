"""Bodies by their own names, and which one "the company" or "it" is."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Market research firm Dalby", "Dalby"),
        ("The Sorland news agency TESSEL", "TESSEL"),
        ("The animal rights group Friends of the Quay", "Friends of the Quay"),
    ],
)
def test_a_body_has_the_name_behind_what_it_is(told: Any, source: str, name: str) -> None:
    story = told(a=f"{{s1:{source}}} {{c1:said}} {{q1:the pier was unsafe}}.")
    assert story.name("pier was unsafe") == name


def test_it_is_the_body_that_was_only_described(told: Any) -> None:
    story = told(
        a="{s1:The army} {c1:said} {q1:the road was open}. {s2:It} {c2:said} {q2:it would look into it}."
    )
    assert story.name("look into") == "army"


def test_the_opposition_is_no_agency_that_spoke_before(told: Any) -> None:
    story = told(
        a="{s1:The Harbour Agency} {c1:said} {q1:the quay was shut}. {s2:The opposition} {c2:said} "
        "{q2:nobody had been asked}."
    )
    assert story.name("nobody had been asked") == "opposition"


def test_the_company_is_not_the_newspaper_that_wrote_of_it(told: Any) -> None:
    story = told(
        a="{s1:Marlow Lines Ltd} {c1:said} {q1:the ship was sound}.\n\n{s2:The Orl Times} {c2:reported} "
        "{q2:that the hull had been patched}. {s3:The company} {c3:told} the newspaper {q3:it was routine}."
    )
    assert story.name("it was routine") == "Marlow Lines Ltd"


def test_an_agency_spokesman_does_not_speak_for_whom_he_told(told: Any) -> None:
    story = told(
        a="{s1:Harbour Wire Service} {c1:reported} {q1:that the quay was shut}. {s2:An agency spokesman} "
        "{c2:told} Harbour Wire Service {q2:that the gate had rusted}."
    )
    assert story.speaker("gate had rusted") != story.speaker("quay was shut")


def test_a_body_is_one_with_and_without_its_country(told: Any) -> None:
    story = told(
        a="{s1:The U.S. Fish and Harbour Service} {c1:said} {q1:the reef was closed}.",
        b="{s1:The United States Fish and Harbour Service} {c1:said} {q1:boats were banned}.",
    )
    assert story.speaker("reef was closed") == story.speaker("boats were banned")


def test_sons_of_whom_a_story_names_are_not_he(told: Any) -> None:
    story = told(
        a="{s1:Tobias Merrow} {c1:said} {q1:the hunt was off}.",
        b="{s1:Mr. Merrow} {c1:said} {q1:he would look at it}. Pictures of Mr. Merrow's two elder sons were "
        "shared. {s2:Tobias Merrow Jr.} {c2:said} {q2:he loved the hunt}.",
    )
    assert story.name("hunt was off") == story.name("look at it") == "Tobias Merrow"
    assert story.name("loved the hunt") == "Tobias Merrow Jr"


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("FWS", "the Fish and Wildlife Service"),
        ("HHS", "the Department of Health and Human Services"),
        ("DOT", "the Department of Transport"),
    ],
)
def test_the_letters_of_a_body_are_the_body(told: Any, letters: str, name: str) -> None:
    story = told(
        a=f"{{s1:{name[0].upper() + name[1:]}}} {{c1:said}} {{q1:the whale had died}}.",
        b=f"{{s1:The {letters}}} {{c1:said}} {{q1:it was sad}}.",
    )
    assert story.speaker("whale had died") == story.speaker("it was sad")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A new Gull Times poll of Union voters", "Gull Times"),
        ("Recent polls", "Recent polls"),
        ("A Gull Times survey", "Gull Times"),
    ],
)
def test_a_poll_is_told_by_whoever_asked(told: Any, source: str, name: str) -> None:
    story = told(a=f"{{s1:{source}}} {{c1:show}} {{q1:that four in ten are for the pier}}.")
    assert story.name("four in ten") == name


def test_a_name_with_a_hyphen_and_without_is_one(told: Any) -> None:
    story = told(
        a="{s1:The Harbour Guard Authority} {c1:reported} {q1:that the quay burned}.",
        b="{s1:The Harbour-Guard Authority} {c1:said} {q1:nobody was hurt}.",
    )
    assert story.speaker("quay burned") == story.speaker("nobody was hurt")


def test_the_company_is_no_place(told: Any) -> None:
    story = told(
        places=("Sorland",),
        a="{s1:Marlow Lines Ltd} {c1:said} {q1:the ship was sound}. {s2:Sorland} {c2:said} {q2:it would "
        "sue}. {s3:The company} {c3:said} {q3:it was routine}.",
    )
    assert story.name("it was routine") == "Marlow Lines Ltd"
