"""Clauses that their last words attribute."""

from __future__ import annotations

import pytest

from tellings.read.closing import with_closing

from .attributed import Found, told_behind


def _told(text: str, *found: Found) -> list[Found]:
    return told_behind(with_closing, text, found)


@pytest.mark.parametrize(
    ("source", "cue", "behind"),
    [
        ("the harbour police", "said", ""),
        ("passenger Ida Brandt", "said", ""),
        ("a spokesman for the port authority in Marlow", "said", " in a statement on Friday"),
        ("Marlow's mayor", "told", " reporters at the scene"),
        ("he", "added", ""),
        ("officials", "said", " Friday"),
    ],
)
def test_a_clause_with_its_source_behind_it_is_told_whole(source: str, cue: str, behind: str) -> None:
    clause = "The ferry, built in 1986, ran aground shortly after 6 a.m. off Skerrin Island"
    assert _told(f"{clause}, {source} {cue}{behind}.") == [(source, cue, (clause,))]


def test_a_verb_before_its_source_closes_a_clause_too() -> None:
    clause = "Two children from Sorland died in the fire"
    assert _told(f"{clause}, said Sorland's foreign ministry.") == [
        ("Sorland's foreign ministry", "said", (clause,))
    ]


def test_according_to_somebody_closes_a_clause() -> None:
    clause = "She worked as a “quay hostess” in Marlow, Sorl. from 2010 to 2013"
    assert _told(
        f"{clause}, according to her letter.", ("her letter", "according to", ("from 2010 to 2013",))
    ) == [("her letter", "according to", (clause,))]


def test_a_sentence_that_goes_on_is_told_on_both_sides() -> None:
    text = "Tobias Merrow went to sea early, his family said, and worked for a predecessor of the line."
    assert _told(text, ("his family", "said", ("went to sea", "worked for a predecessor"))) == [
        (
            "his family",
            "said",
            ("Tobias Merrow went to sea early", "and worked for a predecessor of the line"),
        )
    ]


def test_a_dateline_is_not_told() -> None:
    text = "PORT ANSEL, Kelmara (Corvane) -- Nine people were rescued overnight, the coastguard said Friday."
    assert _told(text)[0][2] == ("Nine people were rescued overnight",)


def test_an_agency_in_brackets_before_a_sentence_is_not_told() -> None:
    text = "(UWS) Nine people were rescued overnight, the coastguard said Friday."
    assert _told(text)[0][2] == ("Nine people were rescued overnight",)


def test_speech_within_the_clause_stays_beside_the_whole() -> None:
    text = "Ann Orlow, the mayor, asked the port to wait for a week, the council said in a statement."
    told = _told(text, ("Ann Orlow, the mayor,", "asked", ("the port to wait for a week",)))
    assert ("Ann Orlow, the mayor,", "asked", ("the port to wait for a week",)) in told
    assert (
        "the council",
        "said",
        ("Ann Orlow, the mayor, asked the port to wait for a week",),
    ) in told


def test_what_the_outlet_adds_behind_the_source_is_not_told() -> None:
    clause = "Sorland has assured its neighbour that it will not shut the dam"
    text = f"{clause}, Sorland's foreign minister said on Tuesday, easing fears of a dry summer."
    assert _told(text) == [("Sorland's foreign minister", "said", (clause,))]


def test_a_piece_that_ran_over_from_the_sentence_before_is_cut_back() -> None:
    text = "“I have much more anger,” he said. “I do.”\nMerrow attended a naval college, his family said."
    told = _told(text, ("he", "said", ("“I do.”\nMerrow attended",)))
    assert told[0][2] == ("“I do.”\n",)
    assert told[1] == ("his family", "said", ("Merrow attended a naval college",))


@pytest.mark.parametrize(
    "text",
    [
        "After the fire broke out in the harbour, police said the captain had been arrested.",
        "“We were never told about any of this, the captain said.",
        "The fitter, who was badly hurt in the leg, said the tram had slid for ten seconds.",
        "The report, the council, and the mayor.",
    ],
)
def test_what_follows_its_source_is_left_to_the_network(text: str) -> None:
    found = [("", "said", (text[text.index("said") + 5 : -1],))] if "fitter" in text else []
    assert _told(text, *found) == [(s, c, tuple(q)) for s, c, q in found]


def test_ten_thousand_commas_are_no_clause() -> None:
    text = "salt, " * 10_000 + "he said."
    assert _told(text) == []


@pytest.mark.parametrize("source", ["its editor, Ann Orlow", "Ann Orlow, its editor", "Ann Orlow, 45"])
def test_a_source_in_two_steps_closes_a_clause(source: str) -> None:
    clause = "The Marlow Gazette stood by its report on the ferry"
    assert _told(f"{clause}, {source}, said on Friday.") == [(source, "said", (clause,))]


@pytest.mark.parametrize(
    "explained", ["police chief of Sorland", "a member of the council", "the manager of the shop"]
)
def test_what_explains_a_source_behind_its_verb_is_not_told(explained: str) -> None:
    clause = "The crews searched the harbour until dawn and found nobody"
    assert _told(f"{clause}, said Tobias Merrow, {explained}.") == [("Tobias Merrow", "said", (clause,))]


def test_a_source_read_in_part_is_the_whole_one() -> None:
    clause = "The Marlow Gazette stood by its report on the ferry"
    told = _told(f"{clause}, its editor, Ann Orlow, said.", ("Ann Orlow", "said", (clause,)))
    assert told == [("its editor, Ann Orlow", "said", (clause,))]
