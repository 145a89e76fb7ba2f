"""One speaker's words, quoted with a small word put for another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellings.compare import compare
from tellings.records import Speaker

OTHER = "The harbour board of Merrow met on Monday to hear about the Kessel lock and its cost."


def told_by_one_speaker(story, account, one, other):
    told = story(
        account(f"{one}\n{OTHER}", said=[one.split("”")[0]]),
        account(f"{other}\n{OTHER}", said=[other.split("”")[0]]),
        speakers=[Speaker(id="p1", name="Ana Brill", kind="person")],
    )
    return compare(
        replace(told, statements=tuple(replace(s, speaker="p1", form="direct") for s in told.statements))
    )


def wordings(told):
    return [[side.value for side in c.sides] for c in told.conflicts if c.kind == "wording"]


def test_a_small_word_put_for_another_is_a_conflict_of_wording(story, account):
    told = told_by_one_speaker(
        story,
        account,
        "“It is ruinous to the trust between our ports,” Brill said.",
        "“I fear it is ruinous of the trust between our ports,” Brill said.",
    )
    assert len(wordings(told)) == 1


SAME_WORDS = [
    (  # one article for another
        "“It is ruinous to the trust between our ports,” Brill said.",
        "“I fear it is ruinous to a trust between our ports,” Brill said.",
    ),
    (  # house style
        "“We are going to rebuild the trust between our ports,” Brill said.",
        "“And we are gonna rebuild the trust between our ports,” Brill said.",
    ),
    (  # an editor's bracket
        "“It is ruinous to the trust between our ports,” Brill said.",
        "“It is ruinous [of] the trust between our ports,” Brill said.",
    ),
    (  # a word dropped and none put in its place
        "“It is ruinous to the trust between our ports,” Brill said.",
        "“It is ruinous to trust between our ports,” Brill said.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME_WORDS)
def test_the_same_words_in_another_dress_are_no_conflict(story, account, one, other):
    assert wordings(told_by_one_speaker(story, account, one, other)) == []


def test_words_of_nobody_known_are_not_held_against_each_other_for_a_small_word(story):
    told = compare(
        story(
            f"“It is ruinous to the trust between our ports,” one said.\n{OTHER}",
            f"“It is ruinous of the trust between our ports,” another said.\n{OTHER}",
        )
    )
    assert wordings(told) == []
