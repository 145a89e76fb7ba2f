from __future__ import annotations

from typing import Any


def test_what_a_quoted_speaker_quotes_is_a_statement_that_came_through_them(told: Any) -> None:
    story = told(
        a="{q1:“Both ministers said: ‘Never.’ There is no plan,”} {s1:Ilse Torvald} {c1:told} reporters."
    )
    inner = next(s for s in story.attributed.statements if story.words(s) == "‘Never.’")
    assert inner.via == "Ilse Torvald"
    assert [span.words_in(story.texts["a"]) for span in inner.source] == ["Both ministers"]


def test_an_apostrophe_within_a_quotation_opens_nothing(told: Any) -> None:
    story = told(a="{q1:“The ministers said, it’s the crews’ word,”} {s1:Ilse Torvald} {c1:said}.")
    assert len(story.attributed.statements) == 1
