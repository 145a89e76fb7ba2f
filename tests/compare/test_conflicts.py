import re
from dataclasses import replace

import pytest

from tellings.compare import compare
from tellings.records import Entity, Span


def people(low, high=None, **more):
    return {"low": low, "high": low if high is None else high, "counted": "people", **more}


def clashing(told):
    return [c for c in told.conflicts if c.nature != "different-scope"]


def values(conflict):
    return [side.value for side in conflict.sides]


def test_a_toll_that_rises_is_an_update_with_its_sides_in_order_of_time(story, account):
    told = compare(
        story(
            account(
                "At least nine people were killed when the ferry Ostrava sank off Port Merrow.\nIt was old.",
                published="2031-05-05",
                quantities={"At least nine": {"low": 9.0, "high": None, "counted": "people"}},
            ),
            account(
                "Four people were killed when the ferry Ostrava sank off Port Merrow.\nIt was Monday night.",
                published="2031-05-04",
                quantities={"Four": people(4.0)},
            ),
        )
    )
    (conflict,) = clashing(told)
    assert (conflict.kind, conflict.nature) == ("number", "update")
    assert values(conflict) == ["Four", "At least nine"]
    assert "Four" in conflict.reason
    assert "At least nine" in conflict.reason
    assert [side.origins for side in conflict.sides] == [("o2",), ("o1",)]


def test_at_least_eighty_four_and_eighty_four_agree(story, account):
    told = compare(
        story(
            account(
                "At least 84 people were killed when the ferry Ostrava sank off Port Merrow.",
                quantities={"At least 84": {"low": 84.0, "high": None, "counted": "people"}},
            ),
            account(
                "The sinking of the ferry Ostrava off Port Merrow killed 84 people.",
                quantities={"84": people(84.0)},
            ),
        )
    )
    assert clashing(told) == []


def test_the_injured_are_not_compared_with_the_killed(story, account):
    told = compare(
        story(
            account(
                "Nine people were killed when the ferry Ostrava sank off Port Merrow.",
                quantities={"Nine": people(9.0)},
            ),
            account(
                "Thirty people were injured when the ferry Ostrava sank off Port Merrow.",
                quantities={"Thirty": people(30.0)},
            ),
        )
    )
    assert clashing(told) == []


def test_a_part_of_the_dead_is_no_other_toll(story, account):
    told = compare(
        story(
            account(
                "Nine people were killed when the ferry Ostrava sank off Port Merrow.",
                quantities={"Nine": people(9.0)},
            ),
            account(
                "Among them were three people killed when the ferry Ostrava sank off Port Merrow.",
                quantities={"three": people(3.0)},
            ),
        )
    )
    assert clashing(told) == []


def test_the_dead_of_an_earlier_sinking_are_not_compared(story, account):
    told = compare(
        story(
            account(
                "Nine people were killed when the ferry Ostrava sank off Port Merrow.",
                quantities={"Nine": people(9.0)},
            ),
            account(
                "Twenty people were killed when a ferry sank off Port Merrow in 1998.",
                quantities={"Twenty": people(20.0)},
            ),
        )
    )
    assert clashing(told) == []


def test_a_rounded_measure_is_no_conflict(story, account):
    told = compare(
        story(
            account(
                "The flooded shaft at Kessel is about 40 metres deep, the mayor said.",
                quantities={"about 40 metres": {"low": 40.0, "high": 40.0, "unit": "m", "approximate": True}},
            ),
            account(
                "The flooded shaft at Kessel is 41 metres deep, the mayor said.",
                quantities={"41 metres": {"low": 41.0, "high": 41.0, "unit": "m"}},
            ),
        )
    )
    assert clashing(told) == []


def test_two_depths_of_one_shaft_are_a_conflict(story, account):
    told = compare(
        story(
            account(
                "The flooded shaft at Kessel is 40 metres deep, the mayor said.",
                quantities={"40 metres": {"low": 40.0, "high": 40.0, "unit": "m"}},
            ),
            account(
                "The flooded shaft at Kessel is 80 metres deep, the mayor said.",
                quantities={"80 metres": {"low": 80.0, "high": 80.0, "unit": "m"}},
            ),
        )
    )
    (conflict,) = clashing(told)
    assert sorted(values(conflict)) == ["40 metres", "80 metres"]


