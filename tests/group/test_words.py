from __future__ import annotations

import pytest

from tellings.group.words import stems, weighted_words
from tellings.records import Article


@pytest.mark.parametrize(
    "forms",
    [
        ("strike", "strikes", "striking"),
        ("attack", "attacks", "attacked", "attacking"),
        ("city", "cities"),
        ("Norline", "Norline's", "Norline’s"),
        ("bombing", "bombed", "bombs"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem for form in forms for stem in stems(form)}) == 1


def test_different_words_keep_different_stems() -> None:
    assert len(set(stems("press pressure president presents bus bush thing think"))) == 8


def test_short_numbers_and_single_letters_are_left_out() -> None:
    assert list(stems("On 4 May 212 ships, a 2031 record: $284 billion")) == [
        *("on", "may", "212", "ship", "2031", "record", "284", "billion")
    ]


def test_the_headline_weighs_most_and_the_opening_more_than_the_rest() -> None:
    body = "harbour " + "filler " * 100 + "anchor"
    weights = weighted_words(Article(id="a", text=f"Storm warning\n\n{body}", title="Storm warning"))
    assert weights["storm"] > weights["harbour"] > weights["anchor"]


def test_the_first_line_stands_in_for_a_missing_title() -> None:
    text = "Storm warning\n\nThe lighthouse was closed."
    titled = weighted_words(Article(id="a", text=text, title="Storm warning"))
    assert weighted_words(Article(id="a", text=text)) == titled


def test_a_name_gains_nothing_from_the_headline() -> None:
    text = "Whitlow signs water law\n\nDana Whitlow signed the law on water on Monday."
    weights = weighted_words(Article(id="a", text=text, title="Whitlow signs water law"))
    assert weights["whitlow"] == pytest.approx(3.0)
    assert weights["water"] > 5.0


def test_a_first_paragraph_is_no_headline() -> None:
    paragraph = "The keeper of the lighthouse said that " + "the wind had risen and " * 20
    weights = weighted_words(Article(id="a", text=paragraph))
    assert weights["keeper"] == pytest.approx(2.0)


def test_a_word_said_often_gains_less_each_time() -> None:
    once, often = (weighted_words(Article(id="a", text="x " * 400 + "fog " * n))["fog"] for n in (1, 100))
    assert once < often < 10 * once


def test_endless_strings_without_spaces_are_no_words() -> None:
    assert list(stems("ab" * 100_000)) == []
