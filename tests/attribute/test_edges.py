from __future__ import annotations

from typing import Any

import pytest

from tellings.attribute.laying_out import told_apart
from tellings.records import Attribution, Span


@pytest.mark.parametrize(
    ("text", "told_words"),
    [
        (
            "{s1:Ilse Torvald} {c1:said} {q1:Thursday that the pier would reopen}.",
            "the pier would reopen",
        ),
        ("{s1:Ilse Torvald} {c1:announced} {q1:on Monday she would resign}.", "she would resign"),
        (
            "{s1:Ilse Torvald} {c1:hinted} {q1:late last year that the pier would reopen}.",
            "the pier would reopen",
        ),
        ("{s1:Three officials} {c1:told} {q1:the Marlow Post they would resign}.", "they would resign"),
        (
            "{s1:Torvald} {c1:told} {q1:Ann Dale, 61, that the pier was gone}.",
            "that the pier was gone",
        ),
        (
            "{s1:Torvald} {c1:told} {q1:him during closed-door talks in Marlow that the pier was gone}.",
            "that the pier was gone",
        ),
        (
            "{s1:Torvald} {c1:told} the Gull {q1:that the port shares the view that the pier is “gone”}.",
            "that the port shares the view that the pier is “gone”",
        ),
        ("{s1:Torvald} {c1:told} {q1:the Gull no ship had left}.", "no ship had left"),
        (
            "{s1:Torvald} {c1:said} {q1:there would be a ban on} the sale of old nets.",
            "there would be a ban on the sale of old nets",
        ),
        (
            '{s1:Divers} {c1:told} the Gull {q1:that it lay "under the pier." A second ship} was found.',
            'that it lay "under the pier."',
        ),
        (
            "{c1:According to} {s1:the daily Gull}, citing {q1:two old fitters, the pier had been patched}.",
            "the pier had been patched",
        ),
        ("{s1:The Gull}, {c1:citing} {q1:a letter, that the port knew of it}.", "that the port knew of it"),
        ("The offer was {c1:branded} {q1:“a bad joke on us” by {s1:the union}}.", "“a bad joke on us”"),
        ("{s1:Torvald} {c1:said outside} {q1:the court that it was over}.", "that it was over"),
        ("{s1:Torvald} {c1:said} {q1:after the draw at Carrow that it was over}.", "that it was over"),
        ("{s1:Torvald} {c1:told} {q1:the harbour council she would resign}.", "she would resign"),
        (
            "{c1:According to} {s1:the harbour police}{q1:, the crew left in boats}.",
            "the crew left in boats",
        ),
        ("{s1:Torvald} {c1:said}{q1:: “The pier will hold.”}", "“The pier will hold.”"),
        ("{s1:Torvald} {c1:called for} {q1:calm: “The pier will hold.”}", "“The pier will hold.”"),
        ("{s1:Torvald} {c1:called for} {q1:calm}: {q1:“The pier will hold.”}", "“The pier will hold.”"),
        ("{s1:Torvald} {c1:hailed} {q1:her crew's long work: “They held.”}", "“They held.”"),
        ("{s1:Torvald} {c1:told} {q1:him: “The pier will hold.”}", "“The pier will hold.”"),
        ("{s1:Torvald} {c1:told} {q1:the 61-year-old: “The pier will hold.”}", "“The pier will hold.”"),
        ("{q1:“The pier will hold,”} {s1:Torvald} {c1:told} {q1:him}.", "“The pier will hold,”"),
        ("{q1:“The pier will hold,”} {s1:Torvald} {c1:told} {q1:the old fitter}.", "“The pier will hold,”"),
        (
            "{s1:Torvald} {c1:said} {q1:the pier sank: “It was old.”}",
            "the pier sank: “It was old.”",
        ),
        (
            "{s1:Torvald} {c1:urged} {q1:the crews to wait: “The pier will hold.”}",
            "the crews to wait: “The pier will hold.”",
        ),
        ("{s1:Torvald} {c1:said} {q1:the pier was safe and} praised the crews.", "the pier was safe"),
        (
            "{s1:Torvald} {c1:called} {q1:for an end to night work on the northern pier}.",
            "an end to night work on the northern pier",
        ),
        (
            "{s1:Torvald} {c1:alluded} {q1:to the long war with the crews of Orl}.",
            "the long war with the crews of Orl",
        ),
        (
            "{s1:Torvald} {c1:vowed} {q1:to rebuild the northern pier by May}.",
            "to rebuild the northern pier by May",
        ),
        ("{s1:Torvald} {c1:said} {q1:of all her crews none had left}.", "of all her crews none had left"),
        ("{s1:Torvald} {c1:has condemned} {q1:the attack}.", "has condemned the attack"),
        ("{s1:Torvald} {c1:vigorously denied} {q1:the Gull report}.", "vigorously denied the Gull report"),
        ("{s1:Torvald} {c1:has spoken out against} {q1:the fee}.", "has spoken out against the fee"),
        ("{s1:Torvald} {c1:called} {q1:for calm talks}.", "called for calm talks"),
        ("{s1:Torvald} {c1:condemned} {q1:the attack on the old pier}.", "the attack on the old pier"),
        ("{s1:Torvald} {c1:said} {q1:the pier held}.", "the pier held"),
        (
            "{s1:Torvald} {c1:said} {q1:the pier was cleared of ice by} harbour crews, who worked all night.",
            "the pier was cleared of ice by harbour crews",
        ),
    ],
)
def test_a_content_begins_and_ends_with_what_is_said(told: Any, text: str, told_words: str) -> None:
    story = told(a=text)
    assert [story.words(each) for each in story.attributed.statements] == [told_words]


@pytest.mark.parametrize(
    "words",
    [
        "Thursday was the worst day of the winter",
        "Friday's ferry was the last one",
        "the pier was a place he believed in",
        "“a day to think about and”",
        "the boat that sank at the pier was his",
        "in the yard there was nothing that anybody wanted",
    ],
)
def test_a_day_that_is_what_is_told_of_and_a_whole_clause_stay_as_they_are(told: Any, words: str) -> None:
    story = told(a="{s1:Ilse Torvald} {c1:said} {q1:" + words + "}.")
    assert [story.words(each) for each in story.attributed.statements] == [words]


def test_a_quotation_that_was_marked_into_its_next_sentence_is_cut_where_that_begins() -> None:
    text = "Torvald said: 'It's ours, and they know it. They've sold us for a car park.'"
    source, cue, second = Span(0, 7), Span(8, 12), text.index("They've")
    marked = [
        Attribution(source=(source,), cue=(cue,), content=(Span(14, second + len("They've sold")),)),
        Attribution(source=(source,), cue=(cue,), content=(Span(second, len(text)),)),
    ]
    told = [each.content[0].words_in(text) for each in told_apart(marked, text)]
    assert told == ["'It's ours, and they know it.", "They've sold us for a car park.'"]
