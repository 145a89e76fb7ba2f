"""What rests on what, over invented wires."""

from __future__ import annotations

from collections.abc import Callable

from tellings.records import Grouped, Reading, Traced
from tellings.trace import trace

MakeReading = Callable[..., Reading]
MakeStory = Callable[..., Grouped]

WIRE = [
    "PORT ELLERY, May 3 (Reuters) - A crowded ferry struck a submerged barge near the northern breakwater "
    "late on Monday, killing at least nine people, rescue workers said.",
    "Divers searched the flooded lower deck through the night for passengers believed to be "
    "trapped in their cabins.",
    "“We heard a long grinding noise and then the lights went out,” passenger Mara Velt told "
    "Reuters from a hospital bed.",
    "The vessel had passed a safety inspection in March, according to records kept by the harbour office.",
    "Port Ellery handles most of the grain that the southern provinces export, and traffic was "
    "halted on Tuesday.",
]
REWRITE = [
    "At least nine people died when a crowded ferry struck a submerged barge near the northern "
    "breakwater of Port Ellery.",
    "Through the night divers searched the flooded lower deck for passengers believed to be "
    "trapped in cabins.",
    "“We heard a long grinding noise and then the lights went out,” said passenger Mara Velt, "
    "who is in hospital.",
    "The ship had passed a safety inspection in March, according to harbour records.",
    "Traffic was halted on Tuesday in a port that handles most of the grain that the southern "
    "provinces export.",
]
QUOTES = [
    "“No captain of this company sails without two working radar sets,” Holm said.",
    "“I will not speculate about the cause before the recorder has been read,” he said.",
]


def links(traced: Traced) -> set[tuple[str, str, str]]:
    return {(a, d.article, d.kind) for a, p in traced.provenance.items() for d in p.derives_from}


def origins(traced: Traced) -> dict[str, tuple[str, ...]]:
    return {o.name: o.articles for o in traced.origins}


def test_a_copy_with_cut_paragraphs_rests_on_the_wire_alone(reading: MakeReading, story: MakeStory) -> None:
    wire = reading("\n".join(WIRE), "wire", outlet="Reuters")
    copy = reading("\n".join([WIRE[0].partition(" - ")[2], *WIRE[1:4]]), "copy", outlet="Ellery Times")
    traced = trace(story(wire, copy))
    assert links(traced) == {("copy", "wire", "copy")}
    assert [o.articles for o in traced.origins] == [("wire", "copy")]
    assert traced.origins[0].name == "Reuters"
    assert len(traced.origins_of({"wire", "copy"})) == 1


def test_every_reason_and_passage_points_at_words_of_its_article(
    reading: MakeReading, story: MakeStory
) -> None:
    readings = [reading("\n".join(WIRE), "wire"), reading("\n".join(REWRITE), "rewrite")]
    text = {r.article.id: r.article.text for r in readings}
    traced = trace(story(*readings))
    reasons = [reason for origin in traced.origins for reason in origin.reasons]
    assert {reason.kind for reason in reasons} == {"credit", "shared-text"}
    for reason in reasons:
        assert reason.span.words_in(text[reason.article]).strip()
        if reason.kind == "shared-text":
            assert reason.other_article is not None
            assert reason.other_span is not None
            here = reason.span.words_in(text[reason.article]).lower().split()
            there = reason.other_span.words_in(text[reason.other_article]).lower().split()
            assert len(set(here) & set(there)) >= 4


def test_an_uncredited_rewrite_shares_the_origin_of_its_wire(reading: MakeReading, story: MakeStory) -> None:
    wire = reading("\n".join(WIRE), "wire", published="2031-05-03T08:00:00")
    rewrite = reading("\n".join(REWRITE), "rewrite", outlet="Harbour Blog", published="2031-05-03T17:00:00")
    traced = trace(story(rewrite, wire))
    (link,) = traced.provenance["rewrite"].derives_from
    assert link.article == "wire"
    assert 0.2 < link.share <= 1
    assert origins(traced) == {"Reuters": ("rewrite", "wire")}


def test_two_reporters_at_one_press_conference_are_two_origins(
    reading: MakeReading, story: MakeStory
) -> None:
    one = [
        "Ferry operator Eduard Holm defended his safety rules on Wednesday as relatives shouted "
        "from the back rows.",
        *QUOTES,
        "The company's shares have lost a third of their value this week.",
    ]
    two = [
        "Pressed by journalists, the chief executive of Ellery Lines promised to publish maintenance logs.",
        *QUOTES,
        "Outside, a retired engineer handed out leaflets listing earlier groundings.",
    ]
    traced = trace(
        story(reading("\n".join(one), "one", outlet="Post"), reading("\n".join(two), "two", outlet="Echo"))
    )
    assert links(traced) == set()
    assert origins(traced) == {"Post": ("one",), "Echo": ("two",)}
    assert len(traced.origins_of({"one", "two"})) == 2