def test_a_denial_faces_what_others_affirm(story):
    told = compare(
        story(
            "Minister Oduya asked Brandt Shipping for help with the wreck on Monday.",
            "Minister Oduya has not asked Brandt Shipping for help with the wreck.",
        )
    )
    (conflict,) = clashing(told)
    assert conflict.kind == "position"
    assert any("not asked" in value for value in values(conflict))


def test_would_welcome_is_no_denial_of_has_asked_for(story):
    told = compare(
        story(
            "Minister Oduya would welcome help from Brandt Shipping with the wreck.",
            "Minister Oduya has asked for help from Brandt Shipping with the wreck.",
        )
    )
    assert clashing(told) == []


def test_what_may_happen_does_not_clash_with_what_did_not(story):
    told = compare(
        story(
            "The captain may have ignored the storm warning off Port Merrow.",
            "The captain had not ignored the storm warning off Port Merrow.",
        )
    )
    assert clashing(told) == []


def test_a_name_in_two_spellings_is_shown_with_both(story):
    told = compare(
        story(
            "Rescuers searched Parlow Sound until dusk for the ferry Ostrava.",
            "Rescuers searched Barlow Sound until dusk for the ferry Ostrava.",
        )
    )
    (conflict,) = clashing(told)
    assert sorted(values(conflict)) == ["Barlow Sound", "Parlow Sound"]


def test_a_country_and_its_people_are_not_two_spellings(story):
    told = compare(
        story(
            "A court in Varania fined the owner of the ferry Ostrava.",
            "A Varanian court fined the owner of the ferry Ostrava.",
        )
    )
    assert clashing(told) == []


def test_a_changed_word_inside_a_quotation_is_shown(story):
    told = compare(
        story(
            "“We did everything we possibly could to keep the passengers safe that night,” Brandt said.",
            "“We did everything we reasonably could to keep the passengers safe that night,” Brandt said.",
        )
    )
    (conflict,) = [c for c in told.conflicts if c.kind == "wording"]
    assert sorted(values(conflict)) == ["we possibly could", "we reasonably could"]


def test_a_cut_at_the_end_of_a_quotation_is_no_changed_wording(story):
    told = compare(
        story(
            "“We did everything we could to keep the passengers safe that night, and so did all,” he said.",
            "“We did everything we could to keep the passengers safe that night,” Brandt said.",
        )
    )
    assert clashing(told) == []


def test_two_times_of_one_crash_clash_but_about_six_and_six_oh_four_do_not(story):
    far = compare(
        story(
            "Tram crash in Kessel\nThe crash on Mill Lane happened at 6.04am.",
            "Kessel tram crash\nThe crash on Mill Lane happened at around 6.30am.",
        )
    )
    near = compare(
        story(
            "Tram crash in Kessel\nThe crash on Mill Lane happened at 6.04am.",
            "Kessel tram crash\nThe crash on Mill Lane happened at around 6am.",
        )
    )
    assert [c.kind for c in clashing(far)] == ["time"]
    assert clashing(near) == []


def test_a_car_in_one_account_and_a_van_in_another(story):
    told = compare(
        story(
            "A man drove a car into the gate of the Varanian embassy in Kessel.",
            "A man drove a van into the gate of the Varanian embassy in Kessel.",
        )
    )
    (conflict,) = clashing(told)
    assert sorted(values(conflict)) == ["car", "van"]


def test_a_founder_and_a_co_founder(story):
    told = compare(
        story(
            "The sale was confirmed by Pavla Dorn, the founder of Brightlane.",
            "The sale was confirmed by Pavla Dorn, the co-founder of Brightlane.",
        )
    )
    assert [c.kind for c in clashing(told)] == ["person"]


