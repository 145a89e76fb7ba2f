"""The same words told by several, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tellings.attribute.compounds import compounds_in
from tellings.attribute.drift import drift_among
from tellings.attribute.names import can_be_one, take_apart
from tellings.records import Span, Statement

Attribute = Callable[..., Any]

WHOLE = (
    "There is no request for the ferries to help them, there is no thought of it, and nobody "
    "asked the ferries"
)


def _groups(story: Any) -> list[set[str]]:
    return [
        {s.article for s in story.attributed.statements if s.utterance == u.id}
        for u in story.attributed.utterances
    ]


def test_a_cut_quotation_is_the_same_utterance_and_the_cut_is_shown(told: Attribute) -> None:
    story = told(
        a="{q1:“" + WHOLE + ".”} {s1:Gen. Tobias Merrow} {c1:said}.",
        b="{q1:“There is no request for the ferries to help them… and nobody asked the ferries,”} "
        "{s1:Merrow} {c1:said}.",
        c="{q1:“There is no request for the ferries to help them, and nobody asked the ferries,”} "
        "{s1:Merrow} {c1:said}.",
    )
    assert _groups(story) == [{"a", "b", "c"}]
    cuts = [there for kind, _, there in story.drift() if kind == "cut"]
    assert cuts == ["there is no thought of it"] * 2


def test_an_inserted_bracket_is_shown_with_its_brackets(told: Attribute) -> None:
    story = told(
        a="{q1:“The minister said he would not go to Marlow again.”} {s1:Tobias Merrow} {c1:said}.",
        b="{q1:'the [Sorland] minister said he would not go to Marlow again'}, {s1:Merrow} {c1:said}.",
    )
    assert story.drift() == [("inserted", "[Sorland]", "The minister")]


def test_a_changed_word_is_shown_in_both_tellings(told: Attribute) -> None:
    story = told(
        a="{q1:“We will never sell the harbour to strangers.”} {s1:Ann Orlow} {c1:said}.",
        b="{q1:“We will never lease the harbour to strangers,”} {s1:Ann Orlow} {c1:said}.",
    )
    assert story.drift() in ([("changed", "lease", "sell")], [("changed", "sell", "lease")])


def test_marks_capitals_and_end_punctuation_are_no_drift(told: Attribute) -> None:
    story = told(
        a="{q1:“We will never sell the harbour to strangers.”} {s1:Ann Orlow} {c1:said}.",
        b='{s1:Ann Orlow} {c1:said}: {q1:"we will never sell the harbour to strangers"}',
    )
    assert _groups(story) == [{"a", "b"}]
    assert story.drift() == []


def test_a_paraphrase_is_the_same_utterance(told: Attribute) -> None:
    story = told(
        a="{q1:“My eyes nearly popped out of my head when I opened that electricity bill,”} "
        "{s1:Mary Hollis} {c1:said}.",
        b="{s1:Mary Hollis} {c1:said} {q1:her eyes popped when she opened the electricity bill}.",
    )
    assert _groups(story) == [{"a", "b"}]
    assert [kind for kind, _, _ in story.drift()] == ["paraphrased"]


def test_a_quoted_fragment_joins_two_accounts(told: Attribute) -> None:
    story = told(
        a="{s1:Mary Hollis} {c1:said} {q1:she was “absolutely floored” by the sum}.",
        b="{s1:Hollis} {c1:recalled} {q1:being “absolutely floored” that morning}.",
        c="{s1:Mary Hollis} {c1:paid} {q1:nothing}.",
    )
    assert _groups(story) == [{"a", "b"}]


def test_a_quotation_given_to_another_speaker_is_retitled(told: Attribute) -> None:
    story = told(
        a="{q1:“The brakes on that train had failed twice before.”} {s1:Paul Benning, a driver,} {c1:said}.",
        b="{q1:“The brakes on that train had failed twice before,”} {s1:Karl Ruzek} {c1:said}.",
    )
    assert _groups(story) == [{"a", "b"}]
    assert [kind for kind, _, _ in story.drift()] == ["retitled"]
    assert story.name("brakes", "a") != story.name("brakes", "b")


def test_what_two_people_report_in_like_words_is_not_one_utterance(told: Attribute) -> None:
    story = told(
        a="{s1:Paul Benning} {c1:said} {q1:the brakes of the train had failed before}.",
        b="{s1:Karl Ruzek} {c1:said} {q1:the train failed because of its brakes before}.",
    )
    assert story.attributed.utterances == ()


def test_a_denial_is_not_what_it_denies(told: Attribute) -> None:
    story = told(
        a="{s1:Paul Benning} {c1:said} {q1:he had served in the coast guard}.",
        b="{s1:Paul Benning} {c1:said} {q1:he had not served in the coast guard}.",
    )
    assert story.attributed.utterances == ()


def test_two_quotations_of_one_speaker_on_one_matter_are_two(told: Attribute) -> None:
    story = told(
        a="{q1:“The tunnel was dark and the train went far too fast,”} {s1:Mary Hollis} {c1:said}.",
        b="{q1:“Far too many people ride that train through the dark tunnel,”} {s1:Mary Hollis} {c1:said}.",
    )
    assert story.attributed.utterances == ()


def test_words_told_by_one_article_have_no_utterance(told: Attribute) -> None:
    story = told(
        a="{q1:“The tunnel was dark.”} {s1:Mary Hollis} {c1:said}. {q2:“The tunnel was dark,”} "
        "{s2:she} {c2:said}."
    )
    assert {s.utterance for s in story.attributed.statements} == {None}


def test_one_likeness_too_many_chains_nothing(told: Attribute) -> None:
    story = told(
        a="{q1:“The old pier will be closed on Monday for good.”} {s1:Ann Orlow} {c1:said}.",
        b="{q1:“The old pier will be closed on Monday for good. Children under ten may ride the new "
        "ferry for "
        "nothing until June.”} {s1:Ann Orlow} {c1:said}.",
        c="{q1:“Children under ten may ride the new ferry for nothing until June.”} {s1:Ann Orlow} "
        "{c1:said}.",
    )
    groups = _groups(story)
    assert all(group <= {"a", "b", "c"} and "b" in group for group in groups)


def test_every_place_of_drift_holds_words(told: Attribute) -> None:
    story = told(
        a="{q1:“" + WHOLE + ".”} {s1:Gen. Tobias Merrow} {c1:said}.",
        b="{q1:“no request … no thought of it, and nobody asked [our] ferries,”} {s1:the general} {c1:said}.",
        c="{s1:The general} {c1:said} {q1:there was no request for the ferries to help and no "
        "thought of it}.",
    )
    assert story.drift()
    assert all(here.strip() and there.strip() for _, here, there in story.drift())


def test_drift_of_statements_without_source_is_still_told() -> None:
    texts = {"a": "“One two three four five six.”", "b": "“One two four five six.”"}
    statements = [
        Statement(
            id=article,
            article=article,
            speaker=None,
            source=(),
            cue=(),
            content=(Span(0, len(text)),),
            form="direct",
        )
        for article, text in texts.items()
    ]
    assert [(d.kind, d.statement) for d in drift_among(statements, texts)] == [("cut", "b")]


def test_short_given_names_and_initials_agree() -> None:
    def one(first: str, second: str) -> bool:
        a, b = take_apart(first), take_apart(second)
        assert a is not None
        assert b is not None
        return can_be_one(a, b)

    assert one("Bob Hadley", "Robert F. Hadley")
    assert one("J. R. Merrow", "James Merrow")
    assert one("Hakem al-Zarani", "Hakem al-Zarni")
    assert one("Anna Reyes-Holt", "Anna Holt")
    assert not one("Martha Sorrel", "Edwin Sorrel")


def test_words_within_words_are_an_utterance_of_their_own(told: Attribute) -> None:
    whole = "{q1:“I asked him what happened. {s2:He} {c2:said} {q2:he thinks he blacked out at the wheel.}”} "
    story = told(
        a=whole + "{s1:Paul Benning} {c1:said}.",
        b=whole + "{s1:Paul Benning} {c1:said}.",
        c="{s1:The driver} {c1:said} {q1:he thought he “blacked out at the wheel”}.",
    )
    of = {s.utterance: set() for s in story.attributed.statements}
    for s in story.attributed.statements:
        of[s.utterance].add((s.article, "asked" in story.words(s)))
    assert {("a", True), ("b", True)} in of.values()
    assert {("a", False), ("b", False), ("c", False)} in of.values()


def test_a_country_and_its_adjective_are_the_same_word(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:said} {q1:the port will not ask for French tugs against the storm}.",
        b="{s1:Ann Orlow} {c1:warned} {q1:no port would ask France for tugs}.",
    )
    assert _groups(story) == [{"a", "b"}]


def test_a_candidate_and_the_campaign_may_have_said_the_same(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow's campaign} {c1:called} {q1:the report an “outrageous distortion” of her years}.",
        b="Ann Orlow ran again. {s1:Orlow} {c1:called} {q1:the report an “outrageous distortion”}.",
    )
    assert _groups(story) == [{"a", "b"}]


def test_two_common_words_in_marks_show_nothing(told: Attribute) -> None:
    story = told(
        a="{q1:“We have learned something since the days that I served in Sorland,”} "
        "{s1:Ann Orlow} {c1:said}.",
        b="{s1:Ann Orlow} {c1:called} {q1:a film of the rally “in Sorland” quite some nonsense}.",
    )
    assert story.attributed.utterances == ()


def test_a_compound_written_apart_is_the_same_word(told: Attribute) -> None:
    story = told(
        a="{s1:The Free Brigade} {c1:said} {q1:the raid was in retaliation for airstrikes near Varby}.",
        b="{s1:The Free Brigade} {c1:said} {q1:it struck in retaliation for air strikes near Varby}.",
    )
    assert _groups(story) == [{"a", "b"}]


def test_words_that_never_stand_as_one_are_left_alone() -> None:
    compounds = compounds_in(
        [["air", "strikes", "hit", "the", "depot"], ["an", "airstrike", "on", "to", "day"]]
    )
    assert compounds.parts("airstrike") == ("air", "strike")
    assert compounds.parts("today") == ("today",)
    assert compounds.parts("depot") == ("depot",)


def test_two_quoted_words_join_a_paraphrase_that_tells_of_the_same_thing(told: Attribute) -> None:
    story = told(
        a="{s1:The Orlow police} {c1:said} {q1:the station suffered “massive damage” when the lorry hit it}.",
        b="{s1:The Orlow police} {c1:said} {q1:the blast late on Thursday had caused massive damage to the "
        "station, where thirty people worked}.",
    )
    assert _groups(story) == [{"a", "b"}]


def test_one_word_that_both_quote_joins_reports_that_share_another(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:called} {q1:the mayor's planned visit “ruinous” for the harbour}.",
        b="{q1:“What was done in these weeks, by him and by others, is ruinous to what the harbour was,”} "
        "{s1:Ann Orlow} {c1:said}.",
    )
    assert _groups(story) == [{"a", "b"}]


def test_one_quoted_word_shows_nothing_where_the_rest_is_another_matter(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:called} {q1:the mayor's planned visit “ruinous” for the harbour}.",
        b="{q1:“Rents in the old town are ruinous,”} {s1:Ann Orlow} {c1:said}.",
    )
    assert story.attributed.utterances == ()


def test_two_telling_words_that_both_quote_are_one_utterance(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:called} the Gazette's report an {q1:“outrageous distortion.”}",
        b="Ann Orlow ran again. {s1:Her campaign} {c1:called} {q1:the report an “outrageous distortion” of "
        "her years in the harbour guard}.",
    )
    assert _groups(story) == [{"a", "b"}]


def test_a_word_that_both_quote_may_have_other_small_words_beside_it(told: Attribute) -> None:
    story = told(
        a="{s1:Ann Orlow} {c1:told} students {q1:she understands “the mistrust” between town and guards}.",
        b="{q1:“I understand that mistrust, and I share it,”} {s1:Ann Orlow} {c1:said}.",
    )
    assert _groups(story) == [{"a", "b"}]
