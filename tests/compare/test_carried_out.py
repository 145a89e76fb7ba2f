"""Plans that were carried out."""

from __future__ import annotations

import pytest

from tellings.compare import compare

OTHER = "Cod was dear at the market of Kessel, where a crew from the islands had come ashore."
PLAN = "The Merrow jury was scheduled to begin hearing evidence on the broken lock on Monday."
DONE = "The Merrow jury began hearing evidence on the broken lock before a full gallery."


def done(told):
    return [c for c in told.conflicts if c.reason.startswith("what was planned was done later")]


def two(story, account, first, second, later="2031-05-06"):
    return compare(
        story(
            account(f"{first}\n{OTHER}", published="2031-05-04"),
            account(f"{second}\n{OTHER}", published=later),
        )
    )


@pytest.mark.parametrize("plan", [PLAN, PLAN.replace("was scheduled to", "will")])
def test_a_plan_and_what_was_done_on_a_later_day_are_an_update(story, account, plan):
    (found,) = done(two(story, account, plan, DONE))
    assert found.nature == "update"
    assert [side.mentions[0].article for side in found.sides] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        (PLAN, "The Merrow jury has not begun hearing evidence on the broken lock on Monday."),  # not done
        (PLAN, "The Merrow jury will begin hearing evidence on the broken lock on Tuesday."),  # still ahead
        ("The Merrow jury has plans for a law to begin evidence on the broken lock.", DONE),  # no verb
        ("The Merrow jury was not expected to begin hearing evidence on the lock.", DONE),  # no plan
        (
            PLAN,
            "The Merrow jury, evidence begun by a clerk aside, saw the broken lock on Monday.",
        ),  # in passing
    ],
)
def test_what_was_no_plan_or_was_not_done_is_none(story, account, plan, deed):
    assert done(two(story, account, plan, deed)) == []


def test_papers_of_one_day_tell_of_no_plan_carried_out(story, account):
    assert done(two(story, account, PLAN, DONE, later="2031-05-04T23:00:00")) == []