def test_a_weekday_that_does_not_fit_its_date_is_shown_with_both_parts(story, account):
    told = compare(
        story(
            account(
                "Brandt arrived in Kessel on Tuesday, May 5, 2031, his office said.",
                dates={"Tuesday, May 5, 2031": {"value": "2031-05-05", "misfit": "May 5, 2031 was a Monday"}},
            ),
            "Brandt was in Kessel this week to see the wreck of the ferry.",
        )
    )
    (conflict,) = clashing(told)
    assert sorted(values(conflict)) == ["May 5, 2031", "Tuesday"]
    assert conflict.reason == "May 5, 2031 was a Monday"


def test_who_else_tells_the_same_of_the_weekday_is_shown_with_it(story, account):
    arrived = "Brandt arrived in Kessel on Tuesday, May 5, 2031, to see the wreck of the ferry Ostrava."
    dates = {"Tuesday, May 5, 2031": {"value": "2031-05-05", "misfit": "May 5, 2031 was a Monday"}}
    told = compare(
        story(
            account(arrived, dates=dates),
            "Brandt arrived in Kessel on Tuesday to see the wreck of the ferry Ostrava.",
            "Brandt arrived in Kessel to see the wreck of the ferry Ostrava.",
        )
    )
    (conflict,) = clashing(told)
    (weekday,) = (side for side in conflict.sides if side.value == "Tuesday")
    assert [cite.article for cite in weekday.mentions] == ["a1", "a2"]


def test_every_side_points_at_words_of_its_article(story):
    attributed = story(
        "Minister Oduya asked Brandt Shipping for help with the wreck on Monday.",
        "Minister Oduya has not asked Brandt Shipping for help with the wreck.",
    )
    texts = {r.article.id: r.article.text for r in attributed.traced.readings}
    for conflict in compare(attributed).conflicts:
        for side in conflict.sides:
            assert any(side.value in texts[cite.article] for cite in side.mentions)
            assert all(
                0 <= cite.span.start < cite.span.end <= len(texts[cite.article]) for cite in side.mentions
            )


def test_tolls_of_two_places_in_one_article_are_not_compared(story, account):
    told = compare(
        story(
            account(
                "Forty-eight people were killed in shelling near Karsk on Friday.\n"
                "Forty-five people were killed in shelling in Latvena on Tuesday.",
                quantities={"Forty-eight": people(48.0), "Forty-five": people(45.0)},
            ),
            account(
                "Shelling near Karsk killed 48 people on Friday.",
                quantities={"48 people": people(48.0)},
            ),
        )
    )
    assert clashing(told) == []
    (apart,) = [c for c in told.conflicts if c.nature == "different-scope"]
    assert "two places" in apart.reason
    assert "Karsk" in apart.reason
    assert "Latvena" in apart.reason


def test_two_judgements_of_one_thing_by_two_voices_are_a_conflict(story):
    told = compare(
        story(
            "The bridge contract of the Kessel council was entirely lawful, its counsel said.",
            "The bridge contract of the Kessel council was plainly illegal, an auditor said.",
        )
    )
    (conflict,) = clashing(told)
    assert conflict.kind == "position"
    assert "lawful" in conflict.reason
    assert "illegal" in conflict.reason


def test_a_judgement_denied_agrees_with_its_reverse(story):
    told = compare(
        story(
            "The bridge contract of the Kessel council was not lawful, its counsel said.",
            "The bridge contract of the Kessel council was plainly illegal, an auditor said.",
        )
    )
    assert clashing(told) == []


def test_an_allegation_is_no_judgement_of_who_tells_of_it(story):
    told = compare(
        story(
            "The bridge contract of the Kessel council was entirely lawful, its counsel said.",
            "The auditor read out allegations of illegal bridge contract talks at the Kessel council.",
        )
    )
    assert clashing(told) == []


