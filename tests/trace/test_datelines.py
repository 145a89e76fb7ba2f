import pytest

from tellings.records import Article
from tellings.trace import trace
from tellings.trace.boilerplate import find_boilerplate
from tellings.trace.credits import find_credits
from tellings.trace.datelines import behind_datelines, find_datelines

LEAD = "A crowded ferry struck a submerged barge near the northern breakwater late on Monday."


@pytest.mark.parametrize(
    "head",
    [
        "PORT ELLERY, May 3 (Corvane) - ",
        "PORT ELLERY (Corvane) — ",
        "PORT ELLERY, Velmark, May 3, 2024 (Corvane) – ",
        "Port Ellery (Corvane) -- ",
        "(Corvane) - ",
    ],
)
def test_a_dateline_names_an_agency_that_no_list_knows(head):
    text = f"Ferry hits barge\n\n{head}{LEAD}"
    ((span, name),) = find_datelines(text)
    assert name == "Corvane"
    assert span.words_in(text).endswith("(Corvane)")
    (credit,) = find_credits(Article(id="a", text=text), (), ())
    assert (credit.name, credit.kind) == ("Corvane", "wire")


@pytest.mark.parametrize(
    "text",
    [
        "Results\n\nANNA BRANDT (Labour) - 4,120\nPIERS LOWE (Liberal) - 3,998",
        f"Anna Brandt (pictured) - {LEAD}",
        "1\n2\n3\n4\nAnna Brandt (Labour) - held the seat that her mother had won in the year before.",
        f"PORT ELLERY (Updated) - {LEAD}",
        f"The ship (Corvane) sailed on. {LEAD}",
    ],
)
def test_other_names_in_brackets_are_no_agencies(text):
    assert list(find_datelines(text)) == []


def test_an_agency_known_from_one_dateline_is_known_in_the_whole_story(reading, story):
    traced = trace(
        story(
            reading(f"PORT ELLERY, May 3 (Corvane) - {LEAD}", "wire"),
            reading("The captain told Corvane that he had seen no light on the barge.", "other"),
        )
    )
    (credit,) = traced.provenance["other"].credits
    assert (credit.name, credit.kind) == ("Corvane", "cited-report")
    (corvane,) = (origin for origin in traced.origins if origin.name == "Corvane")
    assert (corvane.kind, corvane.articles) == ("agency", ("wire", "other"))


def test_the_agencys_own_later_report_is_of_the_same_origin(reading, story):
    traced = trace(
        story(
            reading(f"PORT ELLERY, May 3 (Corvane) - {LEAD}", "wire"),
            reading("Divers have raised the wheelhouse of the ferry.", "later", outlet="Corvane"),
        )
    )
    assert [origin.articles for origin in traced.origins] == [("wire", "later")]


def test_the_wire_comes_before_a_copy_of_it_in_an_outlet(reading, story):
    longer = f"PORT ELLERY, May 3 (Corvane) - {LEAD}\nDivers searched the flooded lower deck."
    traced = trace(
        story(
            reading(f"PORT ELLERY, May 3 (Corvane) - {LEAD}", "wire", published="2024-05-03"),
            reading(longer, "post", published="2024-05-03T19:00:00", outlet="Ellery Post"),
        )
    )
    assert [link.article for link in traced.provenance["post"].derives_from] == ["wire"]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ana Brandsma in Port Ellery; editing by Piers Lowe)",
        "(Reporting by Ana Brandsma)",
        "(Additional reporting by Mila Osei and Dov Lind; writing by Ana Brandsma)",
        "Reporting by Ana Brandsma in Port Ellery; editing by Piers Lowe",
    ],
)
def test_who_reported_and_who_edited_is_not_the_article(line):
    text = f"{LEAD}\n{line}"
    (span,) = find_boilerplate(Article(id="a", text=text))
    assert span.words_in(text) == line


def test_phrases_that_every_account_prints_beside_one_quotation_make_no_common_origin(reading, story):
    quote = (
        '"There is no plan to close the gates this spring, and the governor told me so himself," Tolan said.'
    )
    one = reading(
        f"{quote}\nFarmers along the river below the dam had feared for the seed.\n"
        "Soldiers were seen near the gates of the old dam on Sunday. The water stood at four metres, as in "
        "every April since the turbines were put in, and the mill kept working through the night.",
        "one",
    )
    other = reading(
        f"Nobody in Ostrel expected the order. {quote}\nThe gates of the old dam fell at noon.\n"
        "By evening boats lay on the mud of the river below the dam. In the capital nobody picked up the "
        "telephone, and the ministry sent reporters home without a word on who had given the order.",
        "other",
    )
    assert [origin.articles for origin in trace(story(one, other)).origins] == [("one",), ("other",)]


def test_an_article_that_credits_the_other_outlet_for_shared_quotations_derives_from_it(reading, story):
    quote = (
        "“Whatever people think about the bridge, whatever names they call its builders, this council owes "
        "those who crossed the river every morning a plain answer about the cracks, about the warnings that "
        "engineers wrote down twice, and about the money that never reached the repair yard.”"
    )
    gazette = reading(f"The mayor spoke at the school. {quote}", "gazette", outlet="Torvik Gazette")
    other = reading(f"The Torvik Gazette reported on Friday what Brandt had said: {quote}", "other")
    traced = trace(story(gazette, other))
    assert [link.article for link in traced.provenance["other"].derives_from] == ["gazette"]


@pytest.mark.parametrize(
    ("head", "behind"),
    [
        ("PORT ELLERY -- ", LEAD),
        ("PORT ELLERY, Velmark — ", LEAD),
        ("PORT ELLERY (Corvane) - ", LEAD),
        ("", ""),
    ],
)
def test_a_report_begins_behind_its_dateline(head, behind):
    text = f"Ferry hits barge\n{head}{LEAD}"
    begins = behind_datelines(text)
    assert [text[place:] for place in begins.values()] == ([behind] if behind else [])


def test_who_quote_one_statement_and_share_a_name_or_two_rework_nothing(reading, story):
    quotes = (
        "“Put the decision on the gates on hold until such time as I have read all the reports,” {said}\n"
        "“It is good that the anger of the river towns has moved the governor to think again,” {other}\n"
    )
    one = reading(
        quotes.format(said="the governor wrote at night.", other="read a note from Greta Tolan.")
        + "The Kessel River Club, a boat racing body, took the state to court in the spring over a rule on "
        "dams that were built in two southern counties. Farmers feared for the seed, and the mill kept "
        "working through the night as it had in every April since the turbines were put in.\n"
        + " ".join(f"Boat {n} lay idle beside pier {n} on Monday." for n in range(40)),
        "one",
    )
    other = reading(
        "Nobody in Ostrel expected an order.\n"
        + quotes.format(said="ran the post of Monday.", other="Tolan told her members.")
        + "By evening boats lay on the mud below the wall. The Kessel River Club, a boat-racing league, "
        "cheered. Most gates were built in two southern counties by miners whom the ministry had sent home "
        "without a word on who would pay them, and in the capital nobody picked up the telephone.\n"
        + " ".join(f"Crate {n} was full of seed from farm {n}." for n in range(40)),
        "other",
    )
    provenance = trace(story(one, other)).provenance
    assert [record.derives_from for record in provenance.values()] == [(), ()]
