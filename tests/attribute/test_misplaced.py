"""Sources that were marked beside the words that name who speaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Attribute = Callable[..., Any]


@pytest.mark.parametrize("whom", ["him", "Hald"])
def test_whom_a_newspaper_quotes_as_saying_so_speaks(told: Attribute, whom: str) -> None:
    story = told(
        a="Thomas Hald leads the union. {q1:“It could fall tomorrow, and nobody looks,”} {s1:the newspaper} "
        f"{{c1:quoted}} {whom} as saying."
    )
    assert story.name("fall tomorrow") == "Thomas Hald"


def test_who_was_told_told_nothing(told: Attribute) -> None:
    story = told(
        a="{s1:Fellow coaches} {c1:were told} {q1:that the ground was not safe}. {s2:Ann Orlow} "
        "{c2:told} them "
        "{q2:that it was safe}."
    )
    assert story.speaker("not safe") is None
    assert story.name("it was safe") == "Ann Orlow"


def test_what_a_name_is_described_as_is_the_named_one(told: Attribute) -> None:
    story = told(
        a="Sorland's Orlow Marine and Space Corporation, {s1:the maker of the ferry}, on Wednesday "
        "{c1:confirmed} {q1:that the engine had failed}."
    )
    assert story.name("engine had failed") == "Sorland's Orlow Marine and Space Corporation"


def test_a_day_before_a_comma_is_not_who_speaks(told: Attribute) -> None:
    story = told(
        a="In Marlow, {s1:the mayor of the town}, {c1:said} {q1:that the pier was safe}. On Friday, "
        "{s2:the owner of the ferry}, {c2:said} {q2:that it was not}."
    )
    assert story.name("pier was safe") == "mayor of the town"
    assert story.name("it was not") == "owner of the ferry"


def test_a_place_does_not_speak_for_the_hospital_in_it(told: Attribute) -> None:
    story = told(a="St Ann's Hospital in {s1:Marlow} {c1:said} {q1:it was treating 20 people for burns}.")
    assert story.name("treating 20") == "St Ann's Hospital in Marlow"


def test_what_somebody_walked_to_says_nothing(told: Attribute) -> None:
    story = told(
        a="The mayor walked to {s1:the podium} to mourn, {c1:promised} {q1:that the town would help "
        "them all}."
    )
    assert story.speaker("town would help") is None


def test_the_subject_of_the_first_of_two_verbs_speaks_with_the_second(told: Attribute) -> None:
    story = told(
        a="For {s1:Brian Tollund}, it was an hour before the captain came back on the intercom and "
        "{c1:said}: {q1:“The bird is back.”}"
    )
    assert story.name("bird is back") == "captain"


def test_whom_another_heard_telling_speaks(told: Attribute) -> None:
    story = told(
        a="Ann Orlow was on board. {s1:She} {c1:recalled} {q1:the pilot telling the passengers: “If I "
        "hear any "
        "chirping, I will turn around.”}"
    )
    inner = next(s for s in story.attributed.statements if story.words(s).startswith("“If I hear"))
    names = {speaker.id: speaker.name for speaker in story.attributed.speakers}
    assert names[inner.speaker] == "pilot"
    assert inner.via == "Ann Orlow"


def test_the_statement_is_of_who_issued_it(told: Attribute) -> None:
    story = told(
        a="{q1:“Our walls are weak, and this is a warning,”} {s1:Mayor Ann Orlow} {c1:said} in a "
        "statement.\n\n"
        "{q2:“We cannot afford to wait any longer,”} {s2:the statement} {c2:continued}.",
        b="Tobias Merrow posted a note on Monday. {s1:The note} {c1:said} {q1:that the harbour would "
        "close}. He "
        "attacked a letter. {s2:The letter} {c2:said} {q2:that it would stay open}.",
    )
    assert story.name("cannot afford") == "Ann Orlow"
    assert story.name("harbour would close") == "Tobias Merrow"
    assert story.name("stay open") == "letter"


def test_a_quotation_goes_on_over_a_caption_and_quotations(told: Attribute) -> None:
    story = told(
        a="{q1:“We are very excited about this find,”} {c1:said} {s1:Ann Reyl}.\n\nThe reef as seen from the "
        "harbour (University of Marlow)\n\n{q2:“It lies a hundred metres down in the dark.”}\n\n{q3:“We "
        "can now "
        "draw it for the first time.”}\n\nThe reef was found in May.\n\nIt is long.\n\n{q4:“Nobody had "
        "seen it "
        "in all those years.”}"
    )
    assert story.name("hundred metres") == story.name("draw it") == "Ann Reyl"
    assert story.speaker("all those years") is None


def test_who_a_headline_describes_is_who_says_so_below(told: Attribute) -> None:
    story = told(
        a="{s1:Harbour Aide} {c1:Calls} {q1:Plan for the Pier ‘Reckless’}\n\n{s2:Susan Ellery}, who "
        "advises the "
        "mayor, {c2:said} {q2:that the plan was “reckless and destructive,” too}.",
        b="{s1:Police Union Chief} {c1:Says} {q1:Night Zone Is Bad for the Town}\n\n{s2:A police union "
        "boss} {c2:said} "
        "{q2:that the zone was a mistake}.\n\nThe comments by Thomas Hald came on Friday.",
    )
    assert story.name("Plan for the Pier") == "Susan Ellery"
    assert story.name("Night Zone") == story.name("zone was a mistake")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Three hours after {s1:Rusk} {c1:said} {q1:the road was open}, it shut.", "Rusk"),
        (
            "{s1:A woman who has run} a stall for years {c1:said} {q1:the road was open}.",
            "A woman who has run a stall for years",
        ),
        ("{s1:The pier crew at the} time {c1:said} {q1:the road was open}.", "pier crew"),
        (
            "The Gull quoted a former pilot, Colin Veitch, as {c1:saying} {q1:the road was open}.",
            "Colin Veitch",
        ),
        ("{s1:The union} met as ministers were {c1:accused} {q1:of leaving the road open}.", None),
    ],
)
def test_a_source_is_who_says_it_and_no_more(told: Any, text: str, name: str | None) -> None:
    story = told(a=text)
    open_road = [s for s in story.attributed.statements if "road" in story.words(s)]
    if name is None:
        assert all(s.speaker is None for s in open_road)
    else:
        assert story.name("road was open") == name


def test_whom_an_outlet_quotes_is_who_says_it_and_told_once(told: Any) -> None:
    story = told(
        a="{s1:{s2:The Gull}} also {c1:quoted} {q1:a former pilot, Colin Veitch, as} {c2:saying} "
        "{q2:the road was open}."
    )
    assert [story.words(each) for each in story.attributed.statements] == ["the road was open"]
    assert story.name("road was open") == "Colin Veitch"
