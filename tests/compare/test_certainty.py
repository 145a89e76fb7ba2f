"""What one tells as possible and another as a fact."""

from __future__ import annotations

import pytest

from tellings.compare import compare

REST = "The harbour board of Merrow met on the quay.\nA ferry left the islands at noon."
MAY = "Divers may have found the wreck of the Ostrava off the Kessel lighthouse."


def certain(told):
    return [
        c.reason
        for c in told.conflicts
        if c.kind == "wording" and c.reason.startswith("one tells as possible")
    ]


FACTS = [
    "Divers have found the wreck of the Ostrava off the Kessel lighthouse at last.",
    "Wreck of the Ostrava was found by divers off the Kessel lighthouse at last.",
]


@pytest.mark.parametrize("fact", FACTS)
def test_what_may_have_been_found_and_what_was_found_is_a_conflict(story, fact):
    assert len(certain(compare(story(f"{MAY}\n{REST}", f"{fact}\n{REST}")))) == 1


NOT_AT_ODDS = [
    "Divers might have found the wreck of the Ostrava off the Kessel lighthouse at last.",  # as careful
    "Divers have reportedly found the wreck of the Ostrava off the Kessel lighthouse.",  # hearsay
    "Divers say they have found the wreck of the Ostrava off the Kessel lighthouse.",  # reported
    "Divers hope to have found the wreck of the Ostrava off the Kessel lighthouse.",  # hoped
    "Divers have found no wreck of the Ostrava off the Kessel lighthouse at all, not one.",  # denied
    "Divers have found the anchor of the Merrow off the Kessel lighthouse of Ostrava.",  # another thing there
    "Divers have found a crate of brandy in the mud below the pier of Merrow.",  # another thing
]


@pytest.mark.parametrize("other", NOT_AT_ODDS)
def test_what_is_told_as_carefully_or_is_of_another_thing_is_none(story, other):
    assert certain(compare(story(f"{MAY}\n{REST}", f"{other}\n{REST}"))) == []


def test_what_stands_far_down_is_not_what_the_article_asserts(story):
    fact = "Divers have found the wreck of the Ostrava off the Kessel lighthouse at last."
    assert certain(compare(story(f"{MAY}\n{REST}", f"{REST}\n{fact}"))) == []
