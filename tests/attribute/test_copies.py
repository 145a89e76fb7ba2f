"""Sentences that several articles print in the same words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Attribute = Callable[..., Any]

LEAD = "A Marlow woman says she went online to check her bill and was stunned at the amount."
READ = "{s1:A Marlow woman} {c1:says} {q1:she went online to check her bill and was stunned at the amount}."
TORN = "{s1:A Marlow woman} {c1:says} {q1:she went online to check her bill} and was stunned at the amount."


def _contents(story: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for statement in story.attributed.statements:
        found.setdefault(statement.article, []).append(story.words(statement))
    return found


def test_copies_of_a_sentence_are_laid_out_as_most_of_them_are(told: Attribute) -> None:
    story = told(a=READ, b=f"The line was long. {READ}", c=TORN)
    whole = ["she went online to check her bill and was stunned at the amount"]
    assert _contents(story) == {"a": whole, "b": whole, "c": whole}


def test_a_copy_in_which_nothing_was_found_gets_what_the_other_has(told: Attribute) -> None:
    story = told(a=READ, b=f"{LEAD} Nobody answered the phone.")
    assert len(_contents(story)["b"]) == 1


def test_a_sentence_within_a_longer_quotation_stays_as_it_is(told: Attribute) -> None:
    quoted = f"{{q1:“I read it to her. {LEAD} That is all.”}} {{s1:Ann Orlow}} {{c1:said}}."
    story = told(a=READ, b=quoted)
    assert _contents(story)["b"][0].startswith("“I read it")


def test_other_words_are_no_copy(told: Attribute) -> None:
    other = TORN.replace("Marlow", "Dunmarrow")
    assert _contents(told(a=READ, c=other))["c"] == ["she went online to check her bill"]
