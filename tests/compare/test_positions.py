"""What some affirm and others deny: forms of one verb, passives, reversals, and the words shown."""

from __future__ import annotations

import pytest

from tellings.compare import compare
from tellings.compare.words import root_of


def turned(told):
    return [(c.nature, [side.value for side in c.sides]) for c in told.conflicts if c.kind == "position"]


@pytest.mark.parametrize(
    "forms",
    [
        "ask asks asked asking",
        "step stepped stepping",
        "ban bans banned",
        "deny denies denied denying",
        "die died dies",
        "use used using",
        "sell sold sells",
        "send sent sending",
        "withdraw withdrew withdrawn withdraws",
        "kill killed killing",
        "pass passes passed",
    ],
)
def test_the_forms_of_a_verb_have_one_root(forms):
    assert len({root_of(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "Velmark will not send patrol ships to the Orl islands.",
            "Velmark sent patrol ships to the Orl islands.",
            ["will not send patrol ships to the Orl islands", "sent patrol ships to the Orl islands"],
        ),
        (
            "Orlow Racing will not sell its lead rider to Kessel Wheels.",
            "Orlow Racing sold its lead rider to Kessel Wheels.",
            ["will not sell its lead rider to Kessel Wheels", "sold its lead rider to Kessel Wheels"],
        ),
        (
            "Brel said he would not withdraw the fuel tax.",
            "Brel withdrew the fuel tax.",
            ["would not withdraw the fuel tax", "withdrew the fuel tax"],
        ),
        (
            "Chairwoman Voss said no brewery would be closed.",
            "Chairwoman Voss will close a brewery.",
            ["no brewery would be closed", "will close a brewery"],
        ),
        (
            "The bus driver Anton Brel has not been arrested.",
            "Police arrested the bus driver Anton Brel.",
            ["has not been arrested", "arrested the bus driver Anton Brel"],
        ),
        (
            "Police arrested the bus driver Anton Brel.",
            "Police released the bus driver Anton Brel.",
            ["arrested the bus driver Anton Brel", "released the bus driver Anton Brel"],
        ),
        (
            "Police arrested the bus driver, Anton Brel.",
            "The bus driver, Anton Brel, was released on bail.",
            ["arrested the bus driver, Anton Brel", "was released on bail"],
        ),
        (
            "The Kessel council removed the harbour director Mira Orl.",
            "The Kessel council reinstated the harbour director Mira Orl.",
            ["removed the harbour director Mira Orl", "reinstated the harbour director Mira Orl"],
        ),
    ],
)
def test_what_is_turned_round_later_is_an_update_in_the_articles_words(story, account, before, after, shown):
    told = compare(story(account(before, published="2031-05-05"), account(after, published="2031-05-12")))
    assert turned(told) == [("update", shown)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Mika Dorn will not ride for Orlow Racing after failing a drug test.",
            "Mika Dorn will not ride for Orlow Racing after he failed a drug test.",
        ),
        (
            "The gunman did not kill 30 people at the Kessel market.",
            "The gunman killed ten people at the Kessel market.",
        ),
        (
            "Not paying the Kessel ferry crews would have been a scandal.",
            "Orlow Shipping paid the Kessel ferry crews.",
        ),
        (
            "The minister warned Velmark against allowing foreign patrol boats.",
            "Velmark will not allow foreign patrol boats.",
        ),
        (
            "The mayor of Velmark opposed the harbour measure.",
            "Kessel voters approved the harbour measure.",
        ),
        (
            "Officials said these dockers were not hurt at the Kessel pier.",
            "Nine dockers were hurt at the Kessel pier.",
        ),
        (
            "Brel offered to reopen the Kessel ferry line.",
            "The company closed the Kessel ferry line.",
        ),
    ],
)
def test_what_is_not_turned_round_is_no_conflict(story, account, one, other):
    told = compare(story(account(one, published="2031-05-05"), account(other, published="2031-05-12")))
    assert turned(told) == []
