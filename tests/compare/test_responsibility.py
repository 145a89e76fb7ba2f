"""Who says that an attack was theirs, and who sees no sign of it."""

from __future__ import annotations

import pytest

from tellings.compare import compare

OTHER = "The ferry Ostrava left the islands at noon.\nCod was dear at the market of Kessel."
CLAIM = "The Red Hand claimed responsibility for the bombing of the Merrow station."


def reasons(told):
    return [(c.kind, c.nature) for c in told.conflicts if "attack was theirs" in c.reason]


def two(story, account, first, second):
    return compare(
        story(
            account(f"{first}\n{OTHER}", published="2031-05-04"),
            account(f"{second}\n{OTHER}", published="2031-05-05"),
        )
    )


@pytest.mark.parametrize(
    "against",
    [
        "Police found no evidence that the bomber had ties to any militant group.",
        "The sheriff of Merrow described the bomber as a lone wolf.",
        "The bomber had no known links to terrorism, a spokesman of the ministry said.",
    ],
)
def test_a_group_that_claims_the_attack_and_no_link_to_one_are_a_conflict(story, account, against):
    assert reasons(two(story, account, against, CLAIM)) == [("position", "contradiction")]


def test_an_attack_that_nobody_claimed_at_first_and_somebody_did_later_is_an_update(story, account):
    nobody = "No group has claimed responsibility for the bombing of the Merrow station."
    assert reasons(two(story, account, nobody, CLAIM)) == [("other", "update")]
    assert reasons(two(story, account, CLAIM, nobody)) == []


@pytest.mark.parametrize(
    "claim",
    [
        "The Red Hand, which claimed responsibility for attacks in Kessel, is banned in Merrow.",  # others
        "The Red Hand may claim responsibility for the bombing of the Merrow station.",  # may come
        "The mayor said the harbour board had responsibility for the Merrow station.",  # no claim
        "Nobody has claimed responsibility for the bombing of the Merrow station.",  # nobody did
    ],
)
def test_what_is_no_claim_of_this_attack_is_none(story, account, claim):
    alone = "The sheriff of Merrow described the bomber as a lone wolf."
    assert reasons(two(story, account, alone, claim)) == []


@pytest.mark.parametrize(
    "against",
    [
        "Police found no evidence that the station had been locked.",
        "The bomber had no ties to the town of Merrow.",
    ],
)
def test_what_leads_to_no_group_is_none(story, account, against):
    assert reasons(two(story, account, against, CLAIM)) == []
