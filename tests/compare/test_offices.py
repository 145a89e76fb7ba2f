"""Offices of one person that do not agree, and those that do."""

from __future__ import annotations

import pytest

from tellings.compare import compare

TORVALD = "The rescue on the Kessel bar took four hours and cost nine boats, the harbour board said."


def persons(told):
    return [[side.value for side in c.sides] for c in told.conflicts if c.kind == "person"]


AT_ODDS = [
    (
        "Harbour Trust CEO Mila Torvald called in March for armed guards on every pier.",
        "Mila Torvald, the trust's executive director, announced a plan to guard the piers.",
        ["CEO", "executive director"],
    ),
    (
        "The council race has drawn Ana Brill and former KSF shipping executive Mila Torvald.",
        "Torvald, the CEO of Kessel Southern Freight, is one of six who want the seat.",
        ["former KSF shipping executive", "CEO"],
    ),
    (
        "Oskar Lindqvist, a senator from Merrow, asked the harbour board for its books.",
        "The books were asked for by Congressman Oskar Lindqvist on Monday.",
        ["senator", "Congressman"],
    ),
    (
        "The find was made by Oskar Lindqvist, professor of marine biology at Merrow.",
        "It was made by Oskar Lindqvist, an assistant professor of marine biology at Merrow.",
        ["professor", "assistant professor"],
    ),
    (
        "Nobody was to blame for the open lock, Merrow aquarium director Mila Torvald told the board.",
        "Merrow aquarium president Mila Torvald told the board that nobody was to blame.",
        ["director", "president"],
    ),
    (
        "The books were asked for by Oskar Lindqvist, the special counsel.",
        "Special prosecutor Oskar Lindqvist asked the harbour board for its books.",
        ["special counsel", "Special prosecutor"],
    ),
]


@pytest.mark.parametrize(("one", "other", "values"), AT_ODDS)
def test_two_offices_that_one_person_cannot_hold_are_a_conflict(story, one, other, values):
    assert persons(compare(story(f"{one}\n{TORVALD}", f"{other}\n{TORVALD}"))) == [values]


AT_ONE = [
    (  # one may be both
        "Harbour Trust CEO Mila Torvald called in March for armed guards on every pier.",
        "Mila Torvald, the trust's chairman, announced a plan to guard the piers.",
    ),
    (  # an article gives both
        "Mila Torvald, executive director of the trust, said so. Trust CEO Mila Torvald spoke in March.",
        "Trust CEO Mila Torvald called in March for armed guards on every pier.",
    ),
    (  # two bodies
        "Lakeside Mills CEO Mila Torvald called in March for armed guards on every pier.",
        "Mila Torvald, executive director of the Harbour Trust, announced a plan to guard the piers.",
    ),
    (  # two bodies of one sort
        "Mila Torvald, chief executive of the Kessel Port Authority, called for armed guards.",
        "Mila Torvald, vice president of the national ports federation, called for armed guards.",
    ),
    (  # a calling before an office
        "Torvald, a former Merrow dentist, called for armed guards on every pier.",
        "Mila Torvald, the Merrow dentist who became mayor, called for armed guards on every pier.",
    ),
    (  # another time
        "Torvald, who was managing director of the trust in 2011, called for guards on every pier.",
        "Harbour Trust CEO Mila Torvald announced a plan to guard the piers.",
    ),
    (  # two people of one surname
        "Harbour Trust CEO Mila Torvald called in March for armed guards on every pier.",
        "Jonas Torvald, the trust's executive director, announced a plan to guard the piers.",
    ),
    (  # a form of address
        "Professor Oskar Lindqvist found the eel in the mud of the Kessel harbour.",
        "It was found by Oskar Lindqvist, an assistant professor of marine biology at Merrow.",
    ),
    (  # a president and a director of two things
        "The prize was handed over by director Oskar Lindqvist at the Kessel film week.",
        "Jury president Oskar Lindqvist handed over the prize at the Kessel film week.",
    ),
    (  # a short form of the same rank
        "Lt. Col. Oskar Lindqvist said that the bridge was held by his men.",
        "Col. Oskar Lindqvist said that the bridge was held by his men.",
    ),
]


@pytest.mark.parametrize(("one", "other"), AT_ONE)
def test_offices_that_agree_are_no_conflict(story, one, other):
    lines = one.replace(" Trust CEO", "\nTrust CEO") if one.count("Torvald") > 1 else one
    assert persons(compare(story(f"{lines}\n{TORVALD}", f"{other}\n{TORVALD}"))) == []
