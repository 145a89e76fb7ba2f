"""Articles that tell of the day after their own."""

from __future__ import annotations

import pytest

from tellings.compare import compare

ELSEWHERE = "The harbour board of Merrow met on the quay.\nA ferry left the islands at noon."
SUNDAY = [
    "A crane fell on the quay of Merrow early Sunday and crushed two cars.",
    "The harbour board said Sunday that the crane had been inspected in March.",
    "Divers searched the basin until late Sunday.",
]
MONDAY = "On Monday, the mayor told reporters in Kessel that the quay would stay shut."


def updates(told):
    return [c for c in told.conflicts if c.kind == "date" and c.reason.startswith("dated ")]


def paper(account, *lines, published="2031-05-04"):
    return account("\n".join(lines), published=published)


def test_an_article_dated_a_sunday_that_tells_what_was_done_on_monday_is_an_update(story, account):
    (found,) = updates(compare(story(paper(account, *SUNDAY, MONDAY), ELSEWHERE)))
    assert found.nature == "update"
    assert found.reason == "dated 2031-05-04, a Sunday, and tells what was done on Monday"
    assert [side.value for side in found.sides] == ["Sunday", "Monday"]
    assert [len(side.mentions) for side in found.sides] == [3, 1]


NOT_DONE_THEN = [
    "On Monday, the mayor will tell reporters in Kessel what was found.",  # to come
    "The mayor was scheduled to speak in Kessel on Monday.",  # planned
    "The mayor spoke in Kessel last Monday, before the crane had come.",  # of another week
    "The crane was hired for the market that is held in Merrow every Monday.",  # of every week
    "The mayor had spoken on Monday, March 3, of a crane that nobody watched.",  # with a date of its own
    "On Monday, the quay stays shut.",  # not past
]


@pytest.mark.parametrize("line", NOT_DONE_THEN)
def test_a_day_to_come_or_of_another_week_is_none(story, account, line):
    assert updates(compare(story(paper(account, *SUNDAY, line), ELSEWHERE))) == []


def test_an_article_that_hardly_names_the_day_it_is_dated_may_be_dated_wrongly(story, account):
    assert updates(compare(story(paper(account, *SUNDAY[:2], MONDAY), ELSEWHERE))) == []


def test_an_article_without_a_date_tells_of_no_day_after_it(story, account):
    assert updates(compare(story(paper(account, *SUNDAY, MONDAY, published=None), ELSEWHERE))) == []
