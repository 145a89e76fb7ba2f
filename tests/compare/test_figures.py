"""Figures as wire services print them: totals, sums, shares, crowds, lengths of time, and other times."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellings.compare import compare
from tellings.read.dates import find_dates
from tellings.read.quantities import find_quantities


@pytest.fixture
def told(story, account):
    """Conflicts of number in texts, each with its day of publication, as (nature, about, values)."""

    def build(*accounts):
        built = story(*(account(text, published=day) for day, text in accounts))
        readings = tuple(
            replace(
                each,
                quantities=find_quantities(each.article.text, each.sentences),
                dates=find_dates(each.article.text, each.sentences, each.article.published),
            )
            for each in built.traced.readings
        )
        traced = replace(built.traced, story=replace(built.traced.story, readings=readings))
        conflicts = compare(replace(built, traced=traced)).conflicts
        return [
            (c.nature, c.about, [side.value for side in c.sides])
            for c in conflicts
            if c.kind == "number" and c.nature != "different-scope"
        ]

    return build


MILL = "2031-05-05", "Nine people were killed in an explosion at a flour mill in Torvik, firefighters said."


# ---------------------------------------------------------------- totals


@pytest.mark.parametrize(
    "later",
    [
        "The number of people killed in an explosion at a flour mill in Torvik stood at 14 on Friday.",
        "The number of people killed in an explosion at a flour mill in Torvik has risen to 14.",
        "The toll from an explosion at a flour mill in Torvik, which is being searched, hit 14 on Friday.",
        "The death toll in an explosion at a flour mill in Torvik now stands at 14, firefighters said.",
        "A worker died of burns on Friday, bringing the number of dead in an explosion in Torvik to 14.",
    ],
)
def test_a_total_is_read_where_it_stands_far_from_what_it_counts(told, later):
    (change,) = told(MILL, ("2031-05-09", later))
    assert change == ("update", "the number of the dead", ["Nine people", "14"])


def test_those_who_died_since_are_a_part_of_the_total_beside_them(told):
    text = (
        "The number of people killed in an explosion at a flour mill in Torvik stood at 14 on Friday "
        "after four died of their burns, firefighters said."
    )
    (change,) = told(MILL, ("2031-05-09", text))
    assert change[2] == ["Nine people", "14"]


def test_a_toll_in_a_headline_is_read_behind_at(told):
    text = "Torvik mill toll at 14\nFirefighters in Torvik searched a mill after an explosion on Friday."
    (change,) = told(MILL, ("2031-05-09", text))
    assert change == ("update", "the number of the dead", ["Nine people", "14"])


def test_a_number_of_something_else_is_no_toll(told):
    text = "The number of flour mills in Torvik fell to 14 after an explosion killed nine people, he said."
    assert told(MILL, ("2031-05-09", text)) == []


def test_guests_who_are_missing_are_the_missing(told):
    (change,) = told(
        ("2031-05-05", "Eleven people are missing after an avalanche hit a hotel in Torvik, police said."),
        ("2031-05-06", "Six guests are still missing after an avalanche hit a hotel in Torvik, police said."),
    )
    assert change == ("update", "the number of the missing", ["Eleven people", "Six guests"])


# ---------------------------------------------------------------- other times


def test_sums_over_years_are_no_toll_that_rises(told):
    assert (
        told(
            ("2031-05-05", "Four climbers have died on Mount Orlow in the past ten years, rescuers said."),
            ("2031-05-07", "Seven climbers have died on Mount Orlow since 2021, according to rescuers."),
        )
        == []
    )


def test_the_toll_of_an_event_months_ago_does_not_rise_between_two_accounts(told):
    texts = (
        "At least 48 people were killed in the battle for the airport of Orlow two months ago, doctors said.",
        "52 people were killed in the battle for the airport of Orlow two months ago, the army said.",
    )
    assert told(("2031-05-05", texts[0]), ("2031-05-06", texts[1])) == []


# ---------------------------------------------------------------- sums and shares


def test_two_sums_of_one_precision_are_two_sums(told):
    (clash,) = told(
        (
            "2031-05-05",
            "The shipbuilder Norvane reported a third-quarter loss of 412 million euros on Monday.",
        ),
        (
            "2031-05-05",
            "The shipbuilder Norvane reported a third-quarter loss of 421 million euros on Monday.",
        ),
    )
    assert clash == ("contradiction", "a sum in euros (loss)", ["412 million euros", "421 million euros"])


def test_a_rounded_sum_is_no_other_sum(told):
    assert (
        told(
            ("2031-05-05", "The shipbuilder Norvane reported a loss of 412 million euros on Monday."),
            ("2031-05-05", "The shipbuilder Norvane reported a loss of 410 million euros on Monday."),
        )
        == []
    )


def test_two_shares_of_the_vote_are_set_side_by_side(told):
    (clash,) = told(
        ("2031-05-05", "President Oda Halvorsen won the election in Orlow with 50.8 percent of the vote."),
        ("2031-05-05", "President Oda Halvorsen won the election in Orlow with 51.8 percent of the vote."),
    )
    assert clash[:2] == ("contradiction", "a share of the vote")


@pytest.mark.parametrize(
    "other",
    [
        "The shipbuilder Norvane reported a profit of 88 million euros for the third quarter.",
        "The shipbuilder Norvane reported a loss of 88 million euros for the third quarter last year.",
        "The shipbuilder Norvane reported a loss of 88 million euros for the third quarter a year earlier.",
        "Rival shipbuilder Tessaly reported a loss of 88 million euros for the third quarter.",
    ],
)
def test_sums_of_two_things_times_or_firms_are_not_compared(told, other):
    one = "The shipbuilder Norvane reported a loss of 95 million euros for the third quarter."
    assert told(("2031-05-05", one), ("2031-05-05", other)) == []


def test_what_a_quarter_has_in_common_makes_no_two_figures_one(told):
    one = "Norvane lost money in the third quarter, 95 million euros in the quarter, on cheaper ferries."
    two = "Norvane lost ground in the third quarter, 240 million euros in the quarter, on ferries sold."
    assert told(("2031-05-05", one), ("2031-05-05", two)) == []


def test_a_figure_that_its_giver_restates_is_an_update(told):
    (change,) = told(
        ("2031-05-05", "The shipbuilder Norvane reported a loss of 412 million euros for the quarter."),
        ("2031-05-19", "The shipbuilder Norvane restated its loss of 435 million euros for the quarter."),
    )
    assert change[0] == "update"
    assert change[2] == ["412 million euros", "435 million euros"]


def test_ballots_counted_so_far_do_not_clash(told):
    early = "With a third of the ballots counted in Orlow, the Harbour List was ahead, the board said."
    late = "With 92 percent of the ballots counted in Orlow, the Harbour List was ahead, the board said."
    assert told(("2031-05-05", early), ("2031-05-05", late)) == []
    ((nature, *_),) = told(("2031-05-05", early), ("2031-05-06", late))
    assert nature == "update"


# ---------------------------------------------------------------- counts


def test_a_disputed_crowd_is_compared_however_far_the_estimates_lie_apart(told):
    (clash,) = told(
        ("2031-05-05", "Police said 35,000 people took part in the march against the port law in Orlow."),
        ("2031-05-05", "More than 200,000 people took part in the march against the port law in Orlow."),
    )
    assert clash[0] == "contradiction"
    assert clash[2] == ["35,000 people", "More than 200,000 people"]


def test_a_crowd_of_another_town_is_another_crowd(told):
    assert (
        told(
            ("2031-05-05", "Police said 35,000 people took part in the march against the port law in Orlow."),
            ("2031-05-05", "The unions are growing.\nSome 8,000 people took part in the march in Torvik."),
        )
        == []
    )


def test_the_inhabitants_and_the_staff_are_compared(told):
    (clash,) = told(
        (
            "2031-05-05",
            "The fishing town of Orlow, which the flood cut off, has a population of about 9,000.",
        ),
        ("2031-05-05", "The fishing town of Orlow, which the flood cut off, is home to 12,000 people."),
    )
    assert clash[1] == "the number of inhabitants"
    (clash,) = told(
        ("2031-05-05", "The shipbuilder Norvane, which files for protection, employs 5,000 people."),
        ("2031-05-05", "The shipbuilder Norvane, which files for protection, has 5,500 employees."),
    )
    assert clash[1] == "the number of people employed"


def test_service_members_are_soldiers(told):
    (clash,) = told(
        ("2031-05-05", "Roughly 1,000 Karsian service members guard the airport base outside Orlow."),
        ("2031-05-05", "Karsia keeps about 850 soldiers to guard the airport base outside Orlow."),
    )
    assert clash[0] == "contradiction"


def test_seats_out_of_all_seats_are_seats(told):
    (clash,) = told(
        ("2031-05-05", "The Harbour List will have 58 of the 165 seats in parliament, the board said."),
        ("2031-05-05", "The Harbour List will have 61 seats in parliament, the board said."),
    )
    assert clash == ("contradiction", "the number of seats", ["58", "61 seats"])


def test_storeys_are_counted(told):
    (clash,) = told(
        ("2031-05-05", "A fire broke out in the seven-storey Hotel Lysholm in Torvik early on Monday."),
        ("2031-05-05", "A fire broke out in the eight-storey Hotel Lysholm in Torvik early on Monday."),
    )
    assert clash[1] == "a height in storeys (Hotel Lysholm, Torvik)"


def test_months_are_compared_with_years(told):
    one = ("2031-05-05", "Banker Arvid Noll waited 14 months in jail for the trial over the ferry loans.")
    (clash,) = told(
        one, ("2031-05-05", "Banker Arvid Noll waited almost two years in jail for the trial over the loans.")
    )
    assert clash[2] == ["14 months", "almost two years"]
    assert told(one, ("2031-05-05", "Banker Arvid Noll waited 14 months in jail for the ferry trial.")) == []


def test_others_beside_one_who_is_named_are_not_all(told):
    assert (
        told(
            (
                "2031-05-05",
                "The court in Orlow ordered 22 other defendants to pay the harbour for the wreck.",
            ),
            ("2031-05-05", "The court in Orlow ordered 23 defendants to pay the harbour for the wreck."),
        )
        == []
    )


def test_a_level_of_two_days_is_no_conflict(told):
    first = "2031-05-07", "The Kessel reservoir stood at 71 percent on Wednesday, the dam authority said."
    later = "2031-05-09", "The Kessel reservoir stood at 68 percent on Friday, the dam authority said."
    same = "2031-05-07", "The Kessel reservoir stood at 64 percent on Wednesday, the dam authority said."
    assert told(first, later) == []
    assert told(first, same) != []
