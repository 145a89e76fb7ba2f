"""A headline against its own article, and lines that tell nothing."""

from __future__ import annotations

import pytest

from tellings.compare import compare


def people(value):
    return {"low": float(value), "high": float(value), "counted": "people"}


def clashes(told):
    return [c for c in told.conflicts if "headline" in c.reason]


FIRE = (
    "Ferry fire kills 12\n"
    "A fire aboard the ferry Lysholm killed nine people off Orlow, the coast guard said.\n"
    "The commander of the coast guard said that nine bodies had been found."
)


def test_a_headline_that_gives_another_toll_than_its_text_is_shown_with_both(story, account):
    told = compare(
        story(account(FIRE, title="Ferry fire kills 12", quantities={"12": people(12), "nine": people(9)}))
    )
    (conflict,) = clashes(told)
    assert (conflict.kind, conflict.nature) == ("number", "contradiction")
    assert [side.value for side in conflict.sides] == ["12", "nine"]
    assert {cite.article for side in conflict.sides for cite in side.mentions} == {"a1"}


def test_a_headline_that_adds_up_what_the_text_gives_in_parts_is_no_conflict(story, account):
    text = "Ferry fire kills 12\nNine passengers were killed off Orlow.\nThree firefighters were killed, too."
    quantities = {"12": people(12), "Nine": people(9), "Three": people(3)}
    assert clashes(compare(story(account(text, title="Ferry fire kills 12", quantities=quantities)))) == []


def test_a_headline_whose_number_stands_in_the_text_is_no_conflict(story, account):
    text = FIRE + "\nThat brought to 12.0 the number of those known to have been lost."
    quantities = {"12": people(12), "nine": people(9), "12.0": people(12)}
    assert clashes(compare(story(account(text, title="Ferry fire kills 12", quantities=quantities)))) == []


def test_a_headline_that_rounds_its_text_is_no_conflict(story, account):
    text = "Dozens killed in ferry fire\nA fire aboard the ferry killed 36 people off Orlow on Tuesday."
    quantities = {"Dozens": {"low": 24.0, "high": None, "counted": "people"}, "36": people(36)}
    told = compare(story(account(text, title="Dozens killed in ferry fire", quantities=quantities)))
    assert clashes(told) == []


def sentence(years):
    return {"low": float(years), "high": float(years), "unit": "year"}


def test_a_headline_that_gives_a_longer_sentence_than_its_text_is_shown(story, account):
    title = "Banker Noll gets eight years for fraud"
    text = f"{title}\nThe banker Arvid Noll was sentenced to six years in prison for fraud on Monday."
    quantities = {"eight years": sentence(8), "six years": sentence(6)}
    (conflict,) = clashes(compare(story(account(text, title=title, quantities=quantities))))
    assert {side.value for side in conflict.sides} == {"eight years", "six years"}


def test_a_sentence_that_the_text_gives_in_parts_is_no_conflict(story, account):
    title = "Banker Noll gets eight years for fraud"
    text = (
        f"{title}\nThe banker Arvid Noll was sentenced to six years in prison for fraud on Monday.\n"
        "Noll was given two years more for forgery."
    )
    quantities = {"eight years": sentence(8), "six years": sentence(6), "two years": sentence(2)}
    assert clashes(compare(story(account(text, title=title, quantities=quantities)))) == []


@pytest.mark.parametrize(
    ("above", "low", "found"), [("nearly 5,000", 5000, 1), ("4,000", 4000, 1), ("some 4,600", 4600, 0)]
)
def test_a_headline_count_may_be_rounded_but_not_inflated(story, account, above, low, found):
    title = f"Ferry line Lysholm axes {above} jobs"
    text = f"{title}\nThe ferry line Lysholm is to cut 4,500 jobs, it said on Monday."
    quantities = {
        f"{above} jobs": {"low": low, "high": low, "counted": "jobs", "approximate": not above[0].isdigit()},
        "4,500 jobs": {"low": 4500.0, "high": 4500.0, "counted": "jobs"},
    }
    assert len(clashes(compare(story(account(text, title=title, quantities=quantities))))) == found


def test_a_headline_of_another_length_of_time_is_no_conflict(story, account):
    title = "Banker Noll convicted after eight years on the run"
    text = f"{title}\nThe banker Arvid Noll was sentenced to six years in prison for fraud on Monday."
    quantities = {"eight years": sentence(8), "six years": sentence(6)}
    assert clashes(compare(story(account(text, title=title, quantities=quantities)))) == []


def test_a_headline_that_approves_what_its_text_rejects_is_shown(story, account):
    told = compare(
        story(
            account(
                "Council approves harbour bridge\nThe council rejected the harbour bridge by 21 votes to 18.",
                title="Council approves harbour bridge",
            )
        )
    )
    (conflict,) = clashes(told)
    assert [side.value for side in conflict.sides] == [
        "approves harbour bridge",
        "rejected the harbour bridge",
    ]


def test_a_text_that_tells_both_does_not_belie_its_headline(story, account):
    told = compare(
        story(
            account(
                "Council approves harbour bridge\n"
                "The council rejected the harbour bridge in March.\n"
                "On Monday the council approved the harbour bridge after all.",
                title="Council approves harbour bridge",
            )
        )
    )
    assert clashes(told) == []


def test_another_body_that_rejects_it_does_not_belie_the_headline(story, account):
    told = compare(
        story(
            account(
                "Council approves harbour bridge\nFishermen in Orlow rejected the harbour bridge.",
                title="Council approves harbour bridge",
            )
        )
    )
    assert clashes(told) == []


def test_a_line_of_an_outlet_and_a_day_asserts_nothing(story, account):
    told = compare(
        story(
            account("A dam broke above Orlow\nThe Orlow Gazette, June 8, 2021\nThe old dam broke at night."),
            account("Flood reaches Torvik\nThe Orlow Gazette, June 8, 2021\nThe water reached the market."),
        )
    )
    texts = {r.article.id: r.article.text for r in told.attributed.traced.readings}
    words = [m.span.words_in(texts[m.article]) for claim in told.claims for m in claim.mentions]
    assert words
    assert not any("Gazette" in each for each in words)


def test_a_claim_begins_behind_its_dateline(story, account):
    told = compare(
        story(
            account("Dam breaks\nORLOW, June 8 - The old dam above the town broke on Tuesday night."),
            account("Flood\nTORVIK, June 8 - The old dam above the town broke on Tuesday night."),
        )
    )
    texts = {r.article.id: r.article.text for r in told.attributed.traced.readings}
    (shared,) = [claim for claim in told.claims if claim.status == "agreed"]
    assert {m.span.words_in(texts[m.article]) for m in shared.mentions} == {
        "The old dam above the town broke on Tuesday night."
    }
