"""People who share a surname, and those who are named only to say whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Attribute = Callable[..., Any]


def _by_words(story: Any, *words: str) -> list[str]:
    return [story.speaker(said).name for said in words]


def test_a_title_tells_two_people_of_one_surname_apart(told: Attribute) -> None:
    story = told(
        a="{s1:General Aurel Dima} {c1:said} {q1:the pass was closed}. His cousin, {s2:ambassador "
        "Mihai Dima}, "
        "{c2:said} {q2:it was open}. {s3:General Dima} {c3:said} {q3:snow had fallen}. {s4:Ambassador Dima} "
        "{c4:said} {q4:it had not}."
    )
    names = _by_words(story, "pass was closed", "snow had fallen", "it was open", "it had not")
    assert names == ["Aurel Dima", "Aurel Dima", "Mihai Dima", "Mihai Dima"]


def test_a_known_gender_is_preferred_to_an_unknown_one(told: Attribute) -> None:
    story = told(
        a="{s1:Chairwoman Greta Holmer} {c1:said} {q1:the line was safe}. {s2:Transport minister "
        "Jens Holmer}, "
        "her brother, {c2:said} {q2:it was not}. {s3:Ms Holmer} {c3:said} {q3:he was wrong}."
    )
    assert story.speaker("he was wrong") == story.speaker("line was safe")


def test_a_bare_surname_is_of_the_one_who_is_never_given_a_title(told: Attribute) -> None:
    story = told(
        a="{s1:Tomas Reyl} {c1:said} {q1:he was innocent}. His lawyer, {s2:Petra Reyl}, {c2:said} "
        "{q2:the trial was unfair}. {s3:Ms Reyl} {c3:said} {q3:the court had erred}. {s4:Reyl} {c4:said} "
        "{q4:he would appeal}."
    )
    assert story.speaker("he would appeal") == story.speaker("he was innocent")
    assert story.speaker("court had erred") == story.speaker("trial was unfair")


def test_the_son_does_not_swallow_the_father(told: Attribute) -> None:
    story = told(
        a="{s1:President Donald Trell} {c1:said} {q1:the fair was great}. One picture showed Donald "
        "Trell Jr. there. "
        "{s2:Trell} {c2:said} {q2:he liked it}. {s3:Donald Trell Jr.} {c3:said} {q3:nothing was wrong}.",
        b="{s4:Donald Trell Jr.} {c4:said} {q4:nothing was wrong}.",
    )
    assert _by_words(story, "fair was great", "he liked it") == ["Donald Trell", "Donald Trell"]
    assert story.speaker("nothing was wrong").name == "Donald Trell Jr"


def test_a_spokesman_for_the_minister_lends_her_no_role(told: Attribute) -> None:
    story = told(
        a="{s1:A spokesman for Justice Minister Karin Voss} {c1:said} {q1:the bill was sound}. "
        "{s2:Voss} {c2:said} "
        "{q2:a vote would come}. {s3:The minister's spokesman} {c3:added} {q3:that it was late}."
    )
    assert story.speaker("a vote would come").role == "Justice Minister"
    assert story.speaker("it was late") == story.speaker("bill was sound")
    assert story.speaker("bill was sound") != story.speaker("a vote would come")


def test_the_wife_of_the_president_is_not_the_president(told: Attribute) -> None:
    story = told(
        a="{s1:The wife of President Tom Hale} {c1:said} {q1:he was ill}. {s2:Hale} {c2:said} {q2:he "
        "was well}."
    )
    assert story.speaker("he was well").name == "Tom Hale"
    assert story.speaker("he was well").role == "President"
    assert story.speaker("he was ill") != story.speaker("he was well")


def test_a_role_before_a_comma_is_read_whole(told: Attribute) -> None:
    story = told(
        a="{s1:The foreign minister, Elena Stoica}, {c1:said} {q1:talks had begun}. {s2:The head of "
        "the harbour "
        "council, Ann Dale}, {c2:said} {q2:they had not}. His {s3:campaign manager, Viktor Lund}, {c3:said} "
        "{q3:nothing would come of it}."
    )
    assert story.speaker("talks had begun").role == "foreign minister"
    assert story.speaker("they had not").role == "head of the harbour council"
    assert story.speaker("nothing would").role == "campaign manager"


def test_an_initial_goes_on_in_a_surname(told: Attribute) -> None:
    story = told(
        a="{s1:Vice President Joseph R. Merrow Jr.} {c1:said} {q1:the bridge would hold}. "
        "{s2:Merrow} {c2:said} "
        "{q2:it was new}."
    )
    assert story.speaker("bridge would hold").kind == "person"
    assert story.speaker("bridge would hold") == story.speaker("it was new")


def test_a_party_of_hers_is_no_role_of_the_prime_minister(told: Attribute) -> None:
    story = told(
        a="The Centre Party of Prime Minister Kaja Lind won. {s1:Lind} {c1:said} {q1:it was over}. "
        "{s2:Workers' Alliance leader Tomas Brandt} {c2:said} {q2:it was not}."
    )
    assert story.speaker("it was over").role == "Prime Minister"
    assert story.speaker("it was not").role == "Workers' Alliance leader"
