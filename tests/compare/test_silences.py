"""Who could not be reached at first, and was quoted later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellings.compare import compare
from tellings.records import Span, Speaker, Statement

ELSEWHERE = "A ferry left the islands at noon for the market of Kessel."
SILENT = "A spokeswoman for the prosecutor did not immediately respond to a request for comment."
ANSWER = "Prosecutor Ana Brill said in a statement that nobody would be charged over the broken lock."


def quoted(told):
    return [c for c in told.conflicts if c.reason.startswith("quoted later")]


def spoken(given, article, source, content, speaker="p1", **more):
    """The story with a statement: who says it, and what."""
    text = given.traced.story.reading_of(article).article.text

    def at(words):
        return (Span(text.index(words), text.index(words) + len(words)),)

    statement = Statement(
        id="said",
        article=article,
        speaker=speaker,
        source=at(source),
        cue=(),
        content=at(content),
        form="indirect",
        **more,
    )
    return replace(given, statements=(*given.statements, statement))


def papers(story, account, first, second, later="2031-05-06", kind="person"):
    speaker = Speaker(id="p1", name="Ana Brill", kind=kind)
    return story(
        account(f"{first}\n{ELSEWHERE}", published="2031-05-04"),
        account(f"{second}\n{ELSEWHERE}", published=later),
        speakers=[speaker],
    )


@pytest.mark.parametrize(
    "silent",
    [
        SILENT,
        "The prosecutor could not be reached on Sunday.",
        "The prosecutor has not yet responded to questions of the Merrow Herald.",
        "The prosecutor has been contacted for comment.",
    ],
)
def test_who_did_not_respond_and_spoke_later_is_an_update(story, account, silent):
    given = papers(story, account, silent, ANSWER)
    (found,) = quoted(compare(spoken(given, "a2", "Prosecutor Ana Brill", "nobody would be charged")))
    assert found.nature == "update"
    assert [side.mentions[0].article for side in found.sides] == ["a1", "a2"]


def test_a_person_is_known_by_name_where_the_source_is_a_pronoun(story, account):
    silent = "Ms. Brill did not respond to calls on Sunday."
    answer = "She said on Tuesday that nobody would be charged over the lock."
    given = papers(story, account, silent, answer)
    assert quoted(compare(spoken(given, "a2", "She", "nobody would be charged")))


NO_ANSWER = [
    "The prosecutor did not respond to the fire at the lock, and went home.",  # asked nothing
    "The keeper of the lock did not respond to a request for comment.",  # somebody else
    "The prosecutor declined to comment.",  # an answer
]


@pytest.mark.parametrize("silent", NO_ANSWER)
def test_who_was_asked_nothing_or_is_another_is_none(story, account, silent):
    given = papers(story, account, silent, ANSWER)
    assert quoted(compare(spoken(given, "a2", "Prosecutor Ana Brill", "nobody would be charged"))) == []


def test_who_was_quoted_before_was_only_not_reached_again(story, account):
    given = papers(story, account, SILENT, ANSWER, later="2031-05-03")
    assert quoted(compare(spoken(given, "a2", "Prosecutor Ana Brill", "nobody would be charged"))) == []


def test_words_that_another_passes_on_are_no_answer(story, account):
    given = papers(story, account, SILENT, ANSWER)
    said = spoken(given, "a2", "Prosecutor Ana Brill", "nobody would be charged", via="Torvald")
    assert quoted(compare(said)) == []


def test_a_thing_that_a_body_is_called_by_is_no_source(story, account):
    silent = "Brill has not yet responded to a request for comment."
    answer = "The engine of the ferry says little of the fire at the broken lock."
    given = papers(story, account, silent, answer, kind="organisation")
    assert quoted(compare(spoken(given, "a2", "The engine", "little of the fire"))) == []