def test_one_press_statement_and_the_same_titles_make_no_text_of_another(
    reading: MakeReading, story: MakeStory
) -> None:
    said = (
        "“We do not know why the gates were left open that night, but whoever signed the order will "
        "answer in open court,”"
    )
    one = (
        "Nobody rang the bell of the lower town, though four people had a key to the tower and had been told "
        "in spring, in writing, what it was for. "
        f"Anger grew on Tuesday in the lower town. {said} read a text by a spokesman for the regional "
        "water board, who was not named. Shops stayed shut along the river, and a school took in forty "
        "families with animals, mattresses and what else they had carried out of the mud. Fishermen who "
        "had tied their boats to the church wall slept in the nave, and the organist played for them "
        "until the power failed and candles had to be brought from the sacristy. Somebody had chalked the "
        "height of the water on the door of every house in Weir Lane, with the hour beside it and, in "
        "three places, a joke. Children counted the marks and argued over which was the highest. A "
        "butcher handed out what was left in his cold room before it could spoil, and a man who had "
        "argued with him for thirty years over a fence carried the crates. At noon the wind turned, and "
        "the smell of diesel went with it. By dusk the first pumps had come up from the coast, and nobody "
        "in the lane went to bed before they had been made to run."
    )
    two = (
        "Three ministers came by helicopter, stood on the embankment while the cameras ran, and flew "
        "home without having met a single person who lives below it. "
        "The mayor wants the keeper gone. Asked about it, Rolf Adair, a spokesman for the regional water "
        f"board, sent a note: {said} it began. Insurers put the damage at a sum that the treasurer refused "
        "to repeat, and soldiers pumped out cellars until dawn while it went on raining over the hills to "
        "the north. Trains between the coast and the capital will be replaced by buses for at least a "
        "month, the railway announced, since two bridges must be rebuilt before winter. In the council "
        "chamber, where paper had dried on every radiator, members voted for a loan that the town will be "
        "paying back when their grandchildren sit there. Only the oldest of them voted against, and she "
        "explained at length which mayor had sold the meadows that once held such floods. Engineers from "
        "the university have asked for the logs of the sluice, which are kept on cards. Two of the boxes "
        "got wet. A judge will decide on Friday whether the rest may leave the building, and the union of "
        "keepers has hired a lawyer who does not lose often."
    )
    assert links(trace(story(reading(one, "one"), reading(two, "two")))) == set()


def test_a_blog_that_pastes_agencies_rests_on_each_and_on_itself(
    reading: MakeReading, story: MakeStory
) -> None:
    blog = (
        "Nobody in this country can run a ferry any more.\n"
        "Nine people died, according to Fars News Agency.\n"
        "The barge carried no lights, said a pilot, as cited by Fars.\n"
        "The navy sent two boats, according to the Anadolu News Agency.\n"
        "The owner was questioned, Interfax reported."
    )
    traced = trace(story(reading(blog, "blog", title="Harbour thoughts")))
    assert set(origins(traced)) == {"Harbour thoughts", "Fars News Agency", "Anadolu News Agency", "Interfax"}
    assert {o.kind for o in traced.origins if o.name != "Harbour thoughts"} == {"agency"}


def test_agencies_without_a_name_and_photo_credits_are_no_origin(
    reading: MakeReading, story: MakeStory
) -> None:
    text = (
        "A ferry sank off Port Ellery, the navy said.\nPhoto by: AP\nLocal media reported nine "
        "dead.\nTideTV and agencies"
    )
    traced = trace(story(reading(text, "a", outlet="TideTV")))
    assert origins(traced) == {"TideTV": ("a",)}
    kinds = {(c.name, c.kind) for c in traced.provenance["a"].credits}
    assert kinds >= {
        ("AP", "photo"),
        ("Local media", "cited-report"),
        ("TideTV and agencies", "byline-agency"),
    }


def test_citing_one_statement_of_another_article_rests_on_both(
    reading: MakeReading, story: MakeStory
) -> None:
    cited = reading("The captain slept on the bridge, two sailors recall.", "cited", outlet="Ellery Times")
    citing = reading(
        "Prosecutors opened a case on Friday.\nThe captain had been asleep, the Ellery Times reported.",
        "citing",
        outlet="Echo",
    )
    traced = trace(story(cited, citing))
    assert origins(traced) == {"Ellery Times": ("cited", "citing"), "Echo": ("citing",)}


