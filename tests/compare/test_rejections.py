"""What somebody turns back in the next breath."""

from __future__ import annotations

import pytest

from tellings.compare import compare

OTHER = "The ferry Ostrava left the islands at noon.\nCod was dear at the market of Kessel."
CLAIM = "Residents of Merrow accused the water board of keeping silent about the broken main."


def turned_back(told):
    return [c for c in told.conflicts if c.reason.startswith("what some tell is turned back")]


REJECTIONS = [
    "The board rejected that claim.",
    "In a short letter, its chairman Torvald dismissed such sweeping criticism.",
    "The board has always disputed the allegations.",
]


@pytest.mark.parametrize("rejection", REJECTIONS)
def test_a_claim_and_who_turns_it_back_at_once_are_a_conflict(story, rejection):
    (found,) = turned_back(compare(story(f"{OTHER}\n{CLAIM}\n{rejection}", OTHER)))
    assert found.kind == "position"
    assert found.nature == "contradiction"
    assert found.sides[0].value == CLAIM


def test_who_the_claim_begins_with_by_a_pronoun_is_shown_too(story):
    opening = "Two hundred residents gathered at the Merrow town hall before the vote."
    claim = "They argued that the board had known of the broken main since March."
    (found,) = turned_back(compare(story(f"{OTHER}\n{opening}\n{claim}\n{REJECTIONS[0]}", OTHER)))
    assert len(found.sides[0].mentions) == 2


NONE = [
    f"{CLAIM}\nThe board rejected the offer of a Kessel firm.",  # no claim
    f"{CLAIM}\nThe board did not reject that claim.",  # not turned back
    f"{CLAIM}\nThe board sought to have a judge dismiss those claims.",  # only sought
    f"{CLAIM}\nThe board denied any claims made by a Kessel firm over the bill.",  # told with its content
    "Rain fell on the water works.\nMeters stood at nine.\nPipes were bought.\nThe board denied the rumours.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_claim_or_is_not_turned_back_is_none(story, text):
    assert turned_back(compare(story(f"{OTHER}\n{text}", OTHER))) == []


def test_a_claim_far_above_is_not_what_is_turned_back(story):
    between = "\n".join(
        f"Pipe number {n} of the works was laid in spring by a Kessel crew." for n in range(5)
    )
    assert turned_back(compare(story(f"{CLAIM}\n{between}\nThe board disputed the rumours.", OTHER))) == []


def test_ten_copies_of_one_rejection_are_one_conflict(story):
    text = f"{OTHER}\n{CLAIM}\n{REJECTIONS[0]}"
    (found,) = turned_back(compare(story(text, text, text)))
    assert [len(side.mentions) for side in found.sides] == [3, 3]