@pytest.mark.parametrize(
    ("deed", "published"),
    [
        ("The ferry Ostrava sank off the Kessel pier with its crew of nine on", ("2031-05-06", "2031-05-06")),
        (
            "The student Anton Brel was last seen by two climbers near Mount Orl on",
            ("2031-05-06", "2031-05-09"),
        ),
        ("The attack on the Kessel customs house on", ("2031-05-09", "2031-05-09")),
    ],
)
def test_two_days_of_one_deed_are_a_conflict(story, account, deed, published):
    told = compare(
        story(
            account(f"{deed} Monday.", published=published[0], dates={"Monday": {"value": "2031-05-05"}}),
            account(f"{deed} Tuesday.", published=published[1], dates={"Tuesday": {"value": "2031-05-06"}}),
        )
    )
    (conflict,) = [c for c in told.conflicts if c.kind == "date"]
    assert values(conflict) == ["Monday", "Tuesday"]


@pytest.mark.parametrize(
    ("one", "other", "kind", "shown"),
    [
        (
            "A faulty heater in the canteen had caused the fire at the Kessel mill.",
            "An electrical fault had caused the fire at the Kessel mill.",
            "cause",
            ["A faulty heater in the canteen", "An electrical fault"],
        ),
        (
            "The blaze at the Kessel mill was caused by a cigarette, police said.",
            "The fire at the Kessel mill was caused by lightning, the insurer said.",
            "cause",
            ["a cigarette", "lightning"],
        ),
        (
            "The fire broke out in a kitchen on the ground floor of the Kessel mill.",
            "The fire broke out in a store on the second floor of the Kessel mill.",
            "place",
            ["ground floor", "second floor"],
        ),
        (
            "The fire at the Kessel mill began in the canteen shortly before noon.",
            "The fire at the Kessel mill began in the workshop shortly before noon.",
            "place",
            ["canteen", "workshop"],
        ),
    ],
)
def test_what_caused_it_and_where_it_began_are_set_against_each_other(story, one, other, kind, shown):
    told = compare(story(one, other))
    assert [values(c) for c in told.conflicts if c.kind == kind] == [shown]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Faulty wiring had caused the fire at the Kessel mill.",
            "A short circuit had caused the fire at the Kessel mill.",
        ),
        (
            "A heater had caused a fire at the Kessel mill in 2019.",
            "An electrical fault had caused the fire at the Kessel mill.",
        ),
        (
            "Human error caused the fire at the Kessel mill.",
            "A heater caused the fire at the Kessel mill.",
        ),
        (
            "The fire at the Kessel mill began in the kitchen.",
            "The fire at the Kessel mill began in the main building.",
        ),
    ],
)
def test_causes_and_places_that_may_be_one_are_no_conflict(story, one, other):
    told = compare(story(one, other))
    assert [c.kind for c in told.conflicts if c.kind in ("cause", "place")] == []


def with_persons(story, *names):
    """The story with these names read as persons."""

    def persons(text):
        found = [Span(at.start(), at.end()) for name in names for at in re.finditer(rf"{name}\b", text)]
        return tuple(Entity(span=span, type="person") for span in sorted(found))

    readings = tuple(replace(r, entities=persons(r.article.text)) for r in story.traced.readings)
    return replace(story, traced=replace(story.traced, story=replace(story.traced.story, readings=readings)))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Petra Lundman", "Petra Lundmann", ["Petra Lundman", "Petra Lundmann"]),
        ("Petra Lundman", "Gesa Lundmann", []),
        ("North Velmaria", "North Velmarian", []),
    ],
)
def test_one_first_name_before_two_surnames_is_one_person(story, one, other, found):
    told = compare(
        with_persons(
            story(
                f"No brewery in Kessel would be closed, said {one} of Orlow Shipping.",
                f"No brewery in Kessel would be closed, said {other} of Orlow Shipping.",
            ),
            "Petra Lundman",
            "Petra Lundmann",
            "Gesa Lundmann",
        )
    )
    assert [value for c in told.conflicts if "spelled" in c.reason for value in values(c)] == found