def test_an_agency_named_beside_the_shared_words_names_the_unsigned_text(
    reading: MakeReading, story: MakeStory
) -> None:
    unsigned = reading(
        "\n".join(WIRE).replace("(Reuters) - ", "").replace("told Reuters", "said"), "unsigned"
    )
    blog = reading(
        "I warned you about that breakwater, dear readers, for many years and nobody would "
        "listen to an old pilot.\n"
        "Divers searched the flooded lower deck through the night for passengers believed to be "
        "trapped in their "
        "cabins, according to Reuters.\nSo it goes, and it will go on until somebody is held to "
        "account for the barge.",
        "blog",
    )
    traced = trace(story(blog, unsigned))
    assert traced.provenance["blog"].derives_from[0].article == "unsigned"
    assert origins(traced)["Reuters"] == ("blog", "unsigned")


def test_every_article_rests_on_an_origin_and_ids_follow_the_articles(
    reading: MakeReading, story: MakeStory
) -> None:
    readings = [reading("Short note.", "n1"), reading("", "n2"), reading("\n".join(WIRE), "n3")]
    traced = trace(story(*readings))
    assert [o.id for o in traced.origins] == ["o1", "o2", "o3"]
    assert [o.articles for o in traced.origins] == [("n1",), ("n2",), ("n3",)]


def test_a_hundred_copies_of_one_text_are_one_origin(reading: MakeReading, story: MakeStory) -> None:
    text = "\n".join(WIRE[1:])
    traced = trace(story(*(reading(text, f"a{n}", outlet=f"Outlet {n}") for n in range(100))))
    assert len(traced.origins_of({f"a{n}" for n in range(100)})) == 1
    assert all(
        traced.provenance[f"a{n}"].derives_from
        for n in range(100)
        if f"a{n}" != traced.origins[0].articles[0]
    )


def test_each_article_is_compared_with_those_it_shares_most_with(
    reading: MakeReading, story: MakeStory
) -> None:
    common = [
        f"Boats of the line number {n} left the outer basin before the storm came in." for n in range(3)
    ]
    others = [reading("\n".join([common[0], f"Nobody in street {n} slept."]), f"a{n}") for n in range(60)]
    near = [reading("\n".join(common), name) for name in ("first", "second")]
    traced = trace(story(*others, *near))
    assert "first" in {link.article for link in traced.provenance["second"].derives_from} | {
        article
        for article, found in traced.provenance.items()
        if any(link.article == "second" for link in found.derives_from)
    }


def test_articles_that_share_nothing_are_origins_of_their_own(reading: MakeReading, story: MakeStory) -> None:
    texts = ("Ferry sinks off Torvik.", "Council votes on the bridge.", "")
    traced = trace(story(*(reading(text, f"a{n}") for n, text in enumerate(texts))))
    assert [origin.articles for origin in traced.origins] == [("a0",), ("a1",), ("a2",)]


def test_an_outlet_is_one_voice_however_many_articles_it_prints(
    reading: MakeReading, story: MakeStory
) -> None:
    first = "Searchers combed the north face of Ben Orrin for a climber on Monday, police said."
    later = "A climber walked out of the pine woods on Thursday with a sprained wrist, her sister said."
    other = "The climber who was lost on Ben Orrin is writing a book, Glenmoor Radio has learned."
    traced = trace(
        story(
            reading(first, "mon", outlet="Glenmoor Gazette"),
            reading(later, "thu", outlet="Glenmoor Gazette"),
            reading(other, "sat", outlet="Glenmoor Radio"),
        )
    )
    assert origins(traced) == {"Glenmoor Gazette": ("mon", "thu"), "Glenmoor Radio": ("sat",)}
    assert len(traced.origins_of({"mon", "thu"})) == 1


def test_the_initials_of_an_agency_in_its_own_datelines_name_nobody_else(
    reading: MakeReading, story: MakeStory
) -> None:
    wire = "GLENMOOR, May 3 (NCS) - Searchers combed the north face of Ben Orrin on Monday, police said."
    later = "GLENMOOR, May 6 (NCS) - A climber walked out of the pine woods on Thursday, her sister said."
    for own in ((wire,), (wire, later)):
        written = [reading(text, f"w{n}", outlet="Northern Circuit Service") for n, text in enumerate(own)]
        told = reading("The climber likes tea, she told the Gazette.", "gazette", outlet="Glenmoor Gazette")
        traced = trace(story(*written, told))
        assert list(origins(traced)) == ["Northern Circuit Service", "Glenmoor Gazette"]
