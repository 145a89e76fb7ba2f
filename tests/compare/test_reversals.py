"""What later reports tell to have been undone, and plans that were called off."""

from __future__ import annotations

import pytest

from tellings.compare import compare

REST = "A ferry left Merrow at noon.\nThe harbour board of Kessel met on the quay."


def updates(told):
    return [[s.value for s in c.sides] for c in told.conflicts if c.nature == "update" and c.kind == "other"]


def told_in_turn(story, account, early, late, days=("04", "06")):
    return compare(
        story(
            account(f"{early}\n{REST}", published=f"2031-05-{days[0]}"),
            account(f"{late}\n{REST}", published=f"2031-05-{days[1]}"),
        )
    )


UNDONE = [
    (
        "The drawbridge at Kessel was closed after the barge struck its pier on Tuesday.",
        "The drawbridge at Kessel has reopened two days after the barge struck its pier.",
        ["drawbridge at Kessel was closed", "drawbridge at Kessel has reopened"],
    ),
    (
        "Radio contact was lost with the weather probe Merrow-2 after its launch, engineers said.",
        "Engineers re-established radio contact with the weather probe Merrow-2 after its launch.",
        ["contact was lost", "re-established radio contact"],
    ),
    (
        "Four deckhands were taken to a hospital in Merrow with burns after the barge fire.",
        "All four deckhands with burns were discharged on Thursday after the barge fire.",
        ["deckhands were taken to a hospital", "deckhands with burns were discharged"],
    ),
    (
        "Four deckhands were taken to a hospital in Merrow with burns after the barge fire.",
        "The majority of deckhands with burns were discharged on Thursday after the barge fire.",
        ["deckhands were taken to a hospital", "deckhands with burns were discharged"],
    ),
    (
        "The Orla store removed the chat program Murmur on Tuesday after complaints.",
        "Only after two audits was the program reinstated in the Orla store, its makers said.",
        ["removed the chat program Murmur", "program reinstated"],
    ),
]


@pytest.mark.parametrize(("early", "late", "values"), UNDONE)
def test_what_a_later_report_tells_to_be_undone_is_an_update(story, account, early, late, values):
    assert updates(told_in_turn(story, account, early, late)) == [values]


def test_a_rally_that_was_set_and_then_called_off_is_an_update_of_one_sentence(story, account):
    told = compare(
        story(
            account(f"A torch rally set for Wednesday in Kessel has been postponed after the fire.\n{REST}"),
            account(REST),
        )
    )
    assert updates(told) == [["torch rally set for Wednesday in Kessel", "has been postponed"]]


NOT_UNDONE = [
    (  # another thing
        "The drawbridge at Kessel was closed after the barge struck its pier on Tuesday.",
        "The fish market of Merrow has reopened two years after the flood of the Ostrava.",
    ),
    (  # done by one body, to two things
        "The Orla store removed the chat program Murmur on Tuesday after complaints.",
        "The Orla store reinstated the film program Whisp on Thursday after complaints.",
    ),
    (  # of one place
        "Trains between Kessel and Ostrava were cancelled after the storm on Tuesday.",
        "Flights between Kessel and Ostrava resumed on Thursday after the storm.",
    ),
    (  # denied
        "The drawbridge at Kessel was closed after the barge struck its pier on Tuesday.",
        "The drawbridge at Kessel has not reopened two days after the barge struck its pier.",
    ),
    (  # only possible
        "The drawbridge at Kessel was closed after the barge struck its pier on Tuesday.",
        "The drawbridge at Kessel may reopen two days after the barge struck its pier.",
    ),
]


@pytest.mark.parametrize(("early", "late"), NOT_UNDONE)
def test_what_is_not_undone_is_no_update(story, account, early, late):
    assert updates(told_in_turn(story, account, early, late)) == []


def test_an_article_that_knew_of_the_undoing_is_no_earlier_report(story, account):
    both = (
        "The drawbridge at Kessel was closed after the barge struck its pier on Tuesday.\n"
        "The drawbridge at Kessel reopened at night, hours after the barge struck its pier."
    )
    late = "The drawbridge at Kessel has reopened two days after the barge struck its pier."
    assert updates(told_in_turn(story, account, both, late)) == []


def test_a_later_article_that_tells_only_of_the_closing_undoes_nothing(story, account):
    early = "The drawbridge at Kessel has reopened two days after the barge struck its pier."
    late = "The drawbridge at Kessel was closed after the barge struck its pier on Tuesday."
    assert updates(told_in_turn(story, account, early, late)) == []
