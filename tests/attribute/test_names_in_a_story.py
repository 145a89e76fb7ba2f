"""Names of people, as all articles of a story let them be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Attribute = Callable[..., Any]


def test_an_initial_that_is_a_word_belongs_to_the_name(told: Attribute) -> None:
    story = told(
        a="The letter was sent by the mayor's attorney, Gregory A. Lenz, on Monday. {s1:Lenz} {c1:said} "
        "{q1:the charge was old}."
    )
    assert story.name("charge was old") == "Gregory A. Lenz"


def test_a_bare_surname_is_not_that_of_a_relative_called_by_her_given_name(told: Attribute) -> None:
    story = told(
        a="Rep. Duncan Orlow and his wife, Margaret Orlow, were charged. Margaret kept the books. Friends of "
        "Duncan Orlow were silent. {s1:Orlow} {c1:said} {q1:the charge was false}."
    )
    assert story.name("charge was false") == "Duncan Orlow"


def test_an_occupation_before_a_name_is_no_part_of_it(told: Attribute) -> None:
    story = told(
        people=("Singer Velda", "Velda"),
        a="{s1:Velda} {c1:said} {q1:that all should be calm}. The singer was on tour.",
        b="FILE - In this photo, Singer Velda poses in Marlow. {s1:Actor Tom Wendel} {c1:said} {q1:he "
        "was sad}.",
    )
    assert story.name("should be calm") == "Velda"
    assert story.speaker("should be calm").kind == "person"
    assert story.name("he was sad") == "Tom Wendel"


def test_a_given_name_that_is_an_occupation_stays(told: Attribute) -> None:
    story = told(people=("Hunter Wendel",), a="{s1:Hunter Wendel} {c1:said} {q1:he was sad}.")
    assert story.name("he was sad") == "Hunter Wendel"


def test_the_capitals_of_a_headline_make_no_name(told: Attribute) -> None:
    story = told(
        people=("Slams NYE", "Rainer Hald"),
        a="{s1:Union Chief} {c1:Slams} {q1:NYE Safe Zone for Women}\n\nRainer Hald leads the union. "
        "{s2:Hald} {c2:said} {q2:the zone was a mistake}.",
    )
    assert "Slams" not in story.name("Safe Zone")
    assert story.name("zone was a mistake") == "Rainer Hald"


def test_a_surname_in_a_headline_is_found_among_its_capitals(told: Attribute) -> None:
    story = told(
        people=("Orlow Expresses Outrage",),
        a="After Fire, {s1:Orlow} {c1:Expresses} {q1:Outrage and a Familiar Lament}\n\nPresident Aurel Orlow "
        "spoke at noon.",
    )
    assert story.name("Outrage and") == "Aurel Orlow"


def test_a_word_that_stands_for_a_place_is_nobodys_only_name(told: Attribute) -> None:
    story = told(
        people=("Brackwell",),
        a="A man from Brackwell was held. {s1:The driver, 42, from Brackwell,} {c1:said} {q1:he blacked "
        "out}.",
        b="A driver from Brackwell was held.",
    )
    assert story.name("he blacked out") != "Brackwell"


def test_pronouns_show_the_gender_that_a_name_does_not(told: Attribute) -> None:
    story = told(
        people=("Velda Orm", "Kadri Tamm"),
        a="Velda Orm mourned the loss of her cousin, Kadri Tamm. Orm put up a clip of herself and a "
        "friend.\n\n"
        "Orm was born in Marlow. In the clip {s1:he} {c1:said}: {q1:“It is nice to wake up here.”}",
    )
    assert story.name("nice to wake") == "Kadri Tamm"


def test_kinship_shows_a_gender(told: Attribute) -> None:
    story = told(
        a="Rich Dorn fell on stage. His wife, Kris Dorn, was told that he was brain dead.\n\nRich Dorn "
        "lay in "
        "bed. {s1:She} {c1:said} {q1:“I prayed for him.”}"
    )
    assert story.name("prayed") == "Kris Dorn"


def test_her_party_has_a_name_without_her(told: Attribute) -> None:
    story = told(a="Chancellor Angela Holm is ill. {s1:Her Christian Alliance} {c1:said} {q1:it would wait}.")
    assert story.name("it would wait") == "Christian Alliance"


def test_what_is_done_to_somebody_is_no_given_name(told: Attribute) -> None:
    story = told(
        people=("Moving Harro", "Harro"),
        a="Zoo director Tobias Merrow spoke of Harro, the bear. Harro was seven.\n\n{q1:Moving Harro would "
        "have taken hours}, {s1:he} {c1:said}.",
    )
    assert story.name("taken hours") == "Tobias Merrow"
    assert not any("Moving" in person.name for person in story.attributed.speakers)


def test_a_given_name_that_ends_like_a_verb_stays(told: Attribute) -> None:
    story = told(
        people=("Fleming Wendel",),
        a="{s1:Fleming Wendel} {c1:said} {q1:he was sad}. The mayor knew Fleming Wendel. Wendel left.",
    )
    assert story.name("he was sad") == "Fleming Wendel"
