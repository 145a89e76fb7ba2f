"""What looks like a conflict and is none, each beside one that is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellings.compare import compare
from tellings.records import Entity, Span


def clashing(told):
    return [c for c in told.conflicts if c.nature != "different-scope"]


def kinds(told):
    return [c.kind for c in clashing(told)]


NOT_DENIED = [
    (
        "Brandt is not a harbour master, his lawyer said of the Ostrava inquiry in Port Merrow.",
        "The harbour master of Port Merrow spoke to the Ostrava inquiry about Brandt and his lawyer.",
    ),
    (
        "Without the Merrow coastguard the Ostrava would have been lost, Oduya told the inquiry.",
        "The Merrow coastguard told the Ostrava inquiry that Oduya had called at noon.",
    ),
    (
        "Oduya rejects calls for a toll on the Kessel bridge, her office said on Monday.",
        "Oduya calls the toll on the Kessel bridge unfair to workers, her office said on Monday.",
    ),
    (
        "The port will stay close to the Kessel lighthouse, Oduya told reporters in Merrow.",
        "The port was closed near the Kessel lighthouse, Oduya told reporters in Merrow.",
    ),
]


@pytest.mark.parametrize(("one", "other"), NOT_DENIED)
def test_a_word_that_is_only_mentioned_is_not_denied(story, one, other):
    assert clashing(compare(story(one, other))) == []


def test_a_deed_that_one_denies_and_another_affirms_is_a_conflict(story):
    told = compare(
        story(
            "Oduya denied that the navy had asked for the Kessel lock to be closed in April.",
            "The navy asked for the Kessel lock to be closed in April, said a senior officer.",
        )
    )
    assert kinds(told) == ["position"]


def test_there_is_none_of_what_another_tells_of(story):
    told = compare(
        story(
            "There is no corruption in the Kessel harbour board, its chairman Brandt said on Monday.",
            "Oduya said on Monday that she had found corruption in the Kessel harbour board of Brandt.",
        )
    )
    assert kinds(told) == ["position"]


def test_a_judgement_in_passing_is_no_judgement_of_the_thing(story):
    told = compare(
        story(
            "Anybody over twenty can legally buy marsh tobacco in the shops of Kessel, Oduya said.",
            "Traders carry illegal marsh tobacco from the shops of Kessel over the border, Brandt said.",
        )
    )
    assert clashing(told) == []


def test_whoever_held_an_office_is_called_by_it_ever_after(story):
    told = compare(
        story(
            "Senator Pavla Dorn opened the new bridge in Kessel on Monday.",
            "The new bridge in Kessel was opened by former Liberal senator Pavla Dorn.",
        )
    )
    assert clashing(told) == []


def test_an_acting_director_and_a_director(story):
    told = compare(
        story(
            "The report was signed by Pavla Dorn, the director of the harbour board.",
            "The report was signed by Pavla Dorn, the acting harbour director.",
        )
    )
    assert kinds(told) == ["person"]


def test_two_presidents_are_not_two_spellings(story):
    told = compare(
        story(
            "President Daniel Orlo named the judge to the harbour court of Kessel in spring.",
            "The judge of the harbour court of Kessel was named by President Ronald Arlo long ago.",
        )
    )
    assert clashing(told) == []


def test_what_became_of_somebody_answers_that_it_was_not_known(story, account):
    told = compare(
        story(
            account(
                "The girl's condition is unknown, rescuers at the Kessel quarry said.", published="2031-05-04"
            ),
            account(
                "The girl who fell into the flooded quarry near Kessel was found alive, rescuers said.",
                published="2031-05-06",
            ),
            account(
                "We hope she is alive, one rescuer at the Kessel quarry said of the girl.",
                published="2031-05-04",
            ),
        )
    )
    (conflict,) = clashing(told)
    assert conflict.nature == "update"
    assert [len(side.mentions) for side in conflict.sides] == [1, 1]


def test_what_is_not_unknown_is_known(story):
    told = compare(
        story(
            "The sale was not an undisclosed deal, Brandt said of the Ostrava and its owners.",
            "Brandt told reporters about the sale of the Ostrava and its owners.",
        )
    )
    assert clashing(told) == []


def test_days_of_two_deeds_are_not_compared(story, account):
    told = compare(
        story(
            account(
                "The assembly sent the harbour bill to Governor Dorn of Kessel on Monday.",
                dates={"Monday": {"value": "2031-05-05"}},
            ),
            account(
                "Governor Dorn of Kessel announced her veto of the harbour bill on Wednesday.",
                dates={"Wednesday": {"value": "2031-05-07"}},
            ),
        )
    )
    assert clashing(told) == []


def forces(number, noun="divers"):
    return {"low": number, "high": number, "counted": noun}


def test_those_who_were_sent_are_counted_over_articles(story, account):
    told = compare(
        story(
            account(
                "Some 20 divers are searching the flooded quarry near Kessel for the girl.",
                published="2031-05-04",
                quantities={"20 divers": forces(20.0)},
            ),
            account(
                "The search of the flooded quarry near Kessel for the girl took 60 divers four days.",
                published="2031-05-06",
                quantities={"60 divers": forces(60.0)},
            ),
        )
    )
    assert kinds(told) == ["number"]


def test_counts_of_other_things_need_assertions_that_tell_the_same(story, account):
    told = compare(
        story(
            account(
                "Shops may not sell marsh tobacco in twelve provinces, an official said.",
                quantities={"twelve provinces": forces(12.0, "provinces")},
            ),
            account(
                "Marsh tobacco was sent by mail to at least 30 provinces, the police said.",
                quantities={"at least 30 provinces": forces(30.0, "provinces")},
            ),
        )
    )
    assert clashing(told) == []


def test_ages_of_a_list_are_not_compared(story, account):
    told = compare(
        story(
            account(
                "Brandt wrote that Tilda and Vesna Orlo, aged 16 and 13 respectively, were badly dressed.",
                quantities={"16": {"low": 16.0, "high": 16.0, "unit": "year-old"}},
            ),
            account(
                "Tilda and Vesna Orlo were badly dressed, Brandt wrote; Vesna is 13.",
                quantities={"13": {"low": 13.0, "high": 13.0, "unit": "year-old"}},
            ),
        )
    )
    assert clashing(told) == []


def test_the_toll_of_another_event_is_compared_by_itself(story, account):
    told = compare(
        story(
            account(
                "Two people were killed when a truck hit the gate of the embassy in Kessel.\n"
                "The rebels called it revenge for air strikes on Orlo last week that killed 30 villagers.",
                quantities={
                    "Two people": forces(2.0, "people"),
                    "30 villagers": forces(30.0, "villagers"),
                },
            ),
            account(
                "A truck hit the gate of the embassy in Kessel and killed two people.\n"
                "It was revenge, the rebels said, for the air strikes on Orlo that killed 39 villagers.",
                quantities={
                    "two people": forces(2.0, "people"),
                    "39 villagers": forces(39.0, "villagers"),
                },
            ),
        )
    )
    (conflict,) = clashing(told)
    assert sorted(side.value for side in conflict.sides) == ["30 villagers", "39 villagers"]


ONE_OF_TWO_THINGS = [
    (
        "Oduya will not offer any permanent berths to the Ostrava crews, her office said.",
        "Oduya said she had offered berths to the Ostrava crews for the winter.",
    ),
    (
        "The strike will not delay the launch schedule of Orlow Shipping, said Brandt of the harbour board.",
        "The strike delayed the launch of Orlow Shipping by an hour, said Brandt of the harbour board.",
    ),
    (
        "The port does not sell cargo records of thousands of Merrow ships, said Brandt.",
        "The port sold berths to thousands of Merrow ships, said Brandt.",
    ),
    (
        "Both councils should reopen the Kessel bridge, the harbour union said.",
        "The storm that led Port Merrow to close the Kessel bridge is over, the harbour union said.",
    ),
    (
        "The Kessel bridge was closed for an hour, but engineers of the port let it reopen on Monday.",
        "The Kessel bridge was closed for checks by engineers of the port.",
    ),
]


@pytest.mark.parametrize(("one", "other"), ONE_OF_TWO_THINGS)
def test_what_is_denied_of_one_thing_is_not_denied_of_another(story, one, other):
    assert "position" not in kinds(compare(story(one, other)))


def test_who_names_what_he_turns_against_does_not_contradict_himself(story, account):
    denial = "The crews of Merrow do not serve the Kessel board"
    idea = "Lawyers in town have the old idea that crews of Merrow serve the Kessel board"
    built = story(account(denial + ".", said=[denial]), account(idea + ".", said=[idea]))
    assert kinds(compare(built)) == ["position"]
    one_voice = tuple(replace(each, speaker="p1") for each in built.statements)
    assert kinds(compare(replace(built, statements=one_voice))) == []


def test_a_word_made_of_another_name_is_no_spelling_of_a_third(story):
    told = compare(
        story(
            "The Ansolan satellite failed after the launch at Kessel. Ansola had waited for years.",
            "The Ansosat satellite failed after the launch at Kessel, the port said.",
        )
    )
    assert clashing(told) == []


MONDAY, TUESDAY = {"value": "2031-05-05"}, {"value": "2031-05-06"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A blaze swept through a nursing home in Kessel early on Monday, killing six people.",
            "The death toll in a nursing home blaze in Kessel rose to nine people on Tuesday.",
        ),
        (
            "The bus driver Anton Brel was questioned by detectives in Kessel on Monday.",
            "The bus driver Anton Brel was arrested by detectives in Kessel on Tuesday.",
        ),
        (
            "Two crew of the ferry Ostrava died of their burns in a Kessel clinic on Monday.",
            "Two more crew of the ferry Ostrava died of their burns in a Kessel clinic on Tuesday.",
        ),
        (
            "The ferry Ostrava was anchored off the Kessel pier on Monday.",
            "The ferry Ostrava was still anchored off the Kessel pier on Tuesday.",
        ),
        (
            "The ferry Ostrava has been anchored off the Kessel pier since Monday.",
            "The ferry Ostrava was anchored off the Kessel pier on Tuesday.",
        ),
        (
            "Shares of Orlow Shipping fell sharply in Kessel trading on Monday.",
            "Shares of Orlow Shipping fell sharply in Kessel trading on Tuesday.",
        ),
    ],
)
def test_the_news_of_two_days_is_no_conflict_of_days(story, account, one, other):
    told = compare(
        story(
            account(one, published="2031-05-05", dates={"Monday": MONDAY}),
            account(other, published="2031-05-06", dates={"Tuesday": TUESDAY}),
        )
    )
    assert "date" not in kinds(told)


def test_days_on_which_two_things_were_confirmed_are_not_compared(story):
    told = compare(
        story(
            "Orlow Shipping confirmed on Friday that contact with the tug Ostrava had been found again.",
            "Orlow Shipping on Wednesday confirmed that contact with the tug Ostrava had been lost.",
        )
    )
    assert "date" not in kinds(told)


def test_no_evidence_answers_nothing(story):
    told = compare(
        story(
            "It was unclear whether the pilot Brandt had ties to the Kessel smugglers, Oduya said.",
            "There is no evidence that the pilot Brandt had ties to the Kessel smugglers, Oduya said.",
        )
    )
    assert clashing(told) == []


def test_who_was_mayor_is_a_former_mayor(story):
    told = compare(
        story(
            "Ines Oduya, who was mayor of Merrow from 2000 to 2006, opposed the toll.",
            "The toll was opposed by Ines Oduya, the former mayor of Merrow.",
        )
    )
    assert clashing(told) == []


@pytest.mark.parametrize(
    "passing",
    [
        "Crews of Port Merrow set up barriers to ensure that the Kessel quay is safe at night.",
        "People in Port Merrow talk of the Kessel quay like it is safe, the union said.",
    ],
)
def test_what_is_to_be_so_is_no_judgement(story, passing):
    verdict = "The Kessel quay in Port Merrow is unsafe, said Brandt of the harbour union."
    assert "position" not in kinds(compare(story(passing, verdict)))


def test_how_long_two_things_took_is_not_compared(story, account):
    told = compare(
        story(
            account(
                "Captain Joss Brandt of the Ostrava of Port Merrow slept for two hours.",
                quantities={"two hours": {"low": 2.0, "high": 2.0, "unit": "hour"}},
            ),
            account(
                "Captain Joss Brandt of the Ostrava of Port Merrow was questioned for four hours.",
                quantities={"four hours": {"low": 4.0, "high": 4.0, "unit": "hour"}},
            ),
        )
    )
    assert "number" not in kinds(told)


def placed(built, *names):
    """The story with these words of its articles read as places."""
    readings = tuple(
        replace(
            reading,
            entities=tuple(
                Entity(span=Span(at, at + len(name)), type="place")
                for name in names
                if (at := reading.article.text.find(name)) >= 0
            ),
        )
        for reading in built.traced.story.readings
    )
    return replace(built, traced=replace(built.traced, story=replace(built.traced.story, readings=readings)))


def test_those_sent_to_a_town_and_to_a_province_are_not_compared(story, account):
    built = story(
        account(
            "The harbour festival in Merrow brings 160 officers onto the quays and streets at night.",
            quantities={"160 officers": forces(160.0, "officers")},
        ),
        account(
            "The harbour festival in Orlowland brings 570 officers onto the quays and streets at night.",
            quantities={"570 officers": forces(570.0, "officers")},
        ),
    )
    assert kinds(compare(built)) == ["number"]
    assert kinds(compare(placed(built, "Merrow", "Orlowland"))) == []


def test_thousands_of_those_sent_are_no_count(story, account):
    told = compare(
        story(
            account(
                "Thousands of officers guarded the harbour festival in Merrow at night.",
                quantities={"Thousands of officers": {"low": 2000.0, "high": None, "counted": "officers"}},
            ),
            account(
                "Some 1,600 officers guarded the harbour festival in Merrow at night.",
                quantities={"Some 1,600 officers": forces(1600.0, "officers")},
            ),
        )
    )
    assert kinds(told) == []


def test_where_something_was_said_makes_no_rumour_of_it(story):
    told = compare(
        story(
            "The premier's spokesman, Petr Hollin, rejected accusations that Kessel had broken its word.",
            "The premier's spokesman, Petr Hollin, said in Kessel that the premier's word stood.",
        )
    )
    assert [c for c in told.conflicts if c.kind == "position"] == []
