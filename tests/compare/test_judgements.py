"""Judgements of what the story is about, which their words only point at."""

from __future__ import annotations

import pytest

from tellings.compare import compare

REST = "The harbour board of Merrow offered Brill a seat.\nA ferry left Kessel at noon."
FELONY = "“This is a felony,” said Senator Oskar Lindqvist, who has asked for the books."


def judged(told):
    return [sorted(s.value for s in c.sides) for c in told.conflicts if c.kind == "position"]


def test_one_says_that_it_was_lawful_and_another_that_it_was_a_crime(story):
    told = compare(
        story(
            f"“There was no such impropriety,” counsel Mila Torvald said in a memo.\n{REST}",
            f"{FELONY}\n{REST}",
        )
    )
    assert judged(told) == [["is a felony", "no such impropriety"]]


NO_JUDGEMENT_OF_IT = [
    "It is legally permissible to sell eels at night, a guide to the markets says.",  # of something else
    "“That would be a bribe if it were so,” counsel Mila Torvald said in a memo.",  # may be
    "Torvald disputed any suggestion that there was such impropriety in the offer.",  # somebody's claim
]


@pytest.mark.parametrize("other", NO_JUDGEMENT_OF_IT)
def test_what_is_said_of_another_thing_or_only_alleged_is_no_judgement(story, other):
    lawful = "“There was no such impropriety,” counsel Ana Brill said in a memo to the board."
    against = FELONY if other.startswith("It") else lawful
    assert judged(compare(story(f"{other}\n{REST}", f"{against}\n{REST}"))) == []
