"""The pair model reads two wordings together."""

from __future__ import annotations

import numpy as np
import pytest

from tellings.compare.pair_model import LENGTH, read_pairs

pytestmark = pytest.mark.models

TOLD = "Nineteen people were still missing on Friday after the ferry sank off Skerrin, the coastguard said."
AGAIN = (
    "The coastguard said on Friday that 19 people were missing after the sinking of the ferry off Skerrin."
)
OTHER = "The opposition wants a vote on the budget before parliament breaks up for the summer."


def test_two_wordings_of_one_fact_are_likelier_one_fact_than_two_of_different_facts() -> None:
    one, different = read_pairs([(TOLD, AGAIN), (TOLD, OTHER)])
    assert one[0] > 0.5 > different[0]
    assert one[1] > different[1]


def test_a_negation_is_seen_as_a_conflict() -> None:
    same, opposed = read_pairs(
        [
            ("The minister has approved the dam.", "The dam has been approved by the minister."),
            ("The minister has approved the dam.", "The minister has not approved the dam."),
        ]
    )
    assert opposed[2] > 0.5 > same[2]


def test_what_is_said_of_a_pair_does_not_depend_on_the_others() -> None:
    pairs = [(TOLD, AGAIN), (TOLD, OTHER), ("Two dead.", "Two were killed in Velden."), (AGAIN, OTHER)]
    alone = np.concatenate([read_pairs([pair]) for pair in pairs])
    assert np.array_equal(read_pairs(pairs), alone)
    assert np.array_equal(read_pairs(pairs[::-1]), alone[::-1])


def test_probabilities_stay_within_their_bounds_whatever_the_words() -> None:
    long = "word " * 5 * LENGTH
    found = read_pairs([("", ""), (long, long), ("\u202eabc\u0000", "漢字 🙂"), ("«", "»")])
    assert found.shape == (4, 3)
    assert np.isfinite(found).all()
    assert (found >= 0).all()
    assert (found <= 1).all()


def test_no_pairs_give_no_rows() -> None:
    assert read_pairs([]).shape == (0, 3)