def test_a_rumour_and_its_denial_face_each_other(story):
    told = compare(
        story(
            "Police denied rumours of a second gunman in the Kessel mill.",
            "A second gunman fled from the Kessel mill, several residents wrote.",
        )
    )
    conflict = next(c for c in clashing(told) if c.reason.startswith("what some tell"))
    assert values(conflict)[0] == "rumours of a second gunman in the Kessel mill"


def test_what_is_hoped_for_does_not_clash_with_what_is_so(story):
    told = compare(
        story(
            "The Kessel council hoped to have the bridge reopened.",
            "The Kessel council closed the bridge.",
        )
    )
    assert clashing(told) == []


def test_an_unknown_cause_faces_only_what_gives_a_cause(story):
    told = compare(
        story(
            "The cause of the fire at the Kessel mill was unclear.",
            "The fire at the Kessel mill burned for nine hours.",
        )
    )
    assert clashing(told) == []
    told = compare(
        story(
            "The cause of the fire at the Kessel mill was unclear.",
            "The fire at the Kessel mill was caused by a fallen lamp.",
        )
    )
    assert [c.kind for c in clashing(told)] == ["cause"]


def test_a_detector_that_was_measured_is_as_sure_as_it_was_right(monkeypatch):
    from importlib import import_module

    calibration = import_module("tellings.compare.conflicts.calibration")
    found = import_module("tellings.compare.conflicts.found").Found(
        kind="number", nature="contradiction", reason="", confidence=0.75, sides=()
    )
    monkeypatch.setattr(calibration, "_rates", lambda: {"numbers 0.75": 0.9})
    assert calibration.calibrated("numbers", found) == 0.9
    assert calibration.calibrated("clock", found) == 0.75


def test_what_happened_comes_before_how_it_is_printed_and_the_widely_told_first(story):
    told = compare(
        story(
            "Oduya asked Brandt Shipping for help with the wreck of the ferry Ostrava on Monday.",
            "Oduya has not asked Brandt Shipping for help with the wreck of the ferry Ostrava.",
            "Nadia Oduya asked Brandt Shipping for help with the wreck, said Tomas Pavelkin of Kessel.",
            "The wreck of the ferry worries Kessel, said Tomas Pavelken of Kessel.",
        )
    )
    kinds = [conflict.reason.split(":")[0] for conflict in clashing(told)]
    assert kinds[0] == "some deny what others affirm"
    assert any("spelled" in kind for kind in kinds[1:])


def test_one_sentence_with_two_days_on_one_day_is_a_conflict(story, account):
    words = "Envoys of both sides were seen leaving the old customs house in Kessel harbour by boat on"
    told = compare(
        story(
            account(f"{words} Monday.", published="2031-05-06", dates={"Monday": {"value": "2031-05-05"}}),
            account(f"{words} Tuesday.", published="2031-05-06", dates={"Tuesday": {"value": "2031-05-06"}}),
        )
    )
    assert [values(c) for c in told.conflicts if c.kind == "date"] == [["Monday", "Tuesday"]]


def test_two_spellings_are_shown_alike_and_without_what_follows(story):
    told = compare(
        story(
            "Orlo Barlovine’s Kessel Harbour Show drew a crowd.\nBarlovine sang at the Kessel mill.",
            "How the town took Barlovne's return to the stage.\nBarlovne sang at the Kessel mill.",
        )
    )
    spelled = [c for c in told.conflicts if "spelled" in c.reason]
    assert [sorted(values(c)) for c in spelled] == [["Barlovine", "Barlovne"]]
    assert not any(claim.status == "disputed" for claim in told.claims)


@pytest.mark.parametrize(
    "other",
    [
        "Any rumours of a second gunman in the Kessel mill were false, residents wrote.",
        "A second gunman was accused of robbing the Kessel mill, several residents wrote.",
    ],
)
def test_a_denial_faces_neither_another_denial_nor_an_accusation(story, other):
    told = compare(story("Police denied rumours of a second gunman in the Kessel mill.", other))
    assert not [c for c in clashing(told) if c.reason.startswith("what some tell")]
